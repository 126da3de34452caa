import { describe, expect, it } from 'vitest';
import { compileExact, errorsOf, forSchema } from '../../src/judge/exact-schema.js';
import type { Schema } from '../../src/judge/exact-schema.js';
import { valueOf } from './an-answer.js';

const BASE = 'https://example.com/schemas/';

function valid(schema: Schema, text: string, others: readonly Schema[] = []): boolean {
  const id = `${BASE}it.schema.json`;
  const validate = compileExact([{ $id: id, items: schema }, ...others])(id);
  return validate([forSchema(valueOf(text))]);
}

const INT64 = { type: 'integer', format: 'int64' };

describe('int64', () => {
  it.each([
    '0',
    '11',
    '-1',
    '11.0',
    '1e1',
    '9007199254740993',
    '9223372036854775807',
    '-9223372036854775808',
  ])('takes %s', (text) => {
    expect(valid(INT64, text)).toBe(true);
  });

  it.each([
    '11.5',
    '1e300',
    '9223372036854775808',
    '-9223372036854775809',
    '"11"',
    'null',
    'true',
    '[11]',
    '{}',
  ])('refuses %s', (text) => {
    expect(valid(INT64, text)).toBe(false);
  });

  it('is told by one error', () => {
    const validate = compileExact([{ $id: `${BASE}a`, items: INT64 }])(`${BASE}a`);
    expect(errorsOf(validate)).toEqual([]);
    validate(['11']);
    expect(errorsOf(validate)).toMatchObject([
      { keyword: 'exactInteger', message: 'must be an integer', instancePath: '/0' },
    ]);
    validate([11n]);
    expect(errorsOf(validate)).toEqual([]);
  });
});

describe('an integer without a format', () => {
  it('takes any size', () => {
    expect(valid({ type: 'integer' }, '9223372036854775808')).toBe(true);
    expect(valid({ type: 'integer' }, '1.5')).toBe(false);
    expect(valid({ type: 'integer' }, '"1"')).toBe(false);
  });

  it('has no bounds, which would be compared as doubles', () => {
    expect(valid({ type: 'integer', minimum: 1 }, '0')).toBe(true);
    expect(valid({ type: 'integer', const: 0 }, '5')).toBe(true);
    expect(valid({ type: 'integer', enum: [0] }, '5')).toBe(true);
  });
});

describe('the other keywords', () => {
  it('stay as they are, at any depth', () => {
    const schema = {
      type: 'object',
      required: ['list'],
      properties: {
        list: { type: 'array', items: { anyOf: [INT64, { type: 'null' }] } },
        name: { type: 'string', minLength: 1 },
        flag: { type: 'boolean', const: true },
      },
    };
    expect(valid(schema, '{"list":[1,null]}')).toBe(true);
    expect(valid(schema, '{"list":["1"]}')).toBe(false);
    expect(valid(schema, '{}')).toBe(false);
    expect(valid(schema, '{"list":[],"name":""}')).toBe(false);
    expect(valid(schema, '{"list":[],"flag":false}')).toBe(false);
  });

  it('leave examples out, whatever they hold', () => {
    expect(valid({ type: 'string', examples: [{ type: 'integer' }] }, '"x"')).toBe(true);
  });

  it('refer to other schemas', () => {
    const other = { $id: `${BASE}other.schema.json`, anyOf: [INT64] };
    expect(valid({ $ref: 'other.schema.json' }, '5', [other])).toBe(true);
    expect(valid({ $ref: 'other.schema.json' }, '"5"', [other])).toBe(false);
  });

  it('give every error, not the first alone', () => {
    const schema = {
      $id: `${BASE}a`,
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
    };
    const validate = compileExact([schema])(`${BASE}a`);
    validate(forSchema(valueOf('{"a":1,"b":2}')));
    expect(errorsOf(validate)).toHaveLength(2);
  });

  it('know the descriptions of the derived files', () => {
    expect(valid({ ...INT64, description: 'an id', 'x-source': 'docs/api/x.md:3' }, '5')).toBe(
      true,
    );
  });
});

it('knows no other schema', () => {
  expect(() => compileExact([{ $id: `${BASE}a` }])(`${BASE}b`)).toThrow(`no schema ${BASE}b`);
});

describe('forSchema', () => {
  it('keeps what it is', () => {
    for (const text of ['null', 'true', '"x"', '5']) {
      expect(forSchema(valueOf(text))).toBe(valueOf(text));
    }
  });

  it('makes whole numbers bigint and the others doubles', () => {
    expect(forSchema(valueOf('11.0'))).toBe(11n);
    expect(forSchema(valueOf('11.5'))).toBe(11.5);
    expect(forSchema(valueOf('[1.0,{"a":2.5}]'))).toEqual([
      1n,
      Object.assign(Object.create(null), { a: 2.5 }),
    ]);
  });

  it('gives objects no prototype, so that no inherited member counts as present', () => {
    const schema = { type: 'object', required: ['toString'] };
    expect(valid(schema, '{}')).toBe(false);
    expect(valid(schema, '{"toString":1}')).toBe(true);
    expect(Object.getPrototypeOf(forSchema(valueOf('{}')))).toBeNull();
  });
});
