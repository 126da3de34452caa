import { openClient } from '../target/client.js';
import { usualIdentity } from '../target/identity.js';
import { createRedactor } from '../redact/secrets.js';
import type { Redactor } from '../redact/secrets.js';
import { MADE_UP } from '../cases/faults.js';
import { noCredentialRefusals } from '../judge/credential-refusals.js';
import { nearMissesOf } from './near-misses.js';
import { ordinaryWords } from './ordinary-words.js';
import type { SessionOptions } from './session-options.js';
import type { State } from './state.js';

/**
 * The state of a run in which nothing was sent yet.
 *
 * @returns the state, and what knows the secrets, whatever stands in for the redaction
 */
export function newState(options: SessionOptions): {
  state: State;
  secrets: Redactor;
} {
  const { settings, contract, wire, ledger, world } = options;
  const { appSecret, token, username, other } = settings.credentials;
  const sent = [
    { name: 'bk_app_secret', value: appSecret },
    ...(token === undefined ? [] : [{ name: 'bk_token', value: token }]),
  ];
  const secrets = createRedactor({
    secrets: [
      ...sent,
      ...sent.flatMap(nearMissesOf),
      ...(options.secrets ?? []),
      ...(other === undefined ? [] : [{ name: 'other_app_secret', value: other.appSecret }]),
    ],
    madeUp: MADE_UP,
    common: ordinaryWords(settings, contract),
    ...(settings.redactUsers && username !== undefined
      ? { users: [{ name: 'bk_username', value: username }] }
      : {}),
  });
  const redactor = options.redactor?.(secrets) ?? secrets;
  let controller = new AbortController();
  const client = openClient(
    wire,
    redactor,
    world.now,
    () => controller.signal,
    () => state.standIns,
  );
  const state: State = {
    settings,
    contract,
    client,
    redactor,
    ledger,
    world,
    envelope: contract.envelope,
    findings: new Map(),
    support: new Map(),
    housekeeping: [],
    notes: redactor.warnings().map((name) => ({
      en: `${name} has fewer than 8 characters or is an ordinary word: it is masked only in the members that carry it`,
      zh: `${name} 少于 8 个字符或为常见词，仅在承载它的成员中脱敏`,
    })),
    leftovers: [],
    identity: usualIdentity(settings.credentials),
    credentialRefusals: noCredentialRefusals(),
    unknownAssociationRefusal: undefined,
    ids: new Map(),
    before: new Map(),
    given: new Map(),
    watched: new Map(),
    lookups: {
      unusable: undefined,
      used: false,
      byAssociation: false,
      refusals: new Set(),
      lagging: false,
      shown: false,
      missing: 0,
    },
    trouble: { exhausted: 0, unanswered: 0, lostMs: 0 },
    throttle: { waited: 0, futile: false },
    counts: { all: 0, adds: 0 },
    nextAt: 0,
    phases: new Map(),
    lasting: undefined,
    ended: undefined,
    stop(why, cleaningMs) {
      state.ended ??= why;
      controller.abort();
      // What follows is the cleaning up. It has some seconds, then every exchange is aborted.
      const cleaning = new AbortController();
      controller = cleaning;
      world.after(cleaningMs, () => {
        cleaning.abort();
      });
    },
    mapping: undefined,
    fixture: {
      source: settings.fixture.source,
      target: settings.fixture.target,
      made: false,
    },
    otherModels: undefined,
    associationMissing: false,
    fixtureTaken: undefined,
    fixtureAccepted: false,
    fixtureSeen: undefined,
    fixtureRefusal: undefined,
    runId: world.random(),
    instances: [],
    made: [],
    standIns: new Map(),
    whyNoneMade: undefined,
    requestIds: new Set(),
    sampled: false,
  };
  return { state, secrets };
}
