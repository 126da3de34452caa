import type { Release } from '../../src/embedded/releases/release.js';

/** The real pairs that were observed, by the name of their files in `observed/`. */
export const PAIRS = [
  { name: 'esb-a-cmdb-3.9', release: { esb: 'a', cmdb: 'cmdb-3.9' } },
  { name: 'esb-b-cmdb-3.10', release: { esb: 'b', cmdb: 'cmdb-3.10' } },
  { name: 'esb-b-cmdb-3.12', release: { esb: 'b', cmdb: 'cmdb-3.12' } },
  { name: 'esb-c-cmdb-3.12', release: { esb: 'c', cmdb: 'cmdb-3.12' } },
  { name: 'esb-c-cmdb-3.14', release: { esb: 'c', cmdb: 'cmdb-3.14' } },
] as const satisfies readonly { readonly name: string; readonly release: Release }[];

/** The name of a pair. */
export type PairName = (typeof PAIRS)[number]['name'];
