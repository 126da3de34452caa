import type { Case } from './case.js';
import { change, titleOf } from './faults.js';
import type { Fault } from './faults.js';
import { TYPE_ROUNDS } from './rounds.js';

const NO_STRING: readonly Fault[] = ['as number', 'as boolean', 'in an array', 'in an object'];
const NO_OBJECT: readonly Fault[] = ['as text', 'as number', 'as boolean', 'in an array'];
const NO_INT64: readonly Fault[] = [
  'as text',
  'text that is no number',
  'a fraction',
  'a fraction just below',
  'as boolean',
  'in an array',
  'in an object',
  'just above int64',
  'just below int64',
  'wrapped around int64',
  'far above int64',
];

/** Every JSON type that a member's documented type excludes. */
const EXCLUDED: Readonly<Record<string, readonly Fault[]>> = {
  bk_obj_asst_id: NO_STRING,
  bk_inst_id: NO_INT64,
  bk_asst_inst_id: NO_INT64,
  metadata: NO_OBJECT,
  'metadata.label': NO_OBJECT,
  'metadata.label.bk_biz_id': NO_STRING,
};

function wrong(member: string, fault: Fault): Case {
  return {
    kind: 'refusal',
    id: `wrong-type.${member}.${fault}`,
    category: 'wrong-type',
    title: titleOf(member, fault),
    requirements: [`request.${member}.type`],
    changes: [change(member, fault)],
    about: 'request',
  };
}

/** A wrong type that a server which coerces takes for right, of the members that have only four. */
const AGAIN: Readonly<Record<string, Fault>> = {
  bk_obj_asst_id: 'in an array',
  metadata: 'as text',
  'metadata.label': 'as text',
  'metadata.label.bk_biz_id': 'as number',
};

const NEED = { bk_username: 'BK_USERNAME', bk_token: 'BK_TOKEN' } as const;

function wrongCredential(
  member: string,
  fault: Fault,
  identity?: 'bk_username' | 'bk_token',
): Case {
  return {
    kind: 'refusal',
    id: `wrong-type.${member}.${fault}`,
    category: 'wrong-type',
    title: titleOf(member, fault),
    requirements: [`auth.${member}.type`],
    changes: [change(member, fault)],
    about: 'credentials',
    ...(identity === undefined ? {} : { identity, needs: NEED[identity] }),
  };
}

function observed(member: string, fault: Fault): Case {
  return {
    kind: 'observation',
    id: `wrong-type.${member}.${fault}`,
    category: 'wrong-type',
    title: titleOf(member, fault),
    requirements: [],
    changes: [change(member, fault)],
  };
}

/** Every member, and every common argument that is sent as a text, with each type but its own. */
export const wrongType: readonly Case[] = [
  ...Object.entries(EXCLUDED).flatMap(([member, faults]) =>
    faults.map((fault) => wrong(member, fault)),
  ),
  ...NO_STRING.map((fault) => wrongCredential('bk_app_code', fault)),
  ...NO_STRING.map((fault) => wrongCredential('bk_app_secret', fault)),
  ...NO_STRING.map((fault) => wrongCredential('bk_token', fault, 'bk_token')),
  ...NO_STRING.map((fault) => wrongCredential('bk_username', fault, 'bk_username')),
  ...(['as number', 'as boolean', 'in an array', 'in an object'] as const).map((fault): Case => ({
    kind: 'refusal',
    id: `wrong-type.metadata.label.*.${fault}`,
    category: 'wrong-type',
    title: titleOf('a further label', fault),
    requirements: ['request.metadata.label.values'],
    changes: [change('metadata.label.cmdb_conformance', fault)],
    about: 'request',
  })),
  ...(['bk_inst_id', 'bk_asst_inst_id'] as const).flatMap((member) => [
    observed(member, 'with fraction zero'),
    observed(member, 'with exponent'),
  ]),
  ...TYPE_ROUNDS.map((round): Case => ({
    kind: 'round',
    thorough: false,
    id: `wrong-type.each member.round ${round}`,
    category: 'wrong-type',
    title: {
      en: `members of a wrong type, round ${round}`,
      zh: `逐个写错成员类型，第 ${round} 轮`,
    },
    requirements: Object.keys(AGAIN).map((member) => `request.${member}.type`),
    refusals: Object.entries(AGAIN).map(([member, fault]) => ({
      changes: [change(member, fault)],
      about: 'request',
      requirements: [`request.${member}.type`],
    })),
  })),
];
