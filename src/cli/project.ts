import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the product: where `docs/`, `schemas/` and `package.json` are. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** The product's version, from its `package.json`. */
export function productVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(`${PROJECT}/package.json`, 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    return String(manifest.version);
  }
  return 'unknown';
}
