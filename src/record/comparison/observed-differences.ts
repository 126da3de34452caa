import type { CaseResult, Observed, RunRecord } from '../record.js';
import type { Found } from './gather-differences.js';

/**
 * What a server does otherwise where the document is silent, as far as its answers don't tell: what
 * was created all the same, for example.
 *
 * @param told - ids of cases whose answers differ
 */
export function observedDifferences(
  before: RunRecord,
  after: RunRecord,
  common: ReadonlySet<string>,
  told: ReadonlySet<string>,
): Found[] {
  const keyOf = ({ endpoint, id }: CaseResult): string => `${endpoint}/${id}`;
  const had = new Map(before.cases.map((of) => [keyOf(of), of]));
  return after.cases.flatMap((of): Found[] => {
    const was = had.get(keyOf(of));
    if (!common.has(of.endpoint) || told.has(of.id)) return [];
    if (was?.observed === undefined || of.observed === undefined) return [];
    const [one, other] = [deedOf(was.observed), deedOf(of.observed)];
    if (one === other) return [];
    const numbers = { before: lastOf(was), after: lastOf(of) };
    return [
      {
        endpoint: of.endpoint,
        cause: 'server',
        step: { kind: 'observed-otherwise', before: one, after: other },
        place: {
          case: of.id,
          purpose: 'request',
          ...(numbers.before === undefined ? {} : { before: numbers.before }),
          ...(numbers.after === undefined ? {} : { after: numbers.after }),
        },
      },
    ];
  });
}

function deedOf(observed: Observed): string {
  return observed.did === 'other' ? observed.problem.kind : observed.did;
}

function lastOf({ exchanges }: CaseResult): number | undefined {
  return exchanges.findLast(({ purpose }) => purpose === 'request')?.n;
}
