import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drawComparisonHtml } from '../../../src/report/comparison/html/draw-html.js';
import { launchBrowser } from '../../browser.js';
import { aHostileComparison, aRewordedComparison, aWorseComparison } from './a-comparison.js';

let browser: Browser;
let folder: string;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'html-'));
  for (const [name, drawn] of Object.entries({
    worse: aWorseComparison(),
    reworded: aRewordedComparison(),
    hostile: aHostileComparison(),
  })) {
    await writeFile(
      join(folder, `${name}.html`),
      drawComparisonHtml(drawn.comparison, drawn, 'en'),
    );
  }
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});

async function open(name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ locale: 'en-US', ...options });
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) complaints.push(request.url());
  });
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  return page;
}

describe('comparison.html in a browser', () => {
  it('shows both exchanges side by side, what differs marked', async () => {
    const page = await open('worse');
    expect(await page.locator('h1').innerText()).toBe('Worse');
    const row = page.locator('.change', { hasText: 'permission' }).first();
    await row.locator('> details > summary').click();
    const sides = row.locator('.sides').first().locator('.side');
    expect(await sides.nth(0).locator('mark').allInnerTexts()).toEqual(['  "permission": null,']);
    expect(await sides.nth(1).locator('mark').count()).toBe(0);
    await page.close();
  });

  it('shows in the row what words were and are, with what differs marked', async () => {
    const page = await open('reworded');
    const said = page.locator('.change .wording-side');
    expect(await said.allTextContents()).toEqual(['−it is done', '+it is made']);
    expect(await said.locator('mark').allInnerTexts()).toEqual(['done', 'made']);
    await page.close();
  });

  it('is filtered by severity, and by who changed', async () => {
    const page = await open('worse');
    const rows = page.locator('.change:visible');
    const all = await rows.count();
    await page.locator('.chip[data-verdict=risky]').click();
    const risky = await rows.count();
    expect(risky).toBeGreaterThan(0);
    expect(risky).toBeLessThan(all);
    await page.locator('select[name=level]').selectOption('document');
    expect(await rows.count()).toBe(0);
    await page.locator('[data-clear]').click();
    expect(await rows.count()).toBe(all);
    await page.close();
  });

  it('speaks Chinese', async () => {
    const page = await open('worse');
    await page.locator('[data-lang-button=zh]').click();
    expect(await page.locator('h1').innerText()).toBe('变差');
    expect(await page.locator('svg[data-label-zh]').getAttribute('aria-label')).toContain('通过');
    await page.close();
  });

  it('is whole without its script', async () => {
    const page = await open('worse', { javaScriptEnabled: false });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    const row = page.locator('.change').first();
    await row.locator('summary').first().click();
    expect(await row.locator('.side').first().isVisible()).toBe(true);
    await page.close();
  });

  it.each([390, 1280])('is never wider than the window: %i', async (width) => {
    for (const name of ['worse', 'hostile']) {
      const page = await open(name, { viewport: { width, height: 900 } });
      await page.evaluate(
        'for (const one of document.querySelectorAll("details")) one.open = true',
      );
      const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(over, name).toBeLessThanOrEqual(0);
      expect(await page.evaluate('window.hacked')).toBeUndefined();
      await page.close();
    }
  });
});
