import type { ApiDocument, DocumentMember } from '../document/api-document.js';
import type { DocumentFinding } from '../document/finding.js';
import type { Quoted } from '../document/quoted.js';

/** What the documents of one folder say alike, as one of them says it. */
export interface SharedParts {
  /** Path of the document that says so. */
  readonly path: string;
  /** Common arguments of every endpoint. */
  readonly common: readonly DocumentMember[];
  /** Members of every answer; what `data` is differs per endpoint. */
  readonly envelope: readonly DocumentMember[];
  /** Members of the answer that the response sample shows as null. */
  readonly nullable: ReadonlySet<string>;
}

/** Everything that one document states, complete in itself. */
export interface EndpointContract {
  /** Last part of the address, for example `add_instance_association`. */
  readonly endpoint: string;
  readonly document: ApiDocument;
  readonly method: Quoted;
  readonly address: Quoted;
  /** True of a document that this project wrote: its statements are `should`. */
  readonly ours: boolean;
  /** The common arguments and the envelope as this document has them. */
  readonly parts: SharedParts;
  /** Whether they are as the shared ones, in types and necessity: then schemas refer to those. */
  readonly follows: { readonly common: boolean; readonly envelope: boolean };
  /** The document's own findings, and where it differs from the shared parts. */
  readonly findings: readonly DocumentFinding[];
}

/** What all documents of a folder state. */
export interface Contract {
  /** As the document says it that the shared parts go by. */
  readonly shared: SharedParts;
  /** In the order of their names. */
  readonly endpoints: readonly EndpointContract[];
}

/** The member of an answer that differs per endpoint. */
export const DATA = 'data';
