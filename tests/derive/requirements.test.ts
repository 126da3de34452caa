import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/cli/display-width.js';
import { listRequirements } from '../../src/cli/requirements.js';
import { PROJECT, temporaryProject } from './temporary-project.js';

const { docs } = PROJECT;
const casesOf = (id: string): string[] =>
  id === 'request.bk_inst_id.required' ? ['missing-field.a', 'missing-field.b'] : [];

function lineWith(text: string, ...words: readonly string[]): string {
  return text.split('\n').find((line) => words.every((word) => line.includes(word))) ?? '';
}

describe('listRequirements', () => {
  it('shows id, level, line, quote and cases, or why there are none', async () => {
    const table = await listRequirements({ docs, json: false, casesOf, lang: 'en' });
    expect(lineWith(table, 'request.bk_inst_id.required')).toMatch(
      /^ {2}request\.bk_inst_id\.required +must +35 +\| bk_inst_id \| int64 \| Yes \| 源模型实例id\| +missing-field\.a, missing-field\.b$/u,
    );
    expect(lineWith(table, 'request.sample')).toMatch(/no case exercises it$/u);
    expect(lineWith(table, 'delete_inst.effect.deleted')).toMatch(/decides no outcome$/u);
    expect(lineWith(table, 'transport.stable')).toMatch(/ should +20 +连接不中断/u);
    expect(table).toMatch(/ {2}18 +bk_token可以通过Cookie获取 .*observed, not judged/u);
    expect(lineWith(table, 'trailing-comma')).toContain('83:53');
    expect(table).not.toContain('unaccounted for');
  });

  it('speaks Chinese', async () => {
    const table = await listRequirements({ docs, json: false, casesOf, lang: 'zh' });
    expect(lineWith(table, 'request.sample')).toMatch(/没有用例覆盖$/u);
    expect(lineWith(table, '原文')).toMatch(/要求 +级别 +行 +原文 +用例/u);
  });

  it('aligns its columns where characters are two columns wide', async () => {
    const table = await listRequirements({ docs, json: false, casesOf, lang: 'en' });
    const [main = ''] = table.split('docs/api/create_inst.md');
    const starts = main
      .split('\n')
      .filter((line) => /[^|] {2,}no case exercises it/u.test(line))
      .map((line) => displayWidth(line.slice(0, line.indexOf('no case'))));
    expect(starts.length).toBeGreaterThan(20);
    expect(new Set(starts).size).toBe(1);
  });

  it('gives the same as JSON', async () => {
    const json: unknown = JSON.parse(
      await listRequirements({ docs, json: true, casesOf, lang: 'en' }),
    );
    expect(json).toHaveLength(7);
    expect(json).toMatchObject([
      {
        document: { path: 'docs/api/add_instance_association.md' },
        endpoint: 'add_instance_association',
        requirements: { length: 63 },
        exclusions: { length: 11 },
        findings: { length: 9 },
        unaccounted: [],
      },
      { endpoint: 'create_inst' },
      { endpoint: 'delete_inst' },
      { endpoint: 'delete_instance_association' },
      { endpoint: 'find_instance_association' },
      { endpoint: 'find_object_association' },
      { document: { path: 'docs/conventions.md' }, requirements: { length: 11 } },
    ]);
  });

  it('works on any folder, and shows what nothing explains without its control characters', async () => {
    const { docs: other, edit } = temporaryProject();
    edit('add_instance_association.md', '|标签信息', '|\u001B[31m标签\u202E信息');
    const table = await listRequirements({ docs: other, json: false, lang: 'en' });
    expect(table).toContain('unaccounted for');
    expect(table).toContain('44:47');
    expect(table).toContain('\\u{1b}[31m标签\\u{202e}信息');
    expect(table).not.toMatch(/[\u001B\u202E]/u);
  });
});

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['源模型id', 8],
    ['，。（）', 8],
    ['e\u0301', 1],
    ['한글', 4],
    ['', 0],
  ])('of %j is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});
