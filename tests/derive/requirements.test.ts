import { describe, expect, it } from 'vitest';
import { listRequirements } from '../../src/cli/requirements.js';
import { columnsOf } from '../../src/report/console-text.js';
import { PROJECT, temporaryProject } from './temporary-project.js';

const { docs } = PROJECT;
const casesOf = (id: string): string[] =>
  id === 'request.bk_inst_id.required' ? ['missing-field.a', 'missing-field.b'] : [];

/** The lines of a row: the one with these words, and what is told below it. */
function rowWith(text: string, ...words: readonly string[]): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => words.every((word) => line.includes(word)));
  const end = lines.findIndex((line, n) => n > at && /^ {0,2}\S|^$/u.test(line));
  return lines.slice(at, end).join('\n');
}

describe('listRequirements', () => {
  it('shows what is required, level, line, quote and cases, or why there are none', async () => {
    const table = await listRequirements({ docs, json: false, casesOf, lang: 'en' });
    expect(rowWith(table, 'request.bk_inst_id.required')).toBe(
      [
        '  must    35    request.bk_inst_id.required',
        '                A request without bk_inst_id is refused and has no effect.',
        '                quote: | bk_inst_id | int64 | Yes | 源模型实例id|',
        '                cases: missing-field.a, missing-field.b',
      ].join('\n'),
    );
    expect(rowWith(table, 'request.sample')).toMatch(/no case exercises it$/u);
    expect(rowWith(table, 'delete_inst.effect.deleted')).toMatch(/decides no outcome$/u);
    expect(rowWith(table, 'transport.stable')).toMatch(/^ {2}should +20 [^]* 连接不中断/u);
    expect(rowWith(table, 'bk_token可以通过Cookie获取')).toMatch(
      /^ {2}18 [^]*because: .*observed, not judged/u,
    );
    expect(rowWith(table, 'trailing-comma')).toContain('83:53');
    expect(table).not.toContain('unaccounted for');
  });

  it('speaks Chinese', async () => {
    const table = await listRequirements({ docs, json: false, casesOf, lang: 'zh' });
    expect(rowWith(table, 'request.sample')).toMatch(/^ {2}必须 [^]*没有用例覆盖$/u);
    expect(rowWith(table, 'transport.stable')).toMatch(/^ {2}应当 /u);
    expect(rowWith(table, 'delete_inst.effect.deleted')).toMatch(/^ {2}辅助 /u);
    expect(rowWith(table, '级别')).toMatch(/^ {2}级别 +行 +要求$/u);
    expect(table).not.toMatch(/\b(must|should|support) {2}/u);
  });

  it.each([60, 80, 120, 200])('is no wider than a terminal of %d columns', async (width) => {
    for (const lang of ['en', 'zh'] as const) {
      const table = await listRequirements({ docs, json: false, casesOf, lang, width });
      const widest = Math.max(...table.split('\n').map(columnsOf));
      expect(widest).toBeLessThanOrEqual(width);
      expect(widest).toBeGreaterThan(width > 120 ? 120 : width - 20);
    }
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
