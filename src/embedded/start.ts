import type { Behaviour, Site } from './call.js';
import { MAX_BODY_BYTES } from './decode.js';
import { leave, listen, stop } from './listening.js';
import { CMDB_RELEASES } from './releases/cmdb.js';
import { serverOf } from './releases/release.js';
import type { Release, ReleasedServer } from './releases/release.js';
import { createTimers } from './timers.js';
import { createWorld, REGISTRY, settingsFor } from './seed.js';
import { createEsbServer } from './server.js';
import { SOUND } from './sound.js';
import { snapshot } from './world.js';
import { altered } from './alterations/alteration.js';
import { DEFECTS, FURTHER_DEFECTS } from './defects/defects.js';
import { VARIANTS } from './variants/variants.js';
import type { Variant } from './variants/variant.js';

/** How the embedded CMDB is started. */
export interface EmbeddedOptions {
  /** Default: any free port. */
  readonly port?: number;
  /** Default: 127.0.0.1. */
  readonly host?: string;
  /** Id of the one deliberate fault that it has. */
  readonly defect?: string;
  /** Id of what is unusual about it. */
  readonly variant?: string;
  /** The real pair that it answers as. */
  readonly release?: Release;
}

/** A running embedded CMDB. */
export interface Embedded {
  /** For example `http://127.0.0.1:40123`. */
  readonly baseUrl: string;
  /** The variables with which a run reaches it and knows its fixture. */
  readonly settings: Readonly<Record<string, string>>;
  /** Everything stored, as stable text; equal texts mean equal stores. */
  readonly snapshot: () => string;
  /** Ends all connections and timers. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the embedded CMDB: a real HTTP server in front of a store of its own.
 *
 * @throws RangeError for an unknown defect or variant; the system's error when the port cannot be had
 */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<Embedded> {
  const difference = findDifference(options);
  const behaviour: Behaviour = difference === undefined ? SOUND : altered(SOUND, difference.alter);
  const timers = createTimers();
  const site: Site = {
    world: difference?.furnish?.(createWorld()) ?? createWorld(),
    registry: REGISTRY,
    behaviour,
    cmdb: difference?.cmdb ?? CMDB_RELEASES['cmdb-3.14'],
    later: timers.later,
    leave: (milliseconds) => {
      leave(server, milliseconds, timers.later);
    },
  };
  const server = createEsbServer(site, {
    keepAlive: difference?.keepAlive ?? true,
    maxBodyBytes: difference?.maxBodyBytes ?? MAX_BODY_BYTES,
  });
  const host = options.host ?? '127.0.0.1';
  const port = await listen(server, options.port ?? 0, host);
  const baseUrl = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    baseUrl,
    settings: { ...settingsFor(baseUrl), ...difference?.settings },
    snapshot: () => snapshot(site.world),
    close: async () => {
      timers.clear();
      await stop(server);
    },
  };
}

/** What a server has that is not the sound one. */
type Difference = Pick<Variant, 'alter' | 'keepAlive' | 'settings'> &
  Partial<Pick<ReleasedServer, 'cmdb' | 'furnish' | 'maxBodyBytes'>>;

function findDifference({ defect, variant, release }: EmbeddedOptions): Difference | undefined {
  if (release !== undefined) return serverOf(release);
  if (defect !== undefined) return known([...DEFECTS, ...FURTHER_DEFECTS], 'defect', defect);
  return variant === undefined ? undefined : known(VARIANTS, 'variant', variant);
}

function known<T extends { readonly id: string }>(all: readonly T[], kind: string, id: string): T {
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`There is no ${kind} ${id}.`);
  return found;
}
