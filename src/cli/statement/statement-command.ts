import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stringify } from 'yaml';
import { ConformanceError } from '../../error.js';
import type { RunRecord } from '../../record/record.js';
import type { Lang } from '../../report/lang.js';
import { readRecord } from '../../report/read-record.js';
import { redrawnSentence } from '../../report/sentences/statement.js';
import { drawStatement } from '../../report/statement/draw-statement.js';
import { writeFiles } from '../../report/write/write-files.js';
import { writeReports } from '../../report/write/write-reports.js';
import { findRecord } from '../comparison/run-names.js';
import { makeFolder } from '../file/make-folder.js';
import { productVersion, PROJECT } from '../project.js';
import { readProofSummary } from '../run/proof-file.js';
import { readWhole } from '../file/read-whole.js';
import { fileHash, MANIFEST, manifestText, SIGNATURE, STATEMENT_FORMAT } from './manifest.js';
import { redrawVerdicts, waiversOf } from './redrawn-verdicts.js';
import { signatureOf } from './signature.js';

/** The options of `statement`. */
export interface StatementOptions {
  readonly out: string;
  readonly runsDir: string;
  /** A private key. */
  readonly sign?: string;
  readonly lang: Lang;
}

/**
 * Makes a folder to hand over: the record, every report, the documents, what it means, and a manifest
 * with the hash of each file.
 *
 * @param argument - a run by its name, or the path of a record
 * @returns the exit code: 0
 * @throws ConformanceError `usage` for a record whose verdicts do not follow from its exchanges, a
 *   folder that is not empty, or a key that can't be used
 */
export async function statementCommand(
  argument: string,
  options: StatementOptions,
): Promise<number> {
  const { out, lang } = options;
  const record = await readRecord(findRecord(argument, options.runsDir));
  await refuseWhatDoesNotFollow(argument, record);
  refuseFull(out);
  // A key that can't be used is told before anything is written.
  if (options.sign !== undefined) signatureOf(Buffer.from(''), options.sign);
  makeFolder(out);
  const proof = await readProofSummary();
  const reports = await writeReports(record, { out, lang, ...(proof && { proof }) });
  const documents = record.suite.documents.map(({ path }) => ({
    path: join(out, path),
    draw: () => readWhole(join(PROJECT, path), 4 * 1024 * 1024).toString('utf8'),
  }));
  const profiles = Object.keys(record.target.releases ?? {}).map((family) => ({
    path: join(out, 'profiles', `${family}.yaml`),
    draw: () =>
      readWhole(join(PROJECT, 'profiles', `${family}.yaml`), 4 * 1024 * 1024).toString('utf8'),
  }));
  const waivers = waiversOf(record);
  const waived = { path: join(out, 'waivers.yaml'), draw: () => stringify({ waivers }) };
  const declared = waivers.length === 0 ? profiles : [...profiles, waived];
  const page = { path: join(out, 'statement.html'), draw: () => drawStatement(record, lang) };
  const written = [...reports, ...(await writeFiles([page, ...documents, ...declared]))];
  const files = written.map((path) => fileHash(out, relative(out, path).replaceAll('\\', '/')));
  const version = productVersion();
  const text = manifestText({ format: STATEMENT_FORMAT, version, lang, files });
  writeFileSync(join(out, MANIFEST), text);
  if (options.sign !== undefined) {
    writeFileSync(join(out, SIGNATURE), signatureOf(Buffer.from(text), options.sign));
  }
  const names = [...written, join(out, MANIFEST)];
  if (options.sign !== undefined) names.push(join(out, SIGNATURE));
  process.stdout.write(names.map((name) => `${name}\n`).join(''));
  return 0;
}

async function refuseWhatDoesNotFollow(argument: string, record: RunRecord): Promise<void> {
  const why = redrawnSentence(await redrawVerdicts(record));
  if (why === undefined) return;
  throw new ConformanceError(
    'usage',
    {
      en: `No statement is made of ${argument}. ${why.en}`,
      zh: `不能为 ${argument} 作出声明。${why.zh}`,
    },
    {
      en: 'Run again, and make a statement of that record.',
      zh: '请重新运行，并为新的记录作出声明。',
    },
  );
}

function refuseFull(out: string): void {
  if (!existsSync(out) || readdirSync(out).length === 0) return;
  throw new ConformanceError(
    'usage',
    { en: `The folder ${out} is not empty.`, zh: `目录 ${out} 非空。` },
    { en: 'Name a new one with --out.', zh: '请用 --out 指定一个新目录。' },
  );
}
