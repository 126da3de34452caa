import { PAIRS } from './pairs.js';
import type { PairName } from './pairs.js';

/** A row that the embedded CMDB answers otherwise than the pair did. */
interface Exception {
  readonly pair: PairName;
  /** Section and case. */
  readonly row: string;
  readonly reason: string;
}

const NAME_ONLY =
  'The models of the embedded CMDB take a name only, so that a run can make instances.';
const ONE_PART =
  'Forms of several parts are not read; none can create anything, since all their values are texts.';

/** All of them; one that agrees again has to go. */
export const EXCEPTIONS: readonly Exception[] = [
  ...PAIRS.map(({ name }) => ({
    pair: name,
    row: 'credentials: form of several parts',
    reason: ONE_PART,
  })),
  {
    pair: 'esb-b-cmdb-3.12',
    row: 'instances: create, preset bk_switch without bk_asset_id',
    reason: NAME_ONLY,
  },
  {
    pair: 'esb-c-cmdb-3.12',
    row: 'instances: create, preset bk_switch without bk_asset_id',
    reason: NAME_ONLY,
  },
];
