import type { Binding } from '../../src/binding/binding.js';
import { ESB } from '../../src/binding/bindings.js';
import type { Case, Refusal } from '../../src/cases/case.js';
import type { Subject } from '../../src/cases/subject.js';
import type { EndpointOutline, OutlineMember, OutlineType } from '../../src/contract/outline.js';

/** A member that every request has. */
export function member(
  path: string,
  type: OutlineType | undefined,
  also: Partial<OutlineMember> = {},
): OutlineMember {
  return { path, type, int64: false, required: true, nullable: false, ...also };
}

/** A member that a request may leave out. */
export function optional(
  path: string,
  type: OutlineType | undefined,
  also: Partial<OutlineMember> = {},
): OutlineMember {
  return member(path, type, { required: false, ...also });
}

/** The outline of a small endpoint, without a member unless they are given. */
export function anOutline(given: Partial<EndpointOutline> = {}): EndpointOutline {
  return {
    endpoint: 'store_thing',
    method: 'POST',
    address: '/api/store_thing/',
    ours: false,
    members: [],
    credentials: [],
    oneOf: [],
    answer: [],
    requirements: [],
    ...given,
  };
}

/** A subject whose document states every requirement that a case asks for. */
export function aSubject(
  given: Partial<EndpointOutline> = {},
  also: Partial<Omit<Subject, 'outline'>> = {},
): Subject {
  return {
    outline: anOutline(given),
    binding: ESB,
    hasEffect: true,
    known: (...asked) => [...asked],
    ...also,
  };
}

/** A binding with names of its own, and without cookies. */
export const OTHER: Binding = {
  ...ESB,
  name: 'other',
  address: ({ endpoint }) => `/v3/${endpoint}`,
  credentials: [
    { name: 'app', role: 'app', variable: 'THE_APP' },
    { name: 'key', role: 'secret', variable: 'THE_KEY' },
    { name: 'who', role: 'user', variable: 'THE_USER' },
    { name: 'ticket', role: 'token', variable: 'THE_TICKET' },
  ],
};

/** The ids of cases without their category. */
export function namesOf(cases: readonly Case[]): string[] {
  return cases.map(({ id, category }) => id.slice(category.length + 1));
}

/** What a case changes, as `member fault`. */
export function changesOf(entry: Case | Refusal | undefined): string[] {
  const changes = entry !== undefined && 'changes' in entry ? (entry.changes ?? []) : [];
  return changes.map(({ at, fault }) => `${at} ${fault}`);
}

/** The case with an id. */
export function caseNamed<T extends Case>(cases: readonly T[], id: string): T {
  const found = cases.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`there is no case ${id}`);
  return found;
}
