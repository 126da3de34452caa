import type { Comparison, RequirementChange } from '../../../record/comparison/comparison.js';
import { isWorse } from '../../../record/comparison/severity.js';
import type { Text } from '../../../text.js';
import { incomparableSentence } from './reservation.js';

/** What a comparison found, in a sentence. */
export function headlineOf(comparison: Comparison): Text {
  if (comparison.incomparable) return incomparableSentence(comparison.incomparable);
  const { differences, requirements, compared, failOn } = comparison;
  const open = <T extends { readonly accepted?: unknown }>(all: readonly T[]): readonly T[] =>
    all.filter(({ accepted }) => accepted === undefined);
  const worse = open(requirements).filter(isWorse).length;
  const better = open(requirements).filter(isBetter).length;
  const otherwise = open(requirements).filter(isOtherwise).length;
  const of = (severity: string): number =>
    open(differences).filter((one) => one.severity === severity).length;
  const accepted = [...differences, ...requirements].filter((one) => one.accepted).length;
  const told: Text[] = [
    ...counted(worse, 'requirement got worse', 'requirements got worse', '条要求变差'),
    ...counted(better, 'requirement got better', 'requirements got better', '条要求变好'),
    ...counted(
      otherwise,
      'requirement changed otherwise',
      'requirements changed otherwise',
      '条要求有其他变化',
    ),
    ...counted(of('breaking'), 'breaking difference', 'breaking differences', '处破坏性差异'),
    ...counted(of('risky'), 'risky difference', 'risky differences', '处有风险的差异'),
    ...counted(of('additive'), 'additive difference', 'additive differences', '处新增或改善'),
    ...counted(accepted, 'accepted beforehand', 'accepted beforehand', '处事先接受'),
  ];
  const nothing: Text = {
    en: `the answers to ${compared} requests are alike`,
    zh: `${compared} 个请求的应答一致`,
  };
  const all = told.length === 0 ? [nothing] : told;
  const limit: Text =
    failOn === 'additive'
      ? { en: '', zh: '' }
      : { en: ` Counted from ${failOn} on.`, zh: `（自 ${failOn} 起计入）` };
  return {
    en: `${all.map(({ en }) => en).join(', ')}.${limit.en}`.replace(/^\w/, (c) => c.toUpperCase()),
    zh: `${all.map(({ zh }) => zh).join('，')}。${limit.zh}`,
  };
}

function isBetter(one: RequirementChange): boolean {
  const { change } = one;
  return (
    change === 'fixed' || change === 'judged-now' || (change === 'deviation-gone' && !isWorse(one))
  );
}

/** New, gone, or declared now: it counts, and is neither better nor worse. */
function isOtherwise(one: RequirementChange): boolean {
  return one.severity !== undefined && !isWorse(one) && !isBetter(one);
}

function counted(count: number, one: string, several: string, zh: string): Text[] {
  if (count === 0) return [];
  return [{ en: `${count} ${count === 1 ? one : several}`, zh: `${count} ${zh}` }];
}
