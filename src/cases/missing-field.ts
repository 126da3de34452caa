import type { OutlineMember } from '../contract/outline.js';
import type { RefusalCase } from './case.js';
import type { Fault } from './faults.js';
import type { Subject } from './subject.js';
import { titleOf } from './titles.js';

/** Every required member absent, null and empty, and all of them together. */
export function missingField(subject: Subject): RefusalCase[] {
  const required = requiredMembers(subject);
  return [
    ...required.flatMap(({ path }) =>
      (['absent', 'null'] as const).map((fault) =>
        missing(path, fault, subject.known(`request.${path}.required`)),
      ),
    ),
    ...required.flatMap((member) => {
      const broken = brokenByEmpty(subject, member);
      return broken === undefined ? [] : [missing(member.path, 'empty', [broken])];
    }),
    ...together(subject),
  ];
}

/** The members that every request has, parents before what they hold. */
export function requiredMembers({ outline }: Pick<Subject, 'outline'>): OutlineMember[] {
  const always = new Set(['']);
  return outline.members.filter(({ path, required }) => {
    const parent = path.split('.').slice(0, -1).join('.');
    if (!required || !always.has(parent)) return false;
    always.add(path);
    return true;
  });
}

/** An empty text or object breaks something else than "required": undefined where nothing says what. */
function brokenByEmpty(subject: Subject, member: OutlineMember): string | undefined {
  const { path, type } = member;
  if (type === 'string') {
    return subject.known(`request.${path}.nonempty`, `request.${path}.exists`)[0];
  }
  if (type !== 'object') return undefined;
  const inner = requiredMembers(subject).find((one) => one.path.startsWith(`${path}.`));
  return inner === undefined ? undefined : `request.${inner.path}.required`;
}

function missing(member: string, fault: Fault, requirements: readonly string[]): RefusalCase {
  const id = `missing-field.${member}.${fault}`;
  return {
    kind: 'refusal',
    id,
    trial: id,
    category: 'missing-field',
    title: titleOf(member, fault),
    requirements,
    changes: [{ at: member, fault }],
    about: 'request',
  };
}

function together(subject: Subject): RefusalCase[] {
  const all = requiredMembers(subject).filter(({ path }) => !path.includes('.'));
  if (all.length < 2) return [];
  const id = 'missing-field.all members.absent';
  return [
    {
      kind: 'refusal',
      id,
      trial: id,
      category: 'missing-field',
      title: { en: 'all required members absent', zh: '所有必填成员均缺失' },
      requirements: all.map(({ path }) => `request.${path}.required`),
      changes: all.map(({ path }) => ({ at: path, fault: 'absent' })),
      about: 'request',
    },
  ];
}
