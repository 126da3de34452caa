import type { Requirement } from '../../../src/contract/requirement.js';
import { decisive } from '../../../src/report/evidence.js';
import type { PlacedExchange, RecordIndex } from '../../../src/report/evidence.js';
import { answeredInShort, sentInShort } from '../../../src/report/in-short.js';
import { reasonOf } from '../../../src/report/lang.js';
import type { Lang } from '../../../src/report/lang.js';
import { VERDICT_WORDS } from '../../../src/report/verdict.js';
import { oneLine } from '../../../src/report/visible.js';
import { judgeRequirement } from '../../../src/record/roll-up.js';
import type { CaseResult, RequirementResult } from '../../../src/record/record.js';
import type { Session } from '../../../src/suite/session.js';
import type { TestVerdict } from './test-verdict.js';

const WORDS = {
  document: { en: 'document', zh: '文档' },
  sent: { en: 'sent', zh: '发送' },
  back: { en: 'came back', zh: '返回' },
  repeat: { en: 'repeat', zh: '复现' },
} as const;

/** This many requirements are told in full. */
const MAX_TOLD = 5;

/** What is needed to put a case's result into words. */
export interface TellerOptions {
  readonly session: Session;
  readonly requirements: readonly Requirement[];
  readonly lang: Lang;
  readonly strict: boolean;
}

/**
 * Makes the function that says of each case whether its test passes, and why not. A test fails on
 * what counts for the outcome; a recommendation that is not kept is a remark, unless `strict`.
 */
export function openTeller(options: TellerOptions): (result: CaseResult) => TestVerdict {
  const { session, lang, strict } = options;
  const exchanges = new Map<number, PlacedExchange>();
  const cases = new Map<string, CaseResult>();
  const index: RecordIndex = { exchanges, cases };
  return (result) => {
    cases.set(result.id, result);
    for (const exchange of result.exchanges) exchanges.set(exchange.n, { exchange, of: result });
    const reason = reasonOf(result, lang);
    switch (result.status) {
      case 'passed':
        return { status: 'passed', told: '', remarks: [] };
      case 'observed':
      case 'deviation':
        return safe(session, {
          status: 'passed',
          told: '',
          remarks: [{ type: result.status, description: oneLine(reason, 600) }],
        });
      case 'not-applicable':
        return safe(session, { status: 'skipped', told: oneLine(reason, 600), remarks: [] });
      case 'failed':
      case 'inconclusive': {
        const open = judged(options, result).filter(
          ({ status }) => status === 'failed' || status === 'inconclusive',
        );
        // A failed test takes its worker with it: where nothing is run any more, none has to.
        if (open.length === 0 && result.exchanges.length === 0) {
          return safe(session, { status: 'skipped', told: oneLine(reason, 600), remarks: [] });
        }
        const grave = open.filter(({ level }) => level === 'must' || strict);
        const tell = (one: RequirementResult): string => tellOne(one, index, lang);
        const isGrave = grave.length > 0 || open.length === 0;
        return safe(session, {
          status: isGrave ? 'failed' : 'passed',
          told: isGrave
            ? [
                result.title[lang],
                ...grave.slice(0, MAX_TOLD).map(tell),
                ...unfound(open, reason),
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

/** A case that was not run has a reason, but nothing was found in it. */
function unfound(open: readonly RequirementResult[], reason: string): string[] {
  return open.length === 0 ? [oneLine(reason, 600)] : [];
}

function judged({ session, requirements }: TellerOptions, result: CaseResult): RequirementResult[] {
  const entry = session.cases.find(({ id }) => id === result.id);
  const findings = entry === undefined ? [] : session.found(entry);
  const unexercised = { en: result.reason ?? '', zh: result.reasonZh ?? '' };
  return requirements.flatMap((requirement) => {
    const { level } = requirement;
    const own = findings.filter((finding) => finding.requirement === requirement.id);
    return own.length === 0 || level === 'support'
      ? []
      : [judgeRequirement({ ...requirement, level }, own, [result.id], unexercised)];
  });
}

function tellOne(result: RequirementResult, index: RecordIndex, lang: Lang): string {
  const { path, line, quote } = result.source;
  const placed = decisive(index, result);
  const row = (name: keyof typeof WORDS, text: string): string => `  ${WORDS[name][lang]}: ${text}`;
  return [
    `${VERDICT_WORDS[result.status][lang]}: ${oneLine(reasonOf(result, lang), 600)}`,
    row(
      'document',
      `${path}:${line}  ${oneLine(quote.trim(), 300)}  (${result.id}, ${result.level})`,
    ),
    ...(placed === undefined
      ? []
      : [
          row('sent', oneLine(sentInShort(placed, 300)[lang], 400)),
          row('back', oneLine(answeredInShort(placed.exchange, 300)[lang], 400)),
          row('repeat', oneLine(placed.exchange.curl, 4000)),
        ]),
  ].join('\n');
}

/** Playwright keeps what it is told; the last look for secrets is before that. */
function safe(session: Session, verdict: TestVerdict): TestVerdict {
  const name = session.leak(JSON.stringify(verdict));
  if (name === undefined) return verdict;
  throw new Error(`a text for Playwright contained <${name}> and was kept back; please report it`);
}
