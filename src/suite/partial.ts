import type { Text } from '../text.js';
import type { Case } from '../cases/case.js';
import type { ContractFiles } from './contract-files.js';
import type { Unreachable } from './preflight.js';
import type { State } from './state.js';

/** What tells a part of a run from a full one. */
export interface PartialParts {
  readonly state: State;
  readonly contract: ContractFiles;
  /** The cases that were to be run, and how many were. */
  readonly cases: readonly Case[];
  readonly done: number;
  /** False when only some were asked for. */
  readonly full: boolean;
  readonly unreachable: Unreachable | undefined;
}

/** Why a run is only a part of one; undefined for a full run. */
export function partialOf(parts: PartialParts): Text | undefined {
  const { state, contract, cases, done, full, unreachable } = parts;
  if (state.ended !== undefined || unreachable !== undefined) {
    const why = state.ended ?? { en: 'no connection', zh: '无法连接' };
    return { en: `the run ended early: ${why.en}`, zh: `运行提前结束：${why.zh}` };
  }
  const lacking = full ? contract.lackingCases(cases) : [];
  if (lacking.length > 0) {
    const list = lacking.slice(0, 5).join(', ');
    return {
      en: `the case list is shorter than the contract demands: ${lacking.length} missing (${list})`,
      zh: `用例少于契约的要求：缺少 ${lacking.length} 项（${list}）`,
    };
  }
  if (!full || done < cases.length) {
    return {
      en: `only ${done} ${done === 1 ? 'case was' : 'cases were'} asked for, so nothing can be said of the whole`,
      zh: `只执行了 ${done} 个用例，无法给出整体结论`,
    };
  }
  return undefined;
}
