import { compareShapes } from './compare-shapes.js';
import type { Features } from './features.js';
import type { Step } from './step.js';

type Enveloped = Extract<Features, { readonly did: 'accepted' | 'refused' }>;

/**
 * In what an answer differs from the one before. Where something else was done altogether, that alone
 * is told: code, message and shape follow from it.
 *
 * @param knownBefore - whether a refusal, by {@link refusalOf}, was among those of the run before
 */
export function compareAnswers(
  before: Features,
  after: Features,
  knownBefore: (refusal: string) => boolean,
): Step[] {
  if (before.did !== after.did) return [compareDeeds(before, after)];
  if (before.did === 'nothing' || after.did === 'nothing') return [];
  const around: Step[] = [
    ...(before.status === after.status
      ? []
      : [stepOf('status-changed', String(before.status), String(after.status))]),
    ...compareHeaders(before.headers, after.headers),
  ];
  if (before.did === 'other' || after.did === 'other') return around;
  return [...around, ...compareEnvelopes(before, after, knownBefore)];
}

/** Code and message of a refusal, or what else was answered, in a line. */
export function refusalOf(features: Features): string {
  if (features.did === 'nothing' || features.did === 'other') return features.what;
  return features.did === 'accepted' ? '' : `${features.code} ${features.message}`.trim();
}

function compareDeeds(before: Features, after: Features): Step {
  const was = refusalOf(before);
  const is = refusalOf(after);
  if (after.did === 'nothing') return stepOf('silent-now', was, is);
  if (before.did === 'nothing') return stepOf('answered-now', was, is);
  if (after.did === 'other') return stepOf('unreadable-now', was, is);
  if (before.did === 'other') return stepOf('readable-now', was, is);
  return stepOf(after.did === 'accepted' ? 'accepted-now' : 'refused-now', was, is);
}

function compareHeaders(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Step[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((at): Step[] => {
    const was = before.get(at);
    const is = after.get(at);
    if (was === is) return [];
    const kind =
      was === undefined ? 'header-new' : is === undefined ? 'header-gone' : 'header-changed';
    return [{ kind, at, before: was ?? '', after: is ?? '' }];
  });
}

function compareEnvelopes(
  before: Enveloped,
  after: Enveloped,
  knownBefore: (refusal: string) => boolean,
): Step[] {
  const shapes = compareShapes(before.body, after.body);
  const isIdThere = before.requestId !== '' && after.requestId !== '';
  return [
    ...compareWords(before, after, knownBefore),
    ...shapes,
    ...(!isIdThere || before.requestId === after.requestId
      ? []
      : [stepOf('request-id-form', before.requestId, after.requestId)]),
  ];
}

/** A code or a message that is gone, or of another type, is told by its shape. */
function compareWords(
  before: Enveloped,
  after: Enveloped,
  knownBefore: (refusal: string) => boolean,
): Step[] {
  const code = before.code !== after.code && before.code !== '' && after.code !== '';
  const message = before.message !== after.message;
  if (before.did === 'accepted') {
    return [
      ...(code ? [stepOf('success-code-changed', before.code, after.code)] : []),
      ...(message ? [stepOf('success-message-changed', before.message, after.message)] : []),
    ];
  }
  if (code && message) {
    const is = refusalOf(after);
    const kind = knownBefore(is) ? 'other-cause' : 'refused-otherwise';
    return [stepOf(kind, refusalOf(before), is)];
  }
  if (code) return [stepOf('code-changed', before.code, after.code)];
  return message ? [stepOf('message-changed', before.message, after.message)] : [];
}

function stepOf(kind: Step['kind'], before: string, after: string): Step {
  return { kind, before, after };
}
