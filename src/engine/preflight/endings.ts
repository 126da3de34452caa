import { isShutOut } from '../../judge/of-the-api.js';
import { meansOf } from '../exchange/means.js';
import { isOver } from '../run.js';
import type { Scene } from '../run.js';

/** Where what stands before the API lets nobody through, nothing else can be learnt. */
export function endShutOut({ run }: Scene): void {
  const [said] = run.knowledge.lookups.refusals.values();
  if (said !== undefined && isShutOut(said, run.tools.binding)) {
    run.budget.end({ kind: 'shut-out', said });
  }
}

/** As long as nothing has answered as the API does, there is no verdict on it. */
export function endAtStranger({ run }: Scene): void {
  const { budget, weather, tools, subject } = run;
  if (weather.hasApiAnswered) return;
  const path = new URL(tools.settings.baseUrl).pathname;
  const hasEndpointPath = path.includes(tools.binding.address(subject.outline).replace(/\/$/, ''));
  const answer = weather.stranger;
  if (answer === undefined) return;
  budget.end({ kind: 'not-the-api', answer, ...(hasEndpointPath ? { hasEndpointPath } : {}) });
}

/** What can't be found can't be removed either: nothing is created on such a target. */
export function endWithoutLookups({ run }: Scene): void {
  const { knowledge, budget, subject } = run;
  const { lookups, credentialRefusals, permission } = knowledge;
  /** Why there is nothing to look up by, where that is known. */
  const { none } = subject.effect.ground.known();
  if (none === undefined && lookups.isUsed) return;
  if (permission !== undefined) {
    budget.end({ kind: 'permission', ...permission });
    return;
  }
  const refusals = [...lookups.refusals];
  const [first] = refusals;
  const isIdentity = refusals.every(([signature]) => credentialRefusals.has(signature));
  if (first !== undefined && isIdentity) {
    budget.end({ kind: 'identities-refused', said: first[1] });
    return;
  }
  const why = lookups.unusable;
  budget.end(none ?? { kind: 'lookups-unusable', ...(why === undefined ? {} : { why }) });
}

/**
 * Ends the run where the valid request was refused and it is known whose fault that is: a permission
 * without which nothing works, or a setting that names something which lookups do not show.
 */
export async function endForFixture(scene: Scene): Promise<void> {
  const { knowledge, subject, budget } = scene.run;
  const { permission, fixtureRefusal: said, isFixtureAccepted, isMadeAccepted } = knowledge;
  if (isOver(scene.run) || isFixtureAccepted) return;
  if (permission !== undefined && !isMadeAccepted) {
    budget.end({ kind: 'permission', ...permission });
    return;
  }
  if (said === undefined) return;
  const { ground } = subject.effect;
  const [first = '', ...others] = ground.settings;
  if (ground.known().missing) {
    budget.end({ kind: 'fixture-wrong', settings: [first], said });
  } else if (isMadeAccepted && !(await ground.isSeen(meansOf(scene)))) {
    budget.end({ kind: 'fixture-wrong', settings: others, said });
  }
}
