import { ESB } from '../../binding/bindings.js';
import { judgeAgain } from '../../engine/again/judge-again.js';
import { compileSchemas } from '../../engine/schemas.js';
import { declarationsOf } from '../../record/declarations.js';
import type { RequirementResult, RunRecord } from '../../record/record.js';
import { judgeOutcome } from '../../record/roll-up.js';
import type { Waiver } from '../../record/waiver.js';
import { EVERY_VARIABLE } from '../settings/every-variable.js';
import { judgedEndpoints } from '../run/judged-endpoints.js';
import { loadContract } from '../document/load-contract.js';
import { loadProfiles } from '../declared/load-profiles.js';

/** What the verdicts of a record are, drawn from its exchanges. */
export type Redrawn =
  /** They are those of the record. */
  | { readonly how: 'same' }
  /** Verdicts that do not follow from the exchanges, as `<endpoint>/<requirement>`. */
  | { readonly how: 'other'; readonly requirements: readonly string[] }
  | { readonly how: 'other-outcome'; readonly drawn: string }
  /** Exchanges are missing, or were not kept whole: so many requests. */
  | { readonly how: 'lacking'; readonly requests: number }
  /** Documents of the record that are not those of this version. */
  | { readonly how: 'other-documents'; readonly paths: readonly string[] }
  | { readonly how: 'other-binding' };

/**
 * Draws every verdict of a record again from its exchanges, with the documents of this version. No
 * recorded verdict is looked at but to compare it.
 */
export async function redrawVerdicts(record: RunRecord): Promise<Redrawn> {
  const contract = await loadContract();
  const known = new Map(contract.documents.map(({ path, sha256 }) => [path, sha256]));
  const others = record.suite.documents.filter(({ path, sha256 }) => known.get(path) !== sha256);
  if (others.length > 0) return { how: 'other-documents', paths: others.map(({ path }) => path) };
  if (record.target.binding !== ESB.name) return { how: 'other-binding' };
  const given = {
    contract,
    schemas: compileSchemas(contract),
    binding: ESB,
    effort: record.suite.effort,
  };
  const names = record.endpoints.map(({ endpoint }) => endpoint);
  const again = await judgeAgain(record, {
    ...given,
    endpoints: judgedEndpoints(names, given),
    variables: EVERY_VARIABLE,
    declarations: declarationsOf(
      loadProfiles(),
      record.target.releases ?? {},
      waiversOf(record),
      Date.parse(record.startedAt),
    ),
  });
  const other = differing(record.requirements, again.requirements);
  if (again.strays > 0) return { how: 'lacking', requests: again.strays };
  if (other.length > 0) return { how: 'other', requirements: other };
  const drawn = judgeOutcome(
    again.requirements,
    record.partial !== undefined,
    record.settings.strict,
  );
  return drawn === record.outcome ? { how: 'same' } : { how: 'other-outcome', drawn };
}

/** The waivers that decided something in a run. */
export function waiversOf({ requirements }: RunRecord): Waiver[] {
  return requirements.flatMap(({ waiver = [] }) => waiver);
}

function differing(
  recorded: readonly RequirementResult[],
  drawn: readonly RequirementResult[],
): string[] {
  const keyed = (all: readonly RequirementResult[]): Map<string, string> =>
    new Map(
      all.map(({ endpoint, id, level, status, problem }) => [
        `${endpoint}/${id}`,
        JSON.stringify([level, status, problem]),
      ]),
    );
  const [was, is] = [keyed(recorded), keyed(drawn)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key));
}
