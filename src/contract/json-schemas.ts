import { DATA, type Contract, type EndpointContract } from './contract.js';
import { DERIVED, pascal } from './derived-names.js';
import { presentOnFailure, presentOnSuccess } from './presence.js';
import { sampleData } from './sample-data.js';
import { memberSchema, membersSchema, said, type SchemaNode } from './schema-node.js';

/** Base of the schemas' identifiers. It names, it is never fetched (RFC 2606, `.example`). */
export const SCHEMA_BASE = 'https://cmdb-conformance.example/schemas/';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * All JSON Schemas of a contract.
 *
 * @param contract - the contract
 * @returns by file name below `schemas/`: the shared ones in `esb/`, three for each endpoint
 */
export function jsonSchemas(contract: Contract): Map<string, SchemaNode> {
  return new Map([
    ['esb/common-arguments.schema.json', commonSchema(contract)],
    ['esb/envelope.schema.json', envelopeSchema(contract)],
    ...contract.endpoints.flatMap((endpoint): [string, SchemaNode][] => [
      [`${endpoint.endpoint}/request.schema.json`, requestSchema(endpoint)],
      [`${endpoint.endpoint}/success.schema.json`, successSchema(contract, endpoint)],
      [`${endpoint.endpoint}/failure.schema.json`, failureSchema(contract, endpoint)],
    ]),
  ]);
}

function head(file: string, title: string): SchemaNode {
  return { $schema: DIALECT, $id: SCHEMA_BASE + file, $comment: DERIVED, title };
}

function commonSchema({ common, main }: Contract): SchemaNode {
  const oneOf = common.flatMap(({ clauses }) =>
    clauses.filter(({ rule }) => rule === 'one-identity'),
  );
  const [identity] = oneOf;
  return {
    ...head('esb/common-arguments.schema.json', 'CommonArguments'),
    type: 'object',
    ...membersSchema(common, main.document.path),
    ...(identity === undefined
      ? {}
      : {
          anyOf: identity.names.map((name) => ({
            // Named again, for validators that are strict about what `required` refers to.
            properties: { [name]: {} },
            required: [name],
            description: identity.quote,
            'x-source': `${main.document.path}:${identity.line}`,
          })),
        }),
  };
}

function envelopeSchema(contract: Contract): SchemaNode {
  const { document, nullable } = contract.main;
  const { properties = {} } = membersSchema(contract.envelope, document.path, { nullable });
  const data = contract.envelope.find(({ name }) => name === DATA);
  return {
    ...head('esb/envelope.schema.json', 'Envelope'),
    type: 'object',
    properties: {
      ...properties,
      ...(data === undefined ? {} : { [DATA]: said(data, document.path) }),
    },
    required: presentOnFailure(contract),
  };
}

function requestSchema({ endpoint, document }: EndpointContract): SchemaNode {
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
    allOf: [{ $ref: '../esb/common-arguments.schema.json' }],
    ...membersSchema(document.request, document.path),
    ...(sample === undefined ? {} : { examples: [sampleData(sample)] }),
  };
}

function successSchema(contract: Contract, own: EndpointContract): SchemaNode {
  const { document, endpoint } = own;
  const sample = document.responseSample?.value;
  return {
    ...head(`${endpoint}/success.schema.json`, `${pascal(endpoint)}Success`),
    type: 'object',
    allOf: [{ $ref: '../esb/envelope.schema.json' }],
    properties: {
      ...outcome(contract, own, 'result-true', { const: true }),
      ...outcome(contract, own, 'code-zero', { const: 0 }),
      ...dataOf(own, false),
    },
    required: presentOnSuccess(document.response),
    ...(sample === undefined ? {} : { examples: [sampleData(sample)] }),
  };
}

function failureSchema(contract: Contract, own: EndpointContract): SchemaNode {
  return {
    ...head(`${own.endpoint}/failure.schema.json`, `${pascal(own.endpoint)}Failure`),
    type: 'object',
    allOf: [{ $ref: '../esb/envelope.schema.json' }],
    properties: {
      ...outcome(contract, own, 'result-false', { const: false }),
      ...outcome(contract, own, 'code-positive', { minimum: 1 }),
      ...outcome(contract, own, 'message-on-failure', { minLength: 1 }),
      ...dataOf(own, true),
    },
    required: presentOnFailure(contract),
  };
}

/** What a clause of the response table adds for one outcome, at the member that it stands at. */
function outcome(
  contract: Contract,
  own: EndpointContract,
  rule: string,
  keywords: SchemaNode,
): Record<string, SchemaNode> {
  const member = contract.envelope.find(({ clauses }) => clauses.some((c) => c.rule === rule));
  const clause = member?.clauses.find((c) => c.rule === rule);
  if (member === undefined || clause === undefined) return {};
  const { path } = contract.main.document;
  const { type } = memberSchema(member, path, own);
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
