// Draws the pictures of README and guides: the report of a run against a server that is wrong in one
// way, and the pages of a rehearsed upgrade. Needs no system package: the browser comes with
// @sparticuz/chromium, the Chinese type with @fontsource-variable/noto-sans-sc. Beside the pictures
// stands what they were drawn from, so that a test notices when one shows what is no longer true.
//   npm run build && npx cmdb-conformance prove --update && npm run picture
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import bundled from '@sparticuz/chromium';
import { chromium } from '@playwright/test';
import { PICTURE_SOURCES_FILE, pictureSourcesText } from '../dist/cli/prove/picture.js';
import { serveEmbedded } from './serve-embedded.mjs';

const DEFECT = 'metadata-absent-accepted';
/** A message that changed by a word or two: the picture shows how that is marked. */
const DIFFERENCE = 'must be of type str or bytes';
const root = fileURLToPath(new URL('..', import.meta.url));
const product = join(root, 'bin', 'cmdb-conformance.js');
const out = mkdtempSync(join(tmpdir(), 'cmdb-conformance-picture-'));
try {
  await runDefect();
  await node([join(root, 'scripts', 'rehearsal.mjs'), '--out', join(out, 'rehearsal')]);
  await drawAll();
  writeFileSync(join(root, PICTURE_SOURCES_FILE), pictureSourcesText(root));
} finally {
  rmSync(out, { recursive: true, force: true });
}

/** The report of a run against a server that is wrong in one way. */
async function runDefect() {
  const server = await serveEmbedded(['--defect', DEFECT]);
  await node([product, 'run', '--lang', 'en', '--out', out], server.variables);
  await server.stop();
}

async function node(args, env = {}) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    cwd: out,
    stdio: 'ignore',
  });
  await once(child, 'close');
}

async function drawAll() {
  const browser = await chromium.launch({
    executablePath: await bundled.executablePath(),
    args: ['--no-sandbox'],
  });
  const upgrade = join(out, 'rehearsal', 'cmdb-3.9-to-cmdb-3.12', 'comparison.html');
  const history = join(out, 'rehearsal', 'history.html');
  await draw(browser, join(out, 'conformance.html'), 'en', 'report.png');
  for (const [lang, suffix] of [
    ['en', '.png'],
    ['zh', '.zh.png'],
  ]) {
    await draw(browser, upgrade, lang, `comparison${suffix}`);
    await draw(browser, upgrade, lang, `difference${suffix}`, (page) =>
      openRow(page, page.locator('li.change', { hasText: DIFFERENCE }).first()),
    );
    await draw(browser, history, lang, `history${suffix}`);
  }
  await browser.close();
}

/** Draws a page with Chinese type put into it; its policy, which lets in no other style, is put aside. */
async function draw(browser, file, lang, name, prepare) {
  const page = await browser.newPage({
    viewport: { width: 1200, height: 980 },
    deviceScaleFactor: 1.5,
    bypassCSP: true,
  });
  const html = readFileSync(file, 'utf8');
  const typed = file.replace(/\.html$/, '.typed.html');
  writeFileSync(
    typed,
    html.replace('</head>', () => `<style>${chineseType()} html { display: none }</style></head>`),
  );
  await page.goto(`${pathToFileURL(typed).href}?lang=${lang}`);
  // What was painted before its type is there stays as it was painted: nothing is, until then.
  await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((face) => face.load()));
    document.documentElement.style.display = 'block';
  });
  const clip = await prepare?.(page);
  await page.screenshot({ path: join(root, 'docs', name), ...(clip && { clip }) });
  await page.close();
}

/** Opens a row: what is shown of it, beginning with the row. */
async function openRow(page, row) {
  await row.locator('summary').first().click();
  await row.evaluate((element) => {
    window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 80);
  });
  const box = await row.boundingBox();
  return { ...box, height: Math.min(box.height, 880) };
}

/** The type that pages name for Chinese, with the files themselves in it. */
function chineseType() {
  const css = fileURLToPath(import.meta.resolve('@fontsource-variable/noto-sans-sc/index.css'));
  return readFileSync(css, 'utf8')
    .replaceAll("'Noto Sans SC Variable'", "'Noto Sans CJK SC'")
    .replace(/url\(\.\/(files\/[^)]+)\)/g, (_, path) => {
      const data = readFileSync(join(dirname(css), path)).toString('base64');
      return `url(data:font/woff2;base64,${data})`;
    });
}
