import type { ContractFiles } from '../../contract/contract-files.js';
import type { Erratum } from '../../contract/erratum.js';
import type { EndpointOutline } from '../../contract/outline.js';
import type { Ending, Part } from '../../record/ending.js';
import type { RecordedExchange } from '../../record/exchange.js';
import { exitCodeOf, leavesNoVerdict } from '../../record/exit-code.js';
import type { Profile } from '../../record/profile.js';
import { RECORD_FORMAT } from '../../record/record.js';
import type {
  CaseResult,
  Effort,
  EndpointRun,
  RequirementResult,
  RunRecord,
  Status,
} from '../../record/record.js';
import { judgeOutcome } from '../../record/roll-up.js';
import { usualOf } from '../../record/usual.js';
import { judgeRequirements } from './judged-requirements.js';
import type { EndpointParts } from './judged-requirements.js';
import { notesOf } from './notes.js';
import { releasesFit } from './releases-fit.js';
import type { Tools } from '../run.js';
import { withoutSecrets } from '../exchange/without-secrets.js';

/** What the front end knows of the run. */
export interface RecordFrame {
  readonly version: string;
  readonly node: string;
  readonly frontEnd: RunRecord['suite']['frontEnd'];
  readonly effort: Effort;
  readonly strict: boolean;
  readonly only: readonly string[];
  /** The command for the full run. */
  readonly fullCommand: string;
}

/** Everything that a record is made of. */
export interface RecordParts {
  readonly tools: Tools;
  /** What is known of releases. */
  readonly profiles: readonly Profile[];
  /** What is wrong in the documents. */
  readonly errata: readonly Erratum[];
  readonly endpoints: readonly EndpointParts[];
  readonly frame: RecordFrame;
  readonly ended: Ending | undefined;
  /** Whether anything of the API ever answered. */
  readonly hasApiAnswered: boolean;
  /** How many cases there are, and whether none was left out from the beginning. */
  readonly planned: number;
  readonly full: boolean;
  readonly startedAt: number;
  readonly durationMs: number;
}

/** Makes the record of a run from all that was found in it. */
export function buildRecord(parts: RecordParts): RunRecord {
  const { frame, ended, endpoints } = parts;
  const { settings, contract, binding, redactor, runId } = parts.tools;
  const { releases } = parts.tools.declarations;
  const part = partOf(parts);
  const judged = endpoints.flatMap((one) => judgeRequirements(parts, one));
  const requirements = judged.map(({ result }) => withErratum(result, parts.errata));
  // What a part of a run did not show may well occur in a full one.
  const stale = part === undefined ? judged.flatMap((one) => one.stale) : [];
  const { hasApiAnswered } = parts;
  const outcome = leavesNoVerdict(ended, hasApiAnswered)
    ? 'incomplete'
    : judgeOutcome(requirements, part !== undefined, frame.strict, stale.length);
  const results = endpoints.flatMap((one) => one.results);
  const runs = endpoints.flatMap(({ run }) => (run === undefined ? [] : [run]));
  const housekeeping = runs.flatMap(({ journal }) => journal.housekeeping);
  const { usual, cases, others } = recorded(results, housekeeping);
  const clean = <T>(data: T): T => withoutSecrets(data, redactor);
  return {
    format: RECORD_FORMAT,
    outcome,
    exitCode: exitCodeOf(outcome, ended, hasApiAnswered),
    startedAt: new Date(parts.startedAt).toISOString(),
    durationMs: Math.round(parts.durationMs),
    suite: {
      version: frame.version,
      node: frame.node,
      frontEnd: frame.frontEnd,
      effort: frame.effort,
      documents: contract.documents,
    },
    target: {
      baseUrl: redactor.text(settings.baseUrl),
      embedded: settings.embedded,
      binding: binding.name,
      ...(Object.keys(releases).length === 0 ? {} : { releases }),
      runId,
    },
    endpoints: clean(endpoints.map(endpointRun)),
    settings: {
      only: frame.only,
      strict: frame.strict,
      insecure: settings.insecure,
      redactUsers: settings.redactUsers,
      lookupWaitMs: settings.lookupWaitMs,
      concurrency: settings.concurrency ?? 0,
      limits: settings.limits,
      variables: settings.shown.map((variable) => ({
        ...variable,
        value: redactor.text(variable.value),
      })),
    },
    ...(ended === undefined ? {} : { ended: clean(ended) }),
    ...(part === undefined ? {} : { partial: { part, command: frame.fullCommand } }),
    requirements: requirements.map((one) => cleanProblem(one, clean)),
    cases: cases.map((one) => cleanProblem(one, clean)),
    usual,
    housekeeping: others,
    exclusions: endpoints.flatMap(({ outline }) => exclusionsOf(contract, outline)),
    notes: clean([
      ...runs.flatMap(notesOf),
      ...stale,
      ...releasesFit(
        parts.profiles,
        parts.tools,
        results,
        runs.flatMap(({ knowledge }) => knowledge.seen),
      ),
    ]),
    leftovers: clean(runs.flatMap(({ journal }) => journal.leftovers)),
    counts: countsOf(requirements, results, housekeeping),
  };
}

function withErratum(result: RequirementResult, errata: readonly Erratum[]): RequirementResult {
  const found = errata.find(
    ({ endpoint, requirements }) =>
      endpoint === result.endpoint && requirements.includes(result.id),
  );
  if (found === undefined) return result;
  const { about, since, link } = found;
  const more = {
    ...(since === undefined ? {} : { since }),
    ...(link === undefined ? {} : { link }),
  };
  return { ...result, erratum: { about, ...more } };
}

function exclusionsOf(
  { exclusions }: ContractFiles,
  { endpoint }: EndpointOutline,
): RunRecord['exclusions'] {
  return exclusions.get(endpoint) ?? [];
}

function cleanProblem<T extends Pick<CaseResult, 'problem' | 'observed'>>(
  one: T,
  clean: <D>(data: D) => D,
): T {
  const { problem, observed } = one;
  return {
    ...one,
    ...(problem === undefined ? {} : { problem: clean(problem) }),
    ...(observed === undefined ? {} : { observed: clean(observed) }),
  };
}

/** Why a run is only a part of one; undefined for a full run. */
function partOf({ ended, full, planned, endpoints }: RecordParts): Part | undefined {
  if (ended !== undefined) return { kind: 'ended' };
  const done = endpoints.flatMap(({ results }) => results).length;
  return full && done === planned ? undefined : { kind: 'chosen', cases: done };
}

/** What is known of an endpoint's ground, as the record keeps it. */
export function endpointRun({ outline, run }: Pick<EndpointParts, 'outline' | 'run'>): EndpointRun {
  const { endpoint } = outline;
  if (run === undefined) return { endpoint, ground: {} };
  const { facts, standIns } = run.subject.effect.ground.known();
  return { endpoint, thing: run.subject.thing, ground: facts, standIns };
}

/** Cases and other exchanges as the record keeps them: each exchange once, without the usual. */
function recorded(
  results: readonly CaseResult[],
  housekeeping: readonly RecordedExchange[],
): Pick<RunRecord, 'usual' | 'cases'> & { readonly others: readonly RecordedExchange[] } {
  const { usual, shorten } = usualOf([
    ...results.flatMap(({ exchanges }) => exchanges),
    ...housekeeping,
  ]);
  const told = new Set<number>();
  const cases = results.map((result): CaseResult => {
    const also = result.exchanges.filter(({ n }) => told.has(n)).map(({ n }) => n);
    const own = result.exchanges.filter(({ n }) => !told.has(n));
    for (const { n } of own) told.add(n);
    return {
      ...result,
      exchanges: own.map(shorten),
      ...(also.length === 0 ? {} : { also }),
    };
  });
  return { usual, cases, others: housekeeping.map(shorten) };
}

function countsOf(
  requirements: readonly RequirementResult[],
  results: readonly CaseResult[],
  housekeeping: readonly RecordedExchange[],
): RunRecord['counts'] {
  const count = (status: Status): number =>
    requirements.filter((requirement) => requirement.status === status).length;
  const numbers = results.flatMap(({ exchanges }) => exchanges.map(({ n }) => n));
  return {
    passed: count('passed'),
    failed: count('failed'),
    deviation: count('deviation'),
    inconclusive: count('inconclusive'),
    'not-applicable': count('not-applicable'),
    exchanges: new Set(numbers).size + housekeeping.length,
  };
}
