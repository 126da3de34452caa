import { describe, expect, it } from 'vitest';
import { loadContract } from '../../src/cli/document/load-contract.js';
import { assembleFiles } from '../../src/contract/contract-files.js';
import { requirementFiles } from '../../src/contract/derived-files.js';
import { jsonSchemas } from '../../src/contract/json-schemas.js';
import { ConformanceError } from '../../src/error.js';
import { CONTRACT, CONVENTIONS } from './main-contract.js';
import { REQUIREMENT_IDS } from './requirement-ids.js';

const contract = await loadContract();
const NAMES = CONTRACT.endpoints.map(({ endpoint }) => endpoint);

describe('the derived files, put together', () => {
  it('have an outline of each endpoint, in the order of their names', () => {
    expect([...contract.outlines.keys()]).toEqual(NAMES);
    const judged = [...contract.outlines.values()].filter(({ ours }) => !ours);
    expect(judged.map(({ endpoint }) => endpoint)).toEqual(['add_instance_association']);
  });

  it('have what no document says apart', () => {
    const own = contract.outlines.get('add_instance_association')?.requirements ?? [];
    expect([...own, ...contract.conventions].map(({ id }) => id)).toEqual(REQUIREMENT_IDS);
    expect(contract.conventions).toHaveLength(11);
  });

  it('have the exclusions of each endpoint', () => {
    expect([...contract.exclusions.keys()]).toEqual(NAMES);
    expect(contract.exclusions.get('add_instance_association')).toHaveLength(11);
  });

  it('name every document, and have every schema', () => {
    const paths = [...CONTRACT.endpoints.map(({ document }) => document.path), CONVENTIONS.path];
    expect(new Set(contract.documents.map(({ path }) => path))).toEqual(new Set(paths));
    expect(contract.schemas).toHaveLength(2 + 3 * NAMES.length);
  });

  it('are the same from the documents as from the files', () => {
    const files = [...requirementFiles(CONTRACT, CONVENTIONS, () => '').values()];
    const { outlines, exclusions } = assembleFiles(files, [...jsonSchemas(CONTRACT).values()]);
    expect(outlines).toEqual(contract.outlines);
    expect(exclusions).toEqual(contract.exclusions);
  });

  it('miss a schema that is not there', () => {
    const file = {
      $comment: '',
      document: { path: 'docs/api/a.md', sha256: '' },
      endpoint: 'a',
      method: 'POST',
      address: '/a/',
      requirements: [],
      exclusions: [],
      findings: [],
    };
    const told = ((): string[] => {
      try {
        assembleFiles([file], [{ $id: 'https://x/aa/request.schema.json' }]);
      } catch (error) {
        if (error instanceof ConformanceError)
          return [error.code, error.told('en'), error.told('zh')];
      }
      return [];
    })();
    expect(told).toEqual([
      'internal',
      'The derived file a/request.schema.json is missing.\n  → Run `npx cmdb-conformance derive` in the project.',
      '缺少派生文件 a/request.schema.json。\n  → 请在项目中运行 `npx cmdb-conformance derive`。',
    ]);
  });
});
