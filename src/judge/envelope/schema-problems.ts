import type { ValidateFunction } from 'ajv/dist/2020.js';
import { ExactNumber, isObject } from '../../json/json-value.js';
import type { JsonObject, JsonValue } from '../../json/json-value.js';
import type { Problem } from '../../record/problem.js';
import { errorsOf, forSchema } from '../exact-schema.js';

/** The compiled schemas of an endpoint's answers. */
export interface AnswerSchemas {
  readonly success: ValidateFunction;
  readonly failure: ValidateFunction;
}

/** What an answer's schema finds, by the path of a member; places in arrays are left out. */
export interface SchemaProblems {
  readonly types: ReadonlyMap<string, Problem>;
  readonly missing: ReadonlySet<string>;
}

/** Members of a wrong type, and members that are missing. */
export function schemaProblems(validate: ValidateFunction, body: JsonObject): SchemaProblems {
  const types = new Map<string, Problem>();
  const missing = new Set<string>();
  if (validate(forSchema(body))) return { types, missing };
  for (const error of errorsOf(validate)) {
    const steps = error.instancePath.split('/').slice(1);
    const at = steps.filter((step) => !/^[0-9]+$/.test(step)).join('.');
    const params: Readonly<Record<string, unknown>> = error.params;
    if (error.keyword === 'type' || error.keyword === 'exactInteger') {
      const expected: unknown = error.keyword === 'type' ? params['type'] : error.schema;
      types.set(at, {
        kind: 'wrong-type',
        at,
        expected: [expected].flat().map(String).join(' or ').replace('any', 'integer'),
        found: jsonType(valueIn(body, steps)),
      });
    } else if (error.keyword === 'required') {
      missing.add(`${at}${at === '' ? '' : '.'}${String(params['missingProperty'])}`);
    }
  }
  return { types, missing };
}

function valueIn(body: JsonValue, steps: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = body;
  for (const step of steps) {
    if (isArray(value)) value = value[Number(step)];
    else value = isObject(value) ? value[step] : undefined;
  }
  return value;
}

function isArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The JSON type of a value; a number that is no integer token is `number`. */
function jsonType(value: JsonValue | undefined): string {
  if (value === null) return 'null';
  if (typeof value === 'bigint') return 'integer';
  if (value instanceof ExactNumber) return 'number';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}
