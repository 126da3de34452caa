import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../src/record/record.js';
import { httpTarget, MANNERS, nobody, tcpTarget } from './hostile-target.js';
import { recordOf } from './record-of.js';
import { emptyFolder, run, STACK_LINE, targetVariables } from './run-product.js';
import type { Ended } from './run-product.js';

const REPORTS = ['conformance.html', 'junit.xml', 'ledger.jsonl', 'results.json', 'summary.md'];
const MEBIBYTE = 1024 * 1024;

/** Runs the whole suite against a target; every report has to be there, whatever it does. */
async function runAgainst(baseUrl: string): Promise<{ ended: Ended; record: RunRecord }> {
  const cwd = await emptyFolder();
  const ended = await run(['run', '--timeout', '1'], { cwd, env: targetVariables(baseUrl) });
  expect(ended.err).not.toMatch(STACK_LINE);
  expect(ended.out).not.toMatch(STACK_LINE);
  expect((await readdir(join(cwd, 'reports'))).sort()).toEqual(REPORTS);
  for (const name of REPORTS) {
    const { size } = await stat(join(cwd, 'reports', name));
    expect(size, name).toBeLessThan(50 * MEBIBYTE);
  }
  const record = await recordOf(cwd);
  expect(record.exitCode).toBe(ended.code);
  expect(record.target.baseUrl).toBe(baseUrl);
  expect(record.requirements.length).toBeGreaterThan(50);
  return { ended, record };
}

const passedMusts = ({ requirements }: RunRecord): string[] =>
  requirements.filter((one) => one.level === 'must' && one.status === 'passed').map(({ id }) => id);

describe('a target that is no CMDB', () => {
  it('is not there: exit code 4, and the message says where to look', async () => {
    const baseUrl = await nobody();
    const { ended, record } = await runAgainst(baseUrl);
    expect(ended.code).toBe(4);
    expect(ended.out).toContain('There is no connection to the target');
    expect(ended.out).toContain('CMDB_BASE_URL');
    expect(record.outcome).toBe('incomplete');
    expect(passedMusts(record)).toEqual([]);
  });

  it('answers HTML: nonconformant, with the page as evidence', async () => {
    const { baseUrl } = await httpTarget(MANNERS['answers HTML']);
    const { ended, record } = await runAgainst(baseUrl);
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('Please log in');
    expect(record.outcome).toBe('nonconformant');
    expect(passedMusts(record)).toEqual([]);
  });

  it.each(['answers nothing', 'answers half a JSON'] as const)(
    '%s: nonconformant',
    async (manner) => {
      const { baseUrl } = await httpTarget(MANNERS[manner]);
      const { ended, record } = await runAgainst(baseUrl);
      expect(ended.code).toBe(1);
      expect(record.outcome).toBe('nonconformant');
      expect(passedMusts(record)).toEqual([]);
    },
  );

  it('answers endless bytes: each is cut off at the limit, and the run ends', async () => {
    const { baseUrl, sent } = await httpTarget(MANNERS['answers endless bytes']);
    const { ended, record } = await runAgainst(baseUrl);
    expect(ended.code).toBe(1);
    expect(passedMusts(record)).toEqual([]);
    const { bodyBytes } = record.settings.limits;
    // What is under way in the buffers of both sides comes on top.
    expect(sent()).toBeLessThan(record.counts.exchanges * (bodyBytes + 16 * MEBIBYTE));
  });

  it('closes every connection: incomplete, and it says so', async () => {
    const { baseUrl } = await tcpTarget((socket) => {
      socket.destroy();
    });
    const { ended, record } = await runAgainst(baseUrl);
    expect(ended.code).toBe(3);
    expect(record.outcome).toBe('incomplete');
    expect(record.partial?.reason).toContain('no longer answers');
    expect(passedMusts(record)).toEqual([]);
  });

  it('never answers: incomplete after a few time-outs', async () => {
    const { baseUrl } = await tcpTarget(() => undefined);
    const { ended, record } = await runAgainst(baseUrl);
    expect(ended.code).toBe(3);
    expect(record.outcome).toBe('incomplete');
    expect(ended.out).toContain('1000 ms');
    expect(record.counts.exchanges).toBeLessThan(20);
    expect(passedMusts(record)).toEqual([]);
  });
});
