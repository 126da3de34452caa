import type { Envelope } from '../binding/binding.js';
import type { JsonValue } from '../json/json-value.js';
import type { Finding } from '../record/finding.js';
import type { Problem } from '../record/problem.js';
import type { Answer } from './answer.js';
import type { CredentialRefusals } from './credential-refusals.js';
import { refusalSignature } from './signature.js';

/** What was seen around one request that has to be refused. */
export interface RefusalSeen {
  readonly requirements: readonly string[];
  readonly trial: string;
  readonly answer: Answer;
  /** The request's members. */
  readonly sent: JsonValue;
  /** Ids of new things that can only come from the request; undefined when lookups can't be used. */
  readonly created: readonly string[] | undefined;
  /** Ids of new things that may come from the request as well as from somebody else. */
  readonly beside: readonly string[];
  /** What came of the same request without the change; undefined: it was not sent. */
  readonly twin: Answer | undefined;
  /** False for a case about the credentials themselves. */
  readonly needsOwnCause: boolean;
  readonly evidence: readonly number[];
}

/**
 * Judges a negative case. A rejection proves nothing by itself: it holds only if the answer is a
 * well-formed failure, nothing was created and the twin was accepted. Whether the refusal is about
 * the right thing is judged by {@link judgeCause}, when all refusals for bad credentials are known.
 */
export function judgeRefusal(seen: RefusalSeen, envelope: Envelope): Finding[] {
  const { status, problem } = verdict(seen);
  const { trial, evidence, answer } = seen;
  const refusal =
    seen.needsOwnCause && answer.kind === 'refused'
      ? {
          refusal: {
            signature: refusalSignature(answer.body, seen.sent, envelope),
            said: answer.said,
          },
        }
      : {};
  return seen.requirements.map((requirement) => ({
    requirement,
    status,
    trial,
    evidence,
    ...(problem === undefined ? {} : { problem }),
    ...refusal,
  }));
}

function verdict(seen: RefusalSeen): { status: Finding['status']; problem?: Problem } {
  const { answer, created, beside, twin } = seen;
  const failed = (problem: Problem) => ({ status: 'failed', problem }) as const;
  const open = (problem: Problem) => ({ status: 'inconclusive', problem }) as const;
  if (created !== undefined && created.length > 0) {
    return failed({ kind: 'created-all-the-same', ids: created });
  }
  switch (answer.kind) {
    case 'accepted':
      return failed({ kind: 'accepted' });
    case 'broken':
    case 'malformed':
      return failed(answer.why);
    case 'none':
      return open(answer.why);
    case 'refused':
      break;
  }
  if (created === undefined) return open({ kind: 'not-looked-up' });
  if (beside.length > 0) return open({ kind: 'appeared-beside', ids: beside });
  if (twin === undefined || twin.kind === 'none') return open({ kind: 'twin-unanswered' });
  if (twin.kind === 'accepted') return { status: 'passed' };
  return open({
    kind: 'twin-not-accepted',
    ...(twin.kind === 'refused' ? { said: twin.said } : {}),
  });
}

/** What is known of a target's refusals. */
export interface Refusals {
  /** The refusals for bad credentials. */
  readonly credentials: Omit<CredentialRefusals, 'note'>;
  /** Signature of the refusal of something that the request names and that there is not. */
  readonly unknown: string | undefined;
}

/**
 * True when a target is seen to tell causes apart: something unknown from bad credentials, or one
 * bad credential from another. Else it has one refusal for everything.
 */
export function tellsCausesApart({ unknown, credentials }: Refusals): boolean {
  if (unknown === undefined) return false;
  return !credentials.has(unknown) || credentials.tellsApart();
}

/**
 * Completes a passed refusal: it must be none of those that this target gives for bad credentials,
 * where the target is seen to tell other causes apart; else the cause reported is wrong.
 */
export function judgeCause<T extends Finding>(finding: T, refusals: Refusals): T {
  if (finding.status !== 'passed' || finding.refusal === undefined) return finding;
  const { signature, said } = finding.refusal;
  if (!refusals.credentials.has(signature) || !tellsCausesApart(refusals)) return finding;
  return { ...finding, status: 'failed', problem: { kind: 'wrong-cause', said } };
}
