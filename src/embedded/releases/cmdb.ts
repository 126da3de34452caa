/** A text of CMDB; where only the English one is known it serves for both. */
export interface Words {
  readonly en: string;
  readonly zh?: string;
}

/** How a release of CMDB differs from the others, for the components that this server has. */
export interface Cmdb {
  /**
   * How its Go reads parameters: through float64, so that `11.0` and `1e1` are integers and ids above
   * 2^53 are rounded, or straight into int64.
   */
  readonly numbers: 'float64' | 'int64';
  /** Code for parameters that are not JSON, or not an object. */
  readonly notJson: number;
  /** Whether the shape of `metadata` matters, and its business too. */
  readonly metadata: 'business' | 'shape' | 'ignored';
  /** Codes that stand in place of those of 3.14. */
  readonly instead: Readonly<Record<number, number>>;
  /** Texts that are not those of `cmdb-texts.ts`; null: the release words each refusal by itself. */
  readonly texts: Readonly<Record<number, Words | null>>;
  /** What its store says of an id below zero, which it reads as an unsigned one; null: nothing. */
  readonly negativeId: ((unsigned: bigint) => { code: number; message: string }) | null;
  /**
   * Associations stand in tables by model and supplier account: a lookup and a deletion name the
   * model, and to remove what is not there is a success.
   */
  readonly byModel: boolean;
  /** A deletion of an id below 1 is refused by a check of its own. */
  readonly checksDeletedId: boolean;
  /** What its text says is repeated where the name of an instance is. */
  readonly takenName: (name: string, model: string) => string;
  /** A new instance tells who made and changed it. */
  readonly tellsAuthors: boolean;
}

const SNAPSHOT_FAILED = 1109002;

/** 3.4 differs from it in the text of 1101036 alone, which names models there. */
const V3_6: Cmdb = {
  numbers: 'float64',
  notJson: 1199000,
  metadata: 'business',
  instead: { 1101075: 1101036 },
  texts: { 1199006: null },
  negativeId: () => ({
    code: -1,
    message: 'BSON has no uint64 type, and value is too large to fit correctly in an int64',
  }),
  byModel: false,
  checksDeletedId: false,
  takenName: () => '实例名',
  tellsAuthors: false,
};

/** The audit asks for both names first, and fails where there is none. */
const V3_8: Cmdb = {
  ...V3_6,
  numbers: 'int64',
  notJson: 1199006,
  metadata: 'shape',
  instead: { ...V3_6.instead, 1101073: SNAPSHOT_FAILED, 1101074: SNAPSHOT_FAILED },
  texts: {},
  negativeId: null,
};

const V3_9: Cmdb = {
  ...V3_8,
  metadata: 'ignored',
  instead: {},
  negativeId: overflows('transform'),
  checksDeletedId: true,
};

/** From here on, and up to 3.14.6, 1:n violations have the code of 1:1. */
const V3_10: Cmdb = {
  ...V3_9,
  instead: { 1101061: 1101052 },
  byModel: true,
  checksDeletedId: false,
  takenName: (name, model) =>
    `bulk write exception: write errors: [E11000 duplicate key error collection: cmdb.cc_ObjectBase_0_pub_${model} index: bkcc_unique_bkInstName dup key: { bk_inst_name: ${JSON.stringify(name)} }]`,
};

const V3_12: Cmdb = {
  ...V3_10,
  takenName: (name) => ` bk_inst_name: ${JSON.stringify(name)} `,
  tellsAuthors: true,
};

const V3_13: Cmdb = { ...V3_12, negativeId: overflows('marshal') };

const V3_14: Cmdb = { ...V3_13, instead: {} };

/** Each as the observed head of its branch; each says how it differs from the one before. */
export const CMDB_RELEASES = {
  'cmdb-3.4': V3_6,
  'cmdb-3.6': V3_6,
  'cmdb-3.8': V3_8,
  'cmdb-3.9': V3_9,
  'cmdb-3.10': V3_10,
  'cmdb-3.12': V3_12,
  'cmdb-3.13': V3_13,
  'cmdb-3.14': V3_14,
} as const satisfies Readonly<Record<string, Cmdb>>;

/** The name of a release of CMDB. */
export type CmdbName = keyof typeof CMDB_RELEASES;

/** The MongoDB driver's own words, which CMDB passes on. */
function overflows(verb: string): Cmdb['negativeId'] {
  return (unsigned) => ({
    code: 1199998,
    message: `cannot ${verb} type mapstr.MapStr to a BSON Document: ${String(unsigned)} overflows int64`,
  });
}
