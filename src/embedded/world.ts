/** How many instances one side of a model association may be associated with. */
export type Mapping = '1:1' | '1:n' | 'n:n';

/** A model association: which models, of which kind, how many to how many. */
export interface ModelAssociation {
  readonly id: bigint;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly kind: string;
  readonly mapping: Mapping;
  /** CMDB comes with it. */
  readonly preset?: true;
}

/** An instance association, as asked for: not yet stored. */
export interface Wanted {
  readonly association: string;
  readonly source: bigint;
  readonly target: bigint;
}

/** A stored instance association, with CMDB's own member names. */
export interface Row {
  readonly id: bigint;
  readonly bk_inst_id: bigint;
  readonly bk_obj_id: string;
  readonly bk_asst_inst_id: bigint;
  readonly bk_asst_obj_id: string;
  readonly bk_supplier_account: string;
  readonly bk_obj_asst_id: string;
  readonly bk_asst_id: string;
}

/** Everything that is stored. */
export interface World {
  readonly innerModels: ReadonlySet<string>;
  readonly associations: ReadonlyMap<string, ModelAssociation>;
  /** Names of the instances by id, by model. */
  readonly instances: ReadonlyMap<string, Map<bigint, string>>;
  readonly rows: Map<bigint, Row>;
  /** Counts, for the gaps: ids that were given so far. */
  given: number;
  lastRowId: bigint;
  lastInstanceId: bigint;
}

/**
 * Ids grow with gaps, as CMDB's do (one sequence for all models, also spent by failed creations).
 * The gaps follow a fixed pattern, so that two runs see the same ids.
 */
const GAPS = [1n, 3n, 2n, 1n, 5n, 2n] as const;

function nextGap(world: World): bigint {
  world.given += 1;
  return GAPS[world.given % GAPS.length] ?? 1n;
}

/** The id of the next instance association. */
export function nextRowId(world: World): bigint {
  world.lastRowId += nextGap(world);
  return world.lastRowId;
}

/** The id of the next instance; below 2^53. */
export function nextInstanceId(world: World): bigint {
  world.lastInstanceId += nextGap(world);
  return world.lastInstanceId;
}

/** True when the model has an instance of that id. */
export function hasInstance(world: World, model: string, id: bigint): boolean {
  return world.instances.get(model)?.has(id) ?? false;
}

/** Stores an instance association under a known model association, and gives the row. */
export function storeRow(world: World, wanted: Wanted, id: bigint): Row {
  const association = world.associations.get(wanted.association);
  const row: Row = {
    id,
    bk_inst_id: wanted.source,
    bk_obj_id: association?.source ?? '',
    bk_asst_inst_id: wanted.target,
    bk_asst_obj_id: association?.target ?? '',
    bk_supplier_account: '0',
    bk_obj_asst_id: wanted.association,
    bk_asst_id: association?.kind ?? '',
  };
  world.rows.set(id, row);
  return row;
}

/**
 * Everything stored, as text with one line a thing, in a fixed order: equal texts mean equal
 * stores. The id counters are left out.
 */
export function snapshot(world: World): string {
  const associations = [...world.associations.values()].map(
    (a) => `association ${String(a.id)} ${a.name} ${a.source} ${a.target} ${a.kind} ${a.mapping}`,
  );
  const instances = [...world.instances].flatMap(([model, byId]) =>
    [...byId].map(([id, name]) => `instance ${model} ${String(id)} ${JSON.stringify(name)}`),
  );
  const rows = [...world.rows.values()].map(
    (row) => `row ${Object.values(row).map(String).join(' ')}`,
  );
  return [...associations, ...instances, ...rows].sort().join('\n');
}
