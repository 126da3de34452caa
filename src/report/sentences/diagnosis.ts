import type { Certificate, Check, CheckKind } from '../../record/diagnosis.js';
import type { Note } from '../../record/ending.js';
import type { Text } from '../../text.js';
import { forecastSentence } from '../forecast.js';
import type { About } from './about.js';
import { endingSentence } from './ending.js';
import { identitySentence } from './identity.js';
import { commas, counted, listed, short } from './listed.js';
import { nextStep } from './next-step.js';
import { noteSentence } from './note.js';
import { permissionSentence, permissionStep } from './permission.js';
import { problemSentence } from './problem.js';
import { inBrackets } from './said.js';

/** What is looked at. */
export const CHECK_WORDS: Readonly<Record<CheckKind, Text>> = {
  configuration: { en: 'configuration', zh: '配置' },
  writes: { en: 'writing', zh: '写入许可' },
  name: { en: 'name', zh: '域名解析' },
  tcp: { en: 'TCP', zh: 'TCP' },
  tls: { en: 'TLS', zh: 'TLS' },
  proxy: { en: 'proxy', zh: '代理' },
  address: { en: 'address', zh: '地址' },
  app: { en: 'app', zh: '应用' },
  identity: { en: 'identity', zh: '身份' },
  permission: { en: 'permission', zh: '权限' },
  clock: { en: 'clock', zh: '时钟' },
  fixture: { en: 'fixture', zh: '测试数据' },
  free: { en: 'instances', zh: '实例' },
  lookups: { en: 'lookups', zh: '查询' },
  weather: { en: 'waiting', zh: '等待' },
  forecast: { en: 'a run', zh: '运行' },
};

/** What a check saw: without a full stop. A run that would end for it ends with the same words. */
export function checkSentence(check: Check, about: About): Text {
  if (check.ends !== undefined) return endingSentence(check.ends, about);
  switch (check.kind) {
    case 'configuration':
      return configuration(check, about);
    case 'writes': {
      const host = short(check.host);
      return check.result === 'ok'
        ? { en: `the suite may write to ${host}`, zh: `允许写入 ${host}` }
        : {
            en: `a run creates data on ${host}, which is not this machine, and removes it; nothing says that it may`,
            zh: `运行会在 ${host} 上新增并删除数据，而它不是本机，且未声明可以写入`,
          };
    }
    case 'name':
      return {
        en: `${short(check.host)} is ${commas(check.addresses)}`,
        zh: `${short(check.host)} 解析为 ${commas(check.addresses)}`,
      };
    case 'tcp': {
      const at = `${short(check.host)}:${check.port}`;
      return {
        en: `${at} takes connections, in ${check.ms} ms`,
        zh: `${at} 可连接，${check.ms} ms`,
      };
    }
    case 'tls':
      return tls(check);
    case 'proxy':
      return check.address === undefined
        ? { en: 'none: requests go straight to the target', zh: '不经代理，直接访问目标' }
        : {
            en: `requests go through ${short(check.address)}`,
            zh: `请求经过代理 ${short(check.address)}`,
          };
    case 'address':
      return check.result === 'ok'
        ? {
            en: `the API answers at ${short(check.url)}, in ${check.ms} ms`,
            zh: `API 在 ${short(check.url)} 应答，${check.ms} ms`,
          }
        : {
            en: `nothing of the API has answered yet at ${short(check.url)}`,
            zh: `${short(check.url)} 尚无 API 应答`,
          };
    case 'app': {
      const { en, zh } = listed(check.settings);
      return { en: `${en} are known to the target`, zh: `目标接受 ${zh}` };
    }
    case 'identity':
      return identity(check);
    case 'permission':
      return permission(check, about);
    case 'clock':
      return clock(check.aheadMs);
    case 'fixture':
      return fixture(check, about);
    case 'free':
      return free(check, about);
    case 'lookups':
      return {
        en: 'what is stored can be looked up',
        zh: '可以查询已存储的数据',
      };
    case 'weather':
      return check.notes.length === 0
        ? { en: 'no answer had to be waited for', zh: '没有需要等待后重发的请求' }
        : notes(check.notes, about);
    case 'forecast':
      return forecast(check);
  }
}

function configuration(check: Extract<Check, { kind: 'configuration' }>, about: About): Text {
  if (check.told !== undefined) return withoutStop(check.told.problem);
  const set = {
    en: `${counted(check.variables, 'variable')} set`,
    zh: `已设置 ${check.variables} 个变量`,
  };
  const doubts = [
    ...check.doubts.map(withoutStop),
    ...check.notes.map((note) => noteSentence(note, about)),
  ];
  return joined([set, ...doubts]);
}

function tls({ certificate, isUnverified }: Extract<Check, { kind: 'tls' }>): Text {
  if (certificate === undefined) return { en: 'not spoken: http', zh: '未使用（http）' };
  const { en, zh } = certificateSentence(certificate);
  return isUnverified === true
    ? {
        en: `${en}; it is not verified (--insecure)`,
        zh: `${zh}；未校验（--insecure）`,
      }
    : { en, zh };
}

/** For whom a certificate is, from whom, and until when. */
export function certificateSentence({ subject, issuer, validTo, days }: Certificate): Text {
  const left =
    days < 0
      ? { en: `${counted(-days, 'day')} ago`, zh: `已过期 ${-days} 天` }
      : { en: `in ${counted(days, 'day')}`, zh: `剩余 ${days} 天` };
  return {
    en: `the certificate is for ${short(subject)}, by ${short(issuer)}; it expires ${short(validTo)} (${left.en})`,
    zh: `证书对象 ${short(subject)}，签发者 ${short(issuer)}，有效期至 ${short(validTo)}（${left.zh}）`,
  };
}

function identity(check: Extract<Check, { kind: 'identity' }>): Text {
  const { setting, said } = check;
  if (said !== undefined) return identitySentence({ settings: [setting], said });
  return check.result === 'ok'
    ? { en: `${setting} is accepted alone`, zh: `单独使用 ${setting} 即被接受` }
    : { en: `whether ${setting} is accepted can’t be seen`, zh: `无法确认 ${setting} 是否被接受` };
}

function permission(check: Extract<Check, { kind: 'permission' }>, about: About): Text {
  const endpoint = short(check.endpoint);
  if (check.untried !== undefined) {
    return check.untried === 'no-writes'
      ? {
          en: `${endpoint}: not tried, as nothing may be written`,
          zh: `${endpoint}：未尝试，因为未允许写入`,
        }
      : {
          en: `${endpoint}: not tried, as lookups do not show that what would be named to it is not there`,
          zh: `${endpoint}：未尝试，因为查询无法确认所指的数据不存在`,
        };
  }
  const told = lacking(check, about);
  return told === undefined
    ? { en: `${endpoint} may be called`, zh: `可以调用 ${endpoint}` }
    : { en: `${endpoint}: ${told.en}`, zh: `${endpoint}：${told.zh}` };
}

function lacking(
  { problem, missing }: Extract<Check, { kind: 'permission' }>,
  about: About,
): Text | undefined {
  if (missing !== undefined) {
    const { en, zh } = inBrackets(missing);
    return { en: `the target has no such endpoint${en}`, zh: `目标上没有该接口${zh}` };
  }
  if (problem?.kind === 'permission') return permissionSentence(problem);
  return problem && problemSentence(problem, about);
}

function clock(aheadMs: number | undefined): Text {
  if (aheadMs === undefined) {
    return { en: 'the target’s answers tell no time', zh: '目标的应答不含时间' };
  }
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  if (seconds === 0) return { en: 'the target’s clock is ours', zh: '目标与本机时钟一致' };
  const way = aheadMs > 0 ? { en: 'ahead of', zh: '快' } : { en: 'behind', zh: '慢' };
  return {
    en: `the target’s clock is ${counted(seconds, 'second')} ${way.en} ours`,
    zh: `目标时钟比本机${way.zh} ${seconds} 秒`,
  };
}

function fixture(check: Extract<Check, { kind: 'fixture' }>, about: About): Text {
  if (check.notes.length > 0) return notes(check.notes, about);
  const facts = commas(Object.entries(check.facts).map(([name, value]) => `${name} ${value}`));
  const named = `${check.setting} ${short(check.value)}`;
  return {
    en: `${named} is there${facts === '' ? '' : `: ${facts}`}`,
    zh: `目标上有 ${named}${facts === '' ? '' : `：${facts}`}`,
  };
}

function free(check: Extract<Check, { kind: 'free' }>, about: About): Text {
  if (check.notes.length > 0) return notes(check.notes, about);
  const { en, zh } = listed(
    check.settings.map((name, at) => `${name} ${check.values[at] ?? ''}`.trim()),
  );
  return check.result === 'ok'
    ? { en: `${en} are there, and free`, zh: `目标上有 ${zh}，且未被占用` }
    : {
        en: `${en} are in nothing that lookups show: they are free, if they are there`,
        zh: `查询中没有出现 ${zh}：如果存在，则未被占用`,
      };
}

function forecast(check: Extract<Check, { kind: 'forecast' }>): Text {
  const { perSecond, seconds } = check;
  const rate =
    perSecond === undefined
      ? { en: 'as fast as they are answered', zh: '按应答速度发送' }
      : { en: `at most ${perSecond} in a second`, zh: `每秒至多 ${perSecond} 个` };
  const sent = (lang: 'en' | 'zh'): string => forecastSentence(check, lang);
  return {
    en: `${sent('en')}; ${rate.en}, which takes about ${duration(seconds).en}`,
    zh: `${sent('zh')}；${rate.zh}，约需 ${duration(seconds).zh}`,
  };
}

function duration(seconds: number): Text {
  if (seconds < 100) return { en: counted(seconds, 'second'), zh: `${seconds} 秒` };
  const minutes = Math.round(seconds / 60);
  return { en: counted(minutes, 'minute'), zh: `${minutes} 分钟` };
}

function notes(all: readonly Note[], about: About): Text {
  return joined(all.map((note) => noteSentence(note, about)));
}

function joined(parts: readonly Text[]): Text {
  return { en: parts.map(({ en }) => en).join('; '), zh: parts.map(({ zh }) => zh).join('；') };
}

function withoutStop({ en, zh }: Text): Text {
  return { en: en.replace(/\.$/, ''), zh: zh.replace(/。$/, '') };
}

/** What to do about a check that is not right, without a full stop; undefined where nothing is. */
export function checkStep(check: Check): Text | undefined {
  if (check.ends !== undefined) return nextStep(check.ends);
  if (check.result === 'ok') return undefined;
  switch (check.kind) {
    case 'configuration':
      return check.told === undefined
        ? { en: 'Correct them, unless they are meant so', zh: '如非有意，请更正' }
        : withoutStop(check.told.remedy);
    case 'writes':
      return {
        en: 'Set CMDB_ALLOW_WRITES=1 when you may write there',
        zh: '确认可以写入后，请设置 CMDB_ALLOW_WRITES=1',
      };
    case 'tls':
      return check.isUnverified === true
        ? {
            en: 'Name your own authority in CMDB_CA_FILE instead',
            zh: '请改用 CMDB_CA_FILE 指定自有证书颁发机构',
          }
        : { en: 'Have it renewed in time', zh: '请及时续期' };
    case 'identity':
      return check.said === undefined
        ? undefined
        : {
            en: `A run goes on without it, and what rests on it is inconclusive; get a new ${check.setting}, or have the app exempted`,
            zh: `运行会略过它，与之有关的结论为“无法判定”；请更新 ${check.setting}，或将应用加入免登录校验名单`,
          };
    case 'permission':
      return permissionNext(check);
    case 'clock':
      return check.aheadMs === undefined
        ? undefined
        : {
            en: 'Set both clocks by a time server: login states and certificates go by them',
            zh: '请让双方与时间服务器同步：登录态与证书都以时间为准',
          };
    case 'fixture':
      return {
        en: `Set ${check.setting} and the models to what the target shows`,
        zh: `请将 ${check.setting} 与模型设为目标中的实际值`,
      };
    case 'free':
      return check.notes.length === 0
        ? undefined
        : {
            en: 'A run makes instances of its own, if it may; free these, or choose others, to be sure',
            zh: '运行会在允许时自建实例；为稳妥起见，请释放所设的实例或换用其他实例',
          };
    case 'name':
    case 'tcp':
    case 'proxy':
    case 'address':
    case 'app':
    case 'lookups':
    case 'weather':
    case 'forecast':
      return undefined;
  }
}

function permissionNext(check: Extract<Check, { kind: 'permission' }>): Text | undefined {
  const { problem, missing, untried, isRequired } = check;
  if (untried === 'no-writes') {
    return {
      en: 'Set CMDB_ALLOW_WRITES=1 to have it tried with something that is not there',
      zh: '设置 CMDB_ALLOW_WRITES=1 后，会以不存在的数据试探',
    };
  }
  if (problem?.kind === 'permission') return permissionStep(problem);
  if (missing === undefined) return undefined;
  return isRequired
    ? {
        en: 'Have it opened on the ESB or the gateway: nothing is created without it',
        zh: '请在 ESB 或网关上开通该接口：没有它不会创建任何数据',
      }
    : {
        en: 'A run can do without, by the two instances that are set',
        zh: '运行可以不用它，只使用所设的两个实例',
      };
}
