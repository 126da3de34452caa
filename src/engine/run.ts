import type { Binding } from '../binding/binding.js';
import type { Settings } from '../config/settings.js';
import type { ContractFiles } from '../contract/contract-files.js';
import type { EndpointOutline } from '../contract/outline.js';
import type { OpenEffect } from '../effects/effect.js';
import type { Slot } from '../effects/slot.js';
import type { JsonObject } from '../json/json-value.js';
import type { EnvelopeJudge } from '../judge/envelope.js';
import type { Declarations } from '../record/declarations.js';
import type { RecordedExchange } from '../record/exchange.js';
import type { Finding } from '../record/finding.js';
import type { Redactor } from '../redact/secrets.js';
import type { Text } from '../text.js';
import type { Budget } from './pace/budget.js';
import type { Client } from './exchange/client.js';
import { keepFindings } from './journal.js';
import type { Journal } from './journal.js';
import type { Knowledge } from './knowledge.js';
import type { Ledger } from './ledger/ledger.js';
import type { Stock } from './stock/stock.js';
import type { Weather } from './pace/weather.js';
import type { World } from './world.js';

/** Settings and tools: what a run is given. */
export interface Tools {
  readonly settings: Settings;
  readonly contract: ContractFiles;
  readonly binding: Binding;
  readonly client: Client;
  readonly redactor: Redactor;
  readonly ledger: Ledger;
  readonly world: World;
  /** What is declared of the target before anything is sent. */
  readonly declarations: Declarations;
  /** Tells what this run makes from what others make. */
  readonly runId: string;
  /** What is wrong with a request by the schema of its endpoint; undefined: nothing. */
  readonly requestProblem: (endpoint: string, request: JsonObject) => string | undefined;
}

/** The endpoint that is judged. */
export interface Subject {
  readonly outline: EndpointOutline;
  readonly effect: OpenEffect;
  /** What a request creates: as the ledger names it, and in words. */
  readonly kind: string;
  readonly thing: Text;
  readonly judge: EnvelopeJudge;
}

/** One endpoint in one run: what it is given, what bounds it, what it has learnt, done and found. */
export interface Run {
  readonly tools: Tools;
  readonly subject: Subject;
  readonly budget: Budget;
  readonly weather: Weather;
  readonly knowledge: Knowledge;
  readonly stock: Stock;
  readonly journal: Journal;
  /** By trial: where the counters stood each time it was made, as `rounds.ts` writes it. */
  readonly phases: Map<string, Set<number>>;
}

/** What one case works with: the run, its own slot and its own trail. */
export interface Scene {
  readonly run: Run;
  readonly slot: Slot;
  readonly caseId: string;
  /** Where the exchanges of the case are recorded. */
  readonly trail: RecordedExchange[];
}

/** Keeps what a case found. */
export function keep({ run, caseId }: Scene, findings: readonly Finding[]): void {
  keepFindings(run.journal, caseId, findings);
}

/** True once the run has ended early: nothing more is begun. */
export function isOver({ budget }: Pick<Run, 'budget'>): boolean {
  return budget.ended() !== undefined;
}
