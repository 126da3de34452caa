// Builds `dist/` after `npm ci` and before packing, and makes `npx cmdb-conformance` work in a
// clone: npm links the commands of dependencies, but not those of the project itself.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isAbsolute, join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
// `npx` in a clone links the project into a cache of its own and prepares it once more; what is
// built may be in use then.
const isBuilt = process.env.npm_command === 'exec' && existsSync(join(root, 'dist'));
if (!existsSync(tsc)) {
  process.stderr.write('Building takes the development dependencies: npm ci --include=dev\n');
  process.exitCode = 1;
} else if (!isBuilt) {
  await build();
  link();
}

/** Whoever runs the product meanwhile finds the old build or the new one, never half of it. */
async function build() {
  const dist = join(root, 'dist');
  const draft = `${dist}.${process.pid}.tmp`;
  const old = `${dist}.${process.pid}.old.tmp`;
  try {
    // Options of tsc may follow, such as `--noCheck` where types are checked otherwise.
    const more = process.argv.slice(2);
    const args = [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', draft, ...more];
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (status !== 0) {
      process.exitCode = 1;
      return;
    }
    await bundle(draft);
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(draft, dist);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

/**
 * Puts the modules of the command into a few files: to load each by itself takes longer than many a
 * command does. They lie as deep as the rooms do, whose paths to the project they have.
 */
async function bundle(folder) {
  const { rolldown } = await import('rolldown');
  const command = await rolldown({
    input: {
      main: join(folder, 'cli', 'main.js'),
      worker: join(folder, 'cli', 'prove', 'worker.js'),
    },
    platform: 'node',
    external: (id) => !id.startsWith('.') && !isAbsolute(id),
    tsconfig: false,
  });
  await command.write({ dir: join(folder, 'command'), format: 'esm', minify: false });
  await command.close();
}

function link() {
  const bin = join(root, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  if (process.platform === 'win32') {
    writeFileSync(
      join(bin, 'cmdb-conformance.cmd'),
      '@node "%~dp0\\..\\..\\bin\\cmdb-conformance.js" %*\r\n',
    );
    return;
  }
  const command = join(bin, 'cmdb-conformance');
  const target = '../../bin/cmdb-conformance.js';
  if (targetOf(command) === target) return;
  rmSync(command, { force: true });
  symlinkSync(target, command);
}

function targetOf(path) {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
