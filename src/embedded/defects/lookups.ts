import type { Alteration } from '../alterations/alteration.js';
import type { Row } from '../world.js';
import type { Defect } from './defect.js';
import { SAYS } from './sentences.js';

const rounded = (id: bigint): bigint => BigInt(Number(id));

/** Ids above the ones that are there at the start. */
const isNew = ({ id }: Row): boolean => id > 1035n;

/** Shows other rows than those that are stored. */
function showing(change: (row: Row) => Row | undefined): Alteration {
  return (sound) => ({
    search: (search, call) =>
      sound.search(search, call).flatMap((row) => {
        const shown = isNew(row) ? change(row) : row;
        return shown === undefined ? [] : [shown];
      }),
  });
}

const created = (id: string, does: string, alter: Alteration): Defect => ({
  id,
  does,
  breaks: SAYS.function,
  requirement: 'effect.created',
  alter,
});

/** Lookups that do not show what was created, or not under its id. */
export const LOOKUPS: readonly Defect[] = [
  created(
    'lookup-shows-nothing-new',
    'Finds only associations that were there at the start.',
    showing(() => undefined),
  ),
  created('lookup-always-empty', 'Finds nothing.', () => ({ search: () => [] })),
  created(
    'lookup-hides-every-third',
    'Never finds new associations whose id is a multiple of three.',
    showing((row) => (row.id % 3n === 0n ? undefined : row)),
  ),
  created(
    'lookup-swaps-sides',
    'Shows source and target of new associations swapped.',
    showing((row) => ({
      ...row,
      bk_inst_id: row.bk_asst_inst_id,
      bk_asst_inst_id: row.bk_inst_id,
    })),
  ),
  created(
    'lookup-shows-another-association',
    'Shows new associations under another model association.',
    showing((row) => ({ ...row, bk_obj_asst_id: 'bk_switch_group_bk_router' })),
  ),
  created('lookup-shows-each-twice', 'Shows new associations twice, under two ids.', (sound) => ({
    search: (search, call) =>
      sound
        .search(search, call)
        .flatMap((row) => (isNew(row) ? [row, { ...row, id: row.id + 1_000_000n }] : [row])),
  })),
  {
    id: 'lookup-shows-another-id',
    does: 'Shows new associations under their id plus one.',
    breaks: SAYS.id,
    requirement: 'response.data.id.identity',
    alter: showing((row) => ({ ...row, id: row.id + 1n })),
  },
  {
    id: 'lookup-shows-one-id',
    does: 'Shows all new associations under one id.',
    breaks: SAYS.id,
    requirement: 'response.data.id.identity',
    alter: showing((row) => ({ ...row, id: 1038n })),
  },
  {
    id: 'lookup-rounds-source',
    does: 'Shows source ids rounded to a double.',
    breaks: SAYS.source,
    requirement: 'request.bk_inst_id.exact',
    alter: showing((row) => ({ ...row, bk_inst_id: rounded(row.bk_inst_id) })),
  },
  {
    id: 'lookup-rounds-target',
    does: 'Shows target ids rounded to a double.',
    breaks: SAYS.target,
    requirement: 'request.bk_asst_inst_id.exact',
    alter: showing((row) => ({ ...row, bk_asst_inst_id: rounded(row.bk_asst_inst_id) })),
  },
];
