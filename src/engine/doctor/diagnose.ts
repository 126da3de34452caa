import type { Probed } from '../../http/probe.js';
import type { Check } from '../../record/diagnosis.js';
import type { Profile } from '../../record/profile.js';
import { openBudget } from '../pace/budget.js';
import { endAtStranger, endShutOut } from '../preflight/endings.js';
import { forecast } from '../pace/forecast.js';
import type { JudgedEndpoint } from '../judged-endpoint.js';
import { newRun, newTools } from '../new-run.js';
import type { RunOptions } from '../new-run.js';
import { arrive, openLookups, preflightScene } from '../preflight/preflight.js';
import { isOver } from '../run.js';
import type { SessionOptions } from '../session-options.js';
import { fairWeather } from '../pace/weather.js';
import { withoutSecrets } from '../exchange/without-secrets.js';
import { checkAddress } from './address.js';
import { checkClock } from './clock.js';
import { checkCredentials, lookAsEach } from './credentials.js';
import { checkFixture, fixtureInTheWay } from './fixture.js';
import { checkForecast } from './forecast.js';
import { checkLookups } from './lookups.js';
import { askEach, checkPermissions } from './permissions.js';
import { checkReleases } from './releases.js';
import { checkConfiguration, checkWrites } from './settings.js';
import { checkWay } from './way.js';
import { checkWeather } from './weather.js';

/** What a diagnosis is opened with. */
export interface DiagnosisOptions extends SessionOptions {
  /** Goes the way to the target, and sends nothing on it. */
  readonly way: () => AsyncIterable<Probed>;
}

/**
 * Looks at everything that a run rests on, in the order in which a run comes to it, and tells each
 * thing when it is known. To an endpoint that writes it sends only what names something that lookups
 * show to be absent. It is over at the first thing without which the next can't be seen.
 */
export async function* diagnose(options: DiagnosisOptions): AsyncGenerator<Check> {
  const { world, settings, profiles = [] } = options;
  const budget = openBudget(world, settings.maxRate);
  const startedAt = world.now();
  const { tools } = newTools(options, budget);
  const shared = { tools, budget, profiles, weather: fairWeather() };
  for await (const check of checks()) yield withoutSecrets(check, tools.redactor);

  async function* checks(): AsyncGenerator<Check> {
    yield checkConfiguration(tools, budget.ended());
    yield checkWrites(settings);
    if (budget.ended() !== undefined) return;
    for await (const check of checkWay(options.way(), settings, startedAt)) {
      yield check;
      if (check.result === 'wrong') return;
    }
    const durations: number[] = [];
    for (const endpoint of options.endpoints) {
      yield* checkEndpoint({ ...endpoint, ...shared }, startedAt, durations);
      if (budget.ended() !== undefined) return;
    }
    yield checkForecast(forecast(options.endpoints, settings, tools.binding), durations, settings);
  }
}

async function* checkEndpoint(
  options: RunOptions & Pick<JudgedEndpoint, 'effect'> & { readonly profiles: readonly Profile[] },
  startedAt: number,
  durations: number[],
): AsyncGenerator<Check> {
  const { profiles } = options;
  if (options.effect === undefined) return;
  const run = newRun(options, options.effect);
  await arrive(preflightScene(run));
  const scene = preflightScene(run);
  if (!isOver(run)) await openLookups(scene);
  endShutOut(scene);
  const asked = isOver(run) ? undefined : await lookAsEach(scene);
  endAtStranger(scene);
  const address = checkAddress(run);
  yield address;
  if (asked === undefined || isOver(run)) {
    if (address.result !== 'wrong') yield fixtureInTheWay(run) ?? checkWeather(run);
    return;
  }
  const unknown = await askEach(scene);
  for (const check of checkCredentials(run, asked, unknown)) {
    yield check;
    if (check.ends !== undefined) run.budget.end(check.ends);
  }
  if (isOver(run)) return;
  const permissions: Check[] = [];
  for await (const check of checkPermissions(scene, unknown)) {
    permissions.push(check);
    yield check;
  }
  yield checkClock(scene.trail, startedAt);
  if (!isOver(run)) yield* checkFixture(scene, permissions);
  yield checkLookups(run);
  yield checkWeather(run);
  yield* checkReleases(run, profiles);
  durations.push(...scene.trail.map(({ durationMs }) => durationMs));
}
