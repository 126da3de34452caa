import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '../../record/record.js';
import type { Lang } from '../../report/lang.js';
import { readRecord } from '../../report/read-record.js';
import { redrawnSentence, VERIFIED } from '../../report/sentences/statement.js';
import { oneLine } from '../../report/visible.js';
import { writeReports } from '../../report/write/write-reports.js';
import type { Text } from '../../text.js';
import { productVersion } from '../project.js';
import { readProofSummary } from '../run/proof-file.js';
import { readWhole } from '../file/read-whole.js';
import { compareFiles, type Manifest, readManifest, SIGNATURE } from './manifest.js';
import { redrawVerdicts } from './redrawn-verdicts.js';
import { isSignedBy } from './signature.js';

/**
 * Checks a statement: each file against the manifest, the manifest against its signature, every report
 * and every verdict against the exchanges of the record.
 *
 * @param options - `key`: the signer's public key
 * @returns the exit code: 0 where it holds, 1 where it does not
 * @throws ConformanceError `usage` where there is no statement, or the key can't be used
 */
export async function verifyCommand(
  folder: string,
  options: { readonly key?: string; readonly lang: Lang },
): Promise<number> {
  const { manifest, bytes } = readManifest(folder);
  const wrong = [...tamperedWith(folder, manifest), ...unlikeSignature(folder, bytes, options.key)];
  const notes: Text[] = [];
  // What is not what it was is not read further: a record may be anything then.
  if (wrong.length === 0) {
    const record = await readRecord(join(folder, 'results.json'));
    const why = redrawnSentence(await redrawVerdicts(record));
    const isOurs = manifest.version === productVersion();
    const others = isOurs ? await otherReports(folder, record, manifest) : [];
    wrong.push(...(why === undefined ? [] : [why]), ...others);
    if (!isOurs) notes.push(VERIFIED.reportsNotDrawn(manifest.version));
    notes.push(signatureNote(folder, options.key));
    const isRight = why === undefined && others.length === 0;
    if (isRight) notes.unshift(VERIFIED.holds(manifest.files.length));
  }
  for (const text of [...wrong, ...notes]) {
    process.stdout.write(`${oneLine(text[options.lang], 2000)}\n`);
  }
  return wrong.length === 0 ? 0 : 1;
}

function tamperedWith(folder: string, manifest: Manifest): Text[] {
  const { changed, missing, unlisted } = compareFiles(folder, manifest);
  return [
    ...(changed.length > 0 ? [VERIFIED.changed(changed)] : []),
    ...(missing.length > 0 ? [VERIFIED.missing(missing)] : []),
    ...(unlisted.length > 0 ? [VERIFIED.unlisted(unlisted)] : []),
  ];
}

function unlikeSignature(folder: string, manifest: Buffer, key: string | undefined): Text[] {
  if (key === undefined) return [];
  const path = join(folder, SIGNATURE);
  if (!existsSync(path)) return [VERIFIED.unsigned];
  const signature = readWhole(path, 65_536).toString('utf8');
  return isSignedBy(manifest, signature, key) ? [] : [VERIFIED.unlikeKey];
}

function signatureNote(folder: string, key: string | undefined): Text {
  if (key !== undefined) return VERIFIED.signed;
  return existsSync(join(folder, SIGNATURE)) ? VERIFIED.keyNotGiven : VERIFIED.notSigned;
}

/** Draws the reports once more, and compares them to the byte. */
async function otherReports(
  folder: string,
  record: RunRecord,
  { lang }: Manifest,
): Promise<Text[]> {
  const out = await mkdtemp(join(tmpdir(), 'cmdb-conformance-'));
  try {
    const proof = await readProofSummary();
    const drawn = await writeReports(record, { out, lang, ...(proof && { proof }) });
    const others: string[] = [];
    for (const path of drawn) {
      const name = path.slice(out.length + 1);
      const there = await readFile(join(folder, name)).catch(() => Buffer.from(''));
      if (!there.equals(await readFile(path))) others.push(name);
    }
    return others.length === 0 ? [] : [VERIFIED.otherReports(others)];
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
