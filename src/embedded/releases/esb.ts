/** How a generation of the ESB differs from the others. */
export interface Esb {
  /** The Python whose texts of values it has. */
  readonly python: 2 | 3;
  /** Bytes of a body that it takes. */
  readonly maxBodyBytes: number;
  /** It finds an address in any letter case. */
  readonly foldsPath: boolean;
  /** It reads `X-Bkapi-Authorization`, and the body before an answer of it has a request id. */
  readonly readsHeader: boolean;
  /** It takes what an API gateway says of the caller, and has none to believe. */
  readonly readsJwt: boolean;
  /** Who knows the apps: the ESB's own tables, or bkauth. */
  readonly apps: 'tables' | 'bkauth';
  /** White space that is cut off a login state. */
  readonly cutsToken: (token: string) => string;
  /** The header that names the user to CMDB. */
  readonly userHeader: string;
  /** `permission` of CMDB's answers is passed on. */
  readonly tellsPermission: boolean;
  /** Order of the members of every object it writes; null: that in which they were made. */
  readonly order: readonly string[] | null;
  /** Its answers are chunked. */
  readonly chunked: boolean;
  /** The parameters that become steps of CMDB's address, by component. */
  readonly inAddress: Readonly<Record<string, readonly string[]>>;
}

const NO_LIMIT = 64 * 1024 * 1024;

/** PaaS 3.2, community edition 5.1. */
const A: Esb = {
  python: 2,
  maxBodyBytes: NO_LIMIT,
  foldsPath: true,
  readsHeader: false,
  readsJwt: false,
  apps: 'tables',
  // MySQL compares texts without a space at their end.
  cutsToken: (token) => token.replace(/ $/, ''),
  userHeader: 'BK_USER',
  tellsPermission: false,
  // A Python 2 dictionary has its members in the order of their hashes.
  order: [
    ['on_delete', 'mapping', 'message', 'code', 'data', 'result', 'request_id'],
    ['bk_asst_inst_id', 'bk_asst_obj_id', 'bk_obj_id', 'bk_obj_asst_name', 'bk_asst_id'],
    ['bk_supplier_account', 'bk_inst_id', 'bk_obj_asst_id', 'id', 'ispre'],
  ].flat(),
  chunked: true,
  inAddress: {
    create_inst: ['bk_supplier_account', 'bk_obj_id'],
    delete_inst: ['bk_supplier_account', 'bk_obj_id', 'bk_inst_id'],
    delete_instance_association: ['id'],
  },
};

/** PaaS 2.14, community edition 6. */
const B: Esb = {
  python: 3,
  maxBodyBytes: 2_621_440,
  foldsPath: true,
  readsHeader: true,
  readsJwt: false,
  apps: 'tables',
  cutsToken: (token) => token.trim(),
  userHeader: 'Bk-Username',
  tellsPermission: true,
  order: null,
  chunked: false,
  inAddress: {
    create_inst: ['bk_obj_id'],
    delete_inst: ['bk_obj_id', 'bk_inst_id'],
    delete_instance_association: ['bk_obj_id', 'id'],
  },
};

/** The ESB of blueking-apigateway, called without the gateway. */
const C: Esb = {
  ...B,
  maxBodyBytes: 10 * 1024 * 1024,
  foldsPath: false,
  readsJwt: true,
  apps: 'bkauth',
};

/** Generation d, the gateway before c, was read and not observed: this server can't be it. */
export const ESB_GENERATIONS = { a: A, b: B, c: C } as const satisfies Readonly<
  Record<string, Esb>
>;

/** The name of a generation. */
export type EsbName = keyof typeof ESB_GENERATIONS;
