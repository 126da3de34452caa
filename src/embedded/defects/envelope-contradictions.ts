import { envelope, withMember } from '../alterations/answering.js';
import { onCredentials, onParameters, onRefusal, onSuccess } from '../alterations/where.js';
import type { Defect } from './defect.js';
import { SAYS } from './sentences.js';

/** Members of the right type that say what is not so, or contradict each other. */
export const ENVELOPE_CONTRADICTIONS: readonly Defect[] = [
  {
    id: 'success-with-positive-code',
    does: 'Answers code 200 beside result true.',
    breaks: SAYS.code,
    requirement: 'response.code.meaning',
    alter: envelope(onSuccess, withMember('code', 200n)),
  },
  {
    id: 'success-with-negative-code',
    does: 'Answers code -1 beside result true.',
    breaks: SAYS.code,
    requirement: 'response.code.meaning',
    alter: envelope(onSuccess, withMember('code', -1n)),
  },
  {
    id: 'parameters-refused-with-code-0',
    does: 'Answers code 0 where parameters are refused.',
    breaks: SAYS.code,
    requirement: 'response.code.meaning',
    alter: envelope(onParameters, withMember('code', 0n)),
  },
  {
    id: 'credentials-refused-with-code-0',
    does: 'Answers code 0 where credentials are refused.',
    breaks: SAYS.code,
    requirement: 'response.code.meaning',
    alter: envelope(onCredentials, withMember('code', 0n)),
  },
  {
    id: 'refused-with-negative-code',
    does: 'Answers the negative of the code of a refusal.',
    breaks: SAYS.code,
    requirement: 'response.code.meaning',
    alter: envelope(onRefusal, (right) => ({
      ...right,
      code: typeof right['code'] === 'number' ? -right['code'] : -1,
    })),
  },
  {
    id: 'created-but-called-failed',
    does: 'Creates the association and answers a failure.',
    breaks: SAYS.result,
    requirement: 'response.result.meaning',
    alter: envelope(onSuccess, (right) => ({
      ...right,
      result: false,
      code: 1199998n,
      message: 'Unknown or unrecognized error',
      data: null,
    })),
  },
  {
    id: 'created-with-result-false-and-code-0',
    does: 'Creates the association and answers result false beside code 0 and the id.',
    breaks: SAYS.result,
    requirement: 'response.result.meaning',
    alter: envelope(onSuccess, withMember('result', false)),
  },
  {
    id: 'result-inverted',
    does: 'Answers result false for successes and true for refusals.',
    breaks: SAYS.result,
    requirement: 'response.result.meaning',
    alter: envelope(
      (call) => onSuccess(call) || onRefusal(call),
      (right) => ({ ...right, result: right['result'] !== true }),
    ),
  },
  {
    id: 'parameters-refused-with-result-true',
    does: 'Answers result true beside the code of a refused parameter.',
    breaks: SAYS.result,
    requirement: 'request.bk_inst_id.required',
    alter: envelope(onParameters, withMember('result', true)),
  },
  {
    id: 'credentials-refused-with-result-true',
    does: 'Answers result true beside the code of refused credentials.',
    breaks: SAYS.result,
    requirement: 'auth.bk_app_secret.verified',
    alter: envelope(onCredentials, withMember('result', true)),
  },
  {
    id: 'refusals-told-as-successes',
    does: 'Answers every refused creation with result true, code 0 and an id, and creates nothing.',
    breaks: SAYS.association,
    requirement: 'request.bk_obj_asst_id.required',
    alter: envelope(onRefusal, (right) => ({
      ...right,
      result: true,
      code: 0,
      message: '',
      data: { id: 1038n },
    })),
  },
  {
    id: 'parameters-refused-without-words',
    does: 'Answers an empty message where parameters are refused.',
    breaks: SAYS.message,
    requirement: 'response.message.nonempty_on_failure',
    alter: envelope(onParameters, withMember('message', '')),
  },
  {
    id: 'credentials-refused-without-words',
    does: 'Answers an empty message where credentials are refused.',
    breaks: SAYS.message,
    requirement: 'response.message.nonempty_on_failure',
    alter: envelope(onCredentials, withMember('message', '')),
  },
];
