import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyOf, inShort } from '../../../src/record/history/history.js';
import { drawHistory } from '../../../src/report/history/draw-history.js';
import { launchBrowser } from '../../browser.js';
import { aHostileRecord } from '../a-hostile-record.js';
import { aMixedRecord, aRecord } from '../a-record.js';
import { ACTING, HOSTILE, LONE_SURROGATE } from '../hostile.js';

const mixed = aMixedRecord();
const passed = mixed.requirements.map((one) => ({ ...one, status: 'passed' as const }));
const HISTORY = historyOf([
  inShort('first', aRecord({ startedAt: '2026-01-01T00:00:00.000Z', requirements: passed })),
  inShort('second', mixed),
  inShort(HOSTILE, { ...aHostileRecord(), startedAt: '2026-12-01T00:00:00.000Z' }),
]);

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'history-'));
  await writeFile(join(folder, 'history.html'), drawHistory(HISTORY, 'en'));
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

describe('history.html', () => {
  it.each(['en', 'zh'] as const)('lets no text of a record act (%s)', (lang) => {
    const text = drawHistory(HISTORY, lang).replace(/[\n\t]/g, ' ');
    expect(text).not.toMatch(ACTING);
    expect(text).not.toMatch(LONE_SURROGATE);
    expect(text).not.toContain('<img');
    expect(text.length).toBeLessThan(1_000_000);
  });

  it.each([390, 1280])('is read, filtered and no wider than the window: %i', async (width) => {
    const page = await browser.newPage({ locale: 'en-US', viewport: { width, height: 900 } });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(join(folder, 'history.html')).href);
    expect(await page.locator('.chart').count()).toBe(2);
    const rows = page.locator('.history:visible');
    const row = page.locator('.history', { hasText: 'request.bk_inst_id.required' }).first();
    expect(await row.innerText()).toContain('broken: second');
    const all = await rows.count();
    await page.locator('select[name=category]').selectOption('changed');
    expect(await rows.count()).toBeGreaterThan(0);
    await page.locator('input[name=text]').fill('nothing has these words');
    expect(await rows.count()).toBe(0);
    await page.locator('[data-clear]').click();
    expect(await rows.count()).toBe(all);
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    expect(
      await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
    ).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
