import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drawHtml } from '../../src/report/html/draw-html.js';
import { commandOf } from '../../src/report/evidence.js';
import { indexRecord } from '../../src/report/record-index.js';
import { launchBrowser } from '../browser.js';
import { anIgnoringRecord } from './a-caused-record.js';
import { aHostileRecord } from './a-hostile-record.js';
import { aMixedRecord, aRecord } from './a-record.js';
import { aFollowedRecord, aSeveralRecord, aWarnedRecord } from './a-grouped-record.js';

const PROOF = { defects: 9, caught: 9, variants: 4, blamed: 0, suiteHash: 'abcdef0123456789' };

let browser: Browser;
let folder: string;
const complaints: string[] = [];
const requests: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'html-'));
  const pages = {
    mixed: aMixedRecord(),
    hostile: aHostileRecord(),
    sound: aRecord(),
    html: aFollowedRecord(),
    warned: aWarnedRecord(),
    several: aSeveralRecord(),
    hostiles: aHostileRecord(true),
    caused: anIgnoringRecord(),
  };
  for (const [name, record] of Object.entries(pages)) {
    await writeFile(join(folder, `${name}.html`), drawHtml(record, { proof: PROOF }));
  }
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

afterEach(() => {
  const told = complaints.splice(0);
  const asked = requests.splice(0).filter((url) => !/^(file|data):/.test(url));
  expect(told).toEqual([]);
  expect(asked).toEqual([]);
});

async function open(name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ locale: 'en-US', ...options });
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => requests.push(request.url()));
  const [file = '', rest = ''] = name.split(/(?=[?#])/);
  await page.goto(pathToFileURL(join(folder, `${file}.html`)).href + rest);
  return page;
}

function overflow(page: Page): Promise<unknown> {
  return page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
}

/** Elements whose own text is cut off by a box that hides what is too wide for it. */
function clipped(page: Page): Promise<unknown> {
  return page.evaluate(
    `[...document.querySelectorAll('h1, h2, h3, .verdict, .tag, .chip, dd, .title, .id, .quote')]
      .filter((element) => element.getClientRects().length > 0)
      .filter((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const card = element.closest('.outcome, .failure, .rows, .callout') ?? document.body;
        return range.getBoundingClientRect().right > card.getBoundingClientRect().right + 1;
      })
      .map((element) => element.textContent.slice(0, 60))`,
  );
}

async function shownRows(page: Page): Promise<number> {
  return page.locator('.matrix .row:visible').count();
}

/** Opens a row, its first case and that case's first exchange. */
async function unfold(row: Locator): Promise<Locator> {
  await row.locator('> details > summary').click();
  await row.locator('.sub-case > summary').first().click();
  await row.locator('.exchange > summary').first().click();
  return row.locator('.exchange').first();
}

describe('conformance.html in a browser', () => {
  it('says the outcome in words', async () => {
    const page = await open('mixed');
    expect(await page.locator('h1').innerText()).toBe('Nonconformant');
    expect(await page.locator('.failure.c-failed').count()).toBe(2);
    expect(await page.locator('.failure').nth(1).innerText()).toContain('without bk_inst_id');
    await page.close();
  });

  it('names what failed and what warns above the fold, with a link to where it is told', async () => {
    const page = await open('mixed', { viewport: { width: 1280, height: 900 } });
    const reasons = page.locator('.outcome .reasons li');
    expect(await reasons.allInnerTexts()).toEqual([
      expect.stringContaining('code has its documented type'),
      expect.stringContaining('bk_inst_id is required'),
      expect.stringContaining('request_id is fresh per exchange'),
    ]);
    expect((await reasons.last().boundingBox())?.y).toBeLessThan(500);
    expect((await page.locator('#failures').boundingBox())?.y).toBeLessThan(900);
    await reasons.nth(2).locator('a').click();
    const card = page.locator('.failure:target');
    expect(await card.locator('h3').innerText()).toBe('request_id is fresh per exchange');
    expect(await card.getAttribute('class')).toContain('c-warning');
    await page.close();
  });

  it('tells failures before the counts, and can be gone through on a phone', async () => {
    const page = await open('mixed', { viewport: { width: 390, height: 844 } });
    const tops: number[] = [];
    for (const id of ['outcome', 'failures', 'warnings', 'unjudged', 'picture', 'matrix']) {
      tops.push((await page.locator(`#${id}`).boundingBox())?.y ?? Number.NaN);
    }
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    const links = page.locator('.top nav a');
    expect(await links.first().isVisible()).toBe(true);
    expect(await links.allInnerTexts()).toContain('What failed');
    await page.close();
  });

  it('tells a cause once, with what follows from it, and a shared reason once', async () => {
    const page = await open('html');
    expect(await page.locator('.failure').count()).toBe(1);
    expect(await page.locator('.failure h3').innerText()).toBe('The answer is JSON');
    expect(await page.locator('.failure .followers li li').count()).toBe(2);
    const why = page.locator('.reason-row', { hasText: 'it was refused' });
    expect(await why.innerText()).toContain('5 rules');
    await page.locator('.matrix .row a.reason').first().click();
    await why.locator('.links li').first().waitFor();
    expect(await page.locator('.matrix').innerText()).not.toContain('it was refused');
    await page.close();
  });

  it('tells what several rules fail for first and once, with the rules under it', async () => {
    const page = await open('caused');
    const card = page.locator('.failure').first();
    expect(await card.locator('h3').innerText()).toMatch(/^The server ignores metadata: requests/);
    expect(await card.locator('.together li').count()).toBe(8);
    expect(await card.locator('.together .icon.v-warning').count()).toBe(2);
    expect(await page.locator('.failure').count()).toBe(2);
    expect(await page.locator('#failures').innerText()).toMatch(/7$/);
    expect(await page.locator('#warnings').innerText()).toMatch(/2$/);
    const reason = page.locator('.outcome .reasons li').first();
    expect(await reason.innerText()).toMatch(
      /^The server ignores metadata\s+6 rules, 2 recommendations$/,
    );
    const above = page.locator('.failures > p', { hasText: '2 are told above:' });
    await above.locator('a').click();
    expect(await page.locator('.failure:target h3').innerText()).toMatch(/^The server ignores/);
    await card.locator('.together a').nth(2).click();
    await page.locator('.row:target .sub-case').waitFor();
    await page.close();
  });

  it('shows no red where only a recommendation was not kept', async () => {
    const page = await open('warned');
    expect(await page.locator('.picture .v-failed').count()).toBe(0);
    expect(await page.locator('.picture .categories td.v-warning').innerText()).toBe('1');
    expect(await page.locator('.failure.c-warning').count()).toBe(1);
    await page.close();
  });

  it('is filtered by verdict, level, category and text', async () => {
    const page = await open('mixed');
    const all = aMixedRecord().requirements.length;
    expect(await shownRows(page)).toBe(all);
    await page.locator('.chip[data-verdict=failed]').click();
    expect(await shownRows(page)).toBe(2);
    await page.locator('.chip[data-verdict=warning]').click();
    expect(await shownRows(page)).toBe(3);
    await page.locator('[name=level]').selectOption('should');
    expect(await shownRows(page)).toBe(1);
    await page.locator('[name=text]').fill('nothing has this');
    expect(await shownRows(page)).toBe(0);
    await page.locator('[data-clear]').click();
    expect(await shownRows(page)).toBe(all);
    await page.locator('[name=category]').selectOption('wrong-type');
    expect(await shownRows(page)).toBe(4);
    await page.locator('[name=text]').fill('目标模型');
    expect(await shownRows(page)).toBe(1);
    expect(await page.locator('.shown').innerText()).toBe(`1 / ${all}`);
    await page.close();
  });

  it('is read in Chinese and in English', async () => {
    const page = await open('mixed');
    await page.locator('[data-lang-button=zh]').click();
    expect(await page.locator('h1').innerText()).toBe('不符合文档');
    expect(await page.title()).toBe('不符合文档 · 内置 CMDB · cmdb-conformance');
    expect(await page.locator('.bar').first().getAttribute('aria-label')).toContain('未通过');
    expect(await page.locator('.run .pair').innerText()).toContain('内置 CMDB');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.locator('[name=text]').getAttribute('placeholder')).toContain('搜索');
    await page.locator('[data-lang-button=en]').click();
    expect(await page.locator('h1').innerText()).toBe('Nonconformant');
    await page.close();
  });

  it.each([
    ['mixed', 'zh-CN', '不符合文档'],
    ['mixed?lang=zh', 'en-US', '不符合文档'],
    ['mixed#lang=en', 'zh-CN', 'Nonconformant'],
  ])('opens %s for a browser in %s as %s', async (name, locale, outcome) => {
    const page = await open(name, { locale });
    expect(await page.locator('h1').innerText()).toBe(outcome);
    await page.close();
  });

  it('shows behind a row its cases and exchanges, exact', async () => {
    const page = await open('mixed');
    const row = page.locator('.matrix .row', { hasText: 'request.bk_obj_asst_id.required' });
    await row.locator('> details > summary').click();
    await row.locator('.sub-case > summary').click();
    const twin = row.locator('.exchange', { hasText: 'twin' });
    await twin.locator('> summary').click();
    await twin.getByText('"id": 9007199254740993').waitFor();
    await twin.getByText('curl -sS -X POST').waitFor();
    const sent = row.locator('.exchange').first();
    await sent.locator('> summary').click();
    expect(await sent.locator('del').innerText()).toContain('"bk_obj_asst_id"');
    await page.close();
  });

  it('draws the same commands as the other reports', async () => {
    const record = aMixedRecord();
    const index = indexRecord(record);
    const page = await open('mixed');
    const row = page.locator('.row.case', { hasText: 'protocol.get' }).first();
    await row.locator('> details > summary').click();
    await row.locator('.exchange > summary').click();
    const [exchange] = record.cases.find(({ id }) => id === 'protocol.get')?.exchanges ?? [];
    const command = await row.locator('.command code').innerText();
    expect(command).toMatch(/^curl -sS -X GET /);
    expect(command).toBe(exchange && commandOf(index, exchange));
    expect(await row.locator('.request-line').first().innerText()).toMatch(/^GET \/api\/c\//);
    await page.close();
  });

  it('opens the row that its address names', async () => {
    const page = await open('mixed#r:add_instance_association/request.bk_inst_id.required');
    const row = page.locator('.matrix .row', { hasText: 'request.bk_inst_id.required' });
    await row.locator('.sub-case').waitFor();
    expect(await row.locator('.sub-case').innerText()).toContain(
      'Case for: bk_inst_id is required',
    );
    await page.close();
  });

  it('copies the command that repeats an exchange', async () => {
    const page = await open('mixed');
    await page.evaluate(
      'navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }',
    );
    await page.locator('.failure .copy').first().click();
    expect(await page.evaluate('window.copied')).toMatch(/^curl -sS -X POST "\$CMDB_BASE_URL/);
    await page.close();
  });

  it.each(['light', 'dark'] as const)(
    'fits a phone in %s, folded and unfolded',
    async (colorScheme) => {
      for (const name of ['mixed', 'hostile', 'hostiles', 'several', 'sound']) {
        const page = await open(`${name}?lang=en`, {
          viewport: { width: 360, height: 740 },
          colorScheme,
        });
        expect(await overflow(page)).toBe(0);
        expect(await clipped(page)).toEqual([]);
        if (name !== 'sound') {
          await unfold(page.locator('.matrix .row').first());
          expect(await overflow(page)).toBe(0);
        }
        await page.close();
      }
    },
  );

  it('is printed by day, without what is only for the hand', async () => {
    const page = await open('mixed', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('.failure .command .shell').first().isVisible()).toBe(true);
    const bottom = (box: { y: number; height: number } | null): number =>
      box === null ? Number.NaN : box.y + box.height;
    const proof = await page.locator('.proof').boundingBox();
    expect(proof?.y).toBeGreaterThan(bottom(await page.locator('.outcome').boundingBox()));
    const ink = await page.evaluate('getComputedStyle(document.body).color');
    expect(ink).toBe('rgb(23, 27, 34)');
    await page.close();
  });

  it('is read without its script', async () => {
    const page = await open('mixed', { javaScriptEnabled: false });
    expect(await page.locator('h1').innerText()).toBe('Nonconformant');
    expect(await shownRows(page)).toBe(aMixedRecord().requirements.length);
    expect(await page.locator('.filters').isVisible()).toBe(false);
    await page.close();
  });

  it('has an overview of several endpoints, and a section for each', async () => {
    const page = await open('several');
    expect(await page.locator('.overview h3').allInnerTexts()).toEqual([
      'add_instance_association',
      'create_thing',
    ]);
    expect(await page.locator('.overview .level').nth(1).innerText()).toMatch(/1\s+failed/);
    await page.locator('.overview a', { hasText: 'create_thing' }).click();
    expect(await page.locator('.endpoint-head:target h2').innerText()).toBe('create_thing');
    expect(await page.locator('.outcome .reasons').innerText()).toContain('create_thing');
    const ids = await page.evaluate('[...document.querySelectorAll("[id]")].map((it) => it.id)');
    expect(ids).toEqual([...new Set(Array.isArray(ids) ? ids : [])]);
    const second = page.locator('.matrix').nth(1);
    await second.locator('.chip[data-verdict=failed]').click();
    expect(await second.locator('.row:visible').count()).toBe(1);
    expect(await page.locator('.matrix').first().locator('.row:visible').count()).toBe(1);
    await page.close();
  });

  it('tells requirements and cases of one id apart, and finds shared exchanges', async () => {
    const page = await open('several#r:create_thing/request.name.required');
    const row = page.locator('[id="r:create_thing/request.name.required"]');
    await row.locator('.sub-case > summary').click();
    const numbers = row.locator('.exchange .number');
    await numbers.first().waitFor();
    expect(await numbers.allInnerTexts()).toEqual(['#2', '#3']);
    expect(await row.locator('.exchange', { hasText: '#3' }).innerText()).toContain('evidence');
    await page.close();
  });

  it('has no overview where there is one endpoint', async () => {
    const page = await open('mixed');
    expect(await page.locator('.overview, .endpoint-head').count()).toBe(0);
    await page.close();
  });

  it.each(['hostile', 'hostiles'])('lets no text of a server do anything (%s)', async (name) => {
    const page = await open(name);
    await page.evaluate(
      'for (const details of document.querySelectorAll("details")) details.open = true',
    );
    const row = page.locator('.matrix .row').first();
    await row.locator('.sub-case > summary').first().click();
    await row.locator('.exchange > summary').nth(2).waitFor();
    for (const summary of await row.locator('.exchange > summary').all()) await summary.click();
    await row.locator('.sides').nth(2).waitFor();
    expect(await row.innerText()).toContain('<script>window.hacked = true</script>');
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('script').count()).toBe(2);
    expect(await page.locator('img, iframe, object, embed, [onerror], [onload]').count()).toBe(0);
    const text = await page.evaluate('document.documentElement.textContent');
    expect(text).not.toMatch(/[\u0000\u001b\u202e\u2066-\u2069]/);
    await page.close();
  });

  it('has a policy that allows its own style and script by hash and nothing else', async () => {
    const page = await open('mixed');
    const policy = await page
      .locator('meta[http-equiv=Content-Security-Policy]')
      .getAttribute('content');
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+';/,
    );
    expect(policy).not.toContain('unsafe');
    const blocked = page.waitForEvent('console');
    await page.evaluate(
      'const s = document.createElement("style"); s.textContent = "h1 { display: none }"; document.head.append(s);',
    );
    expect((await blocked).text()).toContain('Content Security Policy');
    complaints.length = 0;
    expect(await page.locator('h1').isVisible()).toBe(true);
    await page.close();
  });
});
