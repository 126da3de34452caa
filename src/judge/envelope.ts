import type { Envelope } from '../binding/binding.js';
import type { EndpointOutline } from '../contract/outline.js';
import type { JsonObject } from '../json/json-value.js';
import type { Finding } from '../record/finding.js';
import { valueAt } from './answer.js';
import type { Answer } from './answer.js';
import { judgeBody } from './envelope/body.js';
import { judgeFailure } from './envelope/failure.js';
import { judgeInner, judgeMeaning, judgeMembers, judgeRequestId } from './envelope/members.js';
import { judgeNumbers } from './envelope/numbers.js';
import type { AnswerSchemas } from './envelope/schema-problems.js';
import { schemaProblems } from './envelope/schema-problems.js';
import type { Say } from './envelope/say.js';
import type { Sent } from './sent.js';

/** What an answer is judged on. */
export interface Judged {
  readonly answer: Answer;
  readonly sent: Sent;
}

/** What the request was, as far as its answer's envelope depends on it. */
export interface JudgedAbout {
  readonly trial: string;
  /** Path of the one member at fault, which the message should name. */
  readonly member?: string;
  /** True when a success has to come, false when a failure has to; undefined: either may. */
  readonly success: boolean | undefined;
}

/**
 * Judges answers of one endpoint.
 *
 * @param judged - an answer
 * @param about - what the request was
 * @param requestIds - those of the run's answers so far; the answer's own is added
 */
export type EnvelopeJudge = (
  judged: Judged,
  about: JudgedAbout,
  requestIds: Set<string>,
) => Finding[];

/**
 * Makes the judge of an endpoint's answers, by its derived schemas and the document's rules for the
 * envelope.
 *
 * @param envelope - where the binding has the members of an answer
 * @param schemas - the compiled schemas of a success and of a failure
 */
export function openEnvelopeJudge(
  outline: EndpointOutline,
  envelope: Envelope,
  schemas: AnswerSchemas,
): EnvelopeJudge {
  return ({ answer, sent }, about, requestIds) => {
    if (answer.kind === 'none') return [];
    const findings: Finding[] = [];
    const evidence = [sent.exchange.n];
    const say: Say = (requirement, problem) => {
      findings.push({
        requirement,
        status: problem === undefined ? 'passed' : 'failed',
        trial: about.trial,
        evidence,
        ...(problem === undefined ? {} : { problem }),
      });
    };
    if (answer.kind === 'broken') {
      say('response.body.json', answer.why);
      return findings;
    }
    judgeBody(say, sent);
    const { body } = answer;
    const said = body[envelope.result];
    const success =
      typeof said === 'boolean' ? said : (about.success ?? holdsId(body, outline.createdId));
    const problems = schemaProblems(success ? schemas.success : schemas.failure, body);
    judgeMembers(say, outline, body, success, problems);
    if (success) judgeInner(say, outline, body, problems);
    judgeMeaning(say, envelope, body);
    if (!success) judgeFailure(say, envelope, body, about.member, outline.createdId);
    judgeNumbers(say, envelope, body, outline.createdId);
    judgeRequestId(say, envelope, body, requestIds);
    return findings;
  };
}

function holdsId(body: JsonObject, at: string | undefined): boolean {
  return at !== undefined && valueAt(body, at) !== undefined;
}
