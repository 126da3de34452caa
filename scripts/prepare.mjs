// Builds `dist/` after `npm ci` and before packing, and makes `npx cmdb-conformance` work in a
// clone: npm links the commands of dependencies, but not those of the project itself.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
if (existsSync(tsc)) {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
    stdio: 'inherit',
  });
  const bin = join(root, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  if (process.platform === 'win32') {
    writeFileSync(
      join(bin, 'cmdb-conformance.cmd'),
      '@node "%~dp0\\..\\..\\bin\\cmdb-conformance.js" %*\r\n',
    );
  } else {
    rmSync(join(bin, 'cmdb-conformance'), { force: true });
    symlinkSync('../../bin/cmdb-conformance.js', join(bin, 'cmdb-conformance'));
  }
}
