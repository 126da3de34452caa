import { execFile } from 'node:child_process';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordOf } from '../cli/record-of.js';
import { emptyFolder } from '../cli/run-product.js';
import { PAGES, readPage, ROOT } from './pages.js';

const call = promisify(execFile);

/** What a user's shell would have, without the variables of a target. */
const ENVIRONMENT = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(CMDB|BK)_|^npm_(?!config_)|^npm_config_(local_|global_)?prefix$/.test(name),
  ),
);

async function inFolder(cwd: string, command: string, ...args: string[]): Promise<string> {
  const { stdout } = await call(command, args, { cwd, env: ENVIRONMENT, encoding: 'utf8' });
  return stdout;
}

async function versionOfManifest(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? String(manifest.version) : '';
}

describe('the packed product, installed in an empty folder', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await emptyFolder();
    await inFolder(ROOT, 'npm', 'pack', '--ignore-scripts', '--pack-destination', folder);
    const [tarball = ''] = await readdir(folder);
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    const options = ['--prefer-offline', '--no-audit'];
    await inFolder(folder, 'npm', 'install', ...options, join(folder, tarball));
  });

  it('brings what it needs, and neither sources nor tests', async () => {
    const installed = join(folder, 'node_modules', 'cmdb-conformance');
    const names = await readdir(installed);
    for (const name of [
      'README.md',
      'README.zh.md',
      'LICENSE',
      'CHANGELOG.md',
      '.env.example',
      'schemas',
      'dist',
    ]) {
      expect(names).toContain(name);
    }
    for (const name of ['src', 'tests', 'reports', 'scripts', 'node_modules']) {
      expect(names).not.toContain(name);
    }
    const derived = await readdir(join(installed, 'schemas', 'add_instance_association'));
    expect(derived).toContain('types.d.ts');
    const proof = join(ROOT, 'docs', 'proof.json');
    const checkedIn = await readFile(proof, 'utf8').catch(() => undefined);
    const shipped = await readFile(join(installed, 'docs', 'proof.json'), 'utf8').catch(
      () => undefined,
    );
    expect(shipped).toBe(checkedIn);
  });

  it('brings what its pages lead to, except what is for those who work on it', async () => {
    const installed = join(folder, 'node_modules', 'cmdb-conformance');
    const missing = new Set<string>();
    for (const page of PAGES.flat()) {
      const links = readPage(page).links.filter((link) => !/^[a-z]+:/.test(link));
      for (const link of [page, ...links.map((path) => join(dirname(page), path))]) {
        const path = link.replace(/#.*$/, '');
        if ((await stat(join(installed, path)).catch(() => undefined)) === undefined) {
          missing.add(path);
        }
      }
    }
    expect([...missing].sort()).toEqual([
      'ARCHITECTURE.md',
      'CONTRIBUTING.md',
      'tests/conformance',
    ]);
  });

  it('does the main job', async () => {
    // Quick: rounds take nothing of the package that the cases do not.
    const args = ['run', '--effort', 'quick', '--lang', 'en'];
    const out = await inFolder(folder, 'npx', 'cmdb-conformance', ...args);
    expect(out).toContain('Conformant');
    const record = await recordOf(folder);
    expect(record.exitCode).toBe(0);
    expect(record.suite.version).toBe(await versionOfManifest());
  });
});

describe('a clone after npm ci', () => {
  it('has npx cmdb-conformance', async () => {
    const out = await inFolder(ROOT, 'npx', 'cmdb-conformance', '--version');
    expect(out.trim()).toBe(await versionOfManifest());
  });
});
