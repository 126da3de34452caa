import type { DocumentMember } from '../document/api-document.js';
import type { DocumentFinding } from '../document/finding.js';
import { DATA, type SharedParts } from './contract.js';

/**
 * Where a document describes otherwise what another says for all. Requirements and schemas of the
 * endpoint follow its own document all the same.
 *
 * @param own - the parts as the document has them
 * @param shared - the parts that the shared schemas follow
 * @returns findings at the document's own rows; a member that it leaves out differs from nothing
 */
export function differences(own: SharedParts, shared: SharedParts): DocumentFinding[] {
  if (own.path === shared.path) return [];
  return [
    ...between(own.common, shared.common, shared.path),
    ...between(own.envelope, shared.envelope, shared.path),
  ];
}

function between(
  own: readonly DocumentMember[],
  shared: readonly DocumentMember[],
  path: string,
): DocumentFinding[] {
  const known = new Map(shared.map((member) => [member.name, member]));
  return own.flatMap((member): DocumentFinding[] => {
    const other = known.get(member.name);
    if (other !== undefined && (member.name === DATA || isSame(member, other))) return [];
    const where = other === undefined ? path : `${path}:${other.row.line}`;
    const text = {
      en: `${member.name} is described otherwise in ${where}, which the shared schemas follow.`,
      zh: `${member.name} 的说明与 ${where} 不一致；公共 schema 以后者为准。`,
    };
    const { line, column } = member.row;
    return [{ line, column, kind: 'differs-from-shared', text }];
  });
}

function isSame(member: DocumentMember, other: DocumentMember): boolean {
  const necessity = member.required ?? other.required;
  return (
    member.type?.kind === other.type?.kind &&
    member.type?.format === other.type?.format &&
    necessity === (other.required ?? necessity) &&
    member.description.quote === other.description.quote
  );
}
