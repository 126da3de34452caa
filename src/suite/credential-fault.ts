import type { Change } from '../cases/case.js';
import type { CredentialFault } from '../judge/credential-refusals.js';

const CREDENTIALS: Readonly<Record<string, string>> = {
  bk_app_code: 'bk_app_code',
  bk_app_secret: 'bk_app_secret',
  bk_token: 'identity',
  bk_username: 'identity',
  identity: 'identity',
};

/** The one credential that changes of a request put at fault; undefined where they do more. */
export function credentialFaultOf(changes: readonly Change[]): CredentialFault | undefined {
  const members = new Set(changes.map(({ at }) => CREDENTIALS[at]));
  const [member, ...more] = members;
  if (member === undefined || more.length > 0) return undefined;
  return { member, wrongValue: changes.some(hasWrongValue) };
}

/** Neither absent nor empty, and of the right type. */
function hasWrongValue({ to, fault }: Change): boolean {
  return to !== 'absent' && !/^(null|empty|as |in an )/.test(fault);
}
