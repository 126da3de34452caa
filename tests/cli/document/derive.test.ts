import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, run, STACK_LINE } from '../run-product.js';

const DOCUMENTS = fileURLToPath(new URL('../../../docs', import.meta.url));
const NAME = 'add_instance_association.md';

const isRow = (line: string): boolean => line.trimStart().startsWith('|');
const isRule = (line: string): boolean => /^\s*\|[\s|:-]+$/.test(line);
const lines = (keep: (line: string) => boolean) => (text: string) =>
  text.split('\n').filter(keep).join('\n');

const BROKEN: readonly { what: string; edit: (text: string) => string }[] = [
  { what: 'without a table', edit: lines((line) => !isRow(line)) },
  { what: 'whose tables have no second line', edit: lines((line) => !isRule(line)) },
  { what: 'that is empty', edit: () => '' },
  { what: 'that is no text', edit: () => '\u0000\u0001\ufffd'.repeat(100) },
  {
    what: 'without method and address',
    edit: lines((line) => !/POST|\/api\/c\/compapi/.test(line)),
  },
];

async function copyOfDocuments(edit: (text: string) => string): Promise<string> {
  const cwd = await emptyFolder();
  cpSync(DOCUMENTS, join(cwd, 'docs'), { recursive: true });
  const path = join(cwd, 'docs', 'api', NAME);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
  return cwd;
}

describe.concurrent('derive', () => {
  it.each(BROKEN)('on a document $what: exit code 2, and it names the document', async (broken) => {
    const cwd = await copyOfDocuments(broken.edit);
    const args = ['derive', '--docs', 'docs/api', '--out', 'schemas'];
    const { code, err } = await run(args, { cwd });
    expect(err).toContain(NAME);
    expect(err).not.toMatch(STACK_LINE);
    expect(code).toBe(2);
    expect(await readdir(cwd)).toEqual(['docs']);
  });

  it('writes what --check then finds fresh, and names what is stale', async () => {
    const cwd = await copyOfDocuments((text) => text);
    const options = ['--docs', 'docs/api', '--out', 'schemas', '--lang', 'en'];
    expect((await run(['derive', ...options], { cwd })).code).toBe(0);
    const fresh = await run(['derive', '--check', ...options], { cwd });
    expect(fresh.out).toContain('The derived files agree with the documents.');
    expect(fresh.code).toBe(0);
    const path = join(cwd, 'docs', 'api', NAME);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('bk_asst_inst_id', 'bk_other_id'));
    const { code, out } = await run(['derive', '--check', ...options], { cwd });
    expect(code).toBe(2);
    expect(out).toContain('add_instance_association/request.schema.json: differs');
  });

  it('an unwritten sentence fails --check, which says where it stands', async () => {
    const cwd = await copyOfDocuments((text) => `${text}\n\n一句没有人解释的话。\n`);
    const options = ['--docs', 'docs/api', '--out', 'schemas', '--lang', 'en'];
    await run(['derive', ...options], { cwd });
    const { code, out } = await run(['derive', '--check', ...options], { cwd });
    expect(out).toMatch(
      /add_instance_association\.md:\d+:\d+: nothing explains: 一句没有人解释的话/,
    );
    expect(code).toBe(2);
  });
});
