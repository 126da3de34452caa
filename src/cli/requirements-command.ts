import type { Lang } from '../report/lang.js';
import { ALL_CASES } from '../cases/all-cases.js';
import { widthOf } from './draw-rows.js';
import { listRequirements } from './requirements.js';

/** Prints every requirement with what it says, its line, its quote and its cases. */
export async function requirementsCommand(options: {
  readonly docs: string;
  readonly json: boolean;
  readonly lang: Lang;
}): Promise<number> {
  const casesOf = (id: string): readonly string[] =>
    ALL_CASES.filter((entry) => entry.requirements.includes(id)).map((entry) => entry.id);
  const width = widthOf(process.stdout);
  process.stdout.write(`${await listRequirements({ ...options, casesOf, width })}\n`);
  return 0;
}
