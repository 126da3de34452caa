// Draws docs/report.png, the picture in the README: the report of a run against a server that is
// wrong in one way. Needs no system package: the browser comes with @sparticuz/chromium. Beside it
// stands what it was drawn from, so that a test notices when it shows what is no longer true.
//   npm run build && npx cmdb-conformance prove --update && npm run picture
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import bundled from '@sparticuz/chromium';
import { chromium } from '@playwright/test';
import { PICTURE_FILE, PICTURE_SOURCE_FILE, pictureSourceText } from '../dist/cli/prove/picture.js';

const DEFECT = 'metadata-absent-accepted';
const root = fileURLToPath(new URL('..', import.meta.url));
const product = join(root, 'bin', 'cmdb-conformance.js');
const out = mkdtempSync(join(tmpdir(), 'cmdb-conformance-picture-'));
const server = spawn(process.execPath, [product, 'serve', '--defect', DEFECT], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  await run(await variables());
  await draw(join(root, PICTURE_FILE));
  writeFileSync(join(root, PICTURE_SOURCE_FILE), pictureSourceText(root));
} finally {
  server.kill();
  rmSync(out, { recursive: true, force: true });
}

/** The variables that `serve` prints. */
async function variables() {
  let text = '';
  for await (const piece of server.stdout) {
    text += piece;
    if (text.includes('CMDB_BIZ_ID')) break;
  }
  return Object.fromEntries(
    [...text.matchAll(/^export (\w+)='(.*)'$/gm)].map(([, name, value]) => [name, value]),
  );
}

function run(env) {
  return new Promise((resolve) => {
    const args = [product, 'run', '--lang', 'en', '--out', out];
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, cwd: out });
    child.on('close', resolve);
  });
}

async function draw(file) {
  const executablePath = await bundled.executablePath();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({
    viewport: { width: 1200, height: 980 },
    deviceScaleFactor: 1.5,
    locale: 'en-US',
  });
  await page.goto(pathToFileURL(join(out, 'conformance.html')).href);
  await page.screenshot({ path: file });
  await browser.close();
}
