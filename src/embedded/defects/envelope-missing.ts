import type { Where } from '../alterations/alteration.js';
import { envelope, withData, withMember } from '../alterations/answering.js';
import { onCredentials, onParameters, onSuccess } from '../alterations/where.js';
import type { Defect } from './defect.js';
import { SAYS } from './sentences.js';

const MEMBERS: readonly (readonly [name: string, slug: string, breaks: string])[] = [
  ['result', 'result', SAYS.result],
  ['code', 'code', SAYS.code],
  ['message', 'message', SAYS.message],
  ['data', 'data', SAYS.data],
  ['permission', 'permission', SAYS.permission],
  ['request_id', 'request-id', SAYS.requestId],
];

const PATHS: readonly (readonly [slug: string, words: string, where: Where, suffix: string])[] = [
  ['success', 'successes', onSuccess, 'present'],
  ['parameters', 'refusals of parameters', onParameters, 'present_on_failure'],
  ['credentials', 'refusals of credentials', onCredentials, 'present_on_failure'],
];

/** Each member of the envelope left out, on each path; and the id left out of `data`. */
export const ENVELOPE_MISSING: readonly Defect[] = [
  ...MEMBERS.flatMap(([name, slug, breaks]) =>
    PATHS.map(([path, words, where, suffix]): Defect => ({
      id: `${slug}-missing-on-${path}`,
      does: `Leaves ${name} out of ${words}.`,
      breaks,
      requirement: `response.${name}.${suffix}`,
      alter: envelope(where, withMember(name, undefined)),
    })),
  ),
  {
    id: 'id-missing',
    does: 'Answers a creation with an empty data object.',
    breaks: SAYS.id,
    requirement: 'response.data.id.present',
    alter: envelope(
      onSuccess,
      withData(() => ({})),
    ),
  },
  {
    id: 'id-under-another-name',
    does: 'Answers the new id as data.bk_id.',
    breaks: SAYS.id,
    requirement: 'response.data.id.present',
    alter: envelope(
      onSuccess,
      withData((id) => ({ bk_id: id })),
    ),
  },
];
