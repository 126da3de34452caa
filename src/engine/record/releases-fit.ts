import type { Envelope } from '../../binding/binding.js';
import { isObject } from '../../json/json-value.js';
import { readJson } from '../../json/read-json.js';
import { saidIn } from '../../judge/answer.js';
import type { Note } from '../../record/ending.js';
import { fittingReleases } from '../../record/fitting-releases.js';
import type { SeenAnswer } from '../../record/fitting-releases.js';
import type { Profile } from '../../record/profile.js';
import type { CaseResult } from '../../record/record.js';
import type { Tools } from '../run.js';

/** Answers above this many bytes tell nothing of a release: they are not whole in a record. */
const MOST_BYTES = 65_536;

/**
 * What came back in the cases by which the releases of a profile are told apart.
 *
 * @param results - with whole exchanges
 */
function seenAnswers(
  profile: Profile,
  results: readonly CaseResult[],
  envelope: Envelope,
): SeenAnswer[] {
  const wanted = new Set(
    profile.manners.map((manner) => `${manner.endpoint}/${manner.case ?? ''}`),
  );
  return results.flatMap(({ endpoint, id, exchanges }) => {
    if (!wanted.has(`${endpoint}/${id}`)) return [];
    const exchange = exchanges.findLast(({ purpose, answer }) => purpose === 'request' && answer);
    const text = exchange?.answer?.body ?? '';
    const reading = text.length > MOST_BYTES ? undefined : readJson(text);
    if (exchange === undefined || reading?.ok !== true || !isObject(reading.value)) return [];
    const body = envelope.read(reading.value);
    const said = saidIn(body, envelope);
    return [{ endpoint, case: id, said, members: Object.keys(body), evidence: exchange.n }];
  });
}

/**
 * Which releases fit what came back, of each family of which none was chosen.
 *
 * @param seen - outside of cases
 */
export function releasesFit(
  profiles: readonly Profile[],
  { declarations, binding }: Pick<Tools, 'declarations' | 'binding'>,
  results: readonly CaseResult[],
  seen: readonly SeenAnswer[],
): Note[] {
  return undeclared(profiles, declarations).flatMap((profile) => {
    const answers = [...seenAnswers(profile, results, binding.envelope), ...seen];
    const fit = fittingReleases(profile, answers);
    return fit === undefined ? [] : [{ kind: 'releases-fit', ...fit } as const];
  });
}

/** The profiles of the families of which no release was chosen. */
export function undeclared(
  profiles: readonly Profile[],
  { releases }: Pick<Tools['declarations'], 'releases'>,
): readonly Profile[] {
  return profiles.filter(({ family }) => releases[family] === undefined);
}
