import type { Cause, DifferenceKind, Place } from './comparison.js';
import { editOf } from './message-form.js';
import type { Step } from './step.js';

/** A difference in one pair of answers, and where it shows. */
export interface Found {
  readonly endpoint: string;
  readonly cause: Cause;
  readonly step: Step;
  readonly place: Place;
}

/** Differences that are one, with every place. */
export interface Gathered {
  readonly kind: DifferenceKind;
  readonly endpoints: readonly string[];
  readonly at?: string;
  readonly cause: Cause;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly places: readonly Place[];
}

/** Kinds whose values are words that differ by cause: one change may show in many of them. */
const IN_WORDS: ReadonlySet<DifferenceKind> = new Set([
  'refused-now',
  'accepted-now',
  'unreadable-now',
  'readable-now',
  'silent-now',
  'answered-now',
  'code-changed',
  'message-changed',
  'refused-otherwise',
  'other-cause',
  'success-message-changed',
  'status-changed',
]);

/**
 * Puts together what is one difference: the same change of the same thing, in however many answers. Of
 * words also where the same words were changed in them, where all became the same, and where all were
 * the same: a server that has one message more or less did one thing. A success has no words: it is the
 * same at one endpoint.
 *
 * @param form - what of a text is put together, so that one said of each member is one
 * @param data - name of the member that is another at each endpoint; all others are the same
 */
export function gatherDifferences(
  found: readonly Found[],
  form: (text: string) => string,
  data: string,
): Gathered[] {
  const groups = new Map<string, Found[]>();
  const leaders = new Map<string, string>();
  const leader = (key: string): string => {
    let at = key;
    for (let above = leaders.get(at); above !== undefined; above = leaders.get(at)) at = above;
    return at;
  };
  const join = (one: string, other: string): void => {
    const [a, b] = [leader(one), leader(other)];
    if (a !== b) leaders.set(b, a);
  };
  const keyed = found.map((it) => {
    const { endpoint, cause, step } = it;
    const isOwn = step.at !== undefined && /^[^.[]*/.exec(step.at)?.[0] === data;
    const [before, after] = formsOf(step, form);
    const isDeed = IN_WORDS.has(step.kind) && (before === '' || after === '');
    const where = isOwn || isDeed ? endpoint : '';
    const head = JSON.stringify([step.kind, where, step.at ?? '', cause]);
    const key = `${head} ${JSON.stringify([before, after])}`;
    if (IN_WORDS.has(step.kind)) {
      join(`${head} was ${before}`, key);
      join(`${head} is ${after}`, key);
      if (step.kind === 'message-changed') join(`${head} edit ${editOf(before, after)}`, key);
    }
    return { it, key };
  });
  for (const { it, key } of keyed) {
    const group = leader(key);
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [it]);
    else known.push(it);
  }
  return [...groups.values()].flatMap((group) => together(group, form) ?? []);
}

/** Names of members differ from answer to answer, unless they are what changed. */
function formsOf({ before, after }: Step, form: (text: string) => string): [string, string] {
  const forms: [string, string] = [form(before), form(after)];
  return forms[0] === forms[1] ? [before, after] : forms;
}

function together(group: readonly Found[], form: (text: string) => string): Gathered | undefined {
  const [first] = group;
  if (first === undefined) return undefined;
  const { step, cause } = first;
  const pairs = group.map((one) => formsOf(one.step, form));
  return {
    kind: step.kind,
    endpoints: [...new Set(group.map(({ endpoint }) => endpoint))].sort(),
    ...(step.at === undefined ? {} : { at: step.at }),
    cause,
    before: [...new Set(pairs.map(([before]) => before))].sort(),
    after: [...new Set(pairs.map(([, after]) => after))].sort(),
    places: group.map(({ place }) => place),
  };
}
