/** The one credential that is at fault in a request. */
export interface CredentialFault {
  /** Its role; whatever says who the user is, is one. */
  readonly role: 'app' | 'secret' | 'identity';
  /** True where it has a value that is simply not right; false where it is absent or no string. */
  readonly wrongValue: boolean;
}

/**
 * The refusals that a target gives for bad credentials, by their signature. One that it gives for
 * several absent or mistyped ones alike says no more than "a required parameter is missing", which is
 * right for any parameter, and does not count.
 */
export interface CredentialRefusals {
  readonly note: (signature: string, fault: CredentialFault) => void;
  /** True for the signature of a refusal that is about credentials and nothing else. */
  readonly has: (signature: string) => boolean;
  /** True when wrong values of different credentials are refused differently. */
  readonly tellsApart: () => boolean;
}

/** None yet. */
export function noCredentialRefusals(): CredentialRefusals {
  const wrongValues = new Set<string>();
  const roles = new Map<string, Set<string>>();
  return {
    note(signature, { role, wrongValue }) {
      if (wrongValue) wrongValues.add(signature);
      else roles.set(signature, (roles.get(signature) ?? new Set()).add(role));
    },
    tellsApart: () => wrongValues.size > 1,
    has: (signature) => wrongValues.has(signature) || roles.get(signature)?.size === 1,
  };
}
