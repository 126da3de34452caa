import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConformanceError } from '../../../src/error.js';
import type { Ending, LeftReason, Note, Part } from '../../../src/record/ending.js';
import type { Problem } from '../../../src/record/problem.js';
import type { Observed, RunRecord } from '../../../src/record/record.js';
import { readRecord } from '../../../src/report/read-record.js';
import { recordText } from '../../../src/report/write/record-text.js';
import { writeReports } from '../../../src/report/write/write-reports.js';
import { aHostileRecord } from '../a-hostile-record.js';
import { aMixedRecord, aRecord, aRequirement } from '../a-record.js';
import { aCase } from '../an-exchange.js';
import { ENDINGS, LEFT_REASONS, NOTES, OBSERVATIONS, PARTS, PROBLEMS } from '../samples.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reports-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('writeReports', () => {
  it('makes the folder, writes five whole files and nothing else', async () => {
    const out = join(folder, 'a', 'b');
    const paths = await writeReports(aMixedRecord(), { out, lang: 'en' });
    const names = ['results.json', 'conformance.html', 'junit.xml', 'ctrf.json', 'summary.md'];
    expect(paths).toEqual(names.map((name) => join(out, name)));
    expect((await readdir(out)).toSorted()).toEqual(names.toSorted());
  });

  it('writes what readRecord reads, and draws the same from it again', async () => {
    for (const record of [aRecord(), aMixedRecord(), aHostileRecord(true)]) {
      const first = join(folder, 'first');
      const again = join(folder, 'again');
      await writeReports(record, { out: first, lang: 'zh' });
      const read = await readRecord(join(first, 'results.json'));
      expect(read).toEqual(record);
      await writeReports(read, { out: again, lang: 'zh' });
      for (const name of await readdir(first)) {
        expect((await readFile(join(again, name))).equals(await readFile(join(first, name)))).toBe(
          true,
        );
      }
    }
  });

  it('refuses a folder that is a file', async () => {
    const out = join(folder, 'file');
    await writeFile(out, '');
    const error: unknown = await writeReports(aRecord(), { out, lang: 'en' }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'usage' });
    expect(String(error)).toContain(out);
  });
});

describe('readRecord', () => {
  async function refused(text: string): Promise<unknown> {
    const path = join(folder, 'results.json');
    await writeFile(path, text);
    return readRecord(path).catch((error: unknown) => error);
  }
  const valid = aMixedRecord();
  const withProblem = (problem: string): string => {
    const requirements = [aRequirement({ status: 'failed', problem: { kind: 'undecided' } })];
    return recordText(aRecord({ requirements })).replace('{"kind":"undecided"}', problem);
  };
  const nested = (depth: number): string =>
    `${'{"kind":"not-looked-up","why":'.repeat(depth)}{"kind":"accepted"}${'}'.repeat(depth)}`;
  const withStandIn = (variable: string): string =>
    JSON.stringify({
      ...valid,
      endpoints: valid.endpoints.map((each) => ({ ...each, standIns: { '1': variable } })),
    });
  const withMethod = (method: string): string =>
    JSON.stringify({
      ...valid,
      usual: { ...valid.usual, requests: { x: { method, path: '/', headers: {} } } },
    });

  it.each([
    ['what is no JSON', '{"format":', 'is not JSON'],
    ['an array', '[]', '"format" is none'],
    ['another version', '{"format":"cmdb-conformance/results@9"}', 'results@9'],
    ['format 1, and names who reads it', '{"format":"cmdb-conformance/results@1"}', 'Version 0.1'],
    ['a problem of no kind', withProblem('{"kind":"unheard-of"}'), '/requirements/0/problem'],
    ['a problem that lacks a value', withProblem('{"kind":"appeared-later"}'), '/problem'],
    ['a value that is none of the kind', withProblem('{"kind":"accepted","id":"1"}'), '"id"'],
    ['a problem nested without end', withProblem(nested(50_000)), 'is not a valid record'],
    ['a variable that a shell would run', withStandIn('X"; id; "'), '/standIns'],
    ['a method that a shell would run', withMethod('GET; id'), '/usual'],
    [
      'a missing member',
      JSON.stringify({ ...valid, cases: undefined }),
      "required property 'cases'",
    ],
    ['an unknown member', JSON.stringify({ ...valid, extra: 1 }), '"extra"'],
    ['an unknown outcome', JSON.stringify({ ...valid, outcome: 'fine' }), '/outcome'],
    [
      'a verdict without a reason',
      JSON.stringify({
        ...valid,
        requirements: valid.requirements.map((each) => ({ ...each, problem: undefined })),
      }),
      '/requirements/1',
    ],
  ])('refuses %s and says where', async (_, text, told) => {
    const error = await refused(text);
    expect(error).toMatchObject({ code: 'usage' });
    expect(String(error)).toContain(told);
  });

  it.each([
    ['a missing member', { ...valid, cases: undefined }, '/ 缺少字段 cases。'],
    ['an unknown outcome', { ...valid, outcome: 'fine' }, '/outcome 取值须为所列之一（["'],
    [
      'a problem of no kind',
      JSON.parse(withProblem('{"kind":"x"}')),
      '字段 kind 的取值不在所列之中',
    ],
  ])('says so in Chinese: %s', async (_, record, told) => {
    const error = await refused(JSON.stringify(record));
    expect(error instanceof ConformanceError ? error.parts.problem.zh : '').toContain(told);
  });

  it('reads every kind of problem, ending, note and the rest', async () => {
    const all = <T>(samples: Readonly<Record<string, readonly T[]>>): T[] =>
      Object.values(samples).flat();
    const path = join(folder, 'results.json');
    const agrees = async (record: RunRecord): Promise<void> => {
      await writeFile(path, recordText(record));
      expect(await readRecord(path)).toEqual(record);
    };
    await agrees(
      aRecord({
        requirements: all<Problem>(PROBLEMS).map((problem) =>
          aRequirement({ status: 'inconclusive', problem }),
        ),
        cases: all<Observed>(OBSERVATIONS).map((observed) =>
          aCase({ status: 'observed', observed }),
        ),
        notes: all<Note>(NOTES),
        leftovers: all<LeftReason>(LEFT_REASONS).map((why) => ({ kind: 'x', of: 'y', why })),
      }),
    );
    for (const ended of all<Ending>(ENDINGS)) await agrees(aRecord({ ended }));
    for (const part of all<Part>(PARTS)) {
      await agrees(aRecord({ partial: { part, command: 'npx it' } }));
    }
  });

  it('refuses a missing file and a folder', async () => {
    await expect(readRecord(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'usage' });
    await expect(readRecord(folder)).rejects.toMatchObject({ code: 'usage' });
  });
});
