import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProofSummary } from '../../report/proof.js';
import { PROJECT } from '../project.js';

/** The checked-in summary of the proof, written by `prove`. */
export const PROOF_FILE = join(PROJECT, 'docs', 'proof.json');

/** Reads the summary of the proof; undefined where there is none. */
export async function readProofSummary(): Promise<ProofSummary | undefined> {
  const text = await readFile(PROOF_FILE, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  return isProofSummary(value) ? value : undefined;
}

function isProofSummary(value: unknown): value is ProofSummary {
  if (typeof value !== 'object' || value === null) return false;
  const numbers = ['defects', 'caught', 'variants', 'blamed'];
  const members = new Map<string, unknown>(Object.entries(value));
  return (
    numbers.every((name) => typeof members.get(name) === 'number') &&
    typeof members.get('suiteHash') === 'string'
  );
}
