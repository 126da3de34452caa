import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { caseList } from '../../cases/case-list.js';
import { derivedFiles } from '../../contract/derived-files.js';
import { type Erratum, staleErrata } from '../../contract/erratum.js';
import { DERIVED } from '../../contract/derived-names.js';
import type { DocumentFinding } from '../../document/finding.js';
import type { Quoted } from '../../document/quoted.js';
import { changedFiles, removeFile, staleFiles, writeFileAtomically } from './derived-folder.js';
import { contractOf, readDocuments } from './documents.js';
import type { Documents } from './documents.js';
import { exercised } from './exercised.js';
import { loadErrata } from '../declared/load-errata.js';
import { PROJECT } from '../project.js';

/** What `derive` takes. */
export interface DeriveOptions {
  /** Folder of the documents. */
  readonly docs: string;
  /** Folder of the derived files. */
  readonly out: string;
  /** True: write nothing, only tell. */
  readonly check: boolean;
}

/** What `derive` found and did. `--check` fails when `stale`, `unaccounted` or
 * `staleErrata` holds anything. */
export interface Derived {
  /** With `check`: files that differ from the documents, sorted by name. */
  readonly stale: readonly {
    /** Relative to `out`, with forward slashes. */
    readonly file: string;
    readonly why: 'missing' | 'differs' | 'left over';
  }[];
  /** Text that nothing explains. A rule may stand in it, so it is never passed over. */
  readonly unaccounted: readonly (Quoted & { readonly path: string })[];
  /** Errata whose documents no longer say what they quote. */
  readonly staleErrata: readonly Erratum[];
  readonly findings: readonly (DocumentFinding & { readonly path: string })[];
  /** Files written, relative to `out`, with forward slashes. */
  readonly written: readonly string[];
  /** Files removed, since nothing yields them any more; in the same form. */
  readonly removed: readonly string[];
}

/**
 * Derives schemas, types, requirements and cases from documents.
 *
 * @param options - the two folders, and whether to check only
 * @returns what is stale, unaccounted for, found wrong and written
 * @throws ConformanceError `usage` when a folder can't be read or written, or a document has a
 *   hole: no table, a broken one, no method or address
 */
export async function derive({ docs, out, check }: DeriveOptions): Promise<Derived> {
  const documents = await readDocuments(docs, projectOf(docs, out));
  const { contract, conventions, unaccounted } = documents;
  const files = await allFiles(documents);
  const changed = await changedFiles(out, files);
  const leftOver = await staleFiles(out, files, DERIVED);
  const findings = [
    ...contract.endpoints.flatMap((own) =>
      own.findings.map((finding) => ({ ...finding, path: own.document.path })),
    ),
    ...(conventions?.findings.map((f) => ({ ...f, path: conventions.path })) ?? []),
  ];
  const gone = staleErrata(loadErrata(join(dirname(resolve(docs)), 'errata.yaml')), (endpoint) =>
    textOf(join(docs, `${endpoint}.md`)),
  );
  if (check) {
    const more = leftOver.map((file) => ({ file, why: 'left over' as const }));
    const stale = [...changed, ...more].sort((a, b) => (a.file < b.file ? -1 : 1));
    return { stale, unaccounted, staleErrata: gone, findings, written: [], removed: [] };
  }
  for (const { file } of changed) await writeFileAtomically(out, file, files.get(file) ?? '');
  for (const file of leftOver) await removeFile(out, file);
  const written = changed.map(({ file }) => file);
  return { stale: [], unaccounted, staleErrata: gone, findings, written, removed: leftOver };
}

/** The text of a document; undefined where there is none. */
function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** The text of each file by its name below `out`. */
async function allFiles(documents: Documents): Promise<ReadonlyMap<string, string>> {
  const { contract, conventions, sha256 } = documents;
  const files = await derivedFiles(contract, conventions, sha256);
  for (const { subject, effect } of exercised(contractOf(documents))) {
    const { outline } = subject;
    const text = caseList(subject, effect.cases(outline), effect.thing);
    files.set(`${outline.endpoint}/cases.json`, text);
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The product's own documents have the same paths wherever what they yield is written. */
function projectOf(docs: string, out: string): string {
  return relative(PROJECT, resolve(docs)).startsWith('..') ? dirname(resolve(out)) : PROJECT;
}
