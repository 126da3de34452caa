import { describe, expect, it } from 'vitest';
import { listRequirements } from '../../src/cli/document/requirements.js';
import { ConformanceError } from '../../src/error.js';
import { columnsOf } from '../../src/report/console/text.js';
import { PROJECT, temporaryProject } from './temporary-project.js';

const { docs } = PROJECT;

/** The lines of a row: the one with these words, and what is told below it. */
function rowWith(text: string, ...words: readonly string[]): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => words.every((word) => line.includes(word)));
  const end = lines.findIndex((line, n) => n > at && /^ {0,2}\S|^$/u.test(line));
  return lines.slice(at, end).join('\n');
}

describe('listRequirements', () => {
  it('shows what is required, level, line, quote and cases, or why there are none', async () => {
    const table = await listRequirements({ docs, json: false, lang: 'en' });
    expect(rowWith(table, 'request.bk_inst_id.required')).toBe(
      [
        '  must    35    request.bk_inst_id.required',
        '                A request without bk_inst_id is refused and has no effect.',
        '                quote: | bk_inst_id | int64 | Yes | 源模型实例id|',
        '                cases: missing-field.bk_inst_id.absent, missing-field.bk_inst_id.null, missing-field.all members.absent',
        '                +6',
      ].join('\n'),
    );
    expect(rowWith(table, 'transport.stable')).toMatch(/^ {2}should +20 [^]* 连接不中断/u);
    expect(rowWith(table, 'bk_token可以通过Cookie获取')).toMatch(
      /^ {2}18 [^]*because: .*observed, not judged/u,
    );
    expect(rowWith(table, 'trailing-comma')).toContain('83:53');
    expect(table).not.toContain('unaccounted for');
  });

  it('has a section for each endpoint, and says which documents are ours', async () => {
    const table = await listRequirements({ docs, json: false, lang: 'en' });
    const heads = table.split('\n').filter((line) => /^\S+(?: · .*)?$/u.test(line));
    expect(heads).toEqual([
      'add_instance_association',
      'docs/api/add_instance_association.md',
      ...[
        'create_inst',
        'delete_inst',
        'delete_instance_association',
        'find_instance_association',
        'find_object_association',
        'search_inst',
        'search_object_attribute',
      ].flatMap((name) => [`${name} · written by this project`, `docs/api/${name}.md`]),
      'docs/conventions.md',
    ]);
  });

  it('has the cases of each endpoint by itself: none where the suite knows no effect', async () => {
    const options = { docs, json: false, lang: 'en' } as const;
    const main = await listRequirements({ ...options, endpoint: 'add_instance_association' });
    expect(rowWith(main, 'endpoint.method')).toMatch(
      /cases: success\.identity\.bk_username, success\.identity\.bk_token$/u,
    );
    expect(main).not.toContain('no case exercises it');
    const ours = await listRequirements({ ...options, endpoint: 'delete_inst' });
    expect(rowWith(ours, 'endpoint.method')).toMatch(/no case exercises it$/u);
    expect(ours).not.toContain('cases: ');
  });

  it('has the cases of every endpoint for a convention', async () => {
    const table = await listRequirements({ docs, json: false, lang: 'en' });
    expect(rowWith(table, 'convention.request_id.fresh')).toMatch(/cases: envelope\.request_id$/u);
  });

  it('has the cases of the documents that it is given', async () => {
    const { docs: other, edit } = temporaryProject();
    edit(
      'add_instance_association.md',
      '| bk_inst_id           | int64 ',
      '| bk_inst_id  | string ',
    );
    const options = { docs: other, json: false, lang: 'en' } as const;
    const table = await listRequirements({ ...options, endpoint: 'add_instance_association' });
    expect(rowWith(table, 'request.bk_inst_id.type')).toContain('wrong-type.bk_inst_id.as number');
  });

  it('lists one endpoint where it is named', async () => {
    const options = { docs, json: true, lang: 'en' } as const;
    const json: unknown = JSON.parse(
      await listRequirements({ ...options, endpoint: 'delete_inst' }),
    );
    expect(json).toMatchObject([{ endpoint: 'delete_inst', ours: true }]);
    expect(json).toHaveLength(1);
  });

  it('refuses an endpoint that no document describes', async () => {
    const options = { docs, json: true, endpoint: 'delete', lang: 'en' } as const;
    const told = await listRequirements(options).catch((error: unknown) =>
      error instanceof ConformanceError ? [error.code, error.told('en'), error.told('zh')] : [],
    );
    const names =
      'add_instance_association create_inst delete_inst delete_instance_association find_instance_association find_object_association search_inst search_object_attribute'.split(
        ' ',
      );
    expect(told).toEqual([
      'usage',
      `No document describes an endpoint delete.\n  → Name one of these (--endpoint): ${names.join(', ')}.`,
      `没有文档描述接口 delete。\n  → 请用 --endpoint 指定以下之一：${names.join('、')}。`,
    ]);
  });

  it('speaks Chinese', async () => {
    const table = await listRequirements({ docs, json: false, lang: 'zh' });
    expect(rowWith(table, 'request.sample')).toMatch(
      /^ {2}必须 [^]*用例：success\.sample\.as documented$/u,
    );
    expect(rowWith(table, 'transport.stable')).toMatch(/^ {2}应当 [^]*用例：envelope\.body$/u);
    const ours = table.slice(table.indexOf('docs/api/create_inst.md'));
    expect(rowWith(ours, 'request.sample')).toMatch(/没有用例覆盖$/u);
    expect(table).toContain('delete_inst · 由本项目编写\ndocs/api/delete_inst.md\n');
    expect(rowWith(table, '级别')).toMatch(/^ {2}级别 +行 +要求$/u);
    expect(table).not.toMatch(/\b(must|should) {2}/u);
  });

  it.each([60, 80, 120, 200])('is no wider than a terminal of %d columns', async (width) => {
    for (const lang of ['en', 'zh'] as const) {
      const table = await listRequirements({ docs, json: false, lang, width });
      const widest = Math.max(...table.split('\n').map(columnsOf));
      expect(widest).toBeLessThanOrEqual(width);
      expect(widest).toBeGreaterThan(width > 120 ? 120 : width - 20);
    }
  });

  it('gives the same as JSON', async () => {
    const json: unknown = JSON.parse(await listRequirements({ docs, json: true, lang: 'en' }));
    expect(json).toHaveLength(9);
    expect(json).toMatchObject([
      {
        document: { path: 'docs/api/add_instance_association.md' },
        endpoint: 'add_instance_association',
        requirements: { length: 66 },
        exclusions: { length: 11 },
        findings: { length: 9 },
        unaccounted: [],
      },
      { endpoint: 'create_inst' },
      { endpoint: 'delete_inst' },
      { endpoint: 'delete_instance_association' },
      { endpoint: 'find_instance_association' },
      { endpoint: 'find_object_association' },
      { endpoint: 'search_inst' },
      { endpoint: 'search_object_attribute' },
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
