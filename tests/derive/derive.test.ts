import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/cli/document/derive.js';
import { ConformanceError } from '../../src/error.js';
import { PROJECT, temporaryProject } from './temporary-project.js';

const MAIN = 'add_instance_association.md';

function contents(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The message that `derive` refuses with, when it is the user who has to act. */
async function refusal(options: { docs: string; out: string; check: boolean }): Promise<string> {
  try {
    await derive(options);
  } catch (error) {
    if (error instanceof ConformanceError && error.code === 'usage') return error.message;
    throw error;
  }
  return 'no refusal';
}

describe('derive', () => {
  it('finds the checked-in files fresh, and nothing unaccounted for', async () => {
    const { stale, unaccounted, written } = await derive({ ...PROJECT, check: true });
    expect({ stale, unaccounted, written }).toEqual({ stale: [], unaccounted: [], written: [] });
  });

  it('tells of an erratum whose document no longer says it', async () => {
    const { docs, out, edit } = temporaryProject();
    expect((await derive({ docs, out, check: true })).staleErrata).toEqual([]);
    edit(
      MAIN,
      '| metadata           | object     | Yes    |',
      '| metadata           | object     | No     |',
    );
    const [first, ...more] = (await derive({ docs, out, check: true })).staleErrata;
    expect(first).toMatchObject({ line: 37, since: '2024-01' });
    expect(more).toEqual([]);
  });

  it('gives the same files wherever the project lies', async () => {
    const { docs, out } = temporaryProject();
    const { written } = await derive({ docs, out, check: false });
    expect(written).toHaveLength(3 + 8 * 5 + 1 + 1);
    const checkedIn = contents(PROJECT.out);
    for (const [name, text] of contents(out)) expect(text).toBe(checkedIn.get(name));
  });

  it('gives the same files wherever they are written', async () => {
    const { out } = temporaryProject();
    await derive({ docs: PROJECT.docs, out: join(out, 'elsewhere'), check: false });
    const checkedIn = contents(PROJECT.out);
    const written = contents(join(out, 'elsewhere'));
    expect(written.size).toBeGreaterThan(30);
    for (const [name, text] of written) expect(text).toBe(checkedIn.get(name));
  });

  it('changes nothing the second time', async () => {
    const { docs, out } = temporaryProject();
    await derive({ docs, out, check: false });
    const before = contents(out);
    expect(await derive({ docs, out, check: false })).toMatchObject({ written: [], stale: [] });
    expect(contents(out)).toEqual(before);
  });

  it('lists with --check what is stale, and writes nothing', async () => {
    const { docs, out, edit } = temporaryProject();
    expect((await derive({ docs, out, check: true })).stale[0]).toEqual({
      file: 'add_instance_association/cases.json',
      why: 'missing',
    });
    await derive({ docs, out, check: false });
    edit(MAIN, '| 源模型实例id|', '| 目标模型实例id|');
    rmSync(join(docs, 'delete_inst.md'));
    rmSync(join(out, 'esb/types.d.ts'));
    const before = contents(out);
    const { stale, written } = await derive({ docs, out, check: true });
    expect(stale).toEqual([
      { file: 'add_instance_association/request.schema.json', why: 'differs' },
      { file: 'add_instance_association/requirements.json', why: 'differs' },
      { file: 'add_instance_association/types.d.ts', why: 'differs' },
      { file: 'delete_inst/failure.schema.json', why: 'left over' },
      { file: 'delete_inst/request.schema.json', why: 'left over' },
      { file: 'delete_inst/requirements.json', why: 'left over' },
      { file: 'delete_inst/success.schema.json', why: 'left over' },
      { file: 'delete_inst/types.d.ts', why: 'left over' },
      { file: 'esb/types.d.ts', why: 'missing' },
    ]);
    expect(written).toEqual([]);
    expect(contents(out)).toEqual(before);
  });

  it('lists with --check a case list that is missing or not the generated one', async () => {
    const { docs, out, edit } = temporaryProject();
    const file = 'add_instance_association/cases.json';
    await derive({ docs, out, check: false });
    const text = contents(out).get(file) ?? '';
    rmSync(join(out, file));
    expect((await derive({ docs, out, check: true })).stale).toEqual([{ file, why: 'missing' }]);
    writeFileSync(join(out, file), text.replace('"missing-field.bk_inst_id.null"', '"by hand"'));
    expect((await derive({ docs, out, check: true })).stale).toEqual([{ file, why: 'differs' }]);
    writeFileSync(join(out, file), text);
    edit(MAIN, '| bk_inst_id           | int64 ', '| bk_inst_id           | string ');
    const { stale } = await derive({ docs, out, check: true });
    expect(stale).toContainEqual({ file, why: 'differs' });
  });

  it('writes cases for the endpoints of which the suite knows the effect', async () => {
    const { docs, out } = temporaryProject();
    const { written } = await derive({ docs, out, check: false });
    expect(written.filter((file) => file.endsWith('/cases.json'))).toEqual([
      'add_instance_association/cases.json',
    ]);
  });

  it('removes what is no longer derived, and only that', async () => {
    const { docs, out } = temporaryProject();
    await derive({ docs, out, check: false });
    mkdirSync(join(out, 'mine'));
    writeFileSync(join(out, 'mine/request.schema.json'), '{}');
    writeFileSync(join(out, 'results.schema.json'), '{}');
    rmSync(join(docs, 'delete_inst.md'));
    const { written, removed } = await derive({ docs, out, check: false });
    expect(written).toEqual([]);
    expect(removed).toEqual(
      [
        'failure.schema.json',
        'request.schema.json',
        'requirements.json',
        'success.schema.json',
        'types.d.ts',
      ].map((name) => `delete_inst/${name}`),
    );
    expect(readdirSync(out)).not.toContain('delete_inst');
    expect(contents(out).get('mine/request.schema.json')).toBe('{}');
    expect((await derive({ docs, out, check: true })).stale).toEqual([]);
  });

  it('lists a sentence that nothing explains, also when everything is fresh', async () => {
    const { docs, out, edit } = temporaryProject();
    edit(MAIN, '必须一个有效', '至少一个有效');
    await derive({ docs, out, check: false });
    const { stale, unaccounted } = await derive({ docs, out, check: true });
    expect(stale).toEqual([]);
    expect(unaccounted).toEqual([
      {
        path: 'docs/api/add_instance_association.md',
        line: 18,
        column: 43,
        quote: 'bk_token与bk_username至少一个有效',
      },
    ]);
  });

  it('tells the findings with their document', async () => {
    const { findings } = await derive({ ...PROJECT, check: true });
    expect(findings).toContainEqual({
      path: 'docs/api/add_instance_association.md',
      line: 83,
      column: 53,
      kind: 'trailing-comma',
      text: {
        en: 'The sample is not JSON: a comma stands before the closing bracket.',
        zh: '示例不是合法的 JSON：右括号之前多了一个逗号。',
      },
    });
  });

  it('keeps integers of a sample exactly', async () => {
    const { docs, out, edit } = temporaryProject();
    edit(MAIN, '"bk_inst_id": 11,', '"bk_inst_id": 9007199254740993,');
    await derive({ docs, out, check: false });
    const schema = contents(out).get('add_instance_association/request.schema.json');
    expect(schema).toContain('"bk_inst_id": 9007199254740993,');
  });

  it('works on a folder with another document and no conventions', async () => {
    const { root, docs, edit } = temporaryProject();
    edit(MAIN, 'cc/add_instance_association/', 'cc/link_switches/');
    for (const name of readdirSync(docs)) if (name !== MAIN) rmSync(join(docs, name));
    rmSync(join(root, 'docs/conventions.md'));
    const out = join(root, 'elsewhere/out');
    const { written } = await derive({ docs, out, check: false });
    expect(written).toHaveLength(3 + 5);
    expect(written).toContain('link_switches/types.d.ts');
    expect(contents(out).get('link_switches/types.d.ts')).toContain('type LinkSwitchesRequest =');
  });

  it.each([
    [
      'no table',
      (text: string) => text.replace(/\| 字段 {17}\|[^#]*?(?=metadata params)/u, ''),
      ':30: ',
    ],
    [
      'a table without dashes',
      (text: string) => text.replace(/\|-+\|-+\|-+\|-+\|\n(?=\| bk_obj)/u, ''),
      ':30: ',
    ],
    ['nothing at all', () => '', ':1: '],
  ])('refuses a document with %s, with its line', async (_, change, where) => {
    const { docs, out } = temporaryProject();
    const file = join(docs, MAIN);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    expect(await refusal({ docs, out, check: false })).toContain(`docs/api/${MAIN}${where}`);
  });

  it.each([
    ['a folder that is not there', (root: string) => join(root, 'nowhere')],
    ['a file in its place', (root: string) => join(root, 'docs/conventions.md')],
    ['an empty folder', (root: string) => root],
  ])('refuses %s', async (_, docs) => {
    const { root, out } = temporaryProject();
    expect(await refusal({ docs: docs(root), out, check: false })).toContain('--docs');
  });

  it('refuses conventions that name a document which is not there, with their line', async () => {
    const { root, docs, out } = temporaryProject();
    rmSync(join(docs, MAIN));
    const message = await refusal({ docs, out, check: false });
    expect(message).toContain(`docs/conventions.md:27: there is no document ${MAIN}.`);
    rmSync(join(root, 'docs/conventions.md'));
    expect(await refusal({ docs, out, check: false })).toBe('no refusal');
  });

  it('refuses a place that can not be written', async () => {
    const { docs, root } = temporaryProject();
    const out = join(root, 'docs/conventions.md');
    expect(await refusal({ docs, out, check: false })).toContain('--out');
  });
});
