import type { Ledger } from '../target/ledger.js';
import type { Settings } from '../config/settings.js';
import type { Wire } from '../http/exchange.js';
import type { Redactor, Secret } from '../redact/secrets.js';
import type { Case } from '../cases/case.js';
import type { ContractFiles } from './contract-files.js';
import type { RecordFrame } from './build-record.js';
import type { World } from './state.js';

/** What a session is opened with. */
export interface SessionOptions {
  readonly settings: Settings;
  readonly contract: ContractFiles;
  readonly wire: Wire;
  readonly ledger: Ledger;
  readonly world: World;
  /** Categories, requirement ids or case ids; empty for the full run. */
  readonly only: readonly string[];
  readonly frame: RecordFrame;
  /** Stands in for the list of all cases, to test that a shorter one is noticed. */
  readonly cases?: readonly Case[];
  /** Further secrets of the run that are never shown, such as the proxy's password. */
  readonly secrets?: readonly Secret[];
  /** Stands in for the redaction of what is recorded, to test the scan that follows it. */
  readonly redactor?: (real: Redactor) => Redactor;
}
