import type { Problem } from '../record/problem.js';
import type { CaseResult, RequirementResult } from '../record/record.js';
import { BY } from '../record/trial.js';
import type { Text } from '../text.js';
import { aboutOf, keyOf, type RecordIndex } from './record-index.js';
import { declaredSentence } from './sentences/declared.js';
import { observedSentence } from './sentences/observed.js';
import { problemSentence } from './sentences/problem.js';

/**
 * Why a requirement has its verdict: the trial in which the problem came up, the problem, and how
 * often it did.
 *
 * @param index - of the record
 * @param result - of that record
 * @returns undefined where it passed; what a target said is not yet made visible
 */
export function reasonOf(index: RecordIndex, result: RequirementResult): Text | undefined {
  const sentence = problemOf(index, result);
  if (sentence === undefined) return undefined;
  const tried = trialTitle(index, result);
  const { en, zh } =
    tried === undefined
      ? sentence
      : { en: `${tried.en}: ${sentence.en}`, zh: `${tried.zh}：${sentence.zh}` };
  const { deciding, judged } = result.times ?? { deciding: 1, judged: 1 };
  if (result.flaky === true) {
    return withDeclared(result, {
      en: `flaky, ${deciding} of ${judged} times: ${en}`,
      zh: `时好时坏，${judged} 次中有 ${deciding} 次：${zh}`,
    });
  }
  const more = deciding - 1;
  return withDeclared(
    result,
    more < 1 ? { en, zh } : { en: `${en} (and ${more} more)`, zh: `${zh}（另有 ${more} 处）` },
  );
}

/** A reason, and what declares the failure behind it. */
export function withDeclared(result: RequirementResult, { en, zh }: Text): Text {
  const declared = declaredSentence(result);
  return declared === undefined
    ? { en, zh }
    : { en: `${en}; ${declared.en}`, zh: `${zh}；${declared.zh}` };
}

/** The problem alone, whatever it came up in and however often: what requirements can have in common. */
export function problemOf(
  index: RecordIndex,
  result: { readonly endpoint: string; readonly problem?: Problem },
): Text | undefined {
  return result.problem && problemSentence(result.problem, aboutOf(index, result.endpoint));
}

/** Why a case has its status, or what was observed in it; undefined where it passed. */
export function caseReason(index: RecordIndex, of: CaseResult): Text | undefined {
  return of.observed === undefined
    ? problemOf(index, of)
    : observedSentence(of.observed, aboutOf(index, of.endpoint));
}

/** Trials that are no case: a valid request, the transport, any single exchange, nothing at all. */
const UNTITLED = ['valid', 'transport', 'exchange', 'none'];

/** The title of the case that a trial is, or a name made of the trial's id, without its category. */
function trialTitle(
  { cases }: RecordIndex,
  { endpoint, trial }: RequirementResult,
): Text | undefined {
  if (trial === undefined) return undefined;
  const [id = '', by] = trial.split(BY);
  const [category = '', ...rest] = id.split('.');
  if (UNTITLED.includes(category)) return undefined;
  const { en, zh } = cases.get(keyOf({ endpoint, id }))?.title ?? nameOf(id, rest);
  return by === undefined ? { en, zh } : { en: `${en} by ${by}`, zh: `${zh}（凭 ${by}）` };
}

function nameOf(id: string, rest: readonly string[]): Text {
  const fault = rest.at(-1);
  if (fault === undefined) return { en: id, zh: id };
  const name = [rest.slice(0, -1).join('.'), fault].filter((part) => part !== '').join(' ');
  return { en: name, zh: name };
}
