import { Command, Option } from '@commander-js/extra-typings';
import { SEVERITIES } from '../record/comparison/comparison.js';
import type { Lang } from '../report/lang.js';
import { RUNS_FOLDER } from './comparison/run-names.js';
import { EXIT_CODES_HELP, STATEMENT_VERIFY_HELP } from './exit-codes-help.js';
import { languageOf } from './language.js';
import { PROJECT, productVersion } from './project.js';

/**
 * Describes every command and its options. An action loads its command, which takes longer than all
 * else, and sets the exit code of the process.
 *
 * @param speak - hears of the language that was chosen, before the command does anything
 */
export function openProgram(speak: (lang: Lang) => void): Command {
  const program = new Command('cmdb-conformance')
    .description('Contract tests and conformance verdicts for the BlueKing CMDB HTTP API')
    .version(productVersion())
    .exitOverride()
    .enablePositionalOptions()
    .showHelpAfterError('(--help shows what there is)')
    .addHelpText('after', EXIT_CODES_HELP.run);

  program
    .command('run')
    .description('run the suite and write reports; without CMDB_BASE_URL against the embedded CMDB')
    .option('--base-url <url>', 'where the ESB is, instead of CMDB_BASE_URL')
    .option('--out <folder>', 'where the reports go (default: reports)')
    .option(
      '--only <what>',
      'a category, requirement id or case id, also as <endpoint>/<id>; repeatable',
      collect,
    )
    .option(
      '--endpoint <name>',
      'judge this endpoint instead of those of the documents that are not ours; repeatable',
      collect,
    )
    .addOption(fixtureOption())
    .addOption(effortOption('full: each case, and rounds of refusals; quick: each case once'))
    .option('--release <id>', 'declare what is known of this release of CMDB, as in cmdb-3.12')
    .option('--esb <id>', 'declare what is known of this generation of the ESB: a, b, c, d')
    .option(
      '--waivers <file>',
      'accept the failures in this file (default: cmdb-conformance.waivers.yaml, if it is there)',
    )
    .option('--timeout <seconds>', 'time for one exchange in all (default: 15)')
    .option(
      '--strict',
      'a failed recommendation, or what is declared and did not occur, makes the run nonconformant',
    )
    .option('--insecure', 'leave TLS certificates unverified; every report shows it')
    .option('--redact-users', 'hide user names too')
    .option('--dry-run', 'print every request that would be sent, and send none to the target')
    .option('--json', 'only the record on standard output, progress on standard error')
    .option('--name <name>', 'keep the record under this name, to be compared')
    .option('--runs-dir <folder>', 'where named runs are kept', RUNS_FOLDER)
    .addOption(langOption('console and summary'))
    .action(async ({ only = [], endpoint = [], ...given }) => {
      const { strict, insecure, redactUsers, dryRun, json, ...rest } = given;
      const { runCommand } = await import('./run/run-command.js');
      process.exitCode = await runCommand({
        ...rest,
        only,
        endpoints: endpoint,
        strict: strict === true,
        insecure: insecure === true,
        redactUsers: redactUsers === true,
        dryRun: dryRun === true,
        json: json === true,
      });
    });

  program
    .command('doctor')
    .description('look in a minute whether a run can go ahead, and what to mend first')
    .option('--base-url <url>', 'where the ESB is, instead of CMDB_BASE_URL')
    .option('--endpoint <name>', 'for a run that judges this endpoint; repeatable', collect)
    .addOption(fixtureOption())
    .addOption(effortOption('of the run that is foretold'))
    .option('--timeout <seconds>', 'time for one exchange in all (default: 15)')
    .option('--insecure', 'leave TLS certificates unverified')
    .option('--redact-users', 'hide user names too')
    .option('--json', 'the checks as JSON')
    .addOption(langOption('what is printed'))
    .action(async ({ endpoint = [], insecure, redactUsers, json, ...rest }) => {
      const { doctorCommand } = await import('./doctor-command.js');
      process.exitCode = await doctorCommand({
        ...rest,
        endpoints: endpoint,
        insecure: insecure === true,
        redactUsers: redactUsers === true,
        json: json === true,
      });
    });

  program
    .command('cleanup')
    .description('remove what a run that was killed or cut off left on the target')
    .argument('[ledger]', 'the ledger of that run (default: reports/ledger.jsonl)')
    .option('--older-than <time>', 'what carries the suite’s mark and is older, as 30m, 1h or 2d')
    .option('--yes', 'remove what is shown without asking')
    .option('--base-url <url>', 'where the ESB is, instead of CMDB_BASE_URL')
    .option('--insecure', 'leave TLS certificates unverified')
    .addOption(langOption('what is printed'))
    .action(async (ledger, { yes, insecure, lang = languageOf(process.env), ...rest }) => {
      const { cleanupCommand } = await import('./cleanup/cleanup-command.js');
      process.exitCode = await cleanupCommand({
        ...rest,
        ...(ledger === undefined ? {} : { ledger }),
        yes: yes === true,
        insecure: insecure === true,
        lang,
      });
    });

  program
    .command('serve')
    .description('start the embedded CMDB and print the variables to reach it')
    .option('--port <port>', 'where to listen (default: any free port)')
    .option('--host <host>', 'where to listen', '127.0.0.1')
    .option('--defect <id>', 'with this deliberate fault')
    .option('--variant <id>', 'unusual in this way, but right')
    .option(
      '--release <name>',
      'as this release of CMDB answers, with --esb: cmdb-3.4 to cmdb-3.14',
    )
    .option('--esb <generation>', 'behind this generation of the ESB: a, b or c')
    .option('--defects', 'list the deliberate faults and end')
    .option('--variants', 'list the unusual but right servers and end')
    .action(async ({ defects, variants, ...rest }) => {
      const { serveCommand } = await import('./serve/serve-command.js');
      process.exitCode = await serveCommand({
        ...rest,
        defects: defects === true,
        variants: variants === true,
        lang: languageOf(process.env),
      });
    });

  program
    .command('derive')
    .description('write schemas, types and requirements from the documents')
    .option('--docs <folder>', 'the documents', `${PROJECT}docs/api`)
    .option('--out <folder>', 'where the derived files go', `${PROJECT}schemas`)
    .option('--check', 'write nothing; list what is stale or unexplained')
    .addOption(langOption('what is printed'))
    .action(async ({ docs, out, check, lang = languageOf(process.env) }) => {
      const { deriveCommand } = await import('./document/derive-command.js');
      process.exitCode = await deriveCommand({ docs, out, check: check === true, lang });
    });

  program
    .command('requirements')
    .description('print every requirement with its line, its quote and its cases')
    .option('--docs <folder>', 'the documents', `${PROJECT}docs/api`)
    .option('--endpoint <name>', 'only this endpoint')
    .option('--json', 'as JSON')
    .addOption(langOption('what is printed'))
    .action(async ({ json, lang = languageOf(process.env), ...rest }) => {
      const { requirementsCommand } = await import('./document/requirements-command.js');
      process.exitCode = await requirementsCommand({ ...rest, json: json === true, lang });
    });

  program
    .command('report')
    .description('draw every report again from a record')
    .argument('<results.json>', 'the record')
    .option('--out <folder>', 'where the reports go (default: beside the record)')
    .addOption(langOption('the summary'))
    .action(async (path, { lang = languageOf(process.env), ...rest }) => {
      const { reportCommand } = await import('./run/report-command.js');
      process.exitCode = await reportCommand(path, { ...rest, lang });
    });

  program
    .command('runs')
    .description('list the runs that are kept (run --name)')
    .option('--runs-dir <folder>', 'where they are kept', RUNS_FOLDER)
    .option('--json', 'as JSON')
    .addOption(langOption('what is printed'))
    .action(async ({ runsDir, json, lang = languageOf(process.env) }) => {
      const { runsCommand } = await import('./comparison/runs-command.js');
      process.exitCode = await runsCommand({ runsDir, json: json === true, lang });
    });

  program
    .command('compare')
    .description('compare two runs: what changed, whom it hurts, and who changed')
    .argument('<before>', 'a run by its name, or the path of a results.json')
    .argument('<after>', 'the later one')
    .option('--runs-dir <folder>', 'where named runs are kept', RUNS_FOLDER)
    .option('--out <folder>', 'where the reports go', 'reports')
    .addOption(
      new Option('--fail-on <severity>', 'differences that are less grave count for nothing')
        .choices(SEVERITIES)
        .default('additive' as const),
    )
    .option('--accept <file>', 'YAML: differences that are expected')
    .option('--write-accept <file>', 'write all differences as such a file, to be gone through')
    .option('--rules <file>', 'YAML: further values that must differ, by pattern')
    .addOption(langOption('console and Markdown'))
    .action(async (before, after, { lang = languageOf(process.env), ...rest }) => {
      const { compareCommand } = await import('./comparison/compare-command.js');
      process.exitCode = await compareCommand(before, after, { ...rest, lang });
    });

  program
    .command('waive')
    .description('write waivers for what failed in a record, the reasons left to be filled in')
    .argument('<results.json>', 'the record')
    .option(
      '--out <file>',
      'the file; one that is there stays (default: cmdb-conformance.waivers.yaml)',
    )
    .option('--strict', 'for failed recommendations too')
    .addOption(langOption('the comments'))
    .action(async (path, { strict, lang = languageOf(process.env), ...rest }) => {
      const { waiveCommand } = await import('./declared/waive-command.js');
      process.exitCode = await waiveCommand(path, { ...rest, strict: strict === true, lang });
    });

  program
    .command('releases')
    .description('print what is known of releases of CMDB and of the ESB')
    .option('--from <id>', 'only what changes from this release …')
    .option('--to <id>', '… to this one')
    .option('--update', 'write docs/releases.md and docs/releases.zh.md')
    .addOption(langOption('what is printed'))
    .action(async ({ update, lang = languageOf(process.env), ...rest }) => {
      const { releasesCommand } = await import('./declared/releases-command.js');
      process.exitCode = releasesCommand({ ...rest, update: update === true, lang });
    });

  program
    .command('history')
    .description('draw the verdicts of many runs, and the run in which each change appeared first')
    .argument('[folder]', 'a folder of records', RUNS_FOLDER)
    .option('--out <folder>', 'where history.html goes', 'reports')
    .addOption(langOption('the page where its script does not run'))
    .action(async (folder, { lang = languageOf(process.env), ...rest }) => {
      const { historyCommand } = await import('./comparison/history-command.js');
      process.exitCode = await historyCommand(folder, { ...rest, lang });
    });

  const statement = program
    .command('statement')
    .description('make a folder to hand over: record, reports, documents, hashes, a signature')
    .argument('<record>', 'a run by its name, or the path of a results.json')
    .option('--out <folder>', 'a new folder', 'statement')
    .option('--runs-dir <folder>', 'where named runs are kept', RUNS_FOLDER)
    .option('--sign <file>', 'an Ed25519 private key in PEM: sign the manifest')
    .addOption(langOption('summary and page'))
    .action(async (record, { lang = languageOf(process.env), ...rest }) => {
      const { statementCommand } = await import('./statement/statement-command.js');
      process.exitCode = await statementCommand(record, { ...rest, lang });
    });

  // Its options stand before `verify`, those of `verify` after it.
  statement.enablePositionalOptions();
  statement
    .command('verify')
    .description('check a statement: its files, its signature, and every verdict once more')
    .argument('<folder>', 'the statement')
    .option('--key <file>', 'the public key of its signer, in PEM')
    .addOption(langOption('what is printed'))
    .addHelpText('after', STATEMENT_VERIFY_HELP)
    .action(async (folder, { lang = languageOf(process.env), ...rest }) => {
      const { verifyCommand } = await import('./statement/verify-command.js');
      process.exitCode = await verifyCommand(folder, { ...rest, lang });
    });

  program
    .command('docs-diff')
    .description('compare what two documents state: requirements added, removed and changed')
    .argument('<before.md>', 'the document of an endpoint')
    .argument('<after.md>', 'the later one')
    .option('--json', 'as JSON')
    .addOption(langOption('what is printed'))
    .action(async (before, after, { json, lang = languageOf(process.env) }) => {
      const { docsDiffCommand } = await import('./comparison/docs-diff-command.js');
      process.exitCode = docsDiffCommand(before, after, { json: json === true, lang });
    });

  program
    .command('prove')
    .description('run the suite against every deliberate fault and every unusual but right server')
    .option('--out <folder>', 'where proof.json and proof.html go', 'reports')
    .option('--only <id>', 'a defect, a variant, or sound; repeatable', collect)
    .option('--further', 'the further defects too, close relatives of the others')
    .addOption(effortOption('quick shows what a run without rounds would miss'))
    .option('--update', 'write the summary that README and reports show')
    .addOption(langOption('what is printed'))
    .action(async ({ only = [], further, update, lang = languageOf(process.env), ...rest }) => {
      const { proveCommand } = await import('./prove/prove-command.js');
      process.exitCode = await proveCommand({
        ...rest,
        only,
        further: further === true,
        update: update === true,
        lang,
      });
    });

  for (const [name, help] of Object.entries(EXIT_CODES_HELP)) {
    const command = program.commands.find((one) => one.name() === name);
    command?.addHelpText('after', help).exitOverride();
  }
  program.hook('preAction', (_, command) => {
    const lang: unknown = command.getOptionValue('lang');
    if (lang === 'zh' || lang === 'en') speak(lang);
  });
  return program;
}

/** Without a default of its own, so that what was given is known. */
function langOption(of: string) {
  return new Option('--lang <language>', `language of ${of} (default: the locale)`).choices([
    'zh',
    'en',
  ] as const);
}

function fixtureOption() {
  const what = 'auto: without CMDB_OBJ_ASST_ID, take the model association that the suite proposes';
  return new Option('--fixture <how>', what).choices(['auto'] as const);
}

function effortOption(what: string) {
  return new Option('--effort <effort>', what)
    .choices(['full', 'quick'] as const)
    .default('full' as const);
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
