/** Says of a derived file that it is one; `derive` removes only files that say so. */
export const DERIVED = 'Derived by `cmdb-conformance derive`; edit the document instead.';

/**
 * The name of a type for an endpoint.
 *
 * @param endpoint - for example `add_instance_association`
 * @returns for example `AddInstanceAssociation`
 */
export function pascal(endpoint: string): string {
  return endpoint.replace(/(?:^|_)(\w)/gu, (_, letter: string) => letter.toUpperCase());
}
