import type { Envelope } from '../binding/binding.js';
import type { ContractFiles } from '../contract/contract-files.js';
import type { EndpointOutline } from '../contract/outline.js';
import type { JsonObject } from '../json/json-value.js';
import { openEnvelopeJudge } from '../judge/envelope.js';
import type { EnvelopeJudge } from '../judge/envelope.js';
import { compileExact, errorsOf, forSchema } from '../judge/exact-schema.js';

/** The derived schemas, compiled for exact values. */
export interface Schemas {
  /** What is wrong with a request by the schema of its endpoint; undefined: nothing. */
  readonly requestProblem: (endpoint: string, request: JsonObject) => string | undefined;
  /** The judge of an endpoint's answers. */
  readonly judgeOf: (outline: EndpointOutline, envelope: Envelope) => EnvelopeJudge;
}

/** Compiles the schemas of a contract; each when it is first needed. */
export function compileSchemas({ schemas }: ContractFiles): Schemas {
  const validators = compileExact(schemas);
  const ids = schemas.map(({ $id }) => String($id));
  const of = (endpoint: string, kind: string): ReturnType<typeof validators> =>
    validators(ids.find((id) => id.endsWith(`/${endpoint}/${kind}.schema.json`)) ?? endpoint);
  /** Each request that is sent asks for one of them. */
  const ofRequests = new Map<string, ReturnType<typeof validators>>();
  return {
    requestProblem(endpoint, request) {
      const validate = ofRequests.get(endpoint) ?? of(endpoint, 'request');
      ofRequests.set(endpoint, validate);
      if (validate(forSchema(request))) return undefined;
      const [error] = errorsOf(validate);
      return `${error?.instancePath ?? ''} ${error?.message ?? 'it is not valid'}`;
    },
    judgeOf: (outline, envelope) =>
      openEnvelopeJudge(outline, envelope, {
        success: of(outline.endpoint, 'success'),
        failure: of(outline.endpoint, 'failure'),
      }),
  };
}
