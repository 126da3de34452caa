import type { Binding } from '../../binding/binding.js';
import { applyChanges, changedMembers } from '../../cases/apply-changes.js';
import type { ObservationCase } from '../../cases/case.js';
import type { Observed } from '../../record/record.js';
import { ask } from '../exchange/ask.js';
import { credentialFaultOf } from './bad-request.js';
import type { Manner } from '../exchange/client.js';
import { rememberBefore } from '../stock/lookups.js';
import { removeCreated } from '../stock/removal.js';
import { keep } from '../run.js';
import type { Scene } from '../run.js';
import type { Reply } from '../exchange/send.js';
import { validRequest } from './valid-request.js';

const NO_OTHER_APP = { otherSecret: undefined, otherCode: undefined };

/**
 * Does what the document says nothing about, and tells what the server did; whatever was created is
 * removed. In *protocol*, a refusal has to keep the failure envelope (a `should`).
 */
export async function observe(scene: Scene, entry: ObservationCase): Promise<Observed> {
  const { run, slot } = scene;
  const { binding } = run.tools;
  const { changes = [] } = entry;
  const valid = validRequest(run, slot, entry.identity);
  const members = applyChanges(valid, changes, binding, NO_OTHER_APP);
  const places = run.subject.effect.mayBeAt(members, slot);
  const credential = credentialFaultOf(changes, binding);
  await rememberBefore(scene, places);
  const reply = await ask(scene, {
    members,
    purpose: 'request',
    trial: entry.id,
    isJudged: entry.category !== 'protocol',
    claim:
      changes.length === 0
        ? 'valid'
        : {
            valid,
            differsIn: changes.flatMap((change) => changedMembers(change, binding)),
            breaksSchema: false,
          },
    success: undefined,
    places,
    manner: mannerOf(entry, scene, binding),
    ...(credential === undefined ? {} : { credential }),
  });
  await removeCreated(scene, members, places, reply);
  if (entry.category === 'protocol') judgeFailureForm(scene, entry, reply);
  return describe(reply);
}

const RAW = {
  malformed: (text: string) => `${text.slice(0, -1)},}`,
  empty: () => '',
  array: (text: string) => `[${text}]`,
} as const;

function mannerOf(entry: ObservationCase, { run }: Scene, binding: Binding): Manner {
  const { token } = run.tools.settings.credentials;
  const { cookie } = binding.credentials.find(({ name }) => name === entry.cookie) ?? {};
  return {
    ...(entry.method === undefined ? {} : { method: entry.method }),
    ...(entry.withoutSlash === true
      ? { path: binding.address(run.subject.outline).slice(0, -1) }
      : {}),
    ...(entry.contentType === undefined ? {} : { contentType: entry.contentType }),
    ...(entry.raw === undefined ? {} : { raw: RAW[entry.raw] }),
    ...(cookie !== undefined && token !== undefined
      ? { cookie: `${cookie}=${encodeURIComponent(token)}` }
      : {}),
  };
}

function judgeFailureForm(scene: Scene, entry: ObservationCase, { answer, sent }: Reply): void {
  if (answer.kind === 'none') return;
  const isKept = answer.kind === 'refused' || answer.kind === 'accepted';
  keep(scene, [
    {
      requirement: 'convention.protocol.failure_envelope',
      status: isKept ? 'passed' : 'failed',
      trial: entry.id,
      evidence: [sent.exchange.n],
      ...(isKept ? {} : { problem: answer.why }),
    },
  ]);
}

/** What the server did. */
export function describe({ answer, sent }: Reply): Observed {
  const status = sent.outcome.answer?.status;
  switch (answer.kind) {
    case 'accepted':
      return { did: 'accepted', status: status ?? 0 };
    case 'refused':
      return { did: 'refused', said: answer.said, status: status ?? 0 };
    case 'broken':
    case 'malformed':
    case 'none':
      return { did: 'other', problem: answer.why, ...(status === undefined ? {} : { status }) };
  }
}
