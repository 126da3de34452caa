import { access, constants } from 'node:fs/promises';
import bundled from '@sparticuz/chromium';
import { type Browser, chromium } from '@playwright/test';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/**
 * Starts a real browser: the one that `CHROMIUM_PATH` names, else the one inside the npm package
 * `@sparticuz/chromium` (no system package and no download are needed), else one of the system.
 *
 * @throws Error that says how to get one, when none can be started
 */
export async function launchBrowser(): Promise<Browser> {
  const tried: string[] = [];
  for (const candidate of candidates()) {
    try {
      const executablePath = await candidate();
      await access(executablePath, constants.X_OK);
      return await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    } catch (error) {
      tried.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  throw new Error(
    `No browser could be started:\n${tried.map((why) => `  - ${why}\n`).join('')}` +
      '  → Run `npm ci` with development dependencies, which brings @sparticuz/chromium, or set ' +
      'CHROMIUM_PATH to a Chromium or Chrome.',
  );
}

function candidates(): (() => Promise<string>)[] {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return [() => Promise.resolve(named)];
  return [
    () => bundled.executablePath(),
    ...SYSTEM_BROWSERS.map((path) => () => Promise.resolve(path)),
  ];
}
