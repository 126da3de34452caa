import type { Text } from '../text.js';
import type { Identity } from '../target/identity.js';
import type { JsonValue } from '../json/json-value.js';
import type { Category } from '../record/record.js';

/** A member of the request by its path: `bk_inst_id`, `metadata.label.bk_biz_id`. */
export type MemberPath = string;

/** What a wrong value is made from. */
export interface Valid {
  /** The valid value of the member. */
  readonly value: JsonValue;
  /** The other app's secret, where a second app is configured. */
  readonly otherSecret: string | undefined;
  /** The other app's code, where a second app is configured. */
  readonly otherCode: string | undefined;
}

/** One change of a valid request. Several changes in one case are the exception and say so. */
export interface Change {
  readonly at: MemberPath;
  /** Name of the fault, as the case id and the specs name it. */
  readonly fault: string;
  /** Member and fault in words. */
  readonly title: Text;
  /** The wrong value made from the valid one; `'absent'` takes the member out. */
  readonly to: 'absent' | ((valid: Valid) => JsonValue);
  /** True where the value is right as such, but nothing has it: a message need not name the member. */
  readonly noSuch?: true;
  /** True for values that are made from a secret and are therefore as secret. */
  readonly secret?: true;
}

/** A setting without which a case can't be run. */
export type Need = 'BK_USERNAME' | 'BK_TOKEN' | 'BK_USERNAME and BK_TOKEN' | 'CMDB_OTHER_APP_CODE';

interface Entry {
  /** `<category>.<member>.<fault>`; stable. */
  readonly id: string;
  readonly category: Category;
  readonly title: Text;
  /** Requirements that this case decides. */
  readonly requirements: readonly string[];
  readonly needs?: Need;
}

/** One refusal to be provoked. */
export interface Refusal {
  readonly changes: readonly Change[];
  /** Which identity the valid request carries; the usual one when not said. */
  readonly identity?: Identity;
  /** Whether the refusal is to be about the credentials or about the rest of the request. */
  readonly about: 'credentials' | 'request';
  readonly requirements: readonly string[];
}

/** A negative case: a valid request with one change has to be refused. */
export interface RefusalCase extends Entry, Refusal {
  readonly kind: 'refusal';
}

/** A valid request has to be accepted and its association has to be found. */
export interface AcceptanceCase extends Entry {
  readonly kind: 'acceptance';
  readonly identity: Identity;
}

/** The same refusals and acceptances once more, as a fault may come and go. */
export interface RoundCase extends Entry {
  readonly kind: 'round';
  /** True for one that goes on until each refusal met the run's counters everywhere. */
  readonly thorough: boolean;
  readonly refusals: readonly Refusal[];
}

/** What the server does with a request that the document says nothing about. */
export interface ObservationCase extends Entry {
  readonly kind: 'observation';
  readonly changes?: readonly Change[];
  readonly identity?: Identity;
  readonly method?: 'GET';
  readonly withoutSlash?: true;
  readonly contentType?: string;
  readonly raw?: 'malformed' | 'empty' | 'array';
  readonly cookie?: true;
}

/** Judges every answer of `add_instance_association` so far. */
export interface EnvelopeCase extends Entry {
  readonly kind: 'envelope';
}

/** Steps that are no simple refusal or acceptance; `procedure` names them. */
export interface ProcedureCase extends Entry {
  readonly kind: 'procedure';
  readonly procedure:
    | 'exact-ids'
    | 'two-creations'
    | 'eight-at-once'
    | 'unknown-association'
    | 'source-never-existed'
    | 'target-never-existed'
    | 'source-deleted'
    | 'target-deleted'
    | 'swapped'
    | 'source-of-other-model'
    | 'target-of-other-model'
    | 'repeated';
}

/** One experiment for one or more requirements. */
export type Case =
  RefusalCase | AcceptanceCase | RoundCase | ObservationCase | EnvelopeCase | ProcedureCase;
