import type { Case } from '../cases/case.js';
import type { Schema } from '../judge/exact-schema.js';

/** How often each credential and each required member is refused in a run, as faults come and go. */
const TIMES_REFUSED = 8;

/** The faults that stand for the JSON types which a documented type excludes, besides null. */
const EXCLUDED_BY = {
  string: ['as number', 'as boolean', 'in an array', 'in an object'],
  integer: [
    'as text',
    'a fraction',
    'as boolean',
    'in an array',
    'in an object',
    'just above int64',
  ],
  object: ['as text', 'as number', 'as boolean', 'in an array'],
} as const;

type Type = keyof typeof EXCLUDED_BY;

interface Member {
  readonly path: string;
  readonly type: Type;
  readonly required: boolean;
}

/**
 * What the contract demands of a case list and the list has not: each required member absent, null
 * and empty, each member with every JSON type that its documented type excludes, and each of what is
 * required refused often enough. So a run from a shortened list is noticed.
 *
 * @param request - the derived schema of the request
 * @param common - the derived schema of the common arguments
 * @param cases - the list
 * @returns ids of missing cases, and requirements that too few cases exercise; empty when all is there
 */
export function lackingCases(request: Schema, common: Schema, cases: readonly Case[]): string[] {
  const members = membersOf(request);
  const credentials = membersOf(common);
  const demanded = [
    ...members.flatMap((member) => missing('missing-field', member)),
    ...credentials.flatMap((member) => missing('bad-auth', member)),
    ...[...members, ...credentials].flatMap(({ path, type }) =>
      EXCLUDED_BY[type].map((fault) => `wrong-type.${path}.${fault}`),
    ),
  ];
  const ids = new Set(cases.map(({ id }) => id));
  const often = [
    ...members.flatMap(({ path, required }) => (required ? [`request.${path}.required`] : [])),
    ...credentials.flatMap(({ path, required }) => (required ? [`auth.${path}.required`] : [])),
  ];
  return [
    ...demanded.filter((id) => !ids.has(id)),
    ...often.filter((requirement) => timesIn(cases, requirement) < TIMES_REFUSED),
  ];
}

function missing(category: string, { path, type, required }: Member): string[] {
  if (!required) return [];
  const faults = type === 'integer' ? ['absent', 'null'] : ['absent', 'null', 'empty'];
  return faults.map((fault) => `${category}.${path}.${fault}`);
}

function timesIn(cases: readonly Case[], requirement: string): number {
  return cases.filter(({ requirements }) => requirements.includes(requirement)).length;
}

function membersOf(schema: Schema, prefix = ''): Member[] {
  const required = schema['required'];
  return Object.entries(asSchema(schema['properties'])).flatMap(([name, value]): Member[] => {
    const node = asSchema(value);
    const type = node['type'];
    const path = `${prefix}${name}`;
    return [
      ...(isType(type)
        ? [{ path, type, required: Array.isArray(required) && required.includes(name) }]
        : []),
      ...membersOf(node, `${path}.`),
    ];
  });
}

function isType(type: unknown): type is Type {
  return typeof type === 'string' && type in EXCLUDED_BY;
}

function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
