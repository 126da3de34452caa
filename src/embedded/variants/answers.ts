import type { Alteration } from '../alterations/alteration.js';
import { envelope, reply } from '../alterations/answering.js';
import { always, onRefusal, onSuccess } from '../alterations/where.js';
import type { Call } from '../call.js';
import { isFalsy, member } from '../json.js';
import { ESB, isRefusal, refuse } from '../refusal.js';
import type { Variant } from './variant.js';

/** "refused: wrong parameter …" and the like, as CMDB's Chinese texts put it. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/is required|is empty/, '缺失参数，必须赋值'],
  [/must be/, '反序列化JSON数据失败，参数类型错误'],
  [/object association does not exist/, '模型的关联关系不存在'],
  [/^the association inst/, '关联实例不存在'],
  [/inst to asst/, '被关联实例不存在'],
  [/duplicated/, '数据唯一性校验失败， association 重复'],
];

/** Counts requests. */
const countingRequestIds: Alteration = (sound) => {
  let count = 0;
  return envelope(always, (right) => {
    count += 1;
    return { ...right, request_id: `cc0000-${count}` };
  })(sound);
};

/** Counts requests of every endpoint, as the limit of an app does. */
const limitingRate: Alteration = (sound) => {
  let count = 0;
  return {
    verifyApp: (given, call) => {
      count += 1;
      return count % 600 === 0
        ? refuse('credentials', ESB.rateLimit, 'Access frequency limit, please try again later')
        : sound.verifyApp(given, call);
    },
  };
};

/** Members of the envelope with unusual values. */
export const ANSWERS: readonly Variant[] = [
  {
    id: 'message-success',
    does: 'Says "success" where the sample has an empty message, as all real servers do.',
    alter: envelope(onSuccess, (right) => ({ ...right, message: 'success' })),
  },
  {
    id: 'chinese-messages',
    does: 'Refuses in Chinese.',
    alter: envelope(always, (right) => ({ ...right, message: chinese(right['message']) })),
  },
  {
    id: 'huge-messages',
    does: 'Refuses with 100 kB of words.',
    alter: envelope(onRefusal, (right) => ({
      ...right,
      message: `${String(right['message'])} ${'请检查请求参数 <b>&\u001b[31m\n'.repeat(3000)}`,
    })),
  },
  {
    id: 'codes-of-its-own',
    does: 'Refuses with codes 1 to 7 and 2147483648.',
    alter: envelope(always, (right) => ({
      ...right,
      code:
        right['code'] === 0 ? 0 : right['code'] === 1306000 ? 2147483648 : lastDigit(right['code']),
    })),
  },
  {
    id: 'http-4xx',
    does: 'Refuses with HTTP 400, 401 or 409 and the right envelope.',
    alter: reply(always, (right, { outcome }) => {
      const kind = outcome?.refusal?.refused;
      if (kind === undefined || right.status !== 200) return right;
      const status = { protocol: 400, credentials: 401, parameter: 400, state: 409 }[kind];
      return { ...right, status };
    }),
  },
  {
    id: 'http-201',
    does: 'Creates with HTTP 201.',
    alter: reply(onSuccess, (right) => ({ ...right, status: 201 })),
  },
  {
    id: 'permission-object',
    does: 'Answers permission as an object.',
    alter: envelope(always, (right) => ({
      ...right,
      permission: { system_id: 'bk_cmdb', system_name: '配置平台', actions: [] },
    })),
  },
  {
    id: 'data-empty-on-failure',
    does: 'Answers data {} where it refuses.',
    alter: envelope(onRefusal, (right) => ({ ...right, data: {} })),
  },
  {
    id: 'data-details-on-failure',
    does: 'Answers in data what was wrong, where it refuses.',
    alter: envelope(onRefusal, (right) => ({
      ...right,
      data: { reason: right['message'], parameters: ['bk_inst_id'] },
    })),
  },
  {
    id: 'request-id-with-dashes',
    does: 'Writes request ids in capitals, with dashes.',
    alter: envelope(always, (right) => ({
      ...right,
      request_id: String(right['request_id'])
        .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
        .toUpperCase(),
    })),
  },
  {
    id: 'request-id-short',
    does: 'Counts requests in request ids.',
    alter: countingRequestIds,
  },
  {
    id: 'one-refusal',
    does: 'Has one code and one message for every refusal.',
    alter: envelope(always, (right) =>
      right['code'] === 0 ? right : { ...right, code: 1, message: 'the request is refused' },
    ),
  },
  {
    id: 'generic-refusals',
    does: 'Says only that a parameter is missing or of a wrong type, also where it is a credential.',
    alter: envelope(always, (right, call) => {
      const generic = genericRefusal(call);
      return generic === undefined ? right : { ...right, ...generic };
    }),
  },
  {
    id: 'rate-limit',
    does: 'Takes no more than 600 requests at a stretch, then refuses one as too fast.',
    alter: limitingRate,
  },
  {
    id: 'parameters-before-credentials',
    does: 'Checks the parameters of a creation before app and user.',
    alter: (sound) => ({
      verifyApp: (given, call) => {
        if (call.component !== 'add_instance_association') return sound.verifyApp(given, call);
        const wanted = sound.checkMembers(call.members, call);
        return isRefusal(wanted) ? wanted : sound.verifyApp(given, call);
      },
    }),
  },
];

/** One code and one sentence for all that is missing, and one for all of a wrong type. */
function genericRefusal({
  outcome,
  members,
}: Call): { readonly code: number; readonly message: string } | undefined {
  const refusal = outcome?.refusal;
  const credentials = ['bk_app_code', 'bk_app_secret', 'bk_token', 'bk_username'];
  const given = credentials.map((name) => member(members, name));
  const lacks = isFalsy(given[0]) || isFalsy(given[1]) || (isFalsy(given[2]) && isFalsy(given[3]));
  const mistyped = given.some((value) => !isFalsy(value) && typeof value !== 'string');
  const isCredential = refusal?.refused === 'credentials';
  if (refusal?.code === 1199006 || (isCredential && mistyped)) {
    return { code: 1199006, message: 'a parameter has a wrong type' };
  }
  if (refusal?.code === 1199010 || (isCredential && lacks)) {
    return { code: 1199010, message: 'a required parameter is missing' };
  }
  return undefined;
}

function chinese(message: unknown): unknown {
  const text = String(message);
  const named = /\b(?:bk_\w+|metadata(?:\.\w+)*)\b/.exec(text)?.[0] ?? '';
  const translated = CHINESE.find(([pattern]) => pattern.test(text))?.[1];
  if (text === '') return '';
  return translated === undefined ? `请求被拒绝：${named}` : `${translated} ${named}`;
}

function lastDigit(code: unknown): number {
  return (Number(code) % 7) + 1;
}
