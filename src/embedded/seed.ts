import type { ModelAssociation, Wanted, World } from './world.js';
import { storeRow } from './world.js';

/** A registered app. */
export interface App {
  readonly secret: string;
  /** On the list of apps that may name a user without a login. */
  readonly exempt: boolean;
}

/** Who may call. Fixed values: this server holds nothing worth stealing. */
export interface Registry {
  readonly apps: ReadonlyMap<string, App>;
  /** User by login state. */
  readonly tokens: ReadonlyMap<string, string>;
}

const APP = { code: 'cmdb_contract', secret: '3f9c1b7e-62ad-4d08-9e5f-b1c47a80d2f6' };
const OTHER = { code: 'asset_sync', secret: 'c84e20d9-7b15-4af3-8d6c-590ea1f3b7d2' };
const NOT_EXEMPT = { code: 'ticket_board', secret: '5d71fa06-e3c8-42b9-a0d4-6f8b29c3e17a' };
const TOKEN = 'kV3xPq9TzR7mLw2YdN6sBf8HcJ4gUa1EoXiQ5tZvWyM';

/** The fixture: both ids are odd and above 2^53, so that no double can hold them. */
const FIXTURE = {
  association: 'bk_switch_default_bk_router',
  source: 9007199254740993n,
  target: 9007199254741001n,
} as const;

/** The apps and the login state that this server knows. */
export const REGISTRY: Registry = {
  apps: new Map([
    [APP.code, { secret: APP.secret, exempt: true }],
    [OTHER.code, { secret: OTHER.secret, exempt: true }],
    [NOT_EXEMPT.code, { secret: NOT_EXEMPT.secret, exempt: false }],
  ]),
  tokens: new Map([[TOKEN, 'admin']]),
};

/** The third app, which may not name a user without a login; no variable carries it. */
export const NOT_EXEMPT_APP = NOT_EXEMPT;

/** The variables with which a client reaches this server. */
export function settingsFor(baseUrl: string): Readonly<Record<string, string>> {
  return {
    CMDB_BASE_URL: baseUrl,
    BK_APP_CODE: APP.code,
    BK_APP_SECRET: APP.secret,
    BK_USERNAME: 'admin',
    BK_TOKEN: TOKEN,
    CMDB_OTHER_APP_CODE: OTHER.code,
    CMDB_OTHER_APP_SECRET: OTHER.secret,
    CMDB_OBJ_ASST_ID: FIXTURE.association,
    CMDB_OBJ_ID: 'bk_switch',
    CMDB_ASST_OBJ_ID: 'bk_router',
    CMDB_INST_ID: String(FIXTURE.source),
    CMDB_ASST_INST_ID: String(FIXTURE.target),
    CMDB_BIZ_ID: '2',
  };
}

const ASSOCIATIONS: readonly ModelAssociation[] = [
  association(11n, 'bk_switch', 'default', 'bk_router', 'n:n'),
  association(12n, 'bk_switch', 'group', 'bk_router', 'n:n'),
  { ...association(13n, 'bk_switch', 'connect', 'host', '1:n'), preset: true },
  { ...association(14n, 'bk_switch', 'belong', 'host', '1:n'), name: 'bk_switch_belong_bk_host' },
  association(15n, 'bk_router', 'connect', 'bk_firewall', '1:n'),
  association(16n, 'bk_switch', 'run', 'bk_firewall', '1:1'),
];

function association(
  id: bigint,
  source: string,
  kind: string,
  target: string,
  mapping: ModelAssociation['mapping'],
): ModelAssociation {
  return { id, name: `${source}_${kind}_${target}`, source, target, kind, mapping };
}

/** Rows of other people, so that nobody's tests work on an empty store only. */
const ROWS: readonly (readonly [bigint, Wanted])[] = [
  [1003n, { association: FIXTURE.association, source: 101n, target: 201n }],
  [1007n, { association: FIXTURE.association, source: 102n, target: 201n }],
  [1008n, { association: 'bk_switch_group_bk_router', source: 101n, target: 202n }],
  [1015n, { association: 'bk_switch_connect_host', source: 101n, target: 401n }],
  [1019n, { association: 'bk_switch_belong_bk_host', source: 102n, target: 401n }],
  [1022n, { association: 'bk_router_connect_bk_firewall', source: 201n, target: 301n }],
  [1030n, { association: 'bk_switch_run_bk_firewall', source: 101n, target: 301n }],
  // These two show that the instances of the fixture are there.
  [1031n, { association: 'bk_switch_group_bk_router', source: FIXTURE.source, target: 202n }],
  [1033n, { association: 'bk_switch_group_bk_router', source: 102n, target: FIXTURE.target }],
];

/** A store as it is at the start. No instance id occurs in two models. */
export function createWorld(): World {
  const world: World = {
    innerModels: new Set(['host', 'biz', 'set', 'module', 'plat']),
    associations: new Map(ASSOCIATIONS.map((one) => [one.name, one])),
    instances: new Map([
      [
        'bk_switch',
        new Map([
          [101n, 'switch-a1'],
          [102n, 'switch-a2'],
          [FIXTURE.source, 'switch-core-1'],
          [9007199254740995n, 'switch-core-2'],
        ]),
      ],
      [
        'bk_router',
        new Map([
          [201n, 'router-a1'],
          [202n, 'router-a2'],
          [FIXTURE.target, 'router-core-1'],
          [9007199254741003n, 'router-core-2'],
        ]),
      ],
      [
        'bk_firewall',
        new Map([
          [301n, 'firewall-a1'],
          [302n, 'firewall-a2'],
        ]),
      ],
      [
        'host',
        new Map([
          [401n, '10.0.0.11'],
          [402n, '10.0.0.12'],
        ]),
      ],
      ['biz', new Map([[2n, 'blueking']])],
    ]),
    rows: new Map(),
    given: 0,
    lastRowId: 1035n,
    lastInstanceId: 20000n,
  };
  for (const [id, wanted] of ROWS) storeRow(world, wanted, id);
  return world;
}
