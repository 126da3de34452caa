import type { LosslessNumber } from 'lossless-json';
import type { DocumentMember } from '../document/api-document.js';
import type { MemberType } from '../document/member-type.js';

/** JSON data as it is written into derived files. Numbers of samples are exact. */
export type Data =
  | null
  | boolean
  | number
  | bigint
  | string
  | LosslessNumber
  | readonly Data[]
  | { readonly [name: string]: Data | undefined };

/** The types of JSON Schema that documents use. */
type TypeName = MemberType['kind'];

/** The keywords of JSON Schema (draft 2020-12) that the derived schemas use, and `x-source`. */
export interface SchemaNode {
  readonly [keyword: string]: Data | undefined;
  readonly type?: TypeName | readonly TypeName[];
  readonly description?: string;
  /** Document and line that say so, for example `docs/api/add_instance_association.md:35`. */
  readonly 'x-source'?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaNode;
  readonly items?: SchemaNode;
}

/** What a place adds to the tables of a document. */
export interface Presence {
  /** True in answers: members are present unless their row says otherwise. */
  readonly everyMember?: boolean;
  /** Names of members that may be null besides what their type says. */
  readonly nullable?: ReadonlySet<string>;
}

/**
 * The schema of one member. Members that the document does not name are allowed: it does not
 * forbid them.
 *
 * @param member - a row of a table, with its nested rows
 * @param path - path of the document
 * @param presence - which members are present, and whether null is allowed besides the type
 * @returns the schema; without a type where the document's type word is not understood
 */
export function memberSchema(
  member: DocumentMember,
  path: string,
  presence: Presence = {},
): SchemaNode {
  const { type } = member;
  const orNull = presence.nullable?.has(member.name) === true;
  return {
    ...(type === undefined ? {} : typeSchema(type, orNull)),
    ...said(member, path),
    ...(type?.values === undefined ? {} : { additionalProperties: { type: type.values } }),
    ...nested(member, path, presence.everyMember),
  };
}

/**
 * What the document says of a member, and where.
 *
 * @param member - a row of a table
 * @param path - path of the document
 * @returns `description`, unless the cell is empty, and `x-source`
 */
export function said(member: DocumentMember, path: string): SchemaNode {
  const { quote } = member.description;
  return {
    ...(quote === '' ? {} : { description: quote }),
    'x-source': `${path}:${member.row.line}`,
  };
}

function typeSchema(type: MemberType, orNull: boolean): SchemaNode {
  const nullable = (orNull || type.nullable === true) && type.kind !== 'null';
  return {
    type: nullable ? [type.kind, 'null'] : type.kind,
    ...(type.format === undefined ? {} : { format: type.format }),
  };
}

function nested(member: DocumentMember, path: string, everyMember = false): SchemaNode {
  if (!member.hasTable) return {};
  const inner = membersSchema(member.members, path, { everyMember });
  return member.type?.kind === 'array' ? { items: { type: 'object', ...inner } } : inner;
}

/**
 * `properties` and `required` of a table.
 *
 * @param members - the rows
 * @param path - path of the document
 * @param presence - which members are present, and which may be null
 * @returns the two keywords; `required` only where there is a required member
 */
export function membersSchema(
  members: readonly DocumentMember[],
  path: string,
  presence: Presence = {},
): SchemaNode {
  const required = members.filter((member) => member.required ?? presence.everyMember);
  return {
    properties: Object.fromEntries(
      members.map((member) => [member.name, memberSchema(member, path, presence)]),
    ),
    ...(required.length === 0 ? {} : { required: required.map((member) => member.name) }),
  };
}
