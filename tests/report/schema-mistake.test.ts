import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConformanceError } from '../../src/error.js';
import { loadWaivers } from '../../src/cli/declared/load-waivers.js';
import { emptyFolder } from '../cli/run-product.js';

const WAIVER = 'waivers:\n  - endpoint: e\n    requirement: r\n';

/** What is told in Chinese of a file of waivers that is wrong. */
async function told(text: string): Promise<string> {
  const path = join(await emptyFolder(), 'waivers.yaml');
  await writeFile(path, text);
  try {
    loadWaivers(path, undefined, () => []);
  } catch (error) {
    if (error instanceof ConformanceError) return error.parts.problem.zh;
  }
  return '';
}

describe('what is wrong with a file that is written by hand, in Chinese', () => {
  it.each([
    ['a member that is missing', WAIVER, ':2: waivers.0 缺少字段 reason'],
    [
      'a member too many',
      `${WAIVER}    reason: x\n    why: x\n`,
      ':5: waivers.0 不应有此字段（"why"）',
    ],
    ['another type', 'waivers: none\n', ':1: waivers 类型须为 array'],
    [
      'a day that there is not',
      `${WAIVER}    reason: x\n    expires: 2027-02-30\n`,
      '格式须为 date',
    ],
    ['what is not listed', `${WAIVER}    reason: x\n    problem: broken\n`, '取值须为所列之一（["'],
    ['no words', `${WAIVER}    reason: ' '\n`, '格式不正确'],
  ])('%s', async (_, text, words) => {
    expect(await told(text)).toContain(words);
  });
});
