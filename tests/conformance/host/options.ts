import { ConformanceError } from '../../../src/error.js';
import type { Effort } from '../../../src/record/record.js';
import type { Text } from '../../../src/text.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether a failed recommendation counts: the option `--strict` as a variable.
 *
 * @throws ConformanceError `usage` for another value
 */
export function isStrict(environment: Environment): boolean {
  const given = chosen(environment, 'CMDB_STRICT', ['1', '0'], {
    en: 'With 1 a failed recommendation counts too.',
    zh: '设为 1 时，未通过的“应当”也计入结论。',
  });
  return given === '1';
}

/**
 * The option `--effort` as a variable.
 *
 * @throws ConformanceError `usage` for another value
 */
export function effortIn(environment: Environment): Effort {
  const given = chosen(environment, 'CMDB_EFFORT', ['full', 'quick'], {
    en: 'quick sends each case once, full (the default) adds rounds of refusals.',
    zh: 'quick 每个用例只发送一次；full（默认）另加多轮错误请求。',
  });
  return given ?? 'full';
}

/** The value of a variable; undefined where it is not set, or empty. */
function chosen<T extends string>(
  environment: Environment,
  name: string,
  values: readonly [T, T],
  remedy: Text,
): T | undefined {
  const given = environment[name] ?? '';
  if (given === '') return undefined;
  const value = values.find((one) => one === given);
  if (value !== undefined) return value;
  const got = JSON.stringify(given);
  throw new ConformanceError(
    'usage',
    {
      en: `${name} takes ${values.join(' or ')}, but got ${got}.`,
      zh: `${name} 应为 ${values.join(' 或 ')}，实际为 ${got}。`,
    },
    remedy,
  );
}
