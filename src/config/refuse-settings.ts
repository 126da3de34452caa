import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Text } from '../text.js';
import { ConformanceError } from '../error.js';
import { INT64_MAX, INT64_MIN } from '../json/int64.js';
import { ORIGINS } from './origin.js';
import type { Origin } from './origin.js';
import { int64 } from './variable.js';
import type { Variable } from './variable.js';
import { PAIRS } from './variables.js';

/** @throws ConformanceError `usage` that names every variable that is malformed */
export function refuseMalformed(
  values: ReadonlyMap<string, { value: string; from: Origin }>,
  variables: readonly Variable[],
): void {
  // A test holds the schemas to theirs: here it would take longer than all the rest.
  const ajv = new Ajv({ meta: false, validateSchema: false, code: { optimize: false } });
  addFormats.default(ajv, ['uri']);
  const problems = variables.flatMap((variable) => {
    const set = values.get(variable.name);
    if (set === undefined || isRight(ajv, variable, set.value)) return [];
    const { takes, name } = variable;
    const value = JSON.stringify(shown(set.value));
    const got =
      variable.secret === true
        ? { en: 'a value that is not shown', zh: '（不显示）' }
        : same(value);
    const { en, zh } = ORIGINS[set.from];
    return [
      {
        from: set.from,
        en: `${name}${en} takes ${takes.en}, but got ${got.en}`,
        zh: `${name}${zh} 应为${takes.zh}，实际为 ${got.zh}`,
      },
    ];
  });
  if (problems.length === 0) return;
  const isOption = problems.every(({ from }) => from === 'command line');
  throw new ConformanceError(
    'usage',
    {
      en: `The configuration is wrong: ${problems.map(({ en }) => en).join('; ')}.`,
      zh: `配置有误：${problems.map(({ zh }) => zh).join('；')}。`,
    },
    isOption
      ? {
          en: 'Correct the option, as in --base-url https://paas.example.com',
          zh: '请更正命令行选项，例如 --base-url https://paas.example.com',
        }
      : {
          en: 'Correct it in the environment or in .env; .env.example shows every variable.',
          zh: '请在环境变量或 .env 中更正；.env.example 列出了所有变量。',
        },
  );
}

function same(text: string): Text {
  return { en: text, zh: text };
}

/** An address may carry a password before its host, whatever else is wrong with it. */
function shown(value: string): string {
  return value.replace(/^([^@]*:\/\/)?[^@]*@/, '$1…@').slice(0, 200);
}

function isRight(ajv: Ajv, variable: Variable, value: string): boolean {
  if (!ajv.validate(variable.schema, value)) return false;
  if (variable.name === 'CMDB_BASE_URL') return isPlainAddress(value);
  if (variable.schema === int64) {
    const id = BigInt(value);
    return id <= INT64_MAX && id >= INT64_MIN;
  }
  return true;
}

/** An address with user information would carry a password into every report. */
function isPlainAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username === '' && password === '';
}

/** @throws ConformanceError `usage` that names every variable that is missing */
export function refuseIncomplete(
  get: (name: string) => string | undefined,
  variables: readonly Variable[],
): void {
  const missing = variables
    .filter(({ name, target }) => target === 'required' && get(name) === undefined)
    .map(({ name }) => same(name));
  if (get('BK_USERNAME') === undefined && get('BK_TOKEN') === undefined) {
    missing.push({ en: 'BK_USERNAME or BK_TOKEN', zh: 'BK_USERNAME 或 BK_TOKEN' });
  }
  for (const { name, needs } of variables) {
    if (needs === undefined || get(name) === undefined || get(needs) !== undefined) continue;
    missing.push({ en: `${needs} (for ${name})`, zh: `${needs}（${name} 需要）` });
  }
  for (const [one, other] of PAIRS) {
    if ((get(one) === undefined) === (get(other) === undefined)) continue;
    missing.push({
      en: `${one} and ${other} (both or none)`,
      zh: `${one} 与 ${other}（同时设置或都不设置）`,
    });
  }
  if (missing.length > 0) {
    throw new ConformanceError(
      'usage',
      {
        en: `CMDB_BASE_URL is set, but these variables are missing: ${missing.map(({ en }) => en).join(', ')}.`,
        zh: `已设置 CMDB_BASE_URL，但缺少以下变量：${missing.map(({ zh }) => zh).join('、')}。`,
      },
      {
        en: 'Set them in the environment or in .env (copy .env.example); without CMDB_BASE_URL the embedded CMDB is used.',
        zh: '请在环境变量或 .env（复制 .env.example）中设置；不设置 CMDB_BASE_URL 则使用内置 CMDB。',
      },
    );
  }
}

/** @throws ConformanceError `usage` where nothing may be written to the host */
export function refuseUnasked({
  baseUrl,
  mayWrite,
}: {
  readonly baseUrl: string;
  readonly mayWrite: boolean;
}): void {
  if (!mayWrite) {
    throw new ConformanceError(
      'usage',
      {
        en: `A run creates data on ${baseUrl}, which is not this machine, and removes it.`,
        zh: `运行会在 ${baseUrl} 上新增并删除数据，而它不是本机。`,
      },
      {
        en: 'Set CMDB_ALLOW_WRITES=1 when you may write there.',
        zh: '确认可以写入后，请设置 CMDB_ALLOW_WRITES=1。',
      },
    );
  }
}
