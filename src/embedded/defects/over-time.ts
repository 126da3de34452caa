import type { Where } from '../alterations/alteration.js';
import type { Alteration } from '../alterations/alteration.js';
import { envelope, text, withMember } from '../alterations/answering.js';
import { readingAs } from '../alterations/reading.js';
import type { MemberPath } from '../alterations/reading.js';
import {
  everyNth,
  fromNth,
  onAdd,
  onCredentials,
  onRefusal,
  onSuccess,
} from '../alterations/where.js';
import type { Defect } from './defect.js';
import { REQUIRED_MEMBERS } from './members.js';
import type { RequiredMember } from './members.js';
import { CONVENTION, SAYS } from './sentences.js';

/** Accepts a member that is absent or null; how often, a counter of such requests decides. */
function missingSometimes(member: RequiredMember, passes: (count: number) => boolean): Alteration {
  return (sound) => {
    let count = 0;
    return readingAs(
      member.path,
      (value) => {
        if ((value ?? null) !== null) return false;
        count += 1;
        return passes(count);
      },
      () => member.fallback,
    )(sound);
  };
}

const counted = (where: () => Where): { readonly counted: () => Where } => ({ counted: where });

/** Takes a member that is absent or null for a right one; a counter of all requests decides when. */
function carelessByCount(
  path: MemberPath,
  isCareless: (requests: number) => boolean,
  as: () => unknown,
): Alteration {
  return (sound) => {
    let requests = 0;
    const read = readingAs(
      path,
      (value) => isCareless(requests) && (value ?? null) === null,
      as,
    )(sound);
    return {
      ...read,
      decode: (call) => {
        requests += 1;
        return read.decode?.(call) ?? sound.decode(call);
      },
    };
  };
}

/** Checks bk_inst_id at first only. */
const lateCarelessness = carelessByCount(
  ['bk_inst_id'],
  (requests) => requests > 40,
  () => 0n,
);

/** One of three replicas behind a balancer does not check metadata. */
const carelessReplica = carelessByCount(
  ['metadata'],
  (requests) => requests % 3 === 0,
  () => ({ label: { bk_biz_id: '2' } }),
);

/** Right at first and wrong later, or wrong now and then. */
export const OVER_TIME: readonly Defect[] = [
  ...REQUIRED_MEMBERS.flatMap((member): Defect[] => [
    {
      id: `${member.slug}-missing-accepted-every-eighth-time`,
      does: `Accepts every eighth request without ${member.name}.`,
      breaks: member.breaks,
      requirement: `request.${member.name}.required`,
      alter: missingSometimes(member, (count) => count % 8 === 0),
    },
    {
      id: `${member.slug}-missing-accepted-from-the-fourth-on`,
      does: `Refuses three requests without ${member.name}, and accepts each later one.`,
      breaks: member.breaks,
      requirement: `request.${member.name}.required`,
      alter: missingSometimes(member, (count) => count > 3),
    },
  ]),
  {
    id: 'required-unchecked-after-40-requests',
    does: 'Checks bk_inst_id in the first 40 creations and refusals only.',
    breaks: SAYS.source,
    requirement: 'request.bk_inst_id.required',
    alter: lateCarelessness,
  },
  {
    id: 'metadata-missing-accepted-by-one-replica-of-three',
    does: 'Accepts a request without metadata where it is the third, sixth, … request of all.',
    breaks: SAYS.metadata,
    requirement: 'request.metadata.required',
    alter: carelessReplica,
  },
  {
    id: 'html-every-seventh-time',
    does: 'Answers every seventh creation or refusal with a page.',
    breaks: SAYS.answer,
    requirement: 'response.body.json',
    alter: text(
      counted(() => everyNth(7, onAdd)),
      () => '<html></html>',
    ),
  },
  {
    id: 'truncated-from-the-40th-on',
    does: 'Cuts the last byte off the body from the 40th creation on.',
    breaks: SAYS.answer,
    requirement: 'response.body.json',
    alter: text(
      counted(() => fromNth(40, onSuccess)),
      (right) => right.slice(0, -1),
    ),
  },
  {
    id: 'request-id-missing-every-seventh-time',
    does: 'Leaves request_id out of every seventh success.',
    breaks: SAYS.requestId,
    requirement: 'response.request_id.present',
    alter: envelope(
      counted(() => everyNth(7, onSuccess)),
      withMember('request_id', undefined),
    ),
  },
  {
    id: 'permission-missing-from-the-30th-refusal-on',
    does: 'Leaves permission out from the 30th refusal on.',
    breaks: CONVENTION.requestMemberOnFailure,
    requirement: 'response.permission.present_on_failure',
    alter: envelope(
      counted(() => fromNth(30, onRefusal)),
      withMember('permission', undefined),
    ),
  },
  {
    id: 'code-string-every-eighth-refusal',
    does: 'Answers the code of every eighth refusal of credentials as a string.',
    breaks: SAYS.code,
    requirement: 'response.code.type',
    alter: envelope(
      counted(() => everyNth(8, onCredentials)),
      (right) => ({ ...right, code: String(right['code']) }),
    ),
  },
  {
    id: 'success-refused-every-eighth-time',
    does: 'Answers every eighth creation with a failure, and keeps it.',
    breaks: SAYS.result,
    requirement: 'response.result.meaning',
    alter: envelope(
      counted(() => everyNth(8, onSuccess)),
      (right) => ({
        ...right,
        result: false,
        code: 1199998n,
        message: 'Unknown or unrecognized error',
        data: null,
      }),
    ),
  },
];
