import type { Case, Refusal } from './case.js';
import { change, titleOf } from './faults.js';
import type { Fault } from './faults.js';
import { ROUNDS } from './rounds.js';

/** The six required members, by their path. */
export const REQUIRED_MEMBERS = [
  'bk_obj_asst_id',
  'bk_inst_id',
  'bk_asst_inst_id',
  'metadata',
  'metadata.label',
  'metadata.label.bk_biz_id',
] as const;

/** What an empty text or object breaks, where it breaks something else than "required". */
const EMPTY_BREAKS: Readonly<Record<string, string>> = {
  bk_obj_asst_id: 'request.bk_obj_asst_id.exists',
  metadata: 'request.metadata.label.required',
  'metadata.label': 'request.metadata.label.bk_biz_id.required',
  'metadata.label.bk_biz_id': 'request.metadata.label.bk_biz_id.nonempty',
};

function missing(member: string, fault: Fault, requirement: string): Case {
  return {
    kind: 'refusal',
    id: `missing-field.${member}.${fault}`,
    category: 'missing-field',
    title: titleOf(member, fault),
    requirements: [requirement],
    changes: [change(member, fault)],
    about: 'request',
  };
}

function absent(member: string): Refusal {
  return {
    changes: [change(member, 'absent')],
    about: 'request',
    requirements: [`request.${member}.required`],
  };
}

/** Every required member absent, null and empty; all of them together; and each again and again. */
export const missingField: readonly Case[] = [
  ...REQUIRED_MEMBERS.flatMap((member) => [
    missing(member, 'absent', `request.${member}.required`),
    missing(member, 'null', `request.${member}.required`),
  ]),
  ...Object.entries(EMPTY_BREAKS).map(([member, requirement]) =>
    missing(member, 'empty', requirement),
  ),
  {
    kind: 'refusal',
    id: 'missing-field.all members.absent',
    category: 'missing-field',
    title: { en: 'all required members absent', zh: '所有必填成员均缺失' },
    requirements: ['bk_obj_asst_id', 'bk_inst_id', 'bk_asst_inst_id', 'metadata'].map(
      (member) => `request.${member}.required`,
    ),
    changes: ['bk_obj_asst_id', 'bk_inst_id', 'bk_asst_inst_id', 'metadata'].map((member) =>
      change(member, 'absent'),
    ),
    about: 'request',
  },
  ...ROUNDS.map((round): Case => ({
    kind: 'round',
    thorough: round === ROUNDS.at(-1),
    id: `missing-field.each member.round ${round}`,
    category: 'missing-field',
    title: { en: `each member absent, round ${round}`, zh: `逐个缺失必填成员，第 ${round} 轮` },
    requirements: REQUIRED_MEMBERS.map((member) => `request.${member}.required`),
    refusals: REQUIRED_MEMBERS.map(absent),
  })),
];
