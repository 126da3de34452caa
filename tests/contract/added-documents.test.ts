import { describe, expect, it } from 'vitest';
import { buildContract } from '../../src/contract/build-contract.js';
import type { Contract } from '../../src/contract/contract.js';
import { derivedFiles } from '../../src/contract/derived-files.js';
import { jsonSchemas } from '../../src/contract/json-schemas.js';
import { typeDeclarations } from '../../src/contract/type-declarations.js';
import { readConventions } from '../../src/document/conventions.js';
import { readDocument } from '../../src/document/read-document.js';
import { ConformanceError } from '../../src/error.js';
import { DOCUMENTS, MAIN, MAIN_TEXT } from '../document/documents.js';
import { CONTRACT, CONVENTIONS, endpointOf } from './main-contract.js';

type Change = readonly [string, string];

/** The main document as one of another endpoint, with some words replaced. */
function textOf(endpoint: string, ...changes: readonly Change[]): string {
  let text = MAIN_TEXT.replace('cc/add_instance_association/', `cc/${endpoint}/`);
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return text;
}

/** The contract of all documents and some more, by the project's own conventions. */
function contractWith(...more: readonly (readonly [path: string, text: string])[]): Contract {
  const documents = [...DOCUMENTS, ...more].map(([path, text]) => readDocument(text, path));
  return buildContract(documents, CONVENTIONS);
}

/** The same for one more document, `other.md`. */
function contractWithOther(...changes: readonly Change[]): Contract {
  return contractWith(['docs/api/other.md', textOf('other', ...changes)]);
}

const OTHER_ARGUMENTS: readonly Change[] = [
  ['| bk_app_code  |  string    | 是 |', '| bk_app_code  |  int64    | 否 |'],
  ['bk_token与bk_username必须一个有效，', ''],
];
const OTHER_ENVELOPE: readonly Change[] = [
  ['| request_id    | string |', '| request_id    | int64 |'],
  ['"request_id": "e43da4ef221746868dc4c837d36f3807"', '"request_id": 1'],
];

describe('a further document', () => {
  it.each([
    ['sorts first', 'aaa', []],
    ['sorts in between', 'delete_more', []],
    ['sorts last', 'zzz', []],
    ['has other common arguments', 'aaa', OTHER_ARGUMENTS],
    ['has another envelope', 'aaa', OTHER_ENVELOPE],
  ])('that %s leaves what others yield as it is', async (_what, name, changes) => {
    const before = await derivedFiles(CONTRACT, CONVENTIONS, (path) => path);
    const contract = contractWith([`docs/api/${name}.md`, textOf(name, ...changes)]);
    const after = await derivedFiles(contract, CONVENTIONS, (path) => path);
    const added = [...after.keys()].filter((file) => !before.has(file));
    expect(added).toHaveLength(5);
    for (const file of added) expect(file).toMatch(new RegExp(`^${name}/`, 'u'));
    for (const [file, text] of before) expect(after.get(file), file).toBe(text);
  });

  it('refers to the shared schemas where it says the same', () => {
    const schemas = jsonSchemas(contractWithOther());
    const refs = ['request', 'success', 'failure'].map(
      (kind) => schemas.get(`other/${kind}.schema.json`)?.['allOf'],
    );
    expect(refs).toEqual([
      [{ $ref: '../esb/common-arguments.schema.json' }],
      [{ $ref: '../esb/envelope.schema.json' }],
      [{ $ref: '../esb/envelope.schema.json' }],
    ]);
  });

  it('refers to them too where only words or the order differ', () => {
    const contract = contractWithOther(
      ['| 是 | 应用ID     |', '| 是 | 应用     |'],
      ['| permission    | object | 权限信息    |\n', ''],
      [
        '| request_id    | string | 请求链id    |\n',
        '| request_id | string | 链 |\n| permission | object | 权限信息 |\n',
      ],
    );
    const { follows, findings } = endpointOf(contract, 'other');
    expect(follows).toEqual({ common: true, envelope: true });
    const differs = findings.filter(({ kind }) => kind === 'differs-from-shared');
    expect(differs.map(({ line }) => line)).toEqual([16, 98]);
  });
});

describe('a document with other common arguments', () => {
  const contract = contractWithOther(...OTHER_ARGUMENTS);

  it('has them in its own request, and the shared envelope', () => {
    const schemas = jsonSchemas(contract);
    const [common] = endpointOf(contract, 'other').document.common;
    expect(schemas.get('other/request.schema.json')?.['allOf']).toMatchObject([
      {
        type: 'object',
        properties: {
          bk_app_code: {
            type: 'integer',
            format: 'int64',
            'x-source': `docs/api/other.md:${common?.row.line ?? 0}`,
          },
        },
        required: ['bk_app_secret'],
      },
    ]);
    expect(schemas.get('other/request.schema.json')?.['allOf']).not.toHaveProperty('0.anyOf');
    expect(schemas.get('other/success.schema.json')?.['allOf']).toHaveProperty('0.$ref');
  });

  it('has them in its own types', async () => {
    const types = (await typeDeclarations(contract)).get('other/types.d.ts');
    expect(types).toMatch(/bk_app_code\?: bigint;/u);
    expect(types).not.toContain('CommonArguments');
  });

  it('is told to differ', () => {
    const { findings } = endpointOf(contract, 'other');
    const differs = findings.filter(({ kind }) => kind === 'differs-from-shared');
    expect(differs.map(({ line, text }) => `${line}: ${text.en}`)).toEqual([
      `16: bk_app_code is described otherwise in ${MAIN}:16, which the shared schemas follow.`,
      `18: bk_token is described otherwise in ${MAIN}:18, which the shared schemas follow.`,
    ]);
  });
});

describe('a document with another envelope', () => {
  it('has it in its own answers, and the shared arguments', () => {
    const schemas = jsonSchemas(contractWithOther(...OTHER_ENVELOPE));
    for (const kind of ['success', 'failure']) {
      expect(schemas.get(`other/${kind}.schema.json`)?.['allOf']).toMatchObject([
        { properties: { request_id: { type: 'integer', format: 'int64' } } },
      ]);
    }
    expect(schemas.get('other/request.schema.json')?.['allOf']).toHaveProperty('0.$ref');
  });

  it('that leaves a member out says nothing of it', () => {
    const contract = contractWithOther(
      ['| permission    | object | 权限信息    |\n', ''],
      ['    "permission": null,\n', ''],
    );
    const [envelope] = [jsonSchemas(contract).get('other/failure.schema.json')?.['allOf']].flat();
    expect(envelope).toHaveProperty('properties.request_id');
    expect(envelope).not.toHaveProperty('properties.permission');
    const { findings } = endpointOf(contract, 'other');
    expect(findings.filter(({ kind }) => kind === 'differs-from-shared')).toEqual([]);
  });

  it('whose failures hold other members requires those', () => {
    const contract = contractWithOther(['请求失败返回的错误信息', '请求返回的数据']);
    expect(jsonSchemas(contract).get('other/failure.schema.json')).toMatchObject({
      allOf: [{ required: ['result', 'code'] }],
      required: ['result', 'code'],
    });
  });
});

describe('the shared parts', () => {
  const read = (name: string, ...changes: readonly Change[]): ReturnType<typeof readDocument> =>
    readDocument(textOf(name, ...changes), `docs/api/${name}.md`);
  const ours = [...DOCUMENTS].flatMap(([path, text]) =>
    path === MAIN ? [] : [readDocument(text, path)],
  );

  it('go by the document that the conventions name', () => {
    const conventions = readConventions('## 公共部分\n\nb.md\n', 'docs/conventions.md');
    const documents = [read('a'), read('b', ...OTHER_ARGUMENTS), read('c')];
    expect(buildContract(documents, conventions).shared.path).toBe('docs/api/b.md');
    expect(
      buildContract(documents, { ...conventions, sharedBy: { line: 1, column: 1, quote: 'c.md' } })
        .shared.path,
    ).toBe('docs/api/c.md');
  });

  it('refuse a name that is no document’s, with its line', () => {
    const conventions = readConventions('## 公共部分\n\nb.md\n', 'docs/conventions.md');
    let told: readonly string[] = [];
    try {
      buildContract([read('a')], conventions);
    } catch (error) {
      if (!(error instanceof ConformanceError)) throw error;
      told = [error.code, error.told('en'), error.told('zh')];
    }
    expect(told).toEqual([
      'usage',
      'docs/conventions.md:3: there is no document b.md.\n  → Name one of the documents of the folder there, or leave the section out.',
      'docs/conventions.md:3：没有文档 b.md。\n  → 请在此处填写目录中某篇文档的文件名，或删去这一节。',
    ]);
  });

  it.each([
    ['most say', [read('a', ...OTHER_ARGUMENTS), read('b'), read('c')], 'b'],
    ['is said first, where as many say otherwise', [read('a', ...OTHER_ENVELOPE), read('b')], 'a'],
    ['documents say that are not ours', [...ours, read('z')], 'z'],
    ['ours say among themselves', ours, 'create_inst'],
  ])('are what %s, where the conventions name nothing', (_what, documents, name) => {
    expect(buildContract([...documents].reverse()).shared.path).toBe(`docs/api/${name}.md`);
  });
});
