import { describe, expect, it } from 'vitest';
import { buildContract } from '../../src/contract/build-contract.js';
import { readDocument } from '../../src/document/read-document.js';
import { ConformanceError } from '../../src/error.js';
import { DOCUMENTS, MAIN, MAIN_TEXT } from '../document/documents.js';

function failure(text: string): string {
  try {
    buildContract([readDocument(text, MAIN)]);
  } catch (error) {
    if (error instanceof ConformanceError && error.code === 'usage') return error.message;
    throw error;
  }
  return 'no failure';
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

  it('refuses an empty folder', () => {
    expect(() => buildContract([])).toThrow('There is no document to derive from.');
  });

  it('refuses two documents of one endpoint', () => {
    const twice = ['docs/api/a.md', 'docs/api/b.md'].map((path) => readDocument(MAIN_TEXT, path));
    expect(() => buildContract(twice)).toThrow(/^docs\/api\/b\.md:9: another document describes/u);
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
    expect(contract.main.support).toBe(true);
    expect(contract.main.idPrefix).toBe('create_inst.');
  });
});
