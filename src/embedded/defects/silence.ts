import type { Where } from '../alterations/alteration.js';
import { transmission } from '../alterations/answering.js';
import { reset } from '../alterations/raw.js';
import {
  everyNth,
  fromNth,
  onAdd,
  onCredentials,
  onLookup,
  onParameters,
  onRefusal,
  onSuccess,
} from '../alterations/where.js';
import type { Call, Reply } from '../call.js';
import type { Defect } from './defect.js';
import { CONVENTION, SAYS } from './sentences.js';

/** No answer at all. */
function silent(
  id: string,
  does: string,
  requirement: string,
  where: Where | { readonly counted: () => Where },
  instead: (right: Reply, call: Call, send: () => void) => void,
): Defect {
  return {
    id,
    does,
    breaks: requirement.startsWith('effect') ? SAYS.function : SAYS.answer,
    requirement,
    noAnswer: true,
    alter: transmission(where, instead),
  };
}

/** No answer now and then, which a second try heals. */
function healed(
  id: string,
  does: string,
  where: () => Where,
  instead: (call: Call) => void,
): Defect {
  return {
    id,
    does,
    breaks: CONVENTION.stable,
    requirement: 'transport.stable',
    alter: transmission({ counted: where }, (_, call) => {
      instead(call);
    }),
  };
}

const hang = (): void => {
  // The connection stays as it is until the client or close() ends it.
};

/** No answers: for ever, for too long, or now and then. */
export const SILENCE: readonly Defect[] = [
  silent('hang', 'Never answers a creation.', 'effect.created', onSuccess, hang),
  silent(
    'hang-from-the-fifth-on',
    'Never answers a creation from the fifth on.',
    'effect.created',
    { counted: () => fromNth(5, onSuccess) },
    hang,
  ),
  silent('hang-on-lookup', 'Never answers a lookup.', 'effect.created', onLookup, hang),
  silent(
    'slow-beyond-the-limit',
    'Answers creations after 30 seconds.',
    'effect.created',
    onSuccess,
    (_, call, send) => {
      call.site.later(30_000, send);
    },
  ),
  silent(
    'reset',
    'Resets the connection of every creation.',
    'effect.created',
    onSuccess,
    (_, call) => {
      reset(call);
    },
  ),
  silent(
    'reset-on-add',
    'Resets every creation and refusal.',
    'effect.created',
    onAdd,
    (_, call) => {
      reset(call);
    },
  ),
  silent(
    'reset-on-parameters',
    'Resets the connection where parameters are wrong.',
    'request.bk_inst_id.required',
    onParameters,
    (_, call) => {
      reset(call);
    },
  ),
  silent(
    'reset-on-credentials',
    'Resets the connection where credentials are wrong.',
    'auth.bk_app_secret.verified',
    onCredentials,
    (_, call) => {
      reset(call);
    },
  ),
  healed(
    'reset-every-eleventh-creation',
    'Resets the connection after every eleventh creation.',
    () => everyNth(11, onSuccess),
    reset,
  ),
  healed(
    'closed-every-tenth-refusal',
    'Ends the connection without an answer at every tenth refusal.',
    () => everyNth(10, onRefusal),
    ({ response }) => {
      response.socket?.end();
    },
  ),
];
