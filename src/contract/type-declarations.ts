import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { DocumentMember } from '../document/api-document.js';
import type { MemberType } from '../document/member-type.js';
import { DATA, type Contract, type EndpointContract, type SharedParts } from './contract.js';
import { DERIVED, pascal } from './derived-names.js';
import { presentOnFailure, presentOnSuccess } from './presence.js';
import { memberSchema, membersSchema, type SchemaNode } from './schema-node.js';

/**
 * TypeScript types of a contract. They are closed, so that a member which the document loses,
 * renames or retypes no longer compiles; integers are `bigint`, as the exact JSON reader gives
 * them.
 *
 * @param contract - the contract
 * @returns by file name below `schemas/`: `esb/types.d.ts` and one for each endpoint
 */
export async function typeDeclarations(contract: Contract): Promise<Map<string, string>> {
  const files = new Map([['esb/types.d.ts', await sharedTypes(contract.shared)]]);
  for (const own of contract.endpoints) {
    files.set(`${own.endpoint}/types.d.ts`, await endpointTypes(own));
  }
  return files;
}

async function sharedTypes({ common, envelope, nullable, path }: SharedParts): Promise<string> {
  const args = closed({ type: 'object', ...membersSchema(common, path) });
  const { properties = {}, required = [] } = membersSchema(envelope, path, {
    everyMember: true,
    nullable,
  });
  const answer = closed({ type: 'object', properties, required });
  return [
    banner(path),
    await declare('CommonArguments', args),
    await declare('Envelope', {
      ...answer,
      properties: { ...answer.properties, [DATA]: { tsType: 'unknown' } },
    }),
  ].join('\n');
}

async function endpointTypes(own: EndpointContract): Promise<string> {
  const { document, endpoint, follows } = own;
  const { common, request, response, path } = document;
  const name = pascal(endpoint);
  const shared = follows.common ? [{ tsType: 'CommonArguments' }] : [table(common, path)];
  const parameters = request.length === 0 ? [] : [table(request, path)];
  const success = answerType(own, presentOnSuccess(response), [
    { name: 'result', of: 'boolean', type: { tsType: 'true' } },
    { name: 'code', of: 'integer', type: { tsType: '0n' } },
  ]);
  const failure = answerType(own, presentOnFailure(response), [
    { name: 'result', of: 'boolean', type: { tsType: 'false' } },
    ...(['object', 'array', 'null'] as const).map((of) => ({ name: DATA, of, type: ANY_OR_NULL })),
  ]);
  return [
    banner(path),
    ...(follows.common ? ["import type { CommonArguments } from '../esb/types.js';\n"] : []),
    await declare(`${name}Request`, { allOf: [...shared, ...parameters] }),
    await declare(`${name}Success`, success),
    await declare(`${name}Failure`, failure),
  ].join('\n');
}

function table(members: readonly DocumentMember[], path: string): JSONSchema {
  return closed({ type: 'object', ...membersSchema(members, path) });
}

/** A type that holds in one outcome, in place of the documented one that it lies in. */
interface Narrower {
  readonly name: string;
  readonly of: MemberType['kind'];
  readonly type: JSONSchema;
}

const ANY_OR_NULL: JSONSchema = { type: ['object', 'null'], additionalProperties: true };

/** One outcome of an answer: its required members, and what is narrower than the table says. */
function answerType(
  own: EndpointContract,
  required: readonly string[],
  narrower: readonly Narrower[],
): JSONSchema {
  // `data` is null only where a request fails.
  const nullable = new Set([...own.parts.nullable].filter((name) => name !== DATA));
  const { document } = own;
  const properties = document.response.map((member): [string, JSONSchema] => {
    const schema = closed(memberSchema(member, document.path, { everyMember: true, nullable }));
    const { description } = schema;
    const narrow = narrower.find(
      ({ name, of }) => name === member.name && of === member.type?.kind,
    );
    return [member.name, narrow ? { ...narrow.type, description: description ?? '' } : schema];
  });
  return {
    type: 'object',
    additionalProperties: false,
    required: [...required],
    properties: Object.fromEntries(properties),
  };
}

/** The schema with objects closed, integers as bigint and the source line in the comment. */
function closed(node: SchemaNode): JSONSchema {
  const { type, properties, required, additionalProperties: others, items } = node;
  const comment = [node.description, node['x-source']].filter((words) => words !== undefined);
  const description = comment.join('\n\n').replaceAll('*/', '*\u200B/');
  if (type === 'integer') return { description, tsType: 'bigint' };
  // `{}` would take any member; this takes none, also where the table has lost its last row.
  const isEmpty = properties !== undefined && Object.keys(properties).length === 0;
  if (isEmpty) return { description, tsType: 'Record<string, never>' };
  const open = others === undefined ? properties === undefined : closed(others);
  return {
    description,
    ...(type === undefined ? {} : { type: typeof type === 'string' ? type : [...type] }),
    ...(properties === undefined ? {} : { properties: closedMembers(properties) }),
    required: [...(required ?? [])],
    ...(items === undefined ? {} : { items: closed(items) }),
    additionalProperties: open,
  };
}

function closedMembers(members: Readonly<Record<string, SchemaNode>>): Record<string, JSONSchema> {
  return Object.fromEntries(Object.entries(members).map(([name, node]) => [name, closed(node)]));
}

function banner(path: string): string {
  return `// ${path}\n// ${DERIVED}\n`;
}

async function declare(name: string, schema: JSONSchema): Promise<string> {
  return compile(schema, name, {
    bannerComment: '',
    additionalProperties: false,
    style: { singleQuote: true, printWidth: 100 },
  });
}
