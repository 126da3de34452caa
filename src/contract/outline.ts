import type { EndpointFile } from './derived-files.js';
import type { Requirement } from './requirement.js';

/** A JSON Schema as it stands in `schemas/`, parsed. */
export type Schema = Readonly<Record<string, unknown>>;

/** The types of JSON Schema that a member may have, null aside. */
const TYPES = ['string', 'integer', 'number', 'object', 'array', 'boolean'] as const;

/** One of the types of JSON Schema that a member may have, null aside. */
export type OutlineType = (typeof TYPES)[number];

/** One member of a request or an answer. */
export interface OutlineMember {
  /** Names from the outermost on, for example `metadata.label.bk_biz_id`; an array's rows alike. */
  readonly path: string;
  /** Undefined where the document gives none that is understood, or null only. */
  readonly type: OutlineType | undefined;
  readonly int64: boolean;
  /** Whether the object that it lies in always has it. */
  readonly required: boolean;
  /** Only of a map: the type of its values. */
  readonly values?: string;
  readonly nullable: boolean;
  /** Its value in the document's sample, where that is a text. */
  readonly sample?: string;
}

/** What one document says of its endpoint, as cases are generated from it. */
export interface EndpointOutline {
  readonly endpoint: string;
  readonly method: string;
  readonly address: string;
  /** True of a document that this project wrote. */
  readonly ours: boolean;
  /** Path of the member of a success that is the id of what was created. */
  readonly createdId?: string;
  /** Of the request, without common arguments: parents before children, in the document's order. */
  readonly members: readonly OutlineMember[];
  /** The common arguments, in the document's order. */
  readonly credentials: readonly OutlineMember[];
  /** Names of common arguments of which one must be valid; none where that is not said. */
  readonly oneOf: readonly string[];
  /** Of a success: parents before children, in the document's order. */
  readonly answer: readonly OutlineMember[];
  readonly requirements: readonly Requirement[];
}

/** What is derived for one endpoint, and for all. */
export interface EndpointFiles {
  readonly requirements: EndpointFile;
  readonly request: Schema;
  readonly success: Schema;
  /** `esb/common-arguments.schema.json`, which the request may refer to. */
  readonly commonArguments: Schema;
  /** `esb/envelope.schema.json`, which the success may refer to. */
  readonly envelope: Schema;
}

/**
 * Outlines an endpoint by its derived files alone. What is none of their form is left out.
 *
 * @param files - the parsed files; common arguments and envelope may be referred to or inlined
 * @returns the outline
 */
export function outlineOf(files: EndpointFiles): EndpointOutline {
  const { endpoint, method, address, ours, createdId, requirements } = files.requirements;
  const credentials = sharedPart(files.request, files.commonArguments);
  const envelope = sharedPart(files.success, files.envelope);
  // A success narrows some members of the envelope, and is the one that types `data`.
  const own = recordOf(files.success['properties']);
  const answer = Object.entries(recordOf(envelope['properties'])).map(
    ([name, node]): [string, Schema] => [name, { ...recordOf(node), ...recordOf(own[name]) }],
  );
  return {
    endpoint,
    method,
    address,
    ours: ours === true,
    ...(createdId === undefined ? {} : { createdId }),
    members: membersOf(files.request),
    credentials: membersOf(credentials),
    oneOf: listOf(credentials['anyOf']).flatMap((one) => namesOf(recordOf(one)['required'])),
    answer: membersOf({
      properties: Object.fromEntries(answer),
      required: files.success['required'],
    }),
    requirements,
  };
}

/** What a schema shares with others: the other schema that it refers to, or its own words. */
function sharedPart(schema: Schema, shared: Schema): Schema {
  const [part] = listOf(schema['allOf']).map(recordOf);
  if (part === undefined) return {};
  return '$ref' in part ? shared : part;
}

function membersOf(
  schema: Schema,
  parent = '',
  sample = recordOf(listOf(schema['examples'])[0]),
): OutlineMember[] {
  const properties = recordOf(schema['properties']);
  return topMembersOf(properties, schema['required']).flatMap((member) => {
    const node = recordOf(properties[member.path]);
    const path = parent + member.path;
    const inner = 'items' in node ? recordOf(node['items']) : node;
    const value = sample[member.path];
    return [
      { ...member, path, ...(typeof value === 'string' ? { sample: value } : {}) },
      ...membersOf(inner, `${path}.`, recordOf(value)),
    ];
  });
}

function topMembersOf(properties: Schema, required: unknown): OutlineMember[] {
  const present = namesOf(required);
  return Object.entries(properties).map(([path, of]): OutlineMember => {
    const node = recordOf(of);
    const types = [node['type']].flat();
    const values = recordOf(node['additionalProperties'])['type'];
    return {
      path,
      type: TYPES.find((type) => types.includes(type)),
      int64: node['format'] === 'int64',
      required: present.includes(path),
      ...(typeof values === 'string' ? { values } : {}),
      nullable: types.includes('null'),
    };
  });
}

function recordOf(value: unknown): Schema {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function namesOf(value: unknown): string[] {
  return listOf(value).filter((name) => typeof name === 'string');
}
