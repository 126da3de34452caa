import { describe, expect, it } from 'vitest';
import { buildContract } from '../../src/contract/build-contract.js';
import { readDocument } from '../../src/document/read-document.js';
import { ConformanceError } from '../../src/error.js';
import { DOCUMENTS, MAIN, MAIN_TEXT } from '../document/documents.js';
import { CONVENTIONS, endpointOf } from './main-contract.js';

function failure(text: string): string {
  try {
    buildContract([readDocument(text, MAIN)]);
  } catch (error) {
    if (error instanceof ConformanceError && error.code === 'usage') return error.message;
    throw error;
  }
  return 'no failure';
}

function caught(act: () => unknown): ConformanceError {
  try {
    act();
  } catch (error) {
    if (error instanceof ConformanceError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('buildContract', () => {
  it.each([
    ['', /^docs\/api\/add_instance_association\.md:1: There is no section "请求方法"\./u],
    ['hello', /md:1: There is no section/u],
    [
      MAIN_TEXT.replace('POST', 'POKE'),
      /md:2: Under "请求方法" no single word stands that is one\./u,
    ],
    [MAIN_TEXT.replace(/\| bk_obj_asst_id[^#]*(?=metadata params)/u, ''), /md:\d+: /u],
    [
      MAIN_TEXT.replace(/\|[-|]+\|\n\| bk_obj/u, '| bk_obj'),
      /md:30: No table stands under "接口参数"\./u,
    ],
    [
      MAIN_TEXT.replace('|id|int64|', '|int64|'),
      /md:105: The row has 2 cells, its table 3 columns\./u,
    ],
  ])('names line and remedy of a hole', (text, message) => {
    expect(failure(text)).toMatch(message);
    expect(failure(text)).toContain('→ Give it the sections and tables of');
  });

  it('speaks Chinese too', () => {
    const told = [
      () => buildContract([]),
      () => buildContract([readDocument('', MAIN)]),
      () => buildContract([MAIN, 'docs/api/b.md'].map((path) => readDocument(MAIN_TEXT, path))),
    ].map((act) => caught(act).told('zh'));
    expect(told).toEqual([
      '没有可供推导的文档。\n  → 请用 --docs 指定至少包含一份 Markdown 接口文档的目录。',
      `${MAIN}:1：缺少章节“请求方法”。\n  → 请按 ${MAIN} 的形式补全其章节与表格。`,
      'docs/api/b.md:9：另一份文档也描述了 add_instance_association。\n  → 每个接口请只保留一份文档。',
    ]);
  });

  it('refuses an empty folder, and says how to put it right', () => {
    expect(() => buildContract([])).toThrow(
      /^There is no document to derive from\.[^]*→ Name a folder that holds at least one API document/u,
    );
    const error = caught(() => buildContract([]));
    expect(error.code).toBe('usage');
  });

  it('takes documents in any order, and has their endpoints in the order of their names', () => {
    const documents = [...DOCUMENTS].map(([path, text]) => readDocument(text, path));
    const right = buildContract(documents, CONVENTIONS);
    expect(buildContract([...documents].reverse(), CONVENTIONS)).toEqual(right);
    const last = readDocument(MAIN_TEXT.replace('add_instance_association/', 'aaa/'), 'docs/z.md');
    const names = buildContract([...documents, last]).endpoints.map(({ endpoint }) => endpoint);
    expect(names).toEqual(['aaa', ...right.endpoints.map(({ endpoint }) => endpoint)]);
    expect(names).toEqual([...names].sort());
  });

  it('knows which members the sample of an answer has as null', () => {
    const contract = buildContract([readDocument(MAIN_TEXT, MAIN)]);
    expect([...contract.shared.nullable]).toEqual(['permission']);
    expect(endpointOf(contract).parts).toEqual(contract.shared);
    const listed = MAIN_TEXT.replace(/```json\n\{\n {4}"result"[^`]*```/u, '```json\n[null]\n```');
    expect([...buildContract([readDocument(listed, MAIN)]).shared.nullable]).toEqual([]);
  });

  it('compares nothing of the document that all follow, and two words that nobody understands', () => {
    const text = MAIN_TEXT.replace('| request_id    | string |', '| request_id    | text |');
    const again = text.replace('add_instance_association/', 'add_more/');
    const { endpoints } = buildContract([readDocument(text, 'a.md'), readDocument(again, 'b.md')]);
    for (const { findings } of endpoints) {
      expect(findings.filter(({ kind }) => kind === 'differs-from-shared')).toEqual([]);
    }
  });

  it('takes a table that does not say what is required for no difference', () => {
    const own = 'docs/api/create_inst.md';
    const text = DOCUMENTS.get(own) ?? '';
    const begin = text.indexOf('通用参数');
    const end = text.indexOf('###', begin);
    const table = text.slice(begin, end).replaceAll(/^((?:\|[^|\n]*){2})\|[^|\n]*\|/gmu, '$1|');
    const read = readDocument(text.slice(0, begin) + table + text.slice(end), own);
    expect(read.common.map(({ required }) => required)).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
    const { endpoints } = buildContract([readDocument(MAIN_TEXT, MAIN), read]);
    expect(endpoints[1]?.findings.filter(({ kind }) => kind === 'differs-from-shared')).toEqual([]);
  });

  it('refuses a document that is too long to be read', () => {
    const long = 'x'.repeat(100_001);
    expect(failure(long)).toMatch(/md:1: The document has 100001 characters/u);
  });

  it.each(['conventions', 'esb', 'record'])('refuses an endpoint named %s', (name) => {
    const text = MAIN_TEXT.replace('cc/add_instance_association/', `cc/${name}/`);
    const error = caught(() => buildContract([readDocument(text, 'docs/api/a.md')]));
    expect([error.code, error.told('en'), error.told('zh')]).toEqual([
      'usage',
      `docs/api/a.md:9: the folder schemas/${name} holds something else.\n  → No endpoint of that name can be derived; leave its document out.`,
      `docs/api/a.md:9：目录 schemas/${name} 另有用途。\n  → 无法为该名称的接口生成派生文件，请移除该文档。`,
    ]);
  });

  it('refuses two documents of one endpoint', () => {
    const twice = ['docs/api/a.md', 'docs/api/b.md'].map((path) => readDocument(MAIN_TEXT, path));
    const error = caught(() => buildContract(twice));
    expect(error.code).toBe('usage');
    expect(error.message).toMatch(
      /^docs\/api\/b\.md:9: another document describes[^]*→ Keep one document for each endpoint\./u,
    );
  });

  it.each([
    ['| request_id | string |', '| request_id | int64 |', 'request_id', ':99'],
    ['| code | int |', '| code | int64 |', 'code', ':95'],
    ['| result | bool |', '| result | string |', 'result', ':94'],
    // The judged table does not say whether it is required: nothing to differ from.
    ['| message | string | 是 |', '| message | string | 否 |', undefined, ''],
    ['| bk_app_code | string | 是 |', '| bk_app_code | string | 否 |', 'bk_app_code', ':16'],
    [
      '| bk_app_code | string | 是 | 应用ID |',
      '| bk_app_code | string | 是 | 应用 |',
      'bk_app_code',
      ':16',
    ],
    ['| request_id | string |', '| trace_id | string |', 'trace_id', ''],
    ['| request_id | string |', '| request_id | text |', 'request_id', ':99'],
    ['| data | object |', '| data | object array |', undefined, ''],
  ])('notes that %s was made %s elsewhere', (right, wrong, member, line) => {
    const own = 'docs/api/create_inst.md';
    const text = DOCUMENTS.get(own) ?? '';
    expect(text).toContain(right);
    const documents = [
      readDocument(MAIN_TEXT, MAIN),
      readDocument(text.replace(right, wrong), own),
    ];
    const [, other] = buildContract(documents).endpoints;
    const differs = other?.findings.filter(({ kind }) => kind === 'differs-from-shared') ?? [];
    const known = buildContract([
      documents[0] ?? readDocument(MAIN_TEXT, MAIN),
      readDocument(text, own),
    ]);
    const before = known.endpoints[1]?.findings.filter(
      ({ kind }) => kind === 'differs-from-shared',
    );
    const found = differs.filter(
      ({ text: { en } }) => before?.some(({ text: old }) => old.en === en) !== true,
    );
    expect(found.map(({ text: words }) => words)).toEqual(
      member === undefined
        ? []
        : [
            {
              en: `${member} is described otherwise in ${MAIN}${line}, which the shared schemas follow.`,
              zh: `${member} 的说明与 ${MAIN}${line} 不一致；公共 schema 以后者为准。`,
            },
          ],
    );
  });

  it('notes where another document contradicts the shared parts', () => {
    const own = 'docs/api/create_inst.md';
    const edited = (DOCUMENTS.get(own) ?? '').replace(
      '| request_id | string |',
      '| request_id | int64 |',
    );
    const contract = buildContract([readDocument(MAIN_TEXT, MAIN), readDocument(edited, own)]);
    const [, other] = contract.endpoints;
    const differs = other?.findings.filter(({ kind }) => kind === 'differs-from-shared');
    expect(differs?.map(({ text }) => text.en)).toEqual([
      `request_id is described otherwise in ${MAIN}:99, which the shared schemas follow.`,
    ]);
  });

  it('takes a lone document of ours as it is', () => {
    const own = 'docs/api/create_inst.md';
    const contract = buildContract([readDocument(DOCUMENTS.get(own) ?? '', own)]);
    expect(contract.shared.path).toBe(own);
    expect(endpointOf(contract)).toMatchObject({ ours: true, findings: [] });
  });
});
