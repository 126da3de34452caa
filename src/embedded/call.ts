import type { ServerResponse } from 'node:http';
import type { Given } from './credentials.js';
import type { Received } from './decode.js';
import type { Members } from './json.js';
import type { Refusal } from './refusal.js';
import type { Cmdb } from './releases/cmdb.js';
import type { Search } from './search.js';
import type { Registry } from './seed.js';
import type { Row, Wanted, World } from './world.js';

/** What came of a call: a result, or why not. */
export type Outcome =
  | { readonly refusal: Refusal; readonly data?: never }
  | { readonly refusal?: never; readonly data: unknown };

/** The members of an answer. */
export type Envelope = Readonly<Record<string, unknown>>;

/** An HTTP answer before it is sent. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What all calls of one server share. */
export interface Site {
  readonly world: World;
  readonly registry: Registry;
  readonly behaviour: Behaviour;
  /** The release whose ways lookups and deletions have. */
  readonly cmdb: Cmdb;
  /** Does something after some milliseconds, unless the server was closed before. */
  readonly later: (milliseconds: number, action: () => void) => void;
  /** Takes no connection for some milliseconds; what is under way comes to its end. */
  readonly leave: (milliseconds: number) => void;
}

/** One request on its way through the steps. */
export interface Call {
  readonly site: Site;
  readonly received: Received;
  /** Path, percent-decoded, without query. */
  readonly path: string;
  readonly response: ServerResponse;
  /** Set once the path is understood. */
  component?: string;
  /** Set once the body is decoded; empty before. */
  members: Members;
  /** Set once it is known. */
  outcome?: Outcome;
}

/**
 * The steps of an answer, in their order. Each is a function of its input and the call, so that a
 * server which differs in one step is this one with that step replaced.
 */
export interface Behaviour {
  /** What stands before the API and answers in its place; undefined: the call goes on to the API. */
  readonly before: (call: Call) => Reply | undefined;
  /** The component that method and path name; undefined: there is none. */
  readonly route: (call: Call) => string | undefined;
  /** The parameters. */
  readonly decode: (call: Call) => Members | Refusal;
  readonly verifyApp: (given: Given, call: Call) => Refusal | undefined;
  readonly verifyUser: (given: Given, call: Call) => Refusal | undefined;
  /** The whole of what a component does: from the verified call to its result. */
  readonly perform: (call: Call) => Outcome;
  /** Of `add_instance_association`: the parameters' presence and types. */
  readonly checkMembers: (members: Members, call: Call) => Wanted | Refusal;
  /** Of `add_instance_association`: what the store has to say. */
  readonly admit: (wanted: Wanted, call: Call) => Refusal | undefined;
  readonly nextRowId: (world: World) => bigint;
  readonly nextInstanceId: (world: World) => bigint;
  /** Stores an association and gives the id that is answered. */
  readonly create: (wanted: Wanted, call: Call) => bigint;
  /** The rows that a lookup shows. */
  readonly search: (search: Search, call: Call) => readonly Row[];
  /** Removes an association. */
  readonly remove: (row: Row, call: Call) => void;
  readonly envelope: (outcome: Outcome, call: Call) => Envelope;
  readonly serialise: (envelope: Envelope, call: Call) => Reply;
  readonly transmit: (reply: Reply, call: Call) => void;
}
