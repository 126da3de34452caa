import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunRecord } from '../../src/record/record.js';
import { drawHtml } from '../../src/report/html/draw-html.js';
import { launchBrowser } from '../browser.js';
import { anIgnoringRecord } from './a-caused-record.js';
import { aSeveralRecord } from './a-grouped-record.js';
import { aHostileRecord } from './a-hostile-record.js';
import { aMixedRecord, aRecord } from './a-record.js';

/** How Jenkins serves what a build archived, unless it is told otherwise. */
const POLICY =
  "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self';";
const HAN = /\p{Script=Han}/u;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function open(record: RunRecord, lang: 'en' | 'zh' = 'en'): Promise<Page> {
  const page = await browser.newPage({ locale: 'en-US', viewport: { width: 1100, height: 800 } });
  await page.route('http://ci.example/**', (route) =>
    route.fulfill({
      body: drawHtml(record, { lang }),
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
    }),
  );
  await page.goto('http://ci.example/conformance.html');
  return page;
}

/** The tags of all pictures, and the text of an element without any tag. */
function tagsIn(html: string): string[] {
  return html.match(/<svg [^>]*>/g) ?? [];
}

function textOf(html: string, element: string): string {
  const found = new RegExp(`<${element}[^>]*>([\\s\\S]*?)</${element}>`).exec(html);
  return (found?.[1] ?? '').replace(/<[^>]*>/g, '');
}

describe('conformance.html without its style and its script', () => {
  it('is what such a policy leaves of it', async () => {
    const page = await open(aMixedRecord());
    expect(await page.locator('html').getAttribute('class')).toBeNull();
    expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).fontSize')).toBe(
      '32px',
    );
    await page.close();
  });

  it('has pictures of a size and colour of their own', async () => {
    for (const record of [aMixedRecord(), aSeveralRecord(), aRecord()]) {
      const tags = tagsIn(drawHtml(record));
      expect(tags.length).toBeGreaterThan(10);
      for (const tag of tags) expect(tag).toMatch(/ width="\d+" height="\d+"/);
    }
    const page = await open(aMixedRecord());
    for (const icon of await page.locator('svg.icon:visible').all()) {
      expect(await icon.boundingBox()).toMatchObject({ width: 18, height: 18 });
    }
    const colour = 'getComputedStyle(document.querySelector("svg.seal")).fill';
    expect(await page.evaluate(colour)).toBe('rgb(184, 35, 26)');
    await page.close();
  });

  it.each(['en', 'zh'] as const)('shows one language: %s', async (lang) => {
    const html = drawHtml(aMixedRecord(), { lang });
    expect(textOf(html, 'h1')).toBe(lang === 'en' ? 'Nonconformant' : '不符合文档');
    const page = await open(aMixedRecord(), lang);
    const words = await page.locator('h1, h2, h3, .why, .reason, .cell-verdict').allTextContents();
    expect(words.length).toBeGreaterThan(40);
    for (const text of words) {
      if (lang === 'en') expect(text).not.toMatch(HAN);
      else expect(text).toMatch(HAN);
    }
    expect(await page.locator('.filters, .langs, .copy, .empty, .icons').all()).not.toEqual([]);
    expect(await page.locator('button:visible, input:visible').count()).toBe(0);
    await page.close();
  });

  it('tells of all that failed what was sent and what came back', async () => {
    const record = anIgnoringRecord();
    const page = await open(record);
    const failed = record.requirements.filter(({ status }) => status === 'failed');
    expect(failed.length).toBeGreaterThan(8);
    for (const { endpoint, id, evidence } of failed) {
      const row = page.locator(`[id="r:${endpoint}/${id}"]`);
      await row.locator('summary').click();
      const exchange = record.cases
        .flatMap(({ exchanges }) => exchanges)
        .find(({ n }) => n === evidence[0]);
      const text = await row.locator('.as-text').innerText();
      expect(text).toContain(exchange?.sent.body);
      expect(text).toContain(exchange?.answer?.body);
      expect(text).toContain('POST /api/c/compapi/v2/cc/add_instance_association/');
      expect(text).toContain('HTTP 200');
    }
    const rest = page.locator('.row.case', { hasText: 'metadata at fault 0' });
    await rest.locator('..').locator('..').locator('summary').first().click();
    await rest.locator('summary').click();
    expect(await rest.locator('.as-text').innerText()).toContain('the valid request, but with');
    await page.close();
  });

  it('says what it lacks, and where that is', async () => {
    const page = await open(aRecord());
    expect(await page.locator('aside.as-text').innerText()).toContain('results.json');
    await page.close();
  });

  it('is no wider than the window, and nothing of a server acts', async () => {
    for (const record of [aMixedRecord(), anIgnoringRecord(), aHostileRecord(true)]) {
      const page = await open(record);
      await page.evaluate('for (const it of document.querySelectorAll("details")) it.open = true');
      if (record.target.embedded) {
        const over = 'document.documentElement.scrollWidth - window.innerWidth';
        expect(await page.evaluate(over)).toBe(0);
      }
      expect(await page.locator('img, iframe, object, embed, [onerror], [onload]').count()).toBe(0);
      await page.close();
    }
  });
});

describe('conformance.html with its script', () => {
  it('shows nothing twice', async () => {
    const page = await browser.newPage({ locale: 'en-US' });
    await page.route('http://ci.example/**', (route) =>
      route.fulfill({ body: drawHtml(anIgnoringRecord()), contentType: 'text/html' }),
    );
    await page.goto('http://ci.example/conformance.html');
    await page.evaluate('for (const it of document.querySelectorAll("details")) it.open = true');
    await page.locator('.matrix .sub-case').first().waitFor();
    expect(await page.locator('.as-text').count()).toBeGreaterThan(8);
    expect(await page.locator('.as-text:visible').count()).toBe(0);
    expect(await page.locator('.filters:visible, .langs:visible').count()).toBe(2);
    await page.close();
  });
});
