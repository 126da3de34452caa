import type { OutlineMember } from '../contract/outline.js';
import { credentialOf } from '../binding/binding.js';
import type { Case, ObservationCase, RefusalCase } from './case.js';
import type { Fault } from './faults.js';
import type { Subject } from './subject.js';
import { titleOf } from './titles.js';

const NO_STRING: readonly Fault[] = ['as number', 'as boolean', 'in an array', 'in an object'];
const NO_INTEGER: readonly Fault[] = [
  'as text',
  'text that is no number',
  'a fraction',
  'a fraction just below',
  'as boolean',
  'in an array',
  'in an object',
];
const NO_INT64: readonly Fault[] = [
  ...NO_INTEGER,
  'just above int64',
  'just below int64',
  'wrapped around int64',
  'far above int64',
];

/** The values that a documented type excludes, besides null. */
function excludedBy({ type, int64 }: OutlineMember): readonly Fault[] {
  switch (type) {
    case 'string':
      return NO_STRING;
    case 'integer':
      return int64 ? NO_INT64 : NO_INTEGER;
    case 'number':
      return ['as text', 'text that is no number', 'as boolean', 'in an array', 'in an object'];
    case 'boolean':
      return ['as text', 'as number', 'in an array', 'in an object'];
    case 'object':
      return ['as text', 'as number', 'as boolean', 'in an array'];
    case 'array':
      return ['as text', 'as number', 'as boolean', 'in an object'];
    case undefined:
      return [];
  }
}

/** Every member, and every common argument, with each type but its own. */
export function wrongType(subject: Subject): Case[] {
  const { members, credentials } = subject.outline;
  return [
    ...members.flatMap((member) =>
      excludedBy(member).map((fault) =>
        wrong(member.path, fault, subject.known(`request.${member.path}.type`)),
      ),
    ),
    ...credentials.flatMap((member) =>
      excludedBy(member).map((fault) => wrongCredential(subject, member, fault)),
    ),
    ...members.flatMap((member) => wrongValues(subject, member)),
    ...members
      .filter(({ int64 }) => int64)
      .flatMap(({ path }) => [
        observed(path, 'with fraction zero'),
        observed(path, 'with exponent'),
      ]),
  ];
}

function wrong(member: string, fault: Fault, requirements: readonly string[]): RefusalCase {
  const id = `wrong-type.${member}.${fault}`;
  return {
    kind: 'refusal',
    id,
    trial: id,
    category: 'wrong-type',
    title: titleOf(member, fault),
    requirements,
    changes: [{ at: member, fault }],
    about: 'request',
  };
}

/** One that says who the user is has to be there alone: beside the other it may be ignored. */
function wrongCredential(
  { binding, known }: Subject,
  { path }: OutlineMember,
  fault: Fault,
): RefusalCase {
  const base = wrong(path, fault, known(`auth.${path}.type`));
  const alone = (['user', 'token'] as const).find(
    (role) => credentialOf(binding, role).name === path,
  );
  return {
    ...base,
    about: 'credentials',
    ...(alone === undefined
      ? {}
      : { identity: alone, needs: [credentialOf(binding, alone).variable] }),
  };
}

/** A map of texts holds nothing but texts: a further member of it with each other type. */
function wrongValues({ known }: Subject, { path, values }: OutlineMember): RefusalCase[] {
  if (values !== 'string') return [];
  return NO_STRING.map((fault) => ({
    ...wrong(`${path}.*`, fault, known(`request.${path}.values`)),
    changes: [{ at: `${path}.cmdb_conformance`, fault }],
  }));
}

function observed(member: string, fault: Fault): ObservationCase {
  return {
    kind: 'observation',
    id: `wrong-type.${member}.${fault}`,
    category: 'wrong-type',
    title: titleOf(member, fault),
    requirements: [],
    changes: [{ at: member, fault }],
  };
}
