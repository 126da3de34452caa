import type { RequirementResult, RunRecord, Status } from '../record.js';
import type { Cause, Change, RequirementChange } from './comparison.js';
import type { ChangedBesides } from './changed-besides.js';
import { changeSeverity } from './severity.js';

/** A requirement in both runs; one may lack it. */
export interface RequirementPair {
  readonly before?: RequirementResult;
  readonly after?: RequirementResult;
}

/** Pairs the requirements of two runs by endpoint and id, in the order of the later one. */
export function pairRequirements(
  before: RunRecord,
  after: RunRecord,
  endpoints: ReadonlySet<string>,
): RequirementPair[] {
  const keyOf = ({ endpoint, id }: RequirementResult): string => JSON.stringify([endpoint, id]);
  const left = new Map(
    before.requirements
      .filter((one) => endpoints.has(one.endpoint))
      .map((one) => [keyOf(one), one]),
  );
  const pairs = after.requirements
    .filter(({ endpoint }) => endpoints.has(endpoint))
    .map((is): RequirementPair => {
      const was = left.get(keyOf(is));
      left.delete(keyOf(is));
      return was === undefined ? { after: is } : { before: was, after: is };
    });
  return [...pairs, ...[...left.values()].map((was) => ({ before: was }))];
}

/** What became of a requirement, from its verdicts. */
export function changeOf(before: Status | undefined, after: Status | undefined): Change {
  if (before === undefined) return 'new';
  if (after === undefined) return 'gone';
  if (before === after) return before === 'failed' ? 'still-failing' : 'unchanged';
  if (isOpen(after)) return isOpen(before) ? 'unchanged' : 'no-longer-judged';
  if (after === 'deviation') return 'deviation-come';
  if (before === 'deviation') return 'deviation-gone';
  if (isOpen(before)) return after === 'passed' ? 'judged-now' : 'found-failing';
  return after === 'passed' ? 'fixed' : 'broken';
}

function isOpen(status: Status): boolean {
  return status === 'inconclusive' || status === 'not-applicable';
}

/**
 * What became of a requirement, how clients feel it and who changed.
 *
 * @param shows - whether a difference in the answers shows where its verdict was decided
 */
export function requirementChange(
  pair: RequirementPair,
  besides: ChangedBesides,
  shows: boolean,
): RequirementChange | undefined {
  const { before, after } = pair;
  const known = after ?? before;
  if (known === undefined) return undefined;
  const change = changeOf(before?.status, after?.status);
  const severity = changeSeverity(change, known.level, after?.status);
  const problem =
    after?.problem ?? (after === undefined || change === 'fixed' ? before?.problem : undefined);
  return {
    endpoint: known.endpoint,
    id: known.id,
    level: known.level,
    title: known.title,
    change,
    ...(before && { before: before.status }),
    ...(after && { after: after.status }),
    ...(problem && { problem }),
    ...(severity && { severity }),
    cause: causeOf(pair, besides, shows),
  };
}

/** Problems that the settings, the fixture or the identities of a run are the cause of. */
const OF_SETTINGS: ReadonlySet<string> = new Set([
  'not-configured',
  'lacking',
  'run-ended',
  'not-exercised',
  'identity-refused',
  'permission',
  'fixture-doubtful',
]);

function causeOf(
  { before, after }: RequirementPair,
  besides: ChangedBesides,
  shows: boolean,
): Cause {
  const known = after ?? before;
  const path = known?.source.path ?? '';
  const isStatedOtherwise =
    besides.documents.has(path) &&
    (before?.source.quote !== after?.source.quote || before?.level !== after?.level);
  if (isStatedOtherwise) return 'document';
  if (before === undefined || after === undefined) return besides.suite ? 'suite' : 'configuration';
  const open = [before, after].find(({ status }) => isOpen(status));
  if (open?.status === 'not-applicable') {
    return open.problem?.kind === 'no-effect' ? 'suite' : 'configuration';
  }
  if (open?.problem && OF_SETTINGS.has(open.problem.kind)) return 'configuration';
  if (shows || open !== undefined) return 'server';
  // The answers are alike, and yet they are judged otherwise.
  return besides.suite ? 'suite' : 'server';
}
