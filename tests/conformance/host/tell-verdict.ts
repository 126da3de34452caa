import type { Requirement } from '../../../src/contract/requirement.js';
import type { Session } from '../../../src/engine/session.js';
import type { CaseResult, RequirementResult } from '../../../src/record/record.js';
import { judgeRequirement } from '../../../src/record/roll-up.js';
import { commandOf, decisive } from '../../../src/report/evidence.js';
import { answeredInShort, sentInShort } from '../../../src/report/in-short.js';
import { withoutCommands } from '../../../src/report/without-commands.js';
import type { Lang } from '../../../src/report/lang.js';
import { caseReason, reasonOf } from '../../../src/report/reason.js';
import { indexRecord, keyOf } from '../../../src/report/record-index.js';
import type { RecordIndex } from '../../../src/report/record-index.js';
import { VERDICT_WORDS } from '../../../src/report/verdict.js';
import { oneLine } from '../../../src/report/visible.js';
import type { Text } from '../../../src/text.js';
import type { TestVerdict } from './test-verdict.js';

const WORDS = {
  document: { en: 'document', zh: '文档' },
  sent: { en: 'sent', zh: '发送' },
  back: { en: 'came back', zh: '返回' },
  repeat: { en: 'repeat', zh: '复现' },
} as const;

const LEFT_OUT: Text = {
  en: 'this run leaves it out: CMDB_EFFORT=quick sends each case once, without rounds',
  zh: '本次运行不执行：CMDB_EFFORT=quick 每个用例只发送一次，不含轮次',
};

/** This many requirements are told in full. */
const MAX_TOLD = 5;

/** Results so far come with whole exchanges: nothing is usual yet. */
const NOTHING_USUAL = { requests: {}, answerHeaders: [] } as const;

/** What is needed to put a case's result into words. */
export interface TellerOptions {
  readonly session: Session;
  /** Those of the endpoint, and the conventions. */
  readonly requirements: readonly Requirement[];
  readonly lang: Lang;
  readonly strict: boolean;
}

/**
 * Makes the function that says of each case whether its test passes, and why not. A test fails on
 * what counts for the outcome; a recommendation that is not kept is a remark, unless `strict`.
 */
export function openTeller(
  options: TellerOptions,
): (result: CaseResult | undefined) => TestVerdict {
  const { session, lang, strict } = options;
  const cases = new Map<string, CaseResult>();
  const skipped = (why: Text | undefined): TestVerdict =>
    safe(session, { status: 'skipped', told: line(why, lang), remarks: [] });
  return (result) => {
    if (result === undefined) return skipped(LEFT_OUT);
    cases.set(keyOf(result), result);
    if (result.status === 'passed') return { status: 'passed', told: '', remarks: [] };
    const index = indexRecord({
      ...{ ...session.soFar(), cases: [...cases.values()], usual: NOTHING_USUAL },
      ...{ requirements: [], housekeeping: [] },
    });
    const reason = caseReason(index, result);
    switch (result.status) {
      case 'observed':
      case 'deviation':
        return safe(session, {
          status: 'passed',
          told: '',
          remarks: [{ type: result.status, description: line(reason, lang) }],
        });
      case 'not-applicable':
        return skipped(reason);
      case 'failed':
      case 'inconclusive': {
        const open = judged(options, result).filter(
          ({ status }) => status === 'failed' || status === 'inconclusive',
        );
        // A failed test takes its worker with it: where nothing is run any more, none has to.
        if (open.length === 0 && result.exchanges.length === 0) return skipped(reason);
        const grave = open.filter(({ level }) => level === 'must' || strict);
        const tell = (one: RequirementResult): string => tellOne(one, index, lang);
        const isGrave = grave.length > 0 || open.length === 0;
        return safe(session, {
          status: isGrave ? 'failed' : 'passed',
          told: isGrave
            ? [
                result.title[lang],
                ...grave.slice(0, MAX_TOLD).map(tell),
                // A case that was not run to its end has a reason, but nothing was found in it.
                ...(open.length === 0 ? [line(reason, lang)] : []),
              ].join('\n\n')
            : '',
          remarks: open
            .filter((one) => !grave.includes(one))
            .map((one) => ({ type: 'warning', description: tell(one) })),
          exchanges: JSON.stringify(result.exchanges, null, 2),
        });
      }
    }
  };
}

function line(text: Text | undefined, lang: Lang): string {
  return oneLine(text?.[lang] ?? '', 600);
}

function judged({ session, requirements }: TellerOptions, result: CaseResult): RequirementResult[] {
  const findings = session.found(result);
  return requirements.flatMap((requirement) => {
    const own = findings.filter((finding) => finding.requirement === requirement.id);
    return own.length === 0
      ? []
      : [judgeRequirement(result.endpoint, requirement, own, [result.id], { kind: 'undecided' })];
  });
}

function tellOne(result: RequirementResult, index: RecordIndex, lang: Lang): string {
  const { path, line: at, quote } = result.source;
  const placed = decisive(index, result);
  const row = (name: keyof typeof WORDS, text: string): string => `  ${WORDS[name][lang]}: ${text}`;
  return [
    `${VERDICT_WORDS[result.status][lang]}: ${line(reasonOf(index, result), lang)}`,
    row(
      'document',
      `${path}:${at}  ${oneLine(quote.trim(), 300)}  (${result.id}, ${result.level})`,
    ),
    ...(placed === undefined
      ? []
      : [
          row('sent', oneLine(sentInShort(placed, index.usual, 300)[lang], 400)),
          row('back', oneLine(answeredInShort(placed.exchange, 300)[lang], 400)),
          row('repeat', oneLine(commandOf(index, placed.exchange), 4000)),
        ]),
  ].join('\n');
}

/** Playwright keeps and prints what it is told: the last look for secrets, and for commands to a CI system. */
function safe(session: Session, verdict: TestVerdict): TestVerdict {
  const name = session.leak(JSON.stringify(verdict));
  if (name === undefined) return { ...verdict, told: withoutCommands(verdict.told) };
  throw new Error(`a text for Playwright contained <${name}> and was kept back; please report it`);
}
