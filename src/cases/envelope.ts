import type { Text } from '../text.js';
import type { Case, Refusal } from './case.js';
import { ENVELOPE_MEMBERS } from '../judge/envelope/members.js';
import { change } from './faults.js';

/** What else is judged on a member, besides presence and type. */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  result: ['response.result.meaning'],
  code: ['response.code.meaning'],
  message: [
    'response.message.nonempty_on_failure',
    'convention.message.names_parameter',
    'convention.message.says_something',
  ],
  data: [
    'response.data.id.present',
    'response.data.id.type',
    'convention.failure.no_id',
    'convention.json.integer_form',
  ],
  permission: [],
  request_id: ['convention.request_id.fresh'],
};

function entry(name: string, requirements: readonly string[], title: Text): Case {
  return { kind: 'envelope', id: `envelope.${name}`, category: 'envelope', title, requirements };
}

/** Every answer of `add_instance_association` outside *protocol*, judged member by member. */
export const envelope: readonly Case[] = [
  entry(
    'body',
    [
      'response.body.json',
      'convention.json.no_bom',
      'convention.json.duplicate_same',
      'convention.content_type',
      'convention.secrets.not_repeated',
      'transport.stable',
    ],
    { en: 'every answer is one JSON object', zh: '每个应答都是一个 JSON 对象' },
  ),
  ...ENVELOPE_MEMBERS.map((member) =>
    entry(
      member,
      [
        `response.${member}.present`,
        `response.${member}.present_on_failure`,
        `response.${member}.type`,
        ...(BESIDES[member] ?? []),
      ],
      { en: `${member} in every answer`, zh: `每个应答中的 ${member}` },
    ),
  ),
];

/** A refusal about the request and one about the credentials; their twins are the successes. */
export const SAMPLE_REFUSALS: readonly Refusal[] = [
  {
    changes: [change('bk_inst_id', 'absent')],
    about: 'request',
    requirements: ['request.bk_inst_id.required'],
  },
  {
    changes: [change('bk_app_secret', 'wrong')],
    about: 'credentials',
    requirements: ['auth.bk_app_secret.verified'],
  },
];
