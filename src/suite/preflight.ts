import type { Text } from '../text.js';
import { makeLasting } from './experiment/lasting.js';
import { findAssociation } from './preflight/find-association.js';
import { whyFixtureIsTaken } from './preflight/fixture-taken.js';
import { isRefusedLikeAWrongSecret, openLookups } from './preflight/lookups.js';
import { makePairs } from './preflight/make-pairs.js';
import { openCreations, tryCreation } from './preflight/open-creations.js';
import { learnRefusals } from './preflight/refusals.js';
import { isOver } from './state.js';
import type { Scene, State } from './state.js';

/** Why a run can't be begun at all (exit code 4). */
export type Unreachable = 'no connection' | 'every identity refused';

/**
 * Learns what has to be known of a target before the first case: whether it is there, its mapping,
 * what is between the fixture's instances, how it refuses bad credentials, which identity it
 * accepts, whether created associations are found and deleted ones gone, and makes instances.
 *
 * @param slow - whether the target is to be asked several things at once, as far as known
 * @returns why no run is possible; undefined when it is
 */
export async function preflight(
  state: State,
  slow: () => boolean,
): Promise<Unreachable | undefined> {
  const scene: Scene = {
    state,
    slot: state.fixture,
    caseId: 'preflight',
    trail: state.housekeeping,
  };
  if (!(await findAssociation(scene))) return 'no connection';
  // A server that closes connections without saying so shows it now.
  await state.world.sleep(15);
  await openLookups(scene);
  await learnRefusals(scene);
  if (!state.lookups.used) {
    if (isRefusedLikeAWrongSecret(state)) return 'every identity refused';
    // What can't be found can't be removed either: nothing is created on such a target.
    const why = state.lookups.unusable ?? { en: 'no usable answer', zh: '没有可用的应答' };
    state.ended ??= {
      en: `lookups can’t be used, so that nothing is created: ${why.en}`,
      zh: `查询不可用，因此不创建任何数据：${why.zh}`,
    };
    return undefined;
  }
  state.fixtureTaken = await whyFixtureIsTaken(scene);
  if (state.fixtureTaken !== undefined) return openWithoutFixture(scene, slow, state.fixtureTaken);
  await openCreations(scene);
  const spare = await makePairs(scene, slow());
  const [made] = state.made;
  if (!state.fixtureAccepted && made !== undefined) {
    await tryCreation({ ...scene, slot: made }, state.identity);
  }
  if (spare !== undefined && !isOver(state)) await makeLasting(scene, spare);
  return undefined;
}

/** Does with pairs that the suite makes; where it can't make any, the run is over. */
async function openWithoutFixture(
  scene: Scene,
  slow: () => boolean,
  taken: Text,
): Promise<Unreachable | undefined> {
  const { state } = scene;
  const spare = await makePairs(scene, slow());
  const [made] = state.made;
  if (made === undefined) {
    state.ended ??= taken;
    return undefined;
  }
  await openCreations({ ...scene, slot: made });
  if (spare !== undefined && !isOver(state)) await makeLasting(scene, spare);
  return undefined;
}
