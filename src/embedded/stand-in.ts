import type { Registry } from './seed.js';
import type { World } from './world.js';

/** What another server is called by, and who may call it: the values of the variables. */
export type Values = Readonly<Record<string, string>>;

/** Ids that it gives: far above any counter, and below 2^53. */
const FIRST_ROW = 5_000_000_000_000_000n;
const FIRST_INSTANCE = 3_000_000_000_000_000n;

/** Who may call a server that stands in for the one that variables name. */
export function registryOf(values: Values): Registry {
  const appOf = (code: string, secret: string): [string, { secret: string; exempt: true }][] =>
    code === '' ? [] : [[code, { secret, exempt: true }]];
  const { BK_TOKEN: token = '' } = values;
  return {
    apps: new Map([
      ...appOf(values['CMDB_OTHER_APP_CODE'] ?? '', values['CMDB_OTHER_APP_SECRET'] ?? ''),
      ...appOf(values['BK_APP_CODE'] ?? '', values['BK_APP_SECRET'] ?? ''),
    ]),
    tokens: new Map(token === '' ? [] : [[token, values['BK_USERNAME'] ?? 'admin']]),
  };
}

/** A store that holds what variables name, and nothing else. */
export function worldOf(values: Values, { innerModels }: Pick<World, 'innerModels'>): World {
  // What is not set would be looked up: here it has names that say so.
  const named = (variable: string, otherwise: string): string => {
    const value = values[variable] ?? '';
    return value === '' ? otherwise : value;
  };
  const name = named('CMDB_OBJ_ASST_ID', 'proposed_association');
  const source = named('CMDB_OBJ_ID', 'source_model');
  const target = named('CMDB_ASST_OBJ_ID', 'target_model');
  const instances = new Map([
    [source, new Map<bigint, string>()],
    [target, new Map<bigint, string>()],
  ]);
  for (const [model, id] of [
    [source, values['CMDB_INST_ID']],
    [target, values['CMDB_ASST_INST_ID']],
  ] as const) {
    if (id !== undefined && id !== '') instances.get(model)?.set(BigInt(id), model);
  }
  const association = { id: 1n, name, source, target, kind: 'default', mapping: 'n:n' } as const;
  return {
    innerModels,
    associations: new Map([[name, association]]),
    instances,
    attributes: new Map(),
    values: new Map(),
    rows: new Map(),
    given: 0,
    lastRowId: FIRST_ROW,
    lastInstanceId: FIRST_INSTANCE,
  };
}
