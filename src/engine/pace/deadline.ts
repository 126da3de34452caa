import { declare } from '../../record/declarations.js';
import { allFindings } from '../journal.js';
import { isOver } from '../run.js';
import type { Run } from '../run.js';

const CLEANING_MS = 8000;
const AGAIN_MS = 1000;
/** Milliseconds lost on failed exchanges that no right server costs. */
const MUCH_LOST_MS = 10_000;

/** What a deadline looks at. */
export type Watched = Pick<Run, 'journal' | 'weather' | 'budget'> & {
  readonly subject: {
    readonly outline: Pick<Run['subject']['outline'], 'endpoint' | 'requirements'>;
  };
  readonly tools: {
    readonly settings: Pick<Run['tools']['settings'], 'wrongTargetMs'>;
    readonly world: Pick<Run['tools']['world'], 'after'>;
    readonly declarations: Run['tools']['declarations'];
  };
};

/**
 * Ends a run that lasts too long, unless nothing is wrong with the server but that it is slow.
 *
 * @returns calls it off
 */
export function keepDeadline(run: Watched): () => void {
  const { settings, world } = run.tools;
  const look = (): void => {
    if (isOver(run)) return;
    if (isWrong(run)) run.budget.stop({ kind: 'slow-and-wrong' }, CLEANING_MS);
    else callOff = world.after(AGAIN_MS, look);
  };
  let callOff = world.after(settings.wrongTargetMs, look);
  return () => {
    callOff();
  };
}

function isWrong({ journal, weather, subject, tools }: Watched): boolean {
  if (weather.lostMs >= MUCH_LOST_MS) return true;
  const { endpoint, requirements } = subject.outline;
  const musts = new Set(requirements.filter(({ level }) => level === 'must').map(({ id }) => id));
  return allFindings(journal).some(
    (finding) =>
      finding.status === 'failed' &&
      musts.has(finding.requirement) &&
      declare(endpoint, finding, tools.declarations).status === 'failed',
  );
}
