import { altered } from '../alterations/alteration.js';
import type { Alteration } from '../alterations/alteration.js';
import type { World } from '../world.js';
import { asCmdb } from './as-cmdb.js';
import { asEsb } from './as-esb.js';
import { CMDB_RELEASES } from './cmdb.js';
import type { Cmdb, CmdbName } from './cmdb.js';
import { ESB_GENERATIONS } from './esb.js';
import type { EsbName } from './esb.js';
import { asInstalled, FREE_PAIR } from './ground.js';

/** A real pair: a release of CMDB behind a generation of the ESB. */
export interface Release {
  readonly cmdb: CmdbName;
  readonly esb: EsbName;
}

/** A server that answers as a pair does. */
export interface ReleasedServer {
  readonly cmdb: Cmdb;
  readonly alter: Alteration;
  readonly maxBodyBytes: number;
  readonly furnish: (world: World) => World;
  /** Variables of a run that are other than the sound server's. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * Makes the server of a pair. Real instances have small ids, and up to 3.6 CMDB can't tell large ones
 * apart: its fixture has such ones.
 */
export function serverOf(release: Release): ReleasedServer {
  const cmdb = CMDB_RELEASES[release.cmdb];
  const esb = ESB_GENERATIONS[release.esb];
  return {
    cmdb,
    alter: (sound) => altered(altered(sound, asCmdb(cmdb)), asEsb(esb)),
    maxBodyBytes: esb.maxBodyBytes,
    furnish: asInstalled,
    settings: {
      CMDB_INST_ID: String(FREE_PAIR.source),
      CMDB_ASST_INST_ID: String(FREE_PAIR.target),
    },
  };
}
