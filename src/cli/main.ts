import { CommanderError } from 'commander';
import { Command, Option } from '@commander-js/extra-typings';
import { EXIT_CODES } from '../suite/exit-code.js';
import { deriveCommand } from './derive-command.js';
import { guardOutput } from './guard-output.js';
import { languageOf } from './language.js';
import { PROJECT, productVersion } from './project.js';
import { reportCommand } from './report-command.js';
import { requirementsCommand } from './requirements-command.js';
import { proveCommand } from './prove/prove-command.js';
import { runCommand } from './run-command.js';
import { serveCommand } from './serve-command.js';
import { tellError } from './tell-error.js';

const EXIT_CODE_HELP = `
Exit codes: 0 conformant · 1 nonconformant · 2 usage or configuration is wrong
            3 incomplete · 4 no connection, or every identity is refused · 5 the suite failed
Variables:  CMDB_BASE_URL, BK_APP_CODE, BK_APP_SECRET, … (README, .env.example)`;

/**
 * The command line. Sets the exit code of the process and prints errors without a stack trace.
 *
 * @param argv - as `process.argv`
 */
export async function main(argv: readonly string[]): Promise<void> {
  const outputProblem = guardOutput([process.stdout, process.stderr]);
  try {
    await program().parseAsync([...argv]);
    const problem = outputProblem();
    if (problem !== undefined) throw problem;
  } catch (error) {
    process.exitCode = report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) {
    // commander has printed its message; its own code is 1, ours for wrong usage is 2.
    return error.exitCode === 0 ? 0 : EXIT_CODES.usage;
  }
  return tellError(error);
}

function lang() {
  return new Option('--lang <language>', 'language of console and summary (default: the locale)')
    .choices(['zh', 'en'] as const)
    .default(languageOf(process.env), 'the locale');
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function program(): Command {
  const program = new Command('cmdb-conformance')
    .description('Contract tests and conformance verdicts for the BlueKing CMDB HTTP API')
    .version(productVersion())
    .exitOverride()
    .showHelpAfterError('(--help shows what there is)')
    .addHelpText('after', EXIT_CODE_HELP);

  program
    .command('run')
    .description('run the suite and write reports; without CMDB_BASE_URL against the embedded CMDB')
    .option('--base-url <url>', 'where the ESB is (CMDB_BASE_URL)')
    .option('--out <folder>', 'where the reports go', 'reports')
    .option('--only <what>', 'a category, requirement id or case id; repeatable', collect, [])
    .option('--timeout <seconds>', 'time for one exchange in all')
    .option('--strict', 'a failed recommendation counts too', false)
    .option('--insecure', 'leave TLS certificates unverified; every report shows it', false)
    .option('--redact-users', 'hide user names too', false)
    .option('--json', 'print only the record, on standard output', false)
    .addOption(lang())
    .addHelpText('after', EXIT_CODE_HELP)
    .action(async (options) => {
      process.exitCode = await runCommand(options);
    });

  program
    .command('serve')
    .description('start the embedded CMDB and print the variables to reach it')
    .option('--port <port>', 'default: any free port')
    .option('--host <host>', 'where to listen', '127.0.0.1')
    .option('--defect <id>', 'with one deliberate fault')
    .option('--variant <id>', 'unusual, but right')
    .option('--defects', 'list the deliberate faults', false)
    .option('--variants', 'list the unusual but right servers', false)
    .action(async (options) => {
      process.exitCode = await serveCommand(options);
    });

  program
    .command('derive')
    .description('write schemas, types and requirements from the documents')
    .option('--docs <folder>', 'the documents', `${PROJECT}docs/api`)
    .option('--out <folder>', 'where the derived files go', `${PROJECT}schemas`)
    .option('--check', 'write nothing; fail with a list when something is stale', false)
    .addOption(lang())
    .action(async (options) => {
      process.exitCode = await deriveCommand(options);
    });

  program
    .command('requirements')
    .description('print every requirement with its line, its quote and its cases')
    .option('--docs <folder>', 'the documents', `${PROJECT}docs/api`)
    .option('--json', 'as JSON', false)
    .addOption(lang())
    .action(async (options) => {
      process.exitCode = await requirementsCommand(options);
    });

  program
    .command('report')
    .description('draw every report again from a record')
    .argument('<results.json>', 'the record')
    .option('--out <folder>', 'where the reports go (default: beside the record)')
    .addOption(lang())
    .action(async (path, options) => {
      process.exitCode = await reportCommand(path, options);
    });

  program
    .command('prove')
    .description('run the suite against every deliberate fault and every unusual but right server')
    .option('--out <folder>', 'where proof.json and proof.html go', 'reports')
    .option('--only <id>', 'only this defect or variant; repeatable', collect, [])
    .option('--further', 'the further defects too, close relatives of the others', false)
    .option('--update', 'write the summary that README and reports show', false)
    .addOption(lang())
    .action(async (options) => {
      process.exitCode = await proveCommand(options);
    });

  for (const command of program.commands) command.exitOverride();
  return program;
}
