import type { Requirement } from '../contract/requirement.js';
import type { Text } from '../contract/text.js';
import type { Case } from './case.js';
import type { ContractFiles } from './contract-files.js';
import { exitCodeOf } from './exit-code.js';
import { judgeOutcome, judgeRequirement } from './judge/roll-up.js';
import type { CaseFinding } from './judge/roll-up.js';
import { tellsCausesApart } from './judge/refusal.js';
import { outcomeSentence } from './outcome-sentence.js';
import type { Unreachable } from './preflight.js';
import { RECORD_FORMAT } from './record.js';
import type {
  CaseResult,
  Outcome,
  RequirementResult,
  RunRecord,
  Status,
  SupportResult,
} from './record.js';
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
  const partial = partialOf(parts);
  const requirements = judgeRequirements(
    parts,
    state.ended === undefined ? undefined : partial?.reason,
  );
  const outcome: Outcome =
    unreachable === undefined
      ? judgeOutcome(requirements, partial !== undefined, frame.strict)
      : 'incomplete';
  const { settings } = state;
  return {
    format: RECORD_FORMAT,
    outcome,
    exitCode: exitCodeOf(outcome, unreachable !== undefined),
    summary: outcomeSentence(outcome, requirements, state.ended, unreachable, partial?.command),
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
            reason: partial.reason.en,
            reasonZh: partial.reason.zh,
            command: partial.command,
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

function partialOf(parts: RecordParts): { reason: Text; command: string } | undefined {
  const { state, frame, contract, cases, results, full, unreachable } = parts;
  const command = frame.fullCommand;
  if (state.ended !== undefined || unreachable !== undefined) {
    const why = state.ended ?? { en: 'no connection', zh: '无法连接' };
    return {
      reason: { en: `the run ended early: ${why.en}`, zh: `运行提前结束：${why.zh}` },
      command,
    };
  }
  const lacking = full ? contract.lackingCases(cases) : [];
  if (lacking.length > 0) {
    const list = lacking.slice(0, 5).join(', ');
    return {
      reason: {
        en: `the case list is shorter than the contract demands: ${lacking.length} missing (${list})`,
        zh: `用例少于契约的要求：缺少 ${lacking.length} 项（${list}）`,
      },
      command,
    };
  }
  if (!full || results.length < cases.length) {
    return {
      reason: {
        en: `only ${results.length} cases were asked for, so nothing can be said of the whole`,
        zh: `只执行了 ${results.length} 个用例，无法给出整体结论`,
      },
      command,
    };
  }
  return undefined;
}

function judgeRequirements(parts: RecordParts, ended: Text | undefined): RequirementResult[] {
  const { contract, results } = parts;
  const byRequirement = new Map<string, CaseFinding[]>();
  for (const finding of parts.findings) {
    const known = byRequirement.get(finding.requirement);
    if (known === undefined) byRequirement.set(finding.requirement, [finding]);
    else known.push(finding);
  }
  const unexercised: Text = ended ?? {
    en: 'no case of this run exercised it',
    zh: '本次运行没有用例覆盖它',
  };
  return contract.requirements.filter(isJudged).map((requirement) => {
    const findings = byRequirement.get(requirement.id) ?? [];
    const declared = results
      .filter((result) => result.requirements.includes(requirement.id))
      .map((result) => result.id);
    return judgeRequirement(requirement, findings, declared, unexercised);
  });
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

function notesOf(state: State): Text[] {
  const notes = [...state.notes];
  const refusals = {
    credentials: state.credentialRefusals,
    unknownAssociation: state.unknownAssociationRefusal,
  };
  if (refusals.unknownAssociation !== undefined && !tellsCausesApart(refusals)) {
    notes.push({
      en: 'this server has one refusal for everything: that a refusal is about the right thing can’t be seen',
      zh: '该服务器对所有错误都给出同一种拒绝，无法区分拒绝的原因',
    });
  }
  if (!state.fixtureAccepted && state.fixtureRefusal !== undefined) {
    notes.push({
      en: `the fixture’s pair was refused (${state.fixtureRefusal}); check CMDB_INST_ID and CMDB_ASST_INST_ID`,
      zh: `测试数据中的实例对被拒绝（${state.fixtureRefusal}），请检查 CMDB_INST_ID 与 CMDB_ASST_INST_ID`,
    });
  }
  if (state.whyNoneMade !== undefined) notes.push(state.whyNoneMade);
  if (state.lookups.lagging) {
    notes.push({
      en: 'lookups of this server lag behind; absence was believed only after the full wait',
      zh: '该服务器的查询存在延迟，已等待足够时间后才认定不存在',
    });
  }
  if (state.settings.insecure) {
    notes.push({
      en: 'TLS certificates were not verified (--insecure)',
      zh: '未校验 TLS 证书（--insecure）',
    });
  }
  return notes;
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
