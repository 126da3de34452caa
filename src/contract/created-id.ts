import type { DocumentMember } from '../document/api-document.js';
import type { EndpointContract } from './contract.js';

/**
 * Which member of a success is the id of what was created.
 *
 * @param own - the endpoint
 * @returns its path, for example `data.id`; nothing where the document says it of no member
 */
export function createdIdOf(own: EndpointContract): { readonly createdId?: string } {
  const [path] = pathsOf(own.document.response, '');
  return path === undefined ? {} : { createdId: path };
}

function pathsOf(members: readonly DocumentMember[], parent: string): string[] {
  return members.flatMap(({ name, clauses, members: inner }) => [
    ...(clauses.some(({ rule }) => rule === 'created-id') ? [parent + name] : []),
    ...pathsOf(inner, `${parent}${name}.`),
  ]);
}
