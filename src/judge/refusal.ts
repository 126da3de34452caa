import type { Text } from '../text.js';
import type { JsonValue } from '../json/json-value.js';
import type { Answer } from './answer.js';
import type { CredentialRefusals } from './credential-refusals.js';
import type { Finding } from '../record/finding.js';
import { quote } from './quote.js';
import { refusalSignature } from './signature.js';

/** What was seen around one request that has to be refused. */
export interface RefusalSeen {
  readonly requirements: readonly string[];
  readonly experiment: Text;
  readonly answer: Answer;
  readonly sent: JsonValue;
  /** New rows that can only come from the request; undefined when lookups can't be used. */
  readonly created: readonly string[] | undefined;
  /** New rows that may come from the request as well as from somebody else. */
  readonly beside: readonly string[];
  /** Whether the same request without the change was accepted; undefined: it has no answer. */
  readonly twinAccepted: boolean | undefined;
  /** False for a case about the credentials themselves. */
  readonly needsOwnCause: boolean;
  readonly evidence: readonly number[];
}

/**
 * Judges a negative case. A rejection proves nothing by itself: it holds only if the answer is a
 * well-formed failure, nothing was created and the twin was accepted. Whether the refusal is about
 * the right thing is judged by {@link judgeCause}, when all refusals for bad credentials are known.
 */
export function judgeRefusal(seen: RefusalSeen): Finding[] {
  const { status, reason } = verdict(seen);
  const base = {
    experiment: seen.experiment,
    evidence: seen.evidence,
    status,
  };
  const signature =
    seen.needsOwnCause && seen.answer.kind === 'refused'
      ? { signature: refusalSignature(seen.answer.body, seen.sent) }
      : {};
  return seen.requirements.map((requirement) => ({
    requirement,
    ...base,
    ...(reason === undefined ? {} : { reason }),
    ...signature,
  }));
}

function verdict(seen: RefusalSeen): { status: Finding['status']; reason?: Text } {
  const { answer, created } = seen;
  if (created !== undefined && created.length > 0) {
    const rows = created.join(', ');
    return {
      status: 'failed',
      reason: {
        en: `an association was created all the same (id ${rows})`,
        zh: `仍然创建了关联关系（id ${rows}）`,
      },
    };
  }
  switch (answer.kind) {
    case 'accepted':
      return {
        status: 'failed',
        reason: { en: 'it was accepted, but has to be refused', zh: '请求被接受，但应当被拒绝' },
      };
    case 'broken':
    case 'malformed':
      return { status: 'failed', reason: answer.why };
    case 'none':
      return { status: 'inconclusive', reason: answer.why };
    case 'refused':
      break;
  }
  if (created === undefined) {
    return {
      status: 'inconclusive',
      reason: {
        en: 'it was refused, but lookups can’t be used to see that nothing was created',
        zh: '请求被拒绝，但查询接口不可用，无法确认没有创建',
      },
    };
  }
  if (seen.beside.length > 0) {
    const rows = seen.beside.join(', ');
    return {
      status: 'inconclusive',
      reason: {
        en: `it was refused, but association ${rows} appeared meanwhile, which may come from it or from somebody else`,
        zh: `请求被拒绝，但其间出现了关联关系 ${rows}，可能由该请求产生，也可能由他人创建`,
      },
    };
  }
  if (seen.twinAccepted === undefined) {
    return {
      status: 'inconclusive',
      reason: {
        en: 'it was refused, but the same request without the fault has no answer',
        zh: '请求被拒绝，但去掉该错误后的同一请求没有应答',
      },
    };
  }
  if (!seen.twinAccepted) {
    return {
      status: 'inconclusive',
      reason: {
        en: 'it was refused, but so was the same request without the fault',
        zh: '请求被拒绝，但去掉该错误后的同一请求同样未成功',
      },
    };
  }
  return { status: 'passed' };
}

/** What is known of a target's refusals. */
export interface Refusals {
  /** The refusals for bad credentials. */
  readonly credentials: Omit<CredentialRefusals, 'note'>;
  /** Signature of the refusal of an unknown association. */
  readonly unknownAssociation: string | undefined;
}

/**
 * True when a target is seen to tell causes apart: an unknown association from bad credentials, or
 * one bad credential from another. Else it has one refusal for everything.
 */
export function tellsCausesApart(refusals: Refusals): boolean {
  const { unknownAssociation, credentials } = refusals;
  if (unknownAssociation === undefined) return false;
  return !credentials.has(unknownAssociation) || credentials.tellsApart();
}

/**
 * Completes a passed refusal: it must be none of those that this target gives for bad credentials,
 * where the target is seen to tell other causes apart; else the cause reported is wrong.
 */
export function judgeCause<T extends Finding>(finding: T, refusals: Refusals): T {
  if (finding.status !== 'passed' || finding.signature === undefined) return finding;
  if (!refusals.credentials.has(finding.signature) || !tellsCausesApart(refusals)) return finding;
  return {
    ...finding,
    status: 'failed',
    reason: {
      en: `it was refused with the words for bad credentials (${quote(finding.signature, 200)}), though the credentials are right and this server tells other causes apart`,
      zh: `凭证正确，却以凭证错误的原因拒绝（${quote(finding.signature, 200)}），而该服务器能区分其他原因`,
    },
  };
}
