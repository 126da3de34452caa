import type { ApiDocument, DocumentMember } from '../document/api-document.js';
import type { DocumentFinding } from '../document/finding.js';
import type { Quoted } from '../document/quoted.js';

/** Everything that one document states, complete. */
export interface EndpointContract {
  /** Last part of the address, for example `add_instance_association`. */
  readonly endpoint: string;
  readonly document: ApiDocument;
  readonly method: Quoted;
  readonly address: Quoted;
  /** True of our own documents: their requirements are `support`. */
  readonly support: boolean;
  /** Before every requirement id: '' for the document that the suite judges. */
  readonly idPrefix: string;
  /** Members of the answer that the response sample shows as null. */
  readonly nullable: ReadonlySet<string>;
  /** The document's own findings, and where it differs from the shared parts. */
  readonly findings: readonly DocumentFinding[];
}

/** What all documents of a folder state. */
export interface Contract {
  /** The endpoint whose document describes the shared parts. */
  readonly main: EndpointContract;
  /** Common arguments of every endpoint. */
  readonly common: readonly DocumentMember[];
  /** Members of every answer; what `data` is differs per endpoint. */
  readonly envelope: readonly DocumentMember[];
  /** In the order of their names, `main` among them. */
  readonly endpoints: readonly EndpointContract[];
}

/** The member of an answer that differs per endpoint. */
export const DATA = 'data';
