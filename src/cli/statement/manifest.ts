import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ConformanceError } from '../../error.js';
import { oneLine } from '../../report/visible.js';
import type { Lang } from '../../report/lang.js';
import { readWhole } from '../file/read-whole.js';
import { schemaOf } from '../file/yaml-file.js';

/** Name and version of the manifest's form. */
export const STATEMENT_FORMAT = 'cmdb-conformance/statement@1';

/** Names of the two files that are about the others. */
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.json.sig';

const MAX_FILE = 256 * 1024 * 1024;

/** What a statement consists of. */
export interface Manifest {
  readonly format: typeof STATEMENT_FORMAT;
  /** Version of the suite that made it. */
  readonly version: string;
  readonly lang: Lang;
  readonly files: readonly FileHash[];
}

/** A file of a statement; its path has forward slashes. */
export interface FileHash {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The hash of a text or of bytes. */
export function hashOf(path: string, content: string | Uint8Array): FileHash {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * The hash of a file of a folder.
 *
 * @throws Error when it can't be read, or has more than 256 MB
 */
export function fileHash(folder: string, path: string): FileHash {
  const { size } = statSync(join(folder, path));
  if (size > MAX_FILE) throw new Error(`${path} has more than ${MAX_FILE} bytes`);
  return hashOf(path, readWhole(join(folder, path), size));
}

/** The text of a manifest: the same for the same files. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * Reads the manifest of a folder.
 *
 * @throws ConformanceError `usage` where there is none, or it has another form
 */
export function readManifest(folder: string): {
  readonly manifest: Manifest;
  readonly bytes: Buffer;
} {
  const path = join(folder, MANIFEST);
  try {
    const bytes = readWhole(path, 4 * 1024 * 1024);
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    const validate = schemaOf<Manifest>('statement/manifest.schema.json');
    if (validate(value)) return { manifest: value, bytes };
    throw new Error(
      `${validate.errors?.[0]?.instancePath ?? ''} ${validate.errors?.[0]?.message ?? ''}`,
    );
  } catch (cause) {
    const why = oneLine(cause instanceof Error ? cause.message : String(cause), 200);
    throw new ConformanceError(
      'usage',
      {
        en: `${path} is no manifest of a statement: ${why}.`,
        zh: `${path} 不是声明的清单：${why}。`,
      },
      {
        en: 'Give the folder that `npx cmdb-conformance statement` made, whole.',
        zh: '请提供 `npx cmdb-conformance statement` 生成的完整目录。',
      },
      cause,
    );
  }
}

/** What of a folder is not as its manifest says. */
export interface Tampered {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** Files that the manifest does not name. */
  readonly unlisted: readonly string[];
}

/** Compares each file of a folder with its manifest. */
export function compareFiles(folder: string, { files }: Manifest): Tampered {
  const listed = new Map(files.map((file) => [file.path, file]));
  const there = filesIn(folder).filter((path) => path !== MANIFEST && path !== SIGNATURE);
  const changed = there.filter((path) => {
    const wanted = listed.get(path);
    if (wanted === undefined) return false;
    try {
      return fileHash(folder, path).sha256 !== wanted.sha256;
    } catch {
      return true;
    }
  });
  return {
    changed,
    missing: [...listed.keys()].filter((path) => !there.includes(path)),
    unlisted: there.filter((path) => !listed.has(path)),
  };
}

function filesIn(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? filesIn(folder, path) : [path];
    })
    .sort();
}
