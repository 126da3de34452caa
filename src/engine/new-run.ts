import type { Binding, Identity } from '../binding/binding.js';
import { credentialOf } from '../binding/binding.js';
import { MADE_UP } from '../cases/faults.js';
import { NEAR_MISS_NAMES, NEAR_MISSES } from '../cases/near-misses.js';
import { ordinarySecrets } from '../config/misconfigured.js';
import type { Credentials } from '../config/settings.js';
import type { Effect } from '../effects/effect.js';
import { NOTHING_DECLARED } from '../record/declarations.js';
import { createRedactor } from '../redact/secrets.js';
import type { Redactor, Secret } from '../redact/secrets.js';
import type { Budget } from './pace/budget.js';
import { openClient } from './exchange/client.js';
import type { JudgedEndpoint } from './judged-endpoint.js';
import type { Weather } from './pace/weather.js';
import { newJournal } from './journal.js';
import { noKnowledge } from './knowledge.js';
import { ledgerTarget, openLedger } from './ledger/ledger.js';
import { ordinaryWords } from './ordinary-words.js';
import type { Run, Tools } from './run.js';
import type { SessionOptions } from './session-options.js';
import { emptyStock } from './stock/stock.js';

/**
 * The tools of a session in which nothing was sent yet.
 *
 * @returns the tools, and what knows the secrets, whatever stands in for the redaction
 */
export function newTools(
  options: SessionOptions,
  budget: Budget,
): { readonly tools: Tools; readonly secrets: Redactor } {
  const { settings, contract, wire, world, binding } = options;
  const { username, other } = settings.credentials;
  const sent = sentSecrets(settings.credentials, binding);
  const isOrdinary = ordinaryWords(
    settings,
    contract,
    options.endpoints,
    options.isReportWord ?? (() => false),
  );
  const misconfigured = [...settings.misconfigured, ...ordinarySecrets(settings, isOrdinary)];
  const variables = [...new Map(misconfigured.map((one) => [one.variable, one])).values()];
  if (variables.length > 0) budget.end({ kind: 'misconfigured', variables });
  const secrets = createRedactor({
    secrets: [
      ...sent,
      ...sent.flatMap(nearMissesOf),
      ...(options.secrets ?? []),
      ...(other === undefined ? [] : [{ name: 'other_app_secret', value: other.appSecret }]),
    ],
    members: binding.secretMembers,
    madeUp: MADE_UP,
    common: (value) => isOrdinary(value) || isUnmeant(value, settings),
    ...(settings.redactUsers && username !== undefined
      ? { users: [{ name: credentialOf(binding, 'user').name, value: username }] }
      : {}),
  });
  const redactor = options.redactor?.(secrets) ?? secrets;
  const runId = world.runId();
  const { version } = options.frame;
  const signal = (): AbortSignal => budget.signal();
  const client = openClient(wire, binding, redactor, world.now, signal, version);
  const tools: Tools = {
    settings,
    contract,
    binding,
    client,
    redactor,
    ledger: openLedger(options.writeLedger, { run: runId, target: ledgerTarget(settings) }),
    world,
    declarations: options.declarations ?? NOTHING_DECLARED,
    runId,
    requestProblem: options.schemas.requestProblem,
  };
  return { tools, secrets };
}

/** True for a secret that nobody can have meant: it may occur in what is written by chance. */
function isUnmeant(value: string, { misconfigured, setting }: SessionOptions['settings']): boolean {
  return misconfigured.some(({ variable }) => setting(variable) === value);
}

function sentSecrets({ appSecret, token }: Credentials, binding: Binding): Secret[] {
  return [
    { name: credentialOf(binding, 'secret').name, value: appSecret },
    ...(token === undefined ? [] : [{ name: credentialOf(binding, 'token').name, value: token }]),
  ];
}

/**
 * The values that are made from a secret in a run: as secret as it is, and from the first exchange
 * on, since a server may say one before it was sent. Those that hold the secret are hidden with it.
 */
function nearMissesOf({ name: at, value }: Secret): Secret[] {
  return NEAR_MISS_NAMES.map((miss) => ({
    name: `${at}: ${miss}`,
    value: NEAR_MISSES[miss].make(value),
  })).filter((made) => !made.value.includes(value));
}

/** What a run of one endpoint is made with. */
export interface RunOptions extends JudgedEndpoint {
  readonly tools: Tools;
  readonly budget: Budget;
  readonly weather: Weather;
}

/** One endpoint in a session, of which nothing is known yet. */
export function newRun(options: RunOptions, effect: Effect): Run {
  const { tools, outline, judge, budget, weather } = options;
  const { settings, redactor } = tools;
  const opened = effect.open(settings.setting, outline);
  return {
    tools,
    budget,
    weather,
    subject: { outline, judge, effect: opened, kind: effect.kind, thing: effect.thing },
    knowledge: noKnowledge(usualIdentity(settings.credentials), opened),
    stock: emptyStock(),
    journal: newJournal(redactor.warnings().map((name) => ({ kind: 'weak-secret', name }))),
    phases: new Map(),
  };
}

/** The identity that is used where none is asked for: a user name where one is configured. */
function usualIdentity({ username }: Credentials): Identity {
  return username === undefined ? 'token' : 'user';
}
