import type { Answer } from '../judge/answer.js';
import type { Note } from '../record/ending.js';
import { meansOf } from './means.js';
import type { Scene } from './run.js';
import { identitiesOf } from './valid-request.js';

/** What came of a survey. */
export interface Surveyed {
  readonly answer: Answer;
  /** What is to be told of it, where the target can be used at all. */
  readonly notes: readonly Note[];
}

/**
 * Learns what the settings name, by the first identity that is not refused: an identity that ran out
 * says nothing of the fixture.
 */
export async function survey(scene: Scene): Promise<Surveyed> {
  const { ground } = scene.run.subject.effect;
  const [usual, ...others] = identitiesOf(scene.run);
  const ask = async (by = usual): Promise<Surveyed> => {
    const notes: Note[] = [];
    const means = { ...meansOf(scene, by), note: (note: Note) => notes.push(note) };
    return { answer: await ground.survey(means), notes };
  };
  let surveyed = await ask();
  for (const by of others) {
    if (surveyed.answer.kind === 'refused') surveyed = await ask(by);
  }
  return surveyed;
}
