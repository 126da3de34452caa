import type { EndpointOutline } from '../contract/outline.js';
import type { JsonObject } from '../json/json-value.js';

/** How a request says who asks: by user name, by login state, or by both. */
export type Identity = 'user' | 'token' | 'both';

/** One credential of a request. */
export interface Credential {
  /** Its name in the documents, for example `bk_app_code`. */
  readonly name: string;
  readonly role: 'app' | 'secret' | 'user' | 'token';
  /** The variable that sets it. */
  readonly variable: string;
  /** The cookie in which it may travel besides, as the documents say. */
  readonly cookie?: string;
}

/** A request as it goes out. */
export interface Outgoing {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonObject;
}

/** The members of an answer that every endpoint has, by their names in the documents. */
export interface Envelope {
  /** Whether it worked: a boolean. */
  readonly result: string;
  /** 0 for a success, else above it. */
  readonly code: string;
  readonly message: string;
  /** What differs by endpoint. */
  readonly data: string;
  readonly permission: string;
  readonly requestId: string;
  /** The body of an answer with the names that the documents use, in its own order. */
  readonly read: (body: JsonObject) => JsonObject;
}

/** Codes of refusals that are not about the request, whatever their HTTP status. */
export interface Codes {
  /** Requests come too fast. */
  readonly limit: ReadonlySet<bigint>;
  /** The API behind a gateway is away, with the HTTP status that says the same. */
  readonly away: ReadonlyMap<bigint, number>;
  /** The same from what may have been kept from the API by the request itself. */
  readonly unreached: ReadonlyMap<bigint, number>;
  /** The app or the user lacks a permission. */
  readonly permission: ReadonlySet<bigint>;
  /** Nobody is let through, whoever asks. */
  readonly shutOut: ReadonlySet<bigint>;
  /** There is no such address. */
  readonly notFound: ReadonlySet<bigint>;
  /** True for a code of what stands before the API: what does the request never saw it. */
  readonly isOfTheWay: (code: bigint) => boolean;
}

/**
 * How a request travels. Everywhere else a request is an object whose members have the names of the
 * documents, the credentials among them, and so is an answer: only a binding knows where they stand.
 */
export interface Binding {
  /** As the record names it, for example `esb`. */
  readonly name: string;
  /** The path of an endpoint below the base URL. */
  readonly address: (endpoint: Pick<EndpointOutline, 'endpoint' | 'address'>) => string;
  readonly credentials: readonly Credential[];
  /** Names of the members that carry a secret, in requests and in what a target says of them. */
  readonly secretMembers: readonly string[];
  /** Puts the members of a request where they belong. */
  readonly send: (request: JsonObject) => Outgoing;
  readonly envelope: Envelope;
  readonly codes: Codes;
}

/** The credential with a role; every binding has one of each. */
export function credentialOf(binding: Binding, role: Credential['role']): Credential {
  const found = binding.credentials.find((one) => one.role === role);
  if (found === undefined) throw new Error(`the binding ${binding.name} has no ${role}`);
  return found;
}

/** The credentials that say who the user is, by the identity that a request carries. */
export function identityCredentials(binding: Binding, identity: Identity): Credential[] {
  return binding.credentials.filter(
    ({ role }) =>
      (role === 'user' || role === 'token') && (identity === 'both' || identity === role),
  );
}
