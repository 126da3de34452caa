import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../src/record/record.js';
import { REPORT_NAMES } from '../../src/report/write/report-names.js';
import { httpTarget, MANNERS, nobody, tcpTarget } from './hostile-target.js';
import { recordOf } from './record-of.js';
import { emptyFolder, run, STACK_LINE, start, targetVariables } from './run-product.js';
import type { Ended } from './run-product.js';

const REPORTS = [...REPORT_NAMES, 'ledger.jsonl'].sort();
const MEBIBYTE = 1024 * 1024;

/** In a process of its own, which has to come to its end. */
const alone: typeof run = (args, options) => start(args, options).ended;

/** Runs the whole suite against a target; every report has to be there, whatever it does. */
async function runAgainst(
  baseUrl: string,
  perform = run,
): Promise<{ ended: Ended; record: RunRecord }> {
  const cwd = await emptyFolder();
  const args = ['run', '--timeout', '1'];
  const ended = await perform(args, { cwd, env: targetVariables(baseUrl) });
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

/** Nothing of the API ever answered: there is no verdict on it. */
function expectNoVerdict({ ended, record }: { ended: Ended; record: RunRecord }): void {
  expect(ended.code).toBe(4);
  expect(ended.out).toContain('CMDB_BASE_URL');
  expect(record.outcome).toBe('incomplete');
  const statuses = record.requirements.flatMap(({ level, status }) =>
    level === 'must' ? [status] : [],
  );
  expect(new Set(statuses)).toEqual(new Set(['inconclusive']));
}

describe('a target that is no CMDB', () => {
  it('is not there: the message says where to look', async () => {
    const run = await runAgainst(await nobody());
    expectNoVerdict(run);
    expect(run.ended.out).toContain('ECONNREFUSED');
    expect(run.record.ended?.kind).toBe('no-connection');
  });

  it('answers HTML: the message tells which page', async () => {
    const { baseUrl } = await httpTarget(MANNERS['answers HTML']);
    const run = await runAgainst(baseUrl);
    expectNoVerdict(run);
    expect(run.ended.out).toContain('Please log in');
    expect(run.record.ended).toEqual({
      kind: 'not-the-api',
      answer: { what: 'page', status: 200, title: 'Please log in' },
    });
  });

  it.each(['answers nothing', 'answers half a JSON'] as const)('%s', async (manner) => {
    const { baseUrl } = await httpTarget(MANNERS[manner]);
    const run = await runAgainst(baseUrl);
    expectNoVerdict(run);
    expect(run.record.ended).toMatchObject({ kind: 'not-the-api', answer: { status: 200 } });
  });

  it('answers endless bytes: each is cut off at the limit, and the run ends', async () => {
    const { baseUrl, sent } = await httpTarget(MANNERS['answers endless bytes']);
    const run = await runAgainst(baseUrl, alone);
    expectNoVerdict(run);
    expect(run.record.ended).toMatchObject({ kind: 'no-connection', fault: 'too-large' });
    const { settings, counts } = run.record;
    // What is under way in the buffers of both sides comes on top.
    const most = settings.limits.bodyBytes + 16 * MEBIBYTE;
    expect(sent()).toBeLessThan(counts.exchanges * most);
  });

  it('closes every connection: it says so', async () => {
    const { baseUrl } = await tcpTarget((socket) => {
      socket.destroy();
    });
    const run = await runAgainst(baseUrl);
    expectNoVerdict(run);
    expect(run.record.ended).toMatchObject({ kind: 'no-connection', fault: 'reset' });
  });

  it('never answers: it is left after a few time-outs', async () => {
    const { baseUrl } = await tcpTarget(() => undefined);
    const run = await runAgainst(baseUrl, alone);
    expectNoVerdict(run);
    expect(run.record.ended).toMatchObject({ kind: 'no-connection', fault: 'timeout' });
    expect(run.ended.out).toContain('1000 ms');
    expect(run.record.counts.exchanges).toBeLessThan(20);
  });
});
