import { readdir, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import { emptyFolder } from '../cli/run-product.js';
import type { Ended } from '../cli/run-product.js';
import { buildImage, readDockerfile } from './build-image.js';
import type { Image } from './build-image.js';
import { ended } from './ended.js';

/** The user `node` of the base image. */
const NODE = 1000;

/** Installing and compiling take as long as they do on a machine that has more to do. */
const BUILD_MS = 400_000;

let image: Image;

beforeAll(async () => {
  image = await buildImage(await emptyFolder());
}, BUILD_MS);

/** Starts the entry point as `docker run` does; where the tests run as root, as the user of the image. */
function start(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { root, workdir, entrypoint } = image;
  const [program = '', ...first] = entrypoint;
  const bin = join(root, 'usr', 'local', 'bin');
  return ended(program, [...first, ...args], {
    cwd: join(root, workdir),
    env: {
      ...{ PATH: [bin, '/usr/bin', '/bin'].join(delimiter), HOME: '/nowhere', TMPDIR: '/nowhere' },
      ...env,
    },
    ...(process.getuid?.() === 0 ? { uid: NODE } : {}),
  });
}

async function filesOutsideWork(): Promise<string[]> {
  const names = await readdir(image.root, { recursive: true });
  return names.filter((name) => !name.startsWith('work/')).sort();
}

describe('the image of the Dockerfile', () => {
  it('has no rights, and holds neither sources nor what only tests need', async () => {
    const keywords = (await readDockerfile()).map((instruction) => instruction.getKeyword());
    expect(image.user).toBe('node');
    expect(keywords.slice(keywords.lastIndexOf('USER'))).toEqual(['USER', 'ENTRYPOINT']);
    const names = await readdir(join(image.root, 'app'));
    expect(names).toEqual(expect.arrayContaining(['bin', 'ci', 'dist', 'node_modules']));
    for (const name of ['src', 'tests', 'reports']) expect(names).not.toContain(name);
    const modules = await readdir(join(image.root, 'app', 'node_modules'));
    expect(
      modules.filter((name) => /^(@playwright|@sparticuz|typescript|vitest)$/.test(name)),
    ).toEqual([]);
  });

  it('knows its version', async () => {
    const manifest = await readFile(join(image.root, 'app', 'package.json'), 'utf8');
    const { out } = await start(['--version']);
    expect(out).not.toBe('');
    expect(manifest).toContain(`"version": "${out.trim()}"`);
  });

  it('runs, and writes below /work alone', async () => {
    const before = await filesOutsideWork();
    const embedded = await startEmbedded();
    const args = ['run', '--effort', 'quick', '--name', 'first'];
    const { code, err } = await start(args, embedded.settings);
    await embedded.close();
    expect({ code, err: err.includes('✗') }).toEqual({ code: 0, err: false });
    const written = await readdir(join(image.root, 'work'), { recursive: true });
    expect(written).toEqual(
      expect.arrayContaining(['reports/conformance.html', 'runs/first/results.json']),
    );
    expect(await filesOutsideWork()).toEqual(before);
  });
});
