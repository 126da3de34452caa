import type { Ending } from '../../record/ending.js';
import type { Planned } from '../../record/planned.js';
import type { Leftover } from '../../record/record.js';
import type { Lang } from '../lang.js';
import { kindOf, THING } from '../sentences/about.js';
import { endingSentence } from '../sentences/ending.js';
import { leftSentence } from '../sentences/left-reason.js';
import { nextStep } from '../sentences/next-step.js';
import { oneLine } from '../visible.js';

/** So many names that are left alone are told. */
const MAX_YOUNG = 20;

/**
 * Says what a cleanup is about to remove.
 *
 * @param found - in the order of removal
 * @param besides - the target, and names of the suite's that are left alone
 */
export function drawPlan(
  found: readonly Planned[],
  { target, young }: { readonly target: string; readonly young: readonly string[] },
  lang: Lang,
): string {
  const on = oneLine(target, 200);
  const head = {
    en: `On ${on} there is of the suite’s, and is to be removed (${found.length}):`,
    zh: `${on} 上有以下由本工具创建、将要删除的数据（${found.length}）：`,
  };
  const nothing = {
    en: `On ${on} there is nothing of what is sought.`,
    zh: `${on} 上没有需要清理的数据。`,
  };
  const alone = {
    en: `Left alone, as the name is younger or tells no time (${young.length}):`,
    zh: `以下名称较新或不含时间，不予处理（${young.length}）：`,
  };
  return lines([
    found.length === 0 ? nothing[lang] : head[lang],
    ...found.map((one) => `  ${thing(one, lang)}`),
    ...(young.length === 0 ? [] : [alone[lang]]),
    ...young.slice(0, MAX_YOUNG).map((name) => `  ${oneLine(name, 200)}`),
  ]);
}

/** What to do about what may be somebody else's. */
const FOREIGN = {
  en: 'What may be somebody else’s was not touched. If it came with that run, remove it by hand and clean up again; if not, move the ledger away.',
  zh: '可能属于他人的数据未作改动。若确由该次运行产生，请手动删除后再次清理；否则请将账本移走。',
};

/**
 * Says what came of a cleanup.
 *
 * @param found - how much was to be removed
 * @param left - what is there still, or may be
 */
export function drawCleanup(found: number, left: readonly Leftover[], lang: Lang): string {
  const all = { en: 'Nothing is left.', zh: '没有残留。' };
  const removed = {
    en: `Removed: ${found}. Nothing is left.`,
    zh: `已删除 ${found} 项，没有残留。`,
  };
  const head = {
    en: `Left on the target, or not known to be gone (${left.length}):`,
    zh: `仍在目标上或无法确认已删除（${left.length}）：`,
  };
  if (left.length === 0) return lines([(found === 0 ? all : removed)[lang]]);
  return lines([
    head[lang],
    ...left.map((one) => `  ${thing(one, lang)}  ${oneLine(leftSentence(one.why)[lang], 400)}`),
    ...(left.some(({ why }) => why.kind === 'elsewhere') ? [FOREIGN[lang]] : []),
  ]);
}

/** Says why a cleanup ended early, and what to do. */
export function drawEnded(ended: Ending, lang: Lang): string {
  const about = { thing: THING };
  const next = nextStep(ended);
  const stop = lang === 'zh' ? '。' : '.';
  return lines([
    `${oneLine(endingSentence(ended, about)[lang], 1200)}${stop}`,
    ...(next === undefined ? [] : [`${oneLine(next[lang], 600)}${stop}`]),
  ]);
}

function thing(
  one: Pick<Leftover, 'kind' | 'of' | 'id'> & Pick<Planned, 'name' | 'between'>,
  lang: Lang,
): string {
  const { of, id, name, between } = one;
  const words = [kindOf(one)[lang], of, id ?? '?', ...(name === undefined ? [] : [name])];
  const sides = between === undefined ? [] : [`(${between.join(' → ')})`];
  return [...words, ...sides].map((word) => oneLine(word, 200)).join(' ');
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
