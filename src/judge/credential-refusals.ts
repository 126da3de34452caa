/** The one credential that is at fault in a request. */
export interface CredentialFault {
  /** `bk_app_code`, `bk_app_secret`, or `identity` for a login state or a user name. */
  readonly member: string;
  /** True where it has a value that is simply not right; false where it is absent or no string. */
  readonly wrongValue: boolean;
}

/**
 * The refusals that a target gives for bad credentials, by their signature. One that it gives for
 * several absent or mistyped ones alike says no more than "a required parameter is missing", which is
 * right for any parameter, and does not count.
 */
export interface CredentialRefusals {
  note(signature: string, fault: CredentialFault): void;
  /** True for the signature of a refusal that is about credentials and nothing else. */
  has(signature: string): boolean;
  /** True when wrong values of different credentials are refused differently. */
  tellsApart(): boolean;
}

/** None yet. */
export function noCredentialRefusals(): CredentialRefusals {
  const wrongValues = new Set<string>();
  const members = new Map<string, Set<string>>();
  return {
    note(signature, { member, wrongValue }) {
      if (wrongValue) wrongValues.add(signature);
      else members.set(signature, (members.get(signature) ?? new Set()).add(member));
    },
    tellsApart: () => wrongValues.size > 1,
    has: (signature) => wrongValues.has(signature) || members.get(signature)?.size === 1,
  };
}
