import { comparisonExitCode } from '../exit-code.js';
import type { RunRecord } from '../record.js';
import { applyAcceptance } from './accept.js';
import { changedBesides } from './changed-besides.js';
import type {
  AcceptEntry,
  Change,
  ComparedRun,
  Comparison,
  Incomparable,
  RequirementChange,
  Severity,
} from './comparison.js';
import { COMPARISON_FORMAT } from './comparison.js';
import { compareExchanges } from './compare-exchanges.js';
import { documentChanges } from './document-changes.js';
import { latencyOf } from './latency.js';
import type { NamedRun } from './named-run.js';
import { type PlaceholderRule, placeholdersOf, RULES } from './placeholders.js';
import { pairRequirements, requirementChange } from './requirement-changes.js';
import { reservationsOf } from './reservations.js';

/** What else a comparison takes. */
export interface CompareOptions {
  /** Rules for placeholders besides the usual ones. */
  readonly rules: readonly PlaceholderRule[];
  readonly accepted: readonly AcceptEntry[];
  /** ISO 8601, for example `2027-01-31`: entries whose last day is over accept nothing. */
  readonly today: string;
  readonly failOn: Severity;
}

/** Compares two runs, as far as they can be. */
export function compareRuns(one: NamedRun, other: NamedRun, options: CompareOptions): Comparison {
  const [before, after] = [one.record, other.record];
  const besides = changedBesides(before, after);
  const common = commonEndpoints(before, after);
  const incomparable = whyNot(before, after, common);
  const masks = {
    before: placeholdersOf(before, one.members, options.rules),
    after: placeholdersOf(after, other.members, options.rules),
  };
  const { differences, compared } = incomparable
    ? { differences: [], compared: 0 }
    : compareExchanges(one, other, { besides, common, masks });
  const shown = new Set(
    differences.flatMap(({ requirements }) =>
      requirements.map(({ endpoint, id }) => JSON.stringify([endpoint, id])),
    ),
  );
  const pairs = incomparable ? [] : pairRequirements(before, after, common);
  const requirements = pairs.flatMap(
    (pair) =>
      requirementChange(
        pair,
        besides,
        shown.has(
          JSON.stringify([(pair.after ?? pair.before)?.endpoint, (pair.after ?? pair.before)?.id]),
        ),
      ) ?? [],
  );
  const applied = applyAcceptance(options.accepted, options.today, {
    differences,
    requirements: requirements.filter(({ change }) => change !== 'unchanged'),
  });
  return {
    format: COMPARISON_FORMAT,
    exitCode: comparisonExitCode(
      { ...applied, comparable: incomparable === undefined },
      options.failOn,
    ),
    failOn: options.failOn,
    before: runOf(one),
    after: runOf(other),
    endpoints: after.endpoints.flatMap(({ endpoint, thing }) =>
      common.has(endpoint) ? [{ endpoint, ...(thing && { thing }) }] : [],
    ),
    ...(incomparable && { incomparable }),
    reservations: reservationsOf(before, after, common, besides),
    documents:
      besides.documents.size === 0
        ? []
        : documentChanges(
            before.requirements.filter(({ endpoint }) => common.has(endpoint)),
            after.requirements.filter(({ endpoint }) => common.has(endpoint)),
          ),
    requirements: applied.requirements,
    changes: countChanges(requirements),
    flows: flowsOf(requirements),
    differences: applied.differences,
    compared,
    latency: incomparable ? [] : latencyOf(before, after),
    rules: [
      ...options.rules.map(({ name, pattern }) => ({ name, pattern: pattern.source })),
      ...RULES.map((name) => ({ name })),
    ].map((rule) => ({
      ...rule,
      times: (masks.before.times.get(rule.name) ?? 0) + (masks.after.times.get(rule.name) ?? 0),
    })),
    stale: applied.stale,
    expired: applied.expired,
  };
}

function commonEndpoints(before: RunRecord, after: RunRecord): ReadonlySet<string> {
  const had = new Set(before.endpoints.map(({ endpoint }) => endpoint));
  return new Set(after.endpoints.map(({ endpoint }) => endpoint).filter((name) => had.has(name)));
}

function whyNot(
  before: RunRecord,
  after: RunRecord,
  common: ReadonlySet<string>,
): Incomparable | undefined {
  if (common.size === 0) return { kind: 'no-common-endpoint' };
  const side = (['before', 'after'] as const).find((name) => {
    const { cases } = name === 'before' ? before : after;
    return !cases.some(({ exchanges }) => exchanges.some(({ answer }) => answer !== undefined));
  });
  return side && { kind: 'nothing-answered', side };
}

function runOf({ name, record }: NamedRun): ComparedRun {
  const { outcome, startedAt, target, suite, counts } = record;
  const { passed, failed, deviation, inconclusive } = counts;
  return {
    name,
    outcome,
    startedAt,
    baseUrl: target.baseUrl,
    embedded: target.embedded,
    binding: target.binding,
    version: suite.version,
    effort: suite.effort,
    documents: suite.documents,
    counts: { passed, failed, deviation, inconclusive, 'not-applicable': counts['not-applicable'] },
  };
}

function countChanges(changes: readonly RequirementChange[]): Readonly<Record<Change, number>> {
  const counts: Record<Change, number> = {
    broken: 0,
    'found-failing': 0,
    'no-longer-judged': 0,
    gone: 0,
    'deviation-come': 0,
    'deviation-gone': 0,
    new: 0,
    'judged-now': 0,
    fixed: 0,
    'still-failing': 0,
    unchanged: 0,
  };
  for (const { change } of changes) counts[change] += 1;
  return counts;
}

function flowsOf(changes: readonly RequirementChange[]): Comparison['flows'] {
  const counts = new Map<string, Comparison['flows'][number]>();
  for (const { before, after } of changes) {
    const key = `${before ?? ''} ${after ?? ''}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { ...(before && { before }), ...(after && { after }), count });
  }
  return [...counts.values()];
}
