import { describe, expect, it } from 'vitest';
import { EXCEPTIONS } from './exceptions.js';
import { readAnswers, readRequests } from './observed-rows.js';
import { PAIRS } from './pairs.js';
import { replay } from './replay.js';

const REQUESTS = readRequests();

describe.each(PAIRS)('the embedded CMDB as $name', ({ name, release }) => {
  it('answers what the real pair answered, except for what is listed', async () => {
    const answers = readAnswers(name);
    const others: string[] = [];
    const told: string[] = [];
    let compared = 0;
    for (const [section, all] of REQUESTS) {
      const requests = all.filter((one) => answers.has(`${section}: ${one.case}`));
      const replayed = await replay(release, requests);
      for (const [n, one] of requests.entries()) {
        const row = `${section}: ${one.case}`;
        const expected = answers.get(row);
        if (expected === undefined) continue;
        compared += 1;
        const { status, text = '' } = replayed[n] ?? {};
        const same = expected.begins ? text.startsWith(expected.text) : text === expected.text;
        if (same && status === expected.status) continue;
        others.push(row);
        told.push(
          `${row}\n  seen      ${expected.status} ${expected.text}\n  answered  ${String(status)} ${text}`,
        );
      }
    }
    const excepted = EXCEPTIONS.filter(({ pair }) => pair === name).map(({ row }) => row);
    expect(others.sort(), told.join('\n')).toEqual(excepted.sort());
    expect(compared).toBe(answers.size);
    expect(compared).toBeGreaterThanOrEqual(120);
    expect(others.length / compared).toBeLessThanOrEqual(0.05);
  });
});
