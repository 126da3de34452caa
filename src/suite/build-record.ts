import type { Requirement } from '../contract/requirement.js';
import type { Text } from '../text.js';
import type { Case } from '../cases/case.js';
import type { ContractFiles } from './contract-files.js';
import { exitCodeOf } from '../record/exit-code.js';
import { judgeOutcome, judgeRequirement } from '../record/roll-up.js';
import type { CaseFinding } from '../record/roll-up.js';
import { notesOf } from './notes.js';
import { partialOf } from './partial.js';
import { outcomeSentence } from './outcome-sentence.js';
import type { Unreachable } from './preflight.js';
import { RECORD_FORMAT } from '../record/record.js';
import type {
  CaseResult,
  Outcome,
  RequirementResult,
  RunRecord,
  Status,
  SupportResult,
} from '../record/record.js';
import type { State } from './state.js';

/** What the front end knows of the run. */
export interface RecordFrame {
  readonly version: string;
  readonly node: string;
  readonly frontEnd: RunRecord['suite']['frontEnd'];
  readonly strict: boolean;
  readonly only: readonly string[];
  /** The command for the full run. */
  readonly fullCommand: string;
}

/** Everything that a record is made of. */
export interface RecordParts {
  readonly state: State;
  /** All that was found, settled. */
  readonly findings: readonly CaseFinding[];
  readonly frame: RecordFrame;
  readonly contract: ContractFiles;
  readonly cases: readonly Case[];
  readonly results: readonly CaseResult[];
  readonly full: boolean;
  readonly unreachable: Unreachable | undefined;
  readonly startedAt: number;
  readonly durationMs: number;
}

/** Makes the record of a run from all that was found in it. */
export function buildRecord(parts: RecordParts): RunRecord {
  const { state, frame, contract, results, unreachable } = parts;
  const partial = partialOf({ ...parts, done: results.length });
  const requirements = judgeRequirements(parts, state.ended === undefined ? undefined : partial);
  const outcome: Outcome =
    unreachable === undefined
      ? judgeOutcome(requirements, partial !== undefined, frame.strict)
      : 'incomplete';
  const { settings } = state;
  return {
    format: RECORD_FORMAT,
    outcome,
    exitCode: exitCodeOf(outcome, unreachable !== undefined),
    summary: outcomeSentence(
      outcome,
      requirements,
      state.ended,
      unreachable,
      partial === undefined ? undefined : frame.fullCommand,
    ),
    startedAt: new Date(parts.startedAt).toISOString(),
    durationMs: parts.durationMs,
    suite: {
      version: frame.version,
      node: frame.node,
      frontEnd: frame.frontEnd,
      documents: contract.documents,
    },
    target: {
      baseUrl: state.redactor.text(settings.baseUrl),
      embedded: settings.embedded,
      ...(state.mapping === undefined ? {} : { mapping: state.mapping }),
    },
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
        value: state.redactor.text(variable.value),
      })),
    },
    ...(partial === undefined
      ? {}
      : {
          partial: {
            reason: partial.en,
            reasonZh: partial.zh,
            command: frame.fullCommand,
          },
        }),
    requirements,
    support: supportResults(state, contract.support),
    cases: results,
    housekeeping: state.housekeeping,
    exclusions: contract.exclusions,
    notes: notesOf(state),
    leftovers: state.leftovers,
    counts: countsOf(requirements, results, state.housekeeping.length),
  };
}

function judgeRequirements(parts: RecordParts, ended: Text | undefined): RequirementResult[] {
  const { contract, results } = parts;
  const byRequirement = new Map<string, CaseFinding[]>();
  for (const finding of parts.findings) {
    const known = byRequirement.get(finding.requirement);
    if (known === undefined) byRequirement.set(finding.requirement, [finding]);
    else known.push(finding);
  }
  return contract.requirements.filter(isJudged).map((requirement) => {
    const findings = byRequirement.get(requirement.id) ?? [];
    const declared = results
      .filter((result) => result.requirements.includes(requirement.id))
      .map((result) => result.id);
    return judgeRequirement(requirement, findings, declared, ended ?? unexercised(declared));
  });
}

function unexercised(declared: readonly string[]): Text {
  return declared.length === 0
    ? { en: 'no case of this run exercised it', zh: '本次运行没有用例覆盖它' }
    : {
        en: 'its cases were run, but nothing that came back decides it',
        zh: '相关用例已执行，但得到的应答不足以判定',
      };
}

function isJudged(
  requirement: Requirement,
): requirement is Requirement & { readonly level: 'must' | 'should' } {
  return requirement.level !== 'support';
}

function supportResults(state: State, support: readonly Requirement[]): SupportResult[] {
  return support.map((requirement) => {
    const finding = state.support.get(requirement.id);
    const endpoint = requirement.id.split('.')[0] ?? '';
    const used = state.support.has(`${endpoint}.works`);
    const status: Status = finding?.status ?? (used ? 'passed' : 'inconclusive');
    return {
      id: requirement.id,
      title: requirement.title,
      source: requirement.source,
      status,
      ...(finding?.reason === undefined ? {} : { reason: finding.reason.en }),
    };
  });
}

function countsOf(
  requirements: readonly RequirementResult[],
  results: readonly CaseResult[],
  housekeeping: number,
): RunRecord['counts'] {
  const count = (status: Status): number =>
    requirements.filter((requirement) => requirement.status === status).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    deviation: count('deviation'),
    inconclusive: count('inconclusive'),
    'not-applicable': count('not-applicable'),
    exchanges:
      new Set(results.flatMap(({ exchanges }) => exchanges.map(({ n }) => n))).size + housekeeping,
  };
}
