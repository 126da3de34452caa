import type { Requirement } from '../../contract/requirement.js';
import type { DocumentChange, Stated } from './comparison.js';

/** A requirement, and the endpoint that it is one of. */
export type StatedRequirement = Pick<Requirement, 'id' | 'level' | 'source'> & {
  readonly endpoint: string;
};

/**
 * What two documents state otherwise: requirements that only one has, and those of another level or
 * with other words.
 *
 * @param before - the requirements that the earlier one yields
 * @param after - those of the later one
 */
export function documentChanges(
  before: readonly StatedRequirement[],
  after: readonly StatedRequirement[],
): DocumentChange[] {
  const keyOf = ({ endpoint, id }: StatedRequirement): string => JSON.stringify([endpoint, id]);
  const left = new Map(before.map((one) => [keyOf(one), one]));
  const changes = after.flatMap((is): DocumentChange[] => {
    const was = left.get(keyOf(is));
    left.delete(keyOf(is));
    const { endpoint, id } = is;
    if (was === undefined) return [{ endpoint, id, change: 'added', after: stated(is) }];
    const isSame = was.level === is.level && wordsOf(was) === wordsOf(is);
    return isSame
      ? []
      : [{ endpoint, id, change: 'changed', before: stated(was), after: stated(is) }];
  });
  const removed = [...left.values()].map((was): DocumentChange => {
    const { endpoint, id } = was;
    return { endpoint, id, change: 'removed', before: stated(was) };
  });
  return [...removed, ...changes];
}

/** White space says nothing: tables are padded. */
function wordsOf({ source }: StatedRequirement): string {
  return source.quote.replace(/\s+/g, '');
}

function stated({ level, source: { path, line, quote } }: StatedRequirement): Stated {
  return { level, path, line, quote };
}
