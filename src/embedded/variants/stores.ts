import type { Alteration } from '../alterations/alteration.js';
import { meets } from '../search.js';
import { storeRow } from '../world.js';
import type { Row } from '../world.js';
import { isMembers } from '../json.js';
import { refuse } from '../refusal.js';
import { LosslessNumber } from 'lossless-json';
import { readingAs } from '../alterations/reading.js';
import type { Variant } from './variant.js';

/** Lookups that show a change only after some milliseconds. */
function lagging(createdMs: number, deletedMs: number): Alteration {
  return (sound) => {
    const hiddenUntil = new Map<bigint, number>();
    const lingering: { row: Row; until: number }[] = [];
    return {
      create: (wanted, call) => {
        const id = sound.create(wanted, call);
        hiddenUntil.set(id, Date.now() + createdMs);
        return id;
      },
      remove: (row, call) => {
        sound.remove(row, call);
        lingering.push({ row, until: Date.now() + deletedMs });
      },
      search: (search, call) => {
        const now = Date.now();
        const shown = sound
          .search(search, call)
          .filter(({ id }) => (hiddenUntil.get(id) ?? 0) <= now);
        while (lingering[0] !== undefined && lingering[0].until < now) lingering.shift();
        const kept = lingering
          .map(({ row }) => row)
          .filter((row) => row.bk_obj_id === search.model || row.bk_asst_obj_id === search.model)
          .filter((row) => meets({ ...row }, search.condition))
          .filter(({ id }) => (hiddenUntil.get(id) ?? 0) <= now);
        return [...shown, ...kept];
      },
    };
  };
}

/** Counts ids on from a first one, in steps. */
function counting(first: bigint, step: bigint): Alteration {
  return () => {
    let next = first;
    return {
      nextRowId: ({ rows }) => {
        while (rows.has(next)) next += step;
        const id = next;
        next += step;
        return id;
      },
    };
  };
}

/** Refuses every n-th call of a component as busy. */
function refusingEvery(n: number, component: string): Alteration {
  return (sound) => {
    let count = 0;
    return {
      perform: (call) => {
        if (call.component !== component) return sound.perform(call);
        count += 1;
        return count % n === 0
          ? { refusal: refuse('state', 1199998, 'Unknown or unrecognized error') }
          : sound.perform(call);
      },
    };
  };
}

/** Counts instance ids on from 2^53. */
const largeInstanceIds: Alteration = () => {
  let last = 9007199254800001n;
  return {
    nextInstanceId: () => {
      last += 2n;
      return last;
    },
  };
};

/** Reads numbers with a whole value as integers. */
const wholeFractions: Alteration = (sound) => {
  const both = readingAs(['bk_inst_id'], isWhole, wholeOf)(sound);
  return {
    ...sound,
    ...readingAs(['bk_asst_inst_id'], isWhole, wholeOf)({ ...sound, ...both }),
  };
};

/** Lets other people work with each call. */
const busy: Alteration = (sound) => {
  let last: bigint | undefined;
  return {
    verifyUser: (given, call) => {
      const { world, behaviour } = call.site;
      if (last !== undefined) world.rows.delete(last);
      last = behaviour.nextRowId(world);
      const association = 'bk_switch_group_bk_router';
      storeRow(world, { association, source: 102n, target: 202n }, last);
      return sound.verifyUser(given, call);
    },
  };
};

/** Stores with unusual ids and habits. */
export const STORES: readonly Variant[] = [
  { id: 'ids-from-1', does: 'Gives ids 1, 2, 3, ….', alter: counting(1n, 1n) },
  { id: 'ids-above-2-53', does: 'Gives ids above 2^53.', alter: counting(9007199254740993n, 2n) },
  {
    id: 'ids-near-the-end',
    does: 'Gives the largest ids that an int64 has room for.',
    alter: counting(9223372036854700000n, 1n),
  },
  {
    id: 'instance-ids-above-2-53',
    does: 'Gives instance ids above 2^53, too.',
    alter: largeInstanceIds,
  },
  {
    id: 'lagging-1000',
    does: 'Shows a new association a second later, and a deleted one a second longer.',
    alter: lagging(1000, 1000),
  },
  {
    id: 'repeated-pair-accepted',
    does: 'Creates the same association once more, under another id.',
    alter: (sound) => ({
      admit: (wanted, call) => {
        const refusal = sound.admit(wanted, call);
        return refusal?.code === 1199014 ? undefined : refusal;
      },
    }),
  },
  {
    id: 'repeated-pair-same-id',
    does: 'Answers the id that is there when an association is asked for again.',
    alter: (sound) => ({
      admit: (wanted, call) => {
        const refusal = sound.admit(wanted, call);
        return refusal?.code === 1199014 ? undefined : refusal;
      },
      create: (wanted, call) => {
        for (const row of call.site.world.rows.values()) {
          if (
            row.bk_obj_asst_id === wanted.association &&
            row.bk_inst_id === wanted.source &&
            row.bk_asst_inst_id === wanted.target
          ) {
            return row.id;
          }
        }
        return sound.create(wanted, call);
      },
    }),
  },
  {
    id: 'lookup-fails-now-and-then',
    does: 'Refuses every 97th lookup, which has nothing to do with creating associations.',
    alter: refusingEvery(97, 'find_instance_association'),
  },
  {
    id: 'deletion-fails-now-and-then',
    does: 'Refuses every 41st deletion, which has nothing to do with creating associations.',
    alter: refusingEvery(41, 'delete_instance_association'),
  },
  {
    id: 'whole-fractions-accepted',
    does: 'Takes 11.0 and 1e1 for integers, as CMDB did before v3.8.',
    alter: wholeFractions,
  },
  {
    id: 'busy-with-others',
    does: 'Other people create and remove associations all the time, between the same instances, too.',
    alter: busy,
  },
  {
    id: 'extra-row-members',
    does: 'Shows rows with further members, zero members left out, and ids in another order.',
    alter: (sound) => ({
      perform: (call) => {
        const outcome = sound.perform(call);
        const { data } = outcome;
        return Array.isArray(data)
          ? {
              data: data
                .map((row: unknown) => (isMembers(row) ? { ...row, version: 1n } : row))
                .reverse(),
            }
          : outcome;
      },
    }),
  },
  {
    id: 'token-beats-nothing',
    does: 'Accepts a bad login state beside a valid user name, as the document words it.',
    alter: (sound) => ({
      verifyUser: (given, call) => {
        const refusal = sound.verifyUser(given, call);
        const byName = sound.verifyUser({ ...given, bk_token: undefined }, call);
        return refusal === undefined ? undefined : byName;
      },
    }),
  },
  {
    id: 'get-not-found',
    does: 'Answers GET as an unknown path, and paths without their last slash.',
    alter: (sound) => ({
      route: (call) =>
        call.received.method === 'GET' || !call.path.endsWith('/') ? undefined : sound.route(call),
    }),
  },
];

const isWhole = (value: unknown): boolean =>
  value instanceof LosslessNumber && Number.isSafeInteger(Number(value.value));

function wholeOf(value: unknown): unknown {
  return value instanceof LosslessNumber ? BigInt(Number(value.value)) : value;
}
