import type { Text } from '../text.js';
import type { Case, ProcedureCase } from './case.js';
import { change, titleOf } from './faults.js';
import { ROUNDS } from './rounds.js';

function procedure(
  name: string,
  procedureName: ProcedureCase['procedure'],
  requirements: readonly string[],
  title: Text,
): Case {
  return {
    kind: 'procedure',
    id: `semantics.${name}`,
    category: 'semantics',
    title,
    requirements,
    procedure: procedureName,
  };
}

const EXISTENCE = ['bk_obj_asst_id', 'bk_inst_id', 'bk_asst_inst_id'] as const;

/** There has to be something to associate: what does not exist is refused and creates nothing. */
export const semantics: readonly Case[] = [
  ...EXISTENCE.slice(1).map((member): Case => ({
    kind: 'refusal',
    id: `semantics.${member}.the same in 32 bits`,
    category: 'semantics',
    title: titleOf(member, 'the same in 32 bits'),
    requirements: [`request.${member}.exists`],
    changes: [change(member, 'the same in 32 bits')],
    about: 'request',
  })),
  procedure('association.never existed', 'unknown-association', ['request.bk_obj_asst_id.exists'], {
    en: 'an association that never existed',
    zh: '关联关系从未存在',
  }),
  procedure('source.never existed', 'source-never-existed', ['request.bk_inst_id.exists'], {
    en: 'a source instance that never existed',
    zh: '源实例从未存在',
  }),
  procedure('target.never existed', 'target-never-existed', ['request.bk_asst_inst_id.exists'], {
    en: 'a target instance that never existed',
    zh: '目标实例从未存在',
  }),
  procedure('source.just deleted', 'source-deleted', ['request.bk_inst_id.exists'], {
    en: 'a source instance just deleted',
    zh: '源实例刚被删除',
  }),
  procedure('target.just deleted', 'target-deleted', ['request.bk_asst_inst_id.exists'], {
    en: 'a target instance just deleted',
    zh: '目标实例刚被删除',
  }),
  procedure(
    'sides.swapped',
    'swapped',
    ['request.bk_inst_id.model', 'request.bk_asst_inst_id.model'],
    { en: 'source and target swapped', zh: '源与目标互换' },
  ),
  procedure('source.of another model', 'source-of-other-model', ['request.bk_inst_id.model'], {
    en: 'an instance of the target model as source',
    zh: '以目标模型的实例作为源实例',
  }),
  procedure('target.of another model', 'target-of-other-model', ['request.bk_asst_inst_id.model'], {
    en: 'an instance of the source model as target',
    zh: '以源模型的实例作为目标实例',
  }),
  procedure('pair.repeated', 'repeated', [], {
    en: 'the same pair again',
    zh: '重复关联同一对实例',
  }),
  ...ROUNDS.slice(0, 5).map((round): Case => ({
    kind: 'round',
    thorough: false,
    id: `semantics.each existence.round ${round}`,
    category: 'semantics',
    title: {
      en: `each of what has to exist, round ${round}`,
      zh: `逐项检查必须存在的对象，第 ${round} 轮`,
    },
    requirements: EXISTENCE.map((member) => `request.${member}.exists`),
    refusals: EXISTENCE.map((member) => ({
      changes: [change(member, 'that never existed')],
      about: 'request',
      requirements: [`request.${member}.exists`],
    })),
  })),
];
