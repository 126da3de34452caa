import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { ExactNumber } from '../json/json-value.js';
import type { JsonValue } from '../json/json-value.js';
import { isInt64, wholeValue } from '../json/int64.js';
import { isObject } from '../json/json-value.js';

/** A JSON Schema as it stands in `schemas/`. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * Compiles the derived schemas for exact values.
 *
 * The files say `type: integer, format: int64`, so that any validator can use them. ajv's own
 * `integer` refuses a bigint and its `int64` accepts 1e300, so they are compiled with one keyword
 * of our own in their place.
 *
 * @param schemas - all schemas that refer to each other, each with its `$id`
 * @returns a validator for the schema with an id; throws where there is none
 */
export function compileExact(schemas: readonly Schema[]): (id: string) => ValidateFunction {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    validateFormats: false,
    // Tests hold the derived schemas to theirs: here it would take longer than all the rest.
    meta: false,
    validateSchema: false,
    // To optimise the code takes longer than a run spends in it.
    code: { optimize: false },
  });
  ajv.addKeyword({
    keyword: 'exactInteger',
    schemaType: 'string',
    validate: (format: string, value: unknown) =>
      format === 'int64' ? isInt64(value) : typeof value === 'bigint',
    error: { message: 'must be an integer' },
  });
  for (const schema of schemas) ajv.addSchema(exact(schema));
  return (id) => {
    const validate = ajv.getSchema(id);
    if (validate === undefined) throw new Error(`no schema ${id}`);
    return validate;
  };
}

function exact(node: Schema): Record<string, unknown> {
  const integer = node['type'] === 'integer';
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
      if (!integer) return [[key, exactPart(value)]];
      // Numeric bounds would be compared with doubles; the judge has rules of its own for them.
      return key === 'type' ? [['exactInteger', node['format'] === 'int64' ? 'int64' : 'any']] : [];
    }),
  );
}

function exactPart(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(exactPart);
  return isRecord(value) ? exact(value) : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A value as the compiled schemas take it: whole numbers in another form become bigint, all others
 * doubles, which no schema of ours accepts as an integer.
 */
export function forSchema(value: JsonValue): unknown {
  if (value instanceof ExactNumber) return wholeValue(value) ?? Number(value.number);
  if (Array.isArray(value)) return value.map(forSchema);
  if (!isObject(value)) return value;
  const object: Record<string, unknown> = {};
  Object.setPrototypeOf(object, null);
  for (const [key, member] of Object.entries(value)) object[key] = forSchema(member);
  return object;
}

/** Errors of the last validation. */
export function errorsOf(validate: ValidateFunction): readonly ErrorObject[] {
  return validate.errors ?? [];
}
