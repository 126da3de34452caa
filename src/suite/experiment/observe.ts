import type { Text } from '../../text.js';
import type { Manner } from '../../target/client.js';
import { addressOf } from '../../target/endpoints.js';
import { writeJson } from '../../json/write-json.js';
import type { ObservationCase } from '../../cases/case.js';
import { credentialFaultOf } from '../credential-fault.js';
import { applyChanges, validRequest } from '../request.js';
import { codeOf, saidIn } from '../../judge/answer.js';
import { placesOf } from '../places.js';
import { keep } from '../state.js';
import type { Scene } from '../state.js';
import { add } from './add.js';
import { rememberBefore } from './fresh-rows.js';
import { removeCreated } from './remove-created.js';
import type { Reply } from './send.js';

/**
 * Does what the document says nothing about, and tells what the server did; whatever was created is
 * removed. In *protocol*, a refusal has to keep the failure envelope (a `should`).
 */
export async function observe(scene: Scene, entry: ObservationCase): Promise<Text> {
  const { state, slot } = scene;
  const valid = validRequest(state.settings, slot, entry.identity ?? state.identity);
  const body = applyChanges(valid, entry.changes ?? [], undefined);
  const places = placesOf(body, slot);
  const credential = credentialFaultOf(entry.changes ?? []);
  await rememberBefore(scene, places);
  const reply = await add(
    scene,
    body,
    'request',
    {
      experiment: entry.title,
      judged: entry.category !== 'protocol',
      claim:
        entry.changes === undefined
          ? 'valid'
          : { valid, differsIn: entry.changes.map(({ at }) => at) },
      success: undefined,
      ...(credential === undefined ? {} : { credential }),
    },
    places,
    mannerOf(entry, writeJson(body), state.settings.credentials.token),
  );
  await removeCreated(scene, body, places, reply);
  if (entry.category === 'protocol') keepsEnvelope(scene, entry, reply);
  return describeAnswer(reply);
}

function mannerOf(entry: ObservationCase, text: string, token: string | undefined): Manner {
  const raw = { malformed: `${text.slice(0, -1)},}`, empty: '', array: `[${text}]` };
  return {
    ...(entry.method === undefined ? {} : { method: entry.method }),
    ...(entry.withoutSlash === true
      ? { path: addressOf('add_instance_association').slice(0, -1) }
      : {}),
    ...(entry.contentType === undefined ? {} : { contentType: entry.contentType }),
    ...(entry.raw === undefined ? {} : { raw: raw[entry.raw] }),
    ...(entry.cookie === true && token !== undefined
      ? { cookie: `bk_token=${encodeURIComponent(token)}` }
      : {}),
  };
}

function keepsEnvelope(scene: Scene, entry: ObservationCase, { answer, sent }: Reply): void {
  if (answer.kind === 'none') return;
  const kept = answer.kind === 'refused' || answer.kind === 'accepted';
  keep(scene, [
    {
      requirement: 'convention.protocol.failure_envelope',
      status: kept ? 'passed' : 'failed',
      experiment: entry.title,
      evidence: [sent.exchange.n],
      ...(kept ? {} : { reason: answer.why }),
    },
  ]);
}

/** What the server did, in one sentence. */
export function describeAnswer({ answer, sent }: Reply): Text {
  const status = sent.outcome.answer === undefined ? '' : ` (HTTP ${sent.outcome.answer.status})`;
  switch (answer.kind) {
    case 'accepted':
      return { en: `accepted${status}`, zh: `接受${status}` };
    case 'refused': {
      const code = String(codeOf(answer.body));
      const message = saidIn(answer.body);
      return {
        en: `refused with code ${code}: ${message}${status}`,
        zh: `拒绝，code ${code}：${message}${status}`,
      };
    }
    case 'broken':
    case 'malformed':
    case 'none':
      return { en: `${answer.why.en}${status}`, zh: `${answer.why.zh}${status}` };
  }
}
