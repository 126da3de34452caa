import type { Lang } from '../../report/lang.js';
import { widthOf } from '../draw-rows.js';
import { listRequirements } from './requirements.js';

/** Prints every requirement with what it says, its line, its quote and its cases. */
export async function requirementsCommand(options: {
  readonly docs: string;
  readonly endpoint?: string;
  readonly json: boolean;
  readonly lang: Lang;
}): Promise<number> {
  const width = widthOf(process.stdout);
  process.stdout.write(`${await listRequirements({ ...options, width })}\n`);
  return 0;
}
