import { CommanderError } from 'commander';
import { EXIT_CODES } from '../record/exit-code.js';
import { guardOutput } from './guard-output.js';
import { keepInert } from './keep-inert.js';
import { languageOf } from './language.js';
import { openProgram } from './program.js';
import { tellError } from './tell-error.js';

/**
 * The command line. Sets the exit code of the process and prints errors without a stack trace.
 *
 * @param argv - as `process.argv`
 */
export async function main(argv: readonly string[]): Promise<void> {
  const streams = [process.stdout, process.stderr];
  const outputProblem = guardOutput(streams);
  keepInert(streams);
  let lang = languageOf(process.env);
  try {
    await openProgram((chosen) => (lang = chosen)).parseAsync([...argv]);
    const problem = outputProblem();
    if (problem !== undefined) throw problem;
  } catch (error) {
    // commander has printed its message; its own code is 1, ours for wrong usage is 2.
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : EXIT_CODES.usage;
    } else process.exitCode = tellError(error, lang);
  }
}
