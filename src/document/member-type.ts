import { spelling } from './spelling.js';

/** A type word of the documents, understood. */
export interface MemberType {
  readonly kind: 'string' | 'integer' | 'boolean' | 'object' | 'array' | 'null';
  /** Only of integers: `int64` is kept exactly, whatever its size. */
  readonly format?: 'int64';
  /** Only of objects: the type of every value, named or not. */
  readonly values?: 'string';
  /** True where null may stand in its place. */
  readonly nullable?: true;
}

const TYPES: ReadonlyMap<string, MemberType> = new Map<string, MemberType>([
  ['string', { kind: 'string' }],
  ['int', { kind: 'integer' }],
  ['int64', { kind: 'integer', format: 'int64' }],
  ['bool', { kind: 'boolean' }],
  ['object', { kind: 'object' }],
  ['object或null', { kind: 'object', nullable: true }],
  ['string map', { kind: 'object', values: 'string' }],
  ['object array', { kind: 'array' }],
  ['null', { kind: 'null' }],
]);

/**
 * Understands a type word.
 *
 * @param word - the type cell
 * @returns the type, or undefined for a word that the documents do not use
 */
export function memberType(word: string): MemberType | undefined {
  return TYPES.get(spelling(word));
}
