/** Says of a derived file that it is one; `derive` removes only files that say so. */
export const DERIVED = 'Derived by `cmdb-conformance derive`; edit the document instead.';

/** Folders of `schemas/` that belong to no endpoint, so that none may have their names. */
export const SHARED_FOLDERS: ReadonlySet<string> = new Set(['conventions', 'esb', 'record']);

/**
 * The name of a type for an endpoint.
 *
 * @param endpoint - for example `add_instance_association`
 * @returns for example `AddInstanceAssociation`
 */
export function pascal(endpoint: string): string {
  return endpoint.replace(/(?:^|_)(\w)/gu, (_, letter: string) => letter.toUpperCase());
}
