import type { Exclusion, Requirement } from '../contract/requirement.js';
import { ConformanceError } from '../error.js';
import type { JsonObject } from '../wire/json-value.js';
import { openEnvelopeJudge } from './judge/envelope.js';
import type { EnvelopeJudge } from './judge/envelope.js';
import { compileExact, errorsOf, forSchema } from './judge/exact-schema.js';
import type { Schema } from './judge/exact-schema.js';

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
  /**
   * The suite checks itself: a request that claims to be valid follows the request schema.
   *
   * @throws ConformanceError `internal`
   */
  readonly checkRequest: (request: JsonObject) => void;
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
  const validate = validators(schemaId('add_instance_association', 'request'));
  return {
    documents: files.map((file) => file.document),
    requirements: all.filter((requirement) => requirement.level !== 'support'),
    support: all.filter((requirement) => requirement.level === 'support'),
    exclusions: files.flatMap((file) => file.exclusions),
    envelope: openEnvelopeJudge(validators, schemaId),
    checkRequest(request) {
      if (validate(forSchema(request))) return;
      const [error] = errorsOf(validate);
      throw new ConformanceError(
        'internal',
        `A request that should be valid does not follow its schema: ${error?.instancePath ?? ''} ${error?.message ?? ''}.`,
        'This is a fault of the suite or of a setting’s value; please report it.',
      );
    },
  };
}
