import type { Category } from '../record/record.js';
import type { Text } from '../text.js';
import { credentialOf } from '../binding/binding.js';
import { IDENTITY } from './case.js';
import type { Case, Refusal, RefusalCase, RoundCase } from './case.js';
import type { Fault } from './faults.js';
import { requiredMembers } from './missing-field.js';
import type { Subject } from './subject.js';

/**
 * A fault may come and go: besides its own cases, each credential and each required member is
 * refused once in each of these rounds, mixed with successes, and in the last one until it met every
 * place of every period up to eight. So a server that is wrong in every n-th request, creation or
 * refusal, n up to eight, is noticed.
 */
const ROUNDS = [1, 2, 3, 4, 5, 6] as const;

/** Wrong types come in some of them: each member has four cases of its own at least. */
const TYPE_ROUNDS = [1, 2, 4, 6] as const;

/** A server may check one way in only: these carry another identity than all other refusals do. */
const BY: Readonly<Record<number, 'both' | 'other'>> = { 2: 'other', 4: 'both' };

/** What an effect refuses again comes in all but the last. */
const EFFECT_ROUNDS = [1, 2, 3, 4, 5] as const;

/** A wrong type that a server which coerces takes for right. */
const COERCED: Readonly<Record<string, Fault>> = {
  object: 'as text',
  array: 'as text',
  boolean: 'as text',
  integer: 'as text',
};

/** What an effect wants refused again and again. */
export interface OwnRounds {
  readonly name: string;
  readonly title: Text;
  /** The refusals of a round, counted from 1: a fault may come with some values only. */
  readonly refusals: (round: number) => readonly Refusal[];
}

/**
 * The rounds of an endpoint.
 *
 * @param cases - the generated cases, whose refusals they repeat
 * @param effect - what the endpoint's effect wants refused again and again, and its title
 */
export function rounds(
  subject: Subject,
  cases: readonly Case[],
  effect: OwnRounds | undefined,
): RoundCase[] {
  const refusals = new Map(
    cases.flatMap((entry) => (entry.kind === 'refusal' ? [[entry.id, entry] as const] : [])),
  );
  const again = (ids: readonly string[]): Refusal[] =>
    ids.flatMap((id) => {
      const entry = refusals.get(id);
      return entry === undefined ? [] : [refusalOf(entry)];
    });
  /** Numbers have cases enough of their own, but none by another identity. */
  const typesAgain = (round: number): Refusal[] =>
    again(coercedOnes(subject, { numbers: BY[round] !== undefined }));
  return [
    ...inRounds(ROUNDS, 'missing-field', 'each member', () => again(requiredOnes(subject)), {
      title: (n) => ({ en: `each member absent, round ${n}`, zh: `逐个缺失必填成员，第 ${n} 轮` }),
      thorough: true,
      besides: 'both',
    }),
    ...inRounds(TYPE_ROUNDS, 'wrong-type', 'each member', typesAgain, {
      title: (n) => ({
        en: `members of a wrong type, round ${n}`,
        zh: `逐个写错成员类型，第 ${n} 轮`,
      }),
    }),
    ...inRounds(ROUNDS, 'bad-auth', 'each credential', () => again(credentialOnes(subject)), {
      title: (n) => ({ en: `each credential refused, round ${n}`, zh: `逐项凭证错误，第 ${n} 轮` }),
      thorough: true,
      besides: 'other',
    }),
    ...inRounds(EFFECT_ROUNDS, 'semantics', effect?.name ?? '', effect?.refusals ?? none, {
      title: (n) => ({
        en: `${effect?.title.en ?? ''}, round ${n}`,
        zh: `${effect?.title.zh ?? ''}，第 ${n} 轮`,
      }),
    }),
  ];
}

function inRounds(
  numbers: readonly number[],
  category: Category,
  name: string,
  refusalsOf: (round: number) => readonly Refusal[],
  how: {
    readonly title: (round: number) => Text;
    readonly thorough?: boolean;
    readonly besides?: 'both' | 'other';
  },
): RoundCase[] {
  return numbers.flatMap((round): RoundCase[] => {
    const refusals = refusalsOf(round);
    if (refusals.length === 0) return [];
    const by = BY[round];
    return [
      {
        kind: 'round',
        id: `${category}.${name}.round ${round}`,
        category,
        title: how.title(round),
        requirements: [...new Set(refusals.flatMap(({ requirements }) => requirements))],
        round,
        thorough: how.thorough === true && round === numbers.at(-1),
        refusals,
        ...(by === undefined ? {} : { by }),
        ...(how.besides === undefined ? {} : { besides: how.besides }),
      },
    ];
  });
}

function none(): readonly Refusal[] {
  return [];
}

function refusalOf({ trial, changes, identity, about, requirements }: RefusalCase): Refusal {
  return { trial, changes, about, requirements, ...(identity === undefined ? {} : { identity }) };
}

function requiredOnes(subject: Subject): string[] {
  return requiredMembers(subject).map(({ path }) => `missing-field.${path}.absent`);
}

/** Members that have four cases of their own at most, and numbers, which have more, where they are asked for. */
function coercedOnes({ outline }: Subject, { numbers }: { readonly numbers: boolean }): string[] {
  return outline.members
    .filter(({ type }) => numbers || type !== 'integer')
    .map(({ path, type }) => {
      const inMap = path.includes('.');
      const fault = type === 'string' ? (inMap ? 'as number' : 'in an array') : COERCED[type ?? ''];
      return `wrong-type.${path}.${fault ?? ''}`;
    });
}

function credentialOnes({ binding }: Subject): string[] {
  const app = credentialOf(binding, 'app').name;
  const secret = credentialOf(binding, 'secret').name;
  return [
    `${app}.absent`,
    `${app}.unknown`,
    `${secret}.absent`,
    `${secret}.wrong`,
    `${IDENTITY}.absent`,
    `${IDENTITY}.wrong`,
  ].map((name) => `bad-auth.${name}`);
}
