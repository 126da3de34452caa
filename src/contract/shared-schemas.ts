import { DATA, type SharedParts } from './contract.js';
import { presentOnFailure } from './presence.js';
import { membersSchema, said, type SchemaNode } from './schema-node.js';

/**
 * The schema of the common arguments of a request.
 *
 * @param parts - what a document says of them
 * @returns a schema without a name of its own
 */
export function argumentsSchema({ common, path }: SharedParts): SchemaNode {
  const [identity] = common.flatMap(({ clauses }) =>
    clauses.filter(({ rule }) => rule === 'one-identity'),
  );
  return {
    type: 'object',
    ...membersSchema(common, path),
    ...(identity === undefined
      ? {}
      : {
          anyOf: identity.names.map((name) => ({
            // Named again, for validators that are strict about what `required` refers to.
            properties: { [name]: {} },
            required: [name],
            description: identity.quote,
            'x-source': `${path}:${identity.line}`,
          })),
        }),
  };
}

/**
 * The schema of every answer, whatever came of the request; so it says nothing of `data`.
 *
 * @param parts - what a document says of its answer
 * @returns a schema without a name of its own
 */
export function envelopeSchema({ envelope, nullable, path }: SharedParts): SchemaNode {
  const { properties = {} } = membersSchema(envelope, path, { nullable });
  const data = envelope.find(({ name }) => name === DATA);
  return {
    type: 'object',
    properties: { ...properties, ...(data === undefined ? {} : { [DATA]: said(data, path) }) },
    required: presentOnFailure(envelope),
  };
}
