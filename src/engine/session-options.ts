import type { Binding } from '../binding/binding.js';
import type { Settings } from '../config/settings.js';
import type { ContractFiles } from '../contract/contract-files.js';
import type { Erratum } from '../contract/erratum.js';
import type { Wire } from '../http/exchange.js';
import type { Declarations } from '../record/declarations.js';
import type { Profile } from '../record/profile.js';
import type { Redactor, Secret } from '../redact/secrets.js';
import type { RecordFrame } from './record/build-record.js';
import type { WriteLedger } from './ledger/ledger.js';
import type { JudgedEndpoint } from './judged-endpoint.js';
import type { Schemas } from './schemas.js';
import type { World } from './world.js';

/** What a session is opened with. */
export interface SessionOptions {
  readonly settings: Settings;
  readonly contract: ContractFiles;
  readonly schemas: Schemas;
  /** The endpoints that are judged, in the order of the run. */
  readonly endpoints: readonly JudgedEndpoint[];
  readonly wire: Wire;
  readonly writeLedger: WriteLedger;
  readonly world: World;
  readonly frame: RecordFrame;
  /** How requests travel. */
  readonly binding: Binding;
  /** What is declared of the target; without it, nothing is. */
  readonly declarations?: Declarations;
  /** What is wrong in the documents. */
  readonly errata?: readonly Erratum[];
  /** What is known of releases, to tell which of them fit what comes back. */
  readonly profiles?: readonly Profile[];
  /** Whether a text occurs in what every report says, so that it can't be hidden there. */
  readonly isReportWord?: (value: string) => boolean;
  /** Further secrets of the run that are never shown, such as the proxy's password. */
  readonly secrets?: readonly Secret[];
  /** Stands in for the redaction of what is recorded, to test the scan that follows it. */
  readonly redactor?: (real: Redactor) => Redactor;
}
