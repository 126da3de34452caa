import type { Alteration } from '../alterations/alteration.js';
import { storeUnchecked } from '../alterations/storing.js';
import type { Wanted } from '../world.js';
import { hasInstance } from '../world.js';
import type { Defect } from './defect.js';
import { SAYS } from './sentences.js';

const NO_ASSOCIATION = 1101046;
const NO_SOURCE = 1101073;
const NO_TARGET = 1101074;
const absent = { source: NO_SOURCE, target: NO_TARGET } as const;

/** Lets refusals of one kind pass. */
function letting(code: number, also: (wanted: Wanted) => boolean = () => true): Alteration {
  return (sound) => ({
    admit: (wanted, call) => {
      const refusal = sound.admit(wanted, call);
      return refusal?.code === code && also(wanted) ? undefined : refusal;
    },
    create: (wanted, call) => storeUnchecked(wanted, call).id,
  });
}

/** Takes an instance of any model for one of the right model. */
function anyModel(side: 'source' | 'target'): Alteration {
  return (sound) => ({
    admit: (wanted, call) => {
      const refusal = sound.admit(wanted, call);
      const { world } = call.site;
      const exists = [...world.instances.keys()].some((model) =>
        hasInstance(world, model, wanted[side]),
      );
      return refusal?.code === absent[side] && exists ? undefined : refusal;
    },
  });
}

/** Takes instances for existing that were deleted. */
function rememberingDeleted(side: 'source' | 'target'): Alteration {
  return (sound) => {
    const seen = new Set<bigint>();
    return {
      nextInstanceId: (world) => {
        const id = sound.nextInstanceId(world);
        seen.add(id);
        return id;
      },
      admit: (wanted, call) => {
        const refusal = sound.admit(wanted, call);
        return refusal?.code === absent[side] && seen.has(wanted[side]) ? undefined : refusal;
      },
    };
  };
}

const everyThirdSource: Alteration = (sound) => {
  let count = 0;
  return letting(NO_SOURCE, () => {
    count += 1;
    return count % 3 === 0;
  })(sound);
};

/** Keeps only 32 bits of an instance id where it looks for the instance. */
function inThirtyTwoBits(
  side: 'source' | 'target',
  member: 'bk_inst_id' | 'bk_asst_inst_id',
  code: number,
): Defect {
  const alter: Alteration = (sound) => ({
    admit: (wanted, call) => {
      const refusal = sound.admit(wanted, call);
      const { instances, associations } = call.site.world;
      const model = associations.get(wanted.association)?.[side] ?? '';
      const ids = [...(instances.get(model)?.keys() ?? [])];
      const found = ids.find((id) => inBits(id) === inBits(wanted[side]));
      if (refusal?.code !== code || found === undefined) return refusal;
      return sound.admit({ ...wanted, [side]: found }, call);
    },
  });
  return {
    id: `${side}-looked-for-in-32-bits`,
    does: `Looks only at the lower 32 bits of ${member} where it checks that the instance exists.`,
    breaks: side === 'source' ? SAYS.source : SAYS.target,
    requirement: `request.${member}.exists`,
    alter,
  };
}

function inBits(id: bigint): bigint {
  return BigInt.asUintN(32, id);
}

/** Associations between things that are not there. */
export const EXISTENCE: readonly Defect[] = [
  {
    id: 'unknown-association-accepted',
    does: 'Creates instance associations under a model association that does not exist.',
    breaks: SAYS.association,
    requirement: 'request.bk_obj_asst_id.exists',
    alter: letting(NO_ASSOCIATION),
  },
  {
    id: 'unknown-association-refused-but-created',
    does: 'Refuses an unknown model association in words, but stores the association.',
    breaks: SAYS.association,
    requirement: 'request.bk_obj_asst_id.exists',
    alter: (sound) => ({
      admit: (wanted, call) => {
        const refusal = sound.admit(wanted, call);
        if (refusal?.code === NO_ASSOCIATION) storeUnchecked(wanted, call);
        return refusal;
      },
    }),
  },
  {
    id: 'missing-source-accepted',
    does: 'Does not check that the source instance exists.',
    breaks: SAYS.source,
    requirement: 'request.bk_inst_id.exists',
    alter: letting(NO_SOURCE),
  },
  {
    id: 'missing-source-accepted-every-third-time',
    does: 'Accepts every third source instance that does not exist.',
    breaks: SAYS.source,
    requirement: 'request.bk_inst_id.exists',
    alter: everyThirdSource,
  },
  inThirtyTwoBits('source', 'bk_inst_id', NO_SOURCE),
  inThirtyTwoBits('target', 'bk_asst_inst_id', NO_TARGET),
  {
    id: 'missing-target-accepted',
    does: 'Does not check that the target instance exists.',
    breaks: SAYS.target,
    requirement: 'request.bk_asst_inst_id.exists',
    alter: letting(NO_TARGET),
  },
  {
    id: 'deleted-source-accepted',
    does: 'Takes a source instance that was deleted for existing.',
    breaks: SAYS.source,
    requirement: 'request.bk_inst_id.exists',
    alter: rememberingDeleted('source'),
  },
  {
    id: 'deleted-target-accepted',
    does: 'Takes a target instance that was deleted for existing.',
    breaks: SAYS.target,
    requirement: 'request.bk_asst_inst_id.exists',
    alter: rememberingDeleted('target'),
  },
  {
    id: 'missing-source-refused-but-created',
    does: 'Refuses a missing source instance in words, but stores the association.',
    breaks: SAYS.source,
    requirement: 'request.bk_inst_id.exists',
    alter: (sound) => ({
      admit: (wanted, call) => {
        const refusal = sound.admit(wanted, call);
        if (refusal?.code === NO_SOURCE) storeUnchecked(wanted, call);
        return refusal;
      },
    }),
  },
  {
    id: 'source-of-any-model',
    does: 'Accepts an instance of any model as the source.',
    breaks: SAYS.source,
    requirement: 'request.bk_inst_id.model',
    alter: anyModel('source'),
  },
  {
    id: 'target-of-any-model',
    does: 'Accepts an instance of any model as the target.',
    breaks: SAYS.target,
    requirement: 'request.bk_asst_inst_id.model',
    alter: anyModel('target'),
  },
  {
    id: 'sides-either-way',
    does: 'Accepts source and target swapped, and turns them round.',
    breaks: SAYS.source,
    requirement: 'request.bk_inst_id.model',
    alter: (sound) => ({
      admit: (wanted, call) => {
        const refusal = sound.admit(wanted, call);
        const turned = { ...wanted, source: wanted.target, target: wanted.source };
        return refusal?.code === NO_SOURCE && sound.admit(turned, call) === undefined
          ? undefined
          : refusal;
      },
    }),
  },
];
