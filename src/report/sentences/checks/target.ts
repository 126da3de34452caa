import type { Check } from '../../../record/diagnosis.js';
import type { Text } from '../../../text.js';
import type { About } from '../about.js';
import { groundName, groundValue } from '../ground.js';
import { identitySentence } from '../identity.js';
import { listed, short } from '../listed.js';
import { permissionSentence } from '../permission.js';
import { problemSentence } from '../problem.js';
import { inBrackets } from '../said.js';
import { notes } from './joined.js';

type Permission = Extract<Check, { kind: 'permission' }>;

/** Whether an identity is accepted. */
export function identity(check: Extract<Check, { kind: 'identity' }>): Text {
  const { setting, said } = check;
  if (said !== undefined) return identitySentence({ settings: [setting], said });
  return check.result === 'ok'
    ? { en: `${setting} is accepted alone`, zh: `单独使用 ${setting} 即被接受` }
    : { en: `whether ${setting} is accepted can’t be seen`, zh: `无法确认 ${setting} 是否被接受` };
}

const UNTRIED: Readonly<Record<NonNullable<Permission['untried']>, Text>> = {
  'no-writes': { en: 'as nothing may be written', zh: '因为未允许写入' },
  'not-shown-absent': {
    en: 'as lookups do not show that what would be named to it is not there',
    zh: '因为查询无法确认所指的数据不存在',
  },
  'no-free-id': {
    en: 'as lookups showed no id that is free, and no other is named to it',
    zh: '因为查询未能确认任何空闲的 id，而不会使用未经确认的 id',
  },
};

/** Whether an endpoint may be called. */
export function permission(check: Permission, about: About): Text {
  const endpoint = short(check.endpoint);
  if (check.untried !== undefined) {
    const { en, zh } = UNTRIED[check.untried];
    return { en: `${endpoint}: not tried, ${en}`, zh: `${endpoint}：未尝试，${zh}` };
  }
  const told = lacking(check, about);
  return told === undefined
    ? { en: `${endpoint} may be called`, zh: `可以调用 ${endpoint}` }
    : { en: `${endpoint}: ${told.en}`, zh: `${endpoint}：${told.zh}` };
}

function lacking({ problem, missing }: Permission, about: About): Text | undefined {
  if (missing !== undefined) {
    const { en, zh } = inBrackets(missing);
    return { en: `the target has no such endpoint${en}`, zh: `目标上没有该接口${zh}` };
  }
  if (problem?.kind === 'permission') return permissionSentence(problem);
  return problem && problemSentence(problem, about);
}

/** What the settings name. */
export function fixture(check: Extract<Check, { kind: 'fixture' }>, about: About): Text {
  if (check.notes.length > 0) return notes(check.notes, about);
  const facts = factsOf(check.facts);
  // What the suite proposed stands in no setting.
  const named = [check.setting, short(check.value)].join(' ').trim();
  if (check.value === '') return facts;
  return {
    en: `${named} is there${facts.en === '' ? '' : `: ${facts.en}`}`,
    zh: `目标上有 ${named}${facts.zh === '' ? '' : `：${facts.zh}`}`,
  };
}

/** What was looked up, each with its name. */
function factsOf(facts: Readonly<Record<string, string>>): Text {
  const told = Object.entries(facts).map(([name, value]): Text => {
    const called = groundName(name);
    const words = groundValue(name, value);
    return words === undefined
      ? { en: `${name} ${short(value)}`, zh: `${called.zh} ${short(value)}` }
      : { en: `${name} ${words.en}`, zh: `${called.zh}${words.zh}` };
  });
  return {
    en: told.map(({ en }) => en).join(', '),
    zh: told.map(({ zh }) => zh).join('，'),
  };
}

/** Whether it is there, and free. */
export function free(check: Extract<Check, { kind: 'free' }>, about: About): Text {
  if (check.notes.length > 0) return notes(check.notes, about);
  if (check.settings.length === 0) {
    return check.result === 'ok'
      ? { en: 'none is set: a run makes its own', zh: '没有设置：运行会自行创建' }
      : {
          en: 'none is set, and a run may make none: an endpoint above that takes is not open',
          zh: '没有设置，运行也无法自行创建：上面有所需的接口不可用',
        };
  }
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
