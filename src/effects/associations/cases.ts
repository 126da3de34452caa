import type { DeepCase, RefusalCase } from '../../cases/case.js';
import type { OwnCases } from '../../cases/cases-of.js';
import { titleOf } from '../../cases/titles.js';
import type { EndpointOutline } from '../../contract/outline.js';
import type { Category } from '../../record/record.js';
import type { Text } from '../../text.js';
import { ASSOCIATION, CREATED_ID, exists, SIDES, SOURCE, TARGET } from './members.js';
import type { Side } from './members.js';
import { noSuchIn } from './no-such.js';

/** Member and fault of a deep case, as its id names them. */
export const DEEP = {
  exactIds: 'success.int64.exact',
  twoCreations: 'success.ids.two creations',
  eightAtOnce: 'success.ids.eight at once',
  unknownAssociation: 'semantics.association.never existed',
  sourceNeverExisted: 'semantics.source.never existed',
  targetNeverExisted: 'semantics.target.never existed',
  sourceDeleted: 'semantics.source.just deleted',
  targetDeleted: 'semantics.target.just deleted',
  swapped: 'semantics.sides.swapped',
  sourceOfOther: 'semantics.source.of another model',
  targetOfOther: 'semantics.target.of another model',
  repeated: 'semantics.pair.repeated',
} as const;

/** The cases that only associations have, besides those that the document gives. */
export function cases({ createdId = CREATED_ID }: EndpointOutline): OwnCases {
  const identity = `response.${createdId}.identity`;
  return {
    cases: [
      deep(
        DEEP.exactIds,
        SIDES.map((side) => `request.${side}.exact`),
        { en: 'int64 ids are kept exactly', zh: 'int64 id 精确无损' },
        true,
      ),
      deep(
        DEEP.twoCreations,
        [identity, `response.${createdId}.not_reused`],
        {
          en: 'two creations give two ids; an id is not given again',
          zh: '两次创建得到两个 id，删除后的 id 不再使用',
        },
        true,
      ),
      deep(
        DEEP.eightAtOnce,
        [identity, 'effect.created'],
        { en: 'eight creations at once give eight ids', zh: '八个并发创建得到八个 id' },
        true,
      ),
      ...SIDES.map(inThirtyTwoBits),
      deep(DEEP.unknownAssociation, [exists(ASSOCIATION)], {
        en: 'an association that never existed',
        zh: '关联关系从未存在',
      }),
      deep(DEEP.sourceNeverExisted, [exists(SOURCE)], {
        en: 'a source instance that never existed',
        zh: '源实例从未存在',
      }),
      deep(DEEP.targetNeverExisted, [exists(TARGET)], {
        en: 'a target instance that never existed',
        zh: '目标实例从未存在',
      }),
      deep(DEEP.sourceDeleted, [exists(SOURCE)], {
        en: 'a source instance just deleted',
        zh: '源实例刚被删除',
      }),
      deep(DEEP.targetDeleted, [exists(TARGET)], {
        en: 'a target instance just deleted',
        zh: '目标实例刚被删除',
      }),
      deep(
        DEEP.swapped,
        [ofModel(SOURCE), ofModel(TARGET)],
        { en: 'source and target swapped', zh: '源与目标互换' },
        true,
      ),
      deep(
        DEEP.sourceOfOther,
        [ofModel(SOURCE)],
        { en: 'an instance of the target model as source', zh: '以目标模型的实例作为源实例' },
        true,
      ),
      deep(
        DEEP.targetOfOther,
        [ofModel(TARGET)],
        { en: 'an instance of the source model as target', zh: '以源模型的实例作为目标实例' },
        true,
      ),
      deep(DEEP.repeated, [], { en: 'the same pair again', zh: '重复关联同一对实例' }),
    ],
    again: {
      name: 'each existence',
      title: { en: 'each of what has to exist', zh: '逐项检查必须存在的对象' },
      refusals: noSuchIn,
    },
  };
}

/** The requirement that an instance is of the model of its side. */
export function ofModel(side: Side): string {
  return `request.${side}.model`;
}

function deep(id: string, requirements: readonly string[], title: Text, alone = false): DeepCase {
  const category: Category = id.startsWith('success') ? 'success' : 'semantics';
  const [requests, creations] = COSTS[id] ?? [7, 1];
  return { kind: 'deep', id, category, title, requirements, alone, costs: { requests, creations } };
}

/** Requests and creations of the cases that are more than a refusal and its twin, the last look in. */
const COSTS: Readonly<Record<string, readonly [requests: number, creations: number]>> = {
  [DEEP.exactIds]: [4, 1],
  [DEEP.twoCreations]: [26, 6],
  [DEEP.eightAtOnce]: [46, 8],
  [DEEP.sourceNeverExisted]: [11, 1],
  [DEEP.targetNeverExisted]: [11, 1],
  [DEEP.sourceDeleted]: [11, 2],
  [DEEP.targetDeleted]: [11, 2],
  [DEEP.swapped]: [23, 1],
  [DEEP.sourceOfOther]: [9, 1],
  [DEEP.targetOfOther]: [9, 1],
};

function inThirtyTwoBits(side: Side): RefusalCase {
  const fault = 'the same in 32 bits';
  const id = `semantics.${side}.${fault}`;
  return {
    kind: 'refusal',
    id,
    trial: id,
    category: 'semantics',
    title: titleOf(side, fault),
    requirements: [exists(side)],
    changes: [{ at: side, fault }],
    about: 'request',
  };
}
