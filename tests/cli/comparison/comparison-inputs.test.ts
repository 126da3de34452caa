import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAccepted, readRules, readRun } from '../../../src/cli/comparison/comparison-inputs.js';
import { findRecord, freeRecord, keptRecord } from '../../../src/cli/comparison/run-names.js';
import { recordText } from '../../../src/report/write/record-text.js';
import { aRecord } from '../../report/a-record.js';
import { emptyFolder } from '../run-product.js';

describe('the name of a run', () => {
  it.each(['a', '3.9', 'before-3.12_x', 'x'.repeat(100)])('may be %j', (name) => {
    expect(keptRecord(name, 'runs')).toBe(join('runs', name, 'results.json'));
  });

  it.each([
    '../x',
    '.',
    '..',
    '',
    'a/b',
    'a\\b',
    'a b',
    '-x',
    '.x',
    'x'.repeat(101),
    'ünder',
    'a\0',
  ])('is never %j', (name) => {
    expect(() => keptRecord(name, 'runs')).toThrow('is no name of a run');
  });

  it('is taken once', async () => {
    const folder = await emptyFolder();
    expect(freeRecord('a', folder)).toBe(join(folder, 'a', 'results.json'));
    await mkdir(join(folder, 'a'));
    await writeFile(join(folder, 'a', 'results.json'), '');
    expect(() => freeRecord('a', folder)).toThrow('already');
    expect(findRecord('a', folder)).toBe(join(folder, 'a', 'results.json'));
    expect(findRecord(join(folder, 'a'), 'runs')).toBe(join(folder, 'a', 'results.json'));
    expect(() => findRecord('../a', folder)).toThrow('no run and no record ../a');
  });
});

async function file(text: string): Promise<string> {
  const path = join(await emptyFolder(), 'file.yaml');
  await writeFile(path, text);
  return path;
}

describe('a record to be compared', () => {
  it.each([
    ['{"format": "cmdb-conformance/results@1"}', 'Version 0.1'],
    [recordText(aRecord({ target: { ...aRecord().target, binding: 'x' } })), 'binding "x"'],
  ])('is refused (%#)', async (text, says) => {
    await expect(readRun(await file(text), 'runs')).rejects.toThrow(says);
  });

  it('is read with the names of its envelope', async () => {
    const run = await readRun(await file(recordText(aRecord())), 'runs');
    expect(run.members).toMatchObject({ code: 'code', requestId: 'request_id' });
    expect(run.record).toEqual(aRecord());
  });
});

describe('a rules file', () => {
  it('gives names and patterns', async () => {
    const path = await file('rules:\n  - name: trace\n    pattern: "t=[0-9a-f]+"\n');
    const [rule] = readRules(path);
    expect(rule?.name).toBe('trace');
    expect('a t=5f b'.replace(rule?.pattern ?? '', '-')).toBe('a - b');
  });

  it.each([
    ['rules:\n  - name: X!\n    pattern: a\n', ':2:'],
    ['rules:\n  - name: x\n    pattern: "("\n', ':3:'],
    ['rules:\n  - name: x\n', ':2:'],
    ['rules: {}\n', ':1:'],
    ['rules: [\n', ':2:'],
    ['a: &a [1]\nb: *a\n', ':1:'],
  ])('is refused with its line: %j', async (text, line) => {
    const path = await file(text);
    expect(() => readRules(path)).toThrow(`${path}${line}`);
  });
});

describe('an accept file', () => {
  const entry = (more: string): string =>
    `accepted:\n  - requirement: a.b\n    endpoint: e\n    change: broken\n${more}`;

  it('gives its entries', async () => {
    const path = await file(entry('    reason: known\n    expires: 2031-02-03\n'));
    expect(readAccepted(path)).toEqual([
      {
        requirement: 'a.b',
        endpoint: 'e',
        change: 'broken',
        reason: 'known',
        expires: '2031-02-03',
      },
    ]);
  });

  it.each([
    '',
    '    reason: ""\n',
    '    reason: x\n    expires: soon\n',
    '    reason: x\n    y: 1\n',
  ])('is refused with its line: %j', async (more) => {
    const path = await file(entry(more));
    expect(() => readAccepted(path)).toThrow(new RegExp(`${path}:[2-6]:`));
  });

  it.each([
    ['a requirement', entry('    reason: ""\n')],
    [
      'a difference',
      'accepted:\n  - difference: member-new\n    endpoints: [e]\n    before: []\n    after: [x]\n    reason: ""\n',
    ],
  ])('tells of %s what is wrong with it, and nothing else', async (_of, text) => {
    const path = await file(text);
    const told = (): unknown => readAccepted(path);
    expect(told).toThrow(`accepted.0.reason`);
    expect(told).not.toThrow('must have required');
  });

  it('that is not there is named', () => {
    expect(() => readAccepted('no.yaml')).toThrow('no.yaml');
  });
});
