import { identityCredentials } from '../../binding/binding.js';
import type { Credential } from '../../binding/binding.js';
import { whyNot } from '../../judge/answer.js';
import type { Answer } from '../../judge/answer.js';
import { VALID } from '../../judge/creation.js';
import { lackingPermission } from '../../judge/permission.js';
import type { JsonObject } from '../../json/json-value.js';
import type { Finding } from '../../record/finding.js';
import type { Problem, Said } from '../../record/problem.js';
import { meansOf } from '../exchange/means.js';
import { doubtfulIdentities } from '../preflight/doubtful-identities.js';
import type { Scene } from '../run.js';
import { keyOf } from '../stock/stock.js';

/**
 * Judges that a valid request is accepted, by the identity that it carries. Where the slot is the
 * user's and nothing shows that it is right, a refusal may be due to the fixture: inconclusive.
 *
 * @param created - ids of what was created all the same, though the answer is no success
 */
export async function judgeAcceptance(
  scene: Scene,
  request: JsonObject,
  answer: Answer,
  n: number,
  created: readonly string[],
): Promise<Finding[]> {
  const { binding } = scene.run.tools;
  const identities = identityCredentials(binding, 'both').filter(({ name }) => name in request);
  const requirements = [
    ...identities.map(({ name }) => `auth.${name}.accepted`),
    'endpoint.method',
    'endpoint.address',
    `response.${binding.envelope.result}.meaning`,
    // The document's own sample with the fixture's values: every valid request is one.
    'request.sample',
  ];
  const trial = [VALID, ...identities.map(({ name }) => name)].join('.');
  const make = (
    status: Finding['status'],
    problem?: Problem,
    more: readonly string[] = [],
  ): Finding[] =>
    [...requirements, ...more].map((requirement) => ({
      requirement,
      status,
      trial,
      evidence: [n],
      ...(problem === undefined ? {} : { problem }),
    }));
  if (answer.kind === 'accepted') {
    const [only, ...others] = identities;
    if (only !== undefined && others.length === 0) scene.run.knowledge.accepted.add(only.role);
    return make('passed');
  }
  if (answer.kind === 'none') return make('inconclusive', answer.why, ['effect.created']);
  if (created.length > 0) {
    const said = answer.kind === 'refused' ? { said: answer.said } : {};
    return make('failed', { kind: 'created-without-success', ids: created, ...said });
  }
  if (answer.kind !== 'refused') return make('failed', answer.why);
  const { said } = answer;
  const lacking = lackingPermission(answer, binding);
  if (lacking !== undefined) {
    return make('inconclusive', { kind: 'permission', said, ...lacking }, ['effect.created']);
  }
  const doubtful = await doubtfulIdentities(scene, request, answer, identities);
  if (doubtful.length > 0) return identityRefused(doubtful, said, trial, n);
  if (isHeld(scene)) {
    return make('inconclusive', { kind: 'ground-held', said }, ['effect.created']);
  }
  if (await isTrusted(scene)) return make('failed', whyNot(answer), ['effect.created']);
  const { settings } = scene.run.subject.effect.ground;
  return make('inconclusive', { kind: 'fixture-doubtful', settings, said }, ['effect.created']);
}

function identityRefused(
  doubtful: readonly Credential[],
  said: Said,
  trial: string,
  n: number,
): Finding[] {
  const settings = doubtful.map(({ variable }) => variable);
  return doubtful.map(({ name }) => ({
    requirement: `auth.${name}.accepted`,
    status: 'inconclusive',
    trial,
    problem: { kind: 'identity-refused', settings, said },
    evidence: [n],
  }));
}

/** True where something of this run that the scene's slot holds is not known to be removed. */
function isHeld({ run, slot }: Scene): boolean {
  for (const [id, given] of run.stock.given) {
    if (keyOf(given.slot.asks) === keyOf(slot.asks) && run.stock.ids.get(id) === 'there') {
      return true;
    }
  }
  return false;
}

/**
 * True when it is known that the scene's slot can be used: what the settings name is there, nothing
 * that could not be removed holds it, and the suite made the slot, it was accepted before, it is the
 * embedded CMDB's, or lookups show it.
 */
export async function isTrusted(scene: Scene): Promise<boolean> {
  const { knowledge, tools, subject } = scene.run;
  const { ground } = subject.effect;
  if (ground.known().missing || isHeld(scene)) return false;
  if (scene.slot.made || knowledge.isFixtureAccepted || tools.settings.embedded) return true;
  knowledge.fixtureSeen ??= ground.isSeen(meansOf(scene));
  return knowledge.fixtureSeen;
}
