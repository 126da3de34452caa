import type { Level } from '../../contract/requirement.js';
import type { Text } from '../../text.js';
import { changeOf } from '../comparison/requirement-changes.js';
import type { Change } from '../comparison/comparison.js';
import type { Outcome, RunRecord, Status } from '../record.js';

/** One run of a history. */
export interface HistoricRun {
  readonly name: string;
  readonly startedAt: string;
  readonly outcome: Outcome;
  readonly baseUrl: string;
  readonly version: string;
  readonly counts: Readonly<Record<Status, number>>;
}

/** A requirement over all runs. */
export interface HistoricRequirement {
  readonly endpoint: string;
  readonly id: string;
  readonly level: Level;
  readonly title: Text;
  /** Its verdict in each run, in their order; undefined where a run has it not. */
  readonly statuses: readonly (Status | undefined)[];
  /** Where its verdict changed: the place of the run in which it did so first. */
  readonly changes: readonly { readonly run: number; readonly change: Change }[];
}

/** Many runs, the earliest first. */
export interface History {
  readonly runs: readonly HistoricRun[];
  /** Those that changed first, then those that ever failed; each in the order of the latest run. */
  readonly requirements: readonly HistoricRequirement[];
}

/** What of a record is kept for a history: no exchange, so that hundreds have room. */
export interface RunInShort {
  readonly run: HistoricRun;
  readonly requirements: readonly {
    readonly endpoint: string;
    readonly id: string;
    readonly level: Level;
    readonly title: Text;
    readonly status: Status;
  }[];
}

/** Takes of a record what a history shows. */
export function inShort(name: string, record: RunRecord): RunInShort {
  const { startedAt, outcome, target, suite, counts } = record;
  const { passed, failed, deviation, inconclusive } = counts;
  return {
    run: {
      name,
      startedAt,
      outcome,
      baseUrl: target.baseUrl,
      version: suite.version,
      counts: {
        passed,
        failed,
        deviation,
        inconclusive,
        'not-applicable': counts['not-applicable'],
      },
    },
    requirements: record.requirements.map(({ endpoint, id, level, title, status }) => ({
      endpoint,
      id,
      level,
      title,
      status,
    })),
  };
}

/** Puts many runs in the order of their time, each requirement with its verdict in each. */
export function historyOf(all: readonly RunInShort[]): History {
  const runs = all.toSorted(({ run: a }, { run: b }) =>
    a.startedAt === b.startedAt ? (a.name < b.name ? -1 : 1) : a.startedAt < b.startedAt ? -1 : 1,
  );
  const known = new Map<
    string,
    { latest: RunInShort['requirements'][number]; statuses: (Status | undefined)[] }
  >();
  for (const [at, { requirements }] of runs.entries()) {
    for (const latest of requirements) {
      const key = JSON.stringify([latest.endpoint, latest.id]);
      const { statuses } = known.get(key) ?? { statuses: runs.map(() => undefined) };
      statuses[at] = latest.status;
      known.set(key, { latest, statuses });
    }
  }
  const requirements = [...known.values()].map(
    ({ latest: { endpoint, id, level, title }, statuses }): HistoricRequirement => ({
      endpoint,
      id,
      level,
      title,
      statuses,
      changes: changesIn(statuses),
    }),
  );
  const rank = ({ changes, statuses }: HistoricRequirement): number =>
    changes.length > 0 ? 0 : statuses.includes('failed') ? 1 : 2;
  return {
    runs: runs.map(({ run }) => run),
    requirements: requirements.sort((a, b) => rank(a) - rank(b)),
  };
}

/** Each change against the run before; what no earlier run has is new only where there is an earlier one. */
function changesIn(statuses: readonly (Status | undefined)[]): HistoricRequirement['changes'] {
  return statuses.flatMap((status, run) => {
    if (run === 0 || status === statuses[run - 1]) return [];
    const change = changeOf(statuses[run - 1], status);
    return change === 'unchanged' ? [] : [{ run, change }];
  });
}
