import type { ModelAssociation, World } from '../world.js';

/** The document's example: no model can be called `bk_host`, so no installation has it. */
const OF_THE_DOCUMENT = 'bk_switch_belong_bk_host';

/** All mappings between two models, a model associated with itself, and the default cloud area. */
const ASSOCIATIONS: readonly ModelAssociation[] = [
  one(17n, 'bk_switch', 'connect', 'bk_router', '1:n'),
  one(18n, 'bk_switch', 'run', 'bk_router', '1:1'),
  one(19n, 'bk_switch', 'default', 'bk_switch', 'n:n'),
  one(20n, 'bk_switch', 'run', 'bk_switch', '1:1'),
  one(21n, 'bk_switch', 'default', 'plat', 'n:n'),
];

const FREE = [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n] as const;

/** The ids of a pair that is free; small, as real ones are. */
export const FREE_PAIR = { source: 111n, target: 211n } as const;

/** No installation has counted so far. */
const LARGE = 2n ** 53n;

/** A store as a real installation may have it. */
export function asInstalled(world: World): World {
  const { associations, instances, rows } = world;
  for (const [id, row] of rows) {
    const large = row.bk_inst_id > LARGE || row.bk_asst_inst_id > LARGE;
    if (large || row.bk_obj_asst_id === OF_THE_DOCUMENT) rows.delete(id);
  }
  for (const byId of instances.values()) {
    for (const id of byId.keys()) if (id > LARGE) byId.delete(id);
  }
  for (const n of FREE) {
    instances.get('bk_switch')?.set(FREE_PAIR.source - 1n + n, `switch-b${String(n)}`);
    instances.get('bk_router')?.set(FREE_PAIR.target - 1n + n, `router-b${String(n)}`);
  }
  const others = [...associations.values()].filter(({ name }) => name !== OF_THE_DOCUMENT);
  return {
    ...world,
    associations: new Map([...others, ...ASSOCIATIONS].map((each) => [each.name, each])),
    instances: new Map([...instances, ['plat', new Map([[0n, 'default area']])]]),
  };
}

function one(
  id: bigint,
  source: string,
  kind: string,
  target: string,
  mapping: ModelAssociation['mapping'],
): ModelAssociation {
  return { id, name: `${source}_${kind}_${target}`, source, target, kind, mapping };
}
