import { LosslessNumber } from 'lossless-json';
import type { Alteration } from '../alterations/alteration.js';
import { envelope, withData } from '../alterations/answering.js';
import { everyNth, isAdd, onSuccess } from '../alterations/where.js';
import type { Where } from '../alterations/alteration.js';
import type { Defect } from './defect.js';
import { CONVENTION, SAYS } from './sentences.js';

/** Answers another id than the one that was stored. */
function answering(change: (id: bigint) => bigint, where: () => Where = () => isAdd): Alteration {
  return (sound) => {
    const applies = where();
    return {
      create: (wanted, call) => {
        const id = sound.create(wanted, call);
        return applies(call) ? change(id) : id;
      },
    };
  };
}

function identity(id: string, does: string, alter: Alteration): Defect {
  return { id, does, breaks: SAYS.id, requirement: 'response.data.id.identity', alter };
}

/** Gives ids of deleted associations again. */
const reusing: Alteration = (sound) => {
  const free: bigint[] = [];
  return {
    remove: (row, call) => {
      sound.remove(row, call);
      free.push(row.id);
    },
    nextRowId: (world) => free.pop() ?? sound.nextRowId(world),
  };
};

/** The id that is answered is not the one of the association, or not its own. */
export const IDS: readonly Defect[] = [
  identity(
    'id-plus-one',
    'Answers the id plus one.',
    answering((id) => id + 1n),
  ),
  identity(
    'id-always-the-same',
    'Answers id 1038 for every association.',
    answering(() => 1038n),
  ),
  identity(
    'id-zero',
    'Answers id 0 for every association.',
    answering(() => 0n),
  ),
  identity(
    'id-negative',
    'Answers the negative of the id.',
    answering((id) => -id),
  ),
  identity(
    'id-of-other-people',
    'Answers the id of an association that was there before.',
    answering(() => 1003n),
  ),
  identity(
    'id-wrong-every-seventh-time',
    'Answers the id plus one for every seventh creation.',
    answering(
      (id) => id + 1n,
      () => everyNth(7, isAdd),
    ),
  ),
  identity('id-of-the-source', 'Answers the id of the source instance.', (sound) => ({
    create: (wanted, call) => {
      sound.create(wanted, call);
      return wanted.source;
    },
  })),
  identity('id-of-the-creation-before', 'Answers the id of the creation before.', (sound) => {
    let last = 1030n;
    return {
      create: (wanted, call) => {
        const before = last;
        last = sound.create(wanted, call);
        return before;
      },
    };
  }),
  identity('id-rounded', 'Gives ids above 2^53 and answers them rounded to a double.', (sound) => {
    let last = 9007199254740993n;
    return {
      nextRowId: () => {
        last += 2n;
        return last;
      },
      create: (wanted, call) => BigInt(Number(sound.create(wanted, call))),
    };
  }),
  identity('id-32-bits', 'Gives ids above 2^32 and answers their lowest 32 bits.', (sound) => ({
    nextRowId: (world) => sound.nextRowId(world) + 0x1_0000_0000n,
    create: (wanted, call) => BigInt.asIntN(32, sound.create(wanted, call)),
  })),
  identity(
    'one-row-for-all',
    'Stores every association under one id, over the one before.',
    () => ({
      nextRowId: () => 1038n,
    }),
  ),
  identity(
    'id-shared-by-two-at-once',
    'Gives two creations that follow within 100 ms of each other the same id.',
    (sound) => {
      let last = 0n;
      let until = 0;
      return {
        nextRowId: (world) => {
          const now = Date.now();
          if (now > until || !world.rows.has(last)) last = sound.nextRowId(world);
          until = now + 100;
          return last;
        },
      };
    },
  ),
  {
    id: 'id-used-again',
    does: 'Gives the id of a deleted association to the next one.',
    breaks: SAYS.id,
    requirement: 'response.data.id.not_reused',
    alter: reusing,
  },
  {
    id: 'id-one-above-the-highest',
    does: 'Gives the highest id that is stored plus one.',
    breaks: SAYS.id,
    requirement: 'response.data.id.not_reused',
    alter: () => ({
      nextRowId: ({ rows }) => {
        let highest = 0n;
        for (const id of rows.keys()) if (id > highest) highest = id;
        return highest + 1n;
      },
    }),
  },
  {
    id: 'id-with-fraction-zero',
    does: 'Writes the id as 1038.0.',
    breaks: CONVENTION.integerForm,
    requirement: 'convention.json.integer_form',
    alter: envelope(
      onSuccess,
      withData((id) => ({ id: new LosslessNumber(`${String(id)}.0`) })),
    ),
  },
];
