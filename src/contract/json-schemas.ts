import { DATA, type Contract, type EndpointContract } from './contract.js';
import { DERIVED, pascal } from './derived-names.js';
import { presentOnFailure, presentOnSuccess } from './presence.js';
import { sampleData } from './sample-data.js';
import { memberSchema, membersSchema, said, type SchemaNode } from './schema-node.js';
import { argumentsSchema, envelopeSchema } from './shared-schemas.js';

/** Base of the schemas' identifiers. It names, it is never fetched (RFC 2606, `.example`). */
export const SCHEMA_BASE = 'https://cmdb-conformance.example/schemas/';

const ARGUMENTS = 'esb/common-arguments.schema.json';
const ENVELOPE = 'esb/envelope.schema.json';
const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * All JSON Schemas of a contract.
 *
 * @param contract - the contract
 * @returns by file name below `schemas/`: the shared ones in `esb/`, three for each endpoint
 */
export function jsonSchemas(contract: Contract): Map<string, SchemaNode> {
  return new Map([
    [ARGUMENTS, { ...head(ARGUMENTS, 'CommonArguments'), ...argumentsSchema(contract.shared) }],
    [ENVELOPE, { ...head(ENVELOPE, 'Envelope'), ...envelopeSchema(contract.shared) }],
    ...contract.endpoints.flatMap((own): [string, SchemaNode][] => [
      [`${own.endpoint}/request.schema.json`, requestSchema(own)],
      [`${own.endpoint}/success.schema.json`, successSchema(own)],
      [`${own.endpoint}/failure.schema.json`, failureSchema(own)],
    ]),
  ]);
}

function head(file: string, title: string): SchemaNode {
  return { $schema: DIALECT, $id: SCHEMA_BASE + file, $comment: DERIVED, title };
}

/** The shared schema where the document follows it, else what the document says itself. */
function shared(follows: boolean, file: string, own: SchemaNode): SchemaNode {
  return follows ? { $ref: `../${file}` } : own;
}

function requestSchema({ endpoint, document, parts, follows }: EndpointContract): SchemaNode {
  const sample = document.requestSample?.value;
  return {
    ...head(`${endpoint}/request.schema.json`, `${pascal(endpoint)}Request`),
    ...(document.description === undefined
      ? {}
      : {
          description: document.description.quote,
          'x-source': `${document.path}:${document.description.line}`,
        }),
    type: 'object',
    allOf: [shared(follows.common, ARGUMENTS, argumentsSchema(parts))],
    ...membersSchema(document.request, document.path),
    ...(sample === undefined ? {} : { examples: [sampleData(sample)] }),
  };
}

function successSchema(own: EndpointContract): SchemaNode {
  const { document, endpoint } = own;
  const sample = document.responseSample?.value;
  return {
    ...head(`${endpoint}/success.schema.json`, `${pascal(endpoint)}Success`),
    type: 'object',
    allOf: [shared(own.follows.envelope, ENVELOPE, envelopeSchema(own.parts))],
    properties: {
      ...outcome(own, 'result-true', { const: true }),
      ...outcome(own, 'code-zero', { const: 0 }),
      ...dataOf(own, false),
    },
    required: presentOnSuccess(document.response),
    ...(sample === undefined ? {} : { examples: [sampleData(sample)] }),
  };
}

function failureSchema(own: EndpointContract): SchemaNode {
  return {
    ...head(`${own.endpoint}/failure.schema.json`, `${pascal(own.endpoint)}Failure`),
    type: 'object',
    allOf: [shared(own.follows.envelope, ENVELOPE, envelopeSchema(own.parts))],
    properties: {
      ...outcome(own, 'result-false', { const: false }),
      ...outcome(own, 'code-positive', { minimum: 1 }),
      ...outcome(own, 'message-on-failure', { minLength: 1 }),
      ...dataOf(own, true),
    },
    required: presentOnFailure(own.document.response),
  };
}

/** What a clause of the response table adds for one outcome, at the member that it stands at. */
function outcome(
  { parts }: EndpointContract,
  rule: string,
  keywords: SchemaNode,
): Record<string, SchemaNode> {
  const member = parts.envelope.find(({ clauses }) => clauses.some((c) => c.rule === rule));
  const clause = member?.clauses.find((c) => c.rule === rule);
  if (member === undefined || clause === undefined) return {};
  const { path } = parts;
  const { type } = memberSchema(member, path, parts);
  const source = { description: clause.quote, 'x-source': `${path}:${clause.line}` };
  return { [member.name]: { ...(type === undefined ? {} : { type }), ...keywords, ...source } };
}

function dataOf({ document }: EndpointContract, failed: boolean): Record<string, SchemaNode> {
  const data = document.response.find(({ name }) => name === DATA);
  if (data === undefined) return {};
  if (!failed) return { [DATA]: memberSchema(data, document.path, { everyMember: true }) };
  const array = data.type?.kind === 'array' ? (['array'] as const) : [];
  return { [DATA]: { type: ['object', ...array, 'null'], ...said(data, document.path) } };
}
