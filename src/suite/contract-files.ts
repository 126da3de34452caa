import type { Exclusion, Requirement } from '../contract/requirement.js';
import type { JsonObject } from '../json/json-value.js';
import type { Case } from '../cases/case.js';
import { lackingCases } from './demanded-cases.js';
import { openEnvelopeJudge } from '../judge/envelope.js';
import type { EnvelopeJudge } from '../judge/envelope.js';
import { compileExact, errorsOf, forSchema } from '../judge/exact-schema.js';
import type { Schema } from '../judge/exact-schema.js';

/** One derived `requirements.json`. */
export interface RequirementsFile {
  readonly document: { readonly path: string; readonly sha256: string };
  readonly requirements: readonly Requirement[];
  readonly exclusions: readonly Exclusion[];
}

/** The derived contract, as far as a run needs it. */
export interface ContractFiles {
  readonly documents: readonly { readonly path: string; readonly sha256: string }[];
  /** Requirements of level `must` and `should`. */
  readonly requirements: readonly Requirement[];
  /** Requirements of level `support`. */
  readonly support: readonly Requirement[];
  readonly exclusions: readonly Exclusion[];
  /** Judges answers by the derived schemas. */
  readonly envelope: EnvelopeJudge;
  /** What is wrong with the body of a request by the schema of its endpoint; undefined: nothing. */
  readonly requestProblem: (endpoint: string, body: JsonObject) => string | undefined;
  /** What the contract demands of a case list and the list has not. */
  readonly lackingCases: (cases: readonly Case[]) => string[];
}

/**
 * Puts the derived files together.
 *
 * @param files - the texts of all `requirements.json`, parsed and known to be of that form
 * @param schemas - all derived schemas, each with its `$id`
 */
export function assembleContract(
  files: readonly RequirementsFile[],
  schemas: readonly Schema[],
): ContractFiles {
  const all = files.flatMap((file) => file.requirements);
  const ids = schemas.map((schema) => String(schema['$id']));
  const schemaId = (endpoint: string, kind: string): string =>
    ids.find((id) => id.endsWith(`/${endpoint}/${kind}.schema.json`)) ?? `${endpoint}/${kind}`;
  const validators = compileExact(schemas);
  return {
    documents: files.map((file) => file.document),
    requirements: all.filter((requirement) => requirement.level !== 'support'),
    support: all.filter((requirement) => requirement.level === 'support'),
    exclusions: files.flatMap((file) => file.exclusions),
    envelope: openEnvelopeJudge(validators, schemaId),
    requestProblem(endpoint, body) {
      const validate = validators(schemaId(endpoint, 'request'));
      if (validate(forSchema(body))) return undefined;
      const [error] = errorsOf(validate);
      return `${error?.instancePath ?? ''} ${error?.message ?? 'it is not valid'}`;
    },
    lackingCases: (cases) =>
      lackingCases(
        schemaOf(schemas, '/add_instance_association/request.schema.json'),
        schemaOf(schemas, '/esb/common-arguments.schema.json'),
        cases,
      ),
  };
}

function schemaOf(schemas: readonly Schema[], end: string): Schema {
  return schemas.find((schema) => String(schema['$id']).endsWith(end)) ?? {};
}
