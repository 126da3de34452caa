import { describe, expect, it } from 'vitest';
import { buildContract } from '../../src/contract/build-contract.js';
import type { Contract } from '../../src/contract/contract.js';
import { derivedFiles } from '../../src/contract/derived-files.js';
import { jsonSchemas } from '../../src/contract/json-schemas.js';
import { requirementsOf } from '../../src/contract/requirements.js';
import { typeDeclarations } from '../../src/contract/type-declarations.js';
import { readDocument } from '../../src/document/read-document.js';
import { MAIN, MAIN_TEXT } from '../document/documents.js';

/** The contract of the judged document with some words replaced. */
function contractWith(...changes: readonly (readonly [string, string])[]): Contract {
  let text = MAIN_TEXT;
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return buildContract([readDocument(text, MAIN)]);
}

function idsOf(contract: Contract): string[] {
  return requirementsOf(contract, contract.main).map(({ id }) => id);
}

describe('a document that says less', () => {
  const all = idsOf(contractWith());

  it('that one of two identities is needed has no requirement of that', () => {
    const ids = idsOf(contractWith(['bk_token与bk_username必须一个有效，', '']));
    expect(all.filter((id) => !ids.includes(id))).toEqual([
      'auth.identity.required',
      'auth.bk_token.accepted',
    ]);
  });

  it('what the endpoint does has no effect to look for', () => {
    const ids = idsOf(contractWith(['新增模型实例之间的关联关系.', '做一件没有说明的事.']));
    expect(all.filter((id) => !ids.includes(id))).toEqual(['effect.created']);
    expect(ids.filter((id) => !all.includes(id))).toEqual([]);
  });

  it('of string maps has none for their values', () => {
    const ids = idsOf(contractWith(['| string map     |', '| object     |']));
    expect(all.filter((id) => !ids.includes(id))).toEqual(['request.metadata.label.values']);
  });
});

describe('a document of other types', () => {
  it('has them in its schemas and requirements', () => {
    const contract = contractWith([
      '| bk_inst_id           | int64',
      '| bk_inst_id           | string',
    ]);
    const schema = jsonSchemas(contract).get('add_instance_association/request.schema.json');
    expect(schema?.properties?.['bk_inst_id']?.type).toBe('string');
    expect(schema?.properties?.['bk_inst_id']).not.toHaveProperty('format');
    expect(schema?.properties?.['bk_asst_inst_id']).toMatchObject({
      type: 'integer',
      format: 'int64',
    });
    expect(idsOf(contract)).not.toContain('request.bk_inst_id.exact');
    expect(idsOf(contract)).toContain('request.bk_asst_inst_id.exact');
  });
});

describe('what is derived without conventions', () => {
  it('has no requirements of them', async () => {
    const contract = contractWith();
    const files = await derivedFiles(contract, undefined, () => 'x');
    expect([...files.keys()].filter((name) => name.startsWith('conventions/'))).toEqual([]);
    expect([...files.keys()]).toContain('add_instance_association/requirements.json');
  });
});

describe('a description', () => {
  it('can’t end the comment that it stands in', async () => {
    const contract = contractWith(['|标签信息 |', '|标签信息 */ export const x = 1; /* |']);
    const types = (await typeDeclarations(contract)).get('add_instance_association/types.d.ts');
    expect(types).toContain('标签信息');
    expect(types).not.toMatch(/\*\/ export const x/);
  });
});

describe('an object that has lost its last member', () => {
  it('takes none', async () => {
    const row = /\| bk_biz_id           \| string[^\n]*\n/u.exec(MAIN_TEXT)?.[0] ?? '';
    const contract = contractWith([row, '']);
    const types = (await typeDeclarations(contract)).get('add_instance_association/types.d.ts');
    expect(types).toContain('label: Record<string, never>');
    expect(types).not.toContain('bk_biz_id');
  });
});
