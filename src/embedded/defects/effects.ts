import type { Alteration } from '../alterations/alteration.js';
import type { Call } from '../call.js';
import { storeRow } from '../world.js';
import type { Row, Wanted, World } from '../world.js';
import type { Defect } from './defect.js';
import { SAYS } from './sentences.js';

/** Rounds as a double does. */
const rounded = (id: bigint): bigint => BigInt(Number(id));

/** Stores something else than what was asked for. */
function storing(change: (wanted: Wanted) => Wanted): Alteration {
  return (sound) => ({ create: (wanted, call) => sound.create(change(wanted), call) });
}

/** Does something after each creation. */
function after(
  effect: (wanted: Wanted, id: bigint, call: Call, count: number) => void,
): Alteration {
  return (sound) => {
    let count = 0;
    return {
      create: (wanted, call) => {
        const id = sound.create(wanted, call);
        count += 1;
        effect(wanted, id, call, count);
        return id;
      },
    };
  };
}

/** Stores a second row. */
function also(change: (wanted: Wanted) => Wanted): Alteration {
  return after((wanted, _, call) => {
    const { world, behaviour } = call.site;
    storeRow(world, change(wanted), behaviour.nextRowId(world));
  });
}

function changeRow(world: World, id: bigint, change: Partial<Row>): void {
  const row = world.rows.get(id);
  if (row !== undefined) world.rows.set(id, { ...row, ...change });
}

const turned = (wanted: Wanted): Wanted => ({
  ...wanted,
  source: wanted.target,
  target: wanted.source,
});
const elsewhere = (wanted: Wanted): Wanted => ({
  ...wanted,
  association: 'bk_switch_group_bk_router',
});

const drop = (id: bigint, { site }: Call): void => {
  site.world.rows.delete(id);
};

/** Removes rows but one, of one and the same model association. */
function dropOthers(call: Call, kept: bigint, test: (row: Row) => boolean): void {
  const { rows } = call.site.world;
  const association = rows.get(kept)?.bk_obj_asst_id;
  for (const [id, row] of rows) {
    if (id !== kept && row.bk_obj_asst_id === association && test(row)) drop(id, call);
  }
}

const NTHS = [
  [2, 'second'],
  [3, 'third'],
  [5, 'fifth'],
  [7, 'seventh'],
  [8, 'eighth'],
] as const;

/** What is stored is not what was asked for. */
export const EFFECTS: readonly Defect[] = [
  created(
    'nothing-stored',
    'Answers a success and stores nothing.',
    after((_, id, call) => {
      drop(id, call);
    }),
  ),
  ...NTHS.map(([n, nth]) =>
    created(
      `every-${nth}-lost`,
      `Loses every ${nth} creation (counted from the start) and answers a success.`,
      after((_, id, call, count) => {
        if (count % n === 0) drop(id, call);
      }),
    ),
  ),
  created(
    'lost-from-the-36th-on',
    'Stores 35 associations; loses each later one and answers a success.',
    after((_, id, call, count) => {
      if (count > 35) drop(id, call);
    }),
  ),
  created(
    'lost-without-username',
    'Loses what is created by a login state without a user name.',
    after((_, id, call) => {
      if ((call.members['bk_username'] ?? '') === '') drop(id, call);
    }),
  ),
  created(
    'stored-twice',
    'Stores each association twice, under two ids.',
    also((w) => w),
  ),
  created('stored-both-ways', 'Stores each association in both directions.', also(turned)),
  created('stored-under-two', 'Stores each association under a second kind, too.', also(elsewhere)),
  created('stored-swapped', 'Stores source and target swapped.', storing(turned)),
  created('stored-elsewhere', 'Stores under another model association.', storing(elsewhere)),
  created(
    'stored-between-one-instance',
    'Stores the source instance as the target, too.',
    storing((wanted) => ({ ...wanted, target: wanted.source })),
  ),
  created(
    'target-of-last-creation',
    'Stores the target instance of the creation before, from the second creation on.',
    (sound) => {
      let last: bigint | undefined;
      return {
        create: (wanted, call) => {
          const target = last ?? wanted.target;
          last = wanted.target;
          return sound.create({ ...wanted, target }, call);
        },
      };
    },
  ),
  created(
    'replaces-same-source',
    'Removes every other association of the same source under the same kind.',
    after((wanted, id, call) => {
      dropOthers(call, id, (row) => row.bk_inst_id === wanted.source);
    }),
  ),
  created(
    'replaces-same-target',
    'Removes every other association of the same target under the same kind.',
    after((wanted, id, call) => {
      dropOthers(call, id, (row) => row.bk_asst_inst_id === wanted.target);
    }),
  ),
  created(
    'lost-after-30-creations',
    'Loses each association after 30 further creations.',
    (sound) => {
      const kept: bigint[] = [];
      return after((_, id, call) => {
        kept.push(id);
        const old = kept.length > 30 ? kept.shift() : undefined;
        if (old !== undefined) drop(old, call);
      })(sound);
    },
  ),
  created('lost-when-seen', 'Loses each association once a lookup has shown it.', (sound) => {
    const made = new Set<bigint>();
    return {
      create: (wanted, call) => {
        const id = sound.create(wanted, call);
        made.add(id);
        return id;
      },
      search: (search, call) => {
        const rows = [...sound.search(search, call)];
        for (const { id } of rows) if (made.has(id)) drop(id, call);
        return rows;
      },
    };
  }),
  exact('bk_inst_id', 'source-rounded', 'Stores the source id rounded to a double.', (id) => ({
    bk_inst_id: rounded(id.bk_inst_id),
  })),
  exact('bk_asst_inst_id', 'target-rounded', 'Stores the target id rounded to a double.', (id) => ({
    bk_asst_inst_id: rounded(id.bk_asst_inst_id),
  })),
  exact('bk_inst_id', 'source-32-bits', 'Stores the lowest 32 bits of the source id.', (id) => ({
    bk_inst_id: BigInt.asIntN(32, id.bk_inst_id),
  })),
  refusing('bk_inst_id', 'large-source-refused', 'source'),
  refusing('bk_asst_inst_id', 'large-target-refused', 'target'),
];

function created(id: string, does: string, alter: Alteration): Defect {
  return { id, does, breaks: SAYS.function, requirement: 'effect.created', alter };
}

type Side = 'bk_inst_id' | 'bk_asst_inst_id';

function breaksOf(member: Side): string {
  return member === 'bk_inst_id' ? SAYS.source : SAYS.target;
}

function exact(member: Side, id: string, does: string, change: (row: Row) => Partial<Row>): Defect {
  return {
    id,
    does,
    breaks: breaksOf(member),
    requirement: `request.${member}.exact`,
    alter: after((_, rowId, { site: { world } }) => {
      const row = world.rows.get(rowId);
      if (row !== undefined) changeRow(world, rowId, change(row));
    }),
  };
}

/** Refuses ids that a double can't hold as unknown instances. */
function refusing(member: Side, id: string, side: 'source' | 'target'): Defect {
  return {
    id,
    does: `Refuses a valid ${member} above 2^53, as it looks for the rounded id.`,
    breaks: breaksOf(member),
    requirement: `request.${member}.exact`,
    alter: (sound) => ({
      admit: (wanted, call) => sound.admit({ ...wanted, [side]: rounded(wanted[side]) }, call),
    }),
  };
}
