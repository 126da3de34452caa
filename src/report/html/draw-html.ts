import { createHash } from 'node:crypto';
import type { RunRecord } from '../../record/record.js';
import type { Lang } from '../lang.js';
import type { ProofSummary } from '../proof.js';
import { indexRecord, type RecordIndex } from '../record-index.js';
import { outcomeHeadline } from '../sentences/conditions.js';
import { EMBEDDED_WORDS } from '../words.js';
import { VERDICTS } from '../verdict.js';
import { cut } from '../visible.js';
import { drawWithoutScript } from './as-text.js';
import { drawInsecure, drawPartial, drawProof } from './callouts.js';
import { drawEndpoint, drawOnlyEndpoint } from './endpoint-section.js';
import { drawExclusions } from './exclusions-section.js';
import { type Findings, findingsOf } from './findings.js';
import { drawHousekeeping } from './housekeeping-section.js';
import { drawIcon, drawIconShapes } from './icons.js';
import { both, inLanguage, type Markup, markup } from './markup.js';
import { drawLegendSection } from './legend-section.js';
import { drawOutcomeSection } from './outcome-section.js';
import { drawOverview } from './overview-section.js';
import { jsonBlock, packRecord } from './pack.js';
import { drawLeftovers, drawNotes } from './remarks-section.js';
import { drawRunSection } from './run-section.js';
import { drawScript } from './script.js';
import { drawStyle } from './style/draw-style.js';
import { drawTopBar } from './top-bar.js';

/** What the page shows besides the record. */
export interface HtmlOptions {
  /** What the proof of the suite showed. */
  readonly proof?: ProofSummary;
  /** The language of the page where its script does not run; the script asks the browser. */
  readonly lang?: Lang;
}

/**
 * Draws the record as one self-contained page: no request leaves it, and its policy allows no style
 * and no script but its own two, by their hashes. Outcome and matrix are in the HTML and need no
 * script; what stands behind a row is drawn from a data block when the row is opened.
 *
 * @param record - the record
 * @param options - proof summary, language
 * @returns an HTML document in which text of a server is only text
 */
export function drawHtml(record: RunRecord, options: HtmlOptions = {}): string {
  const { lang = 'en', proof } = options;
  const style = drawStyle();
  const script = drawScript();
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const index = indexRecord(record);
  const body = drawBody(record, index, proof);
  return `<!doctype html>
${
  markup`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}" data-lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title data-en="${titleOf(record, 'en')}" data-zh="${titleOf(record, 'zh')}">${titleOf(record, lang)}</title>
<link rel="icon" href="data:image/svg+xml,${FAVICONS[record.outcome]}">
<style>${trusted(style)}</style>
</head>
<body>
${{ markup: inLanguage(body.markup, lang) }}
<script type="application/json" id="data">${trusted(jsonBlock(packRecord(record, index)))}</script>
<script>${trusted(script)}</script>
</body>
</html>`.markup
}
`;
}

function titleOf(record: RunRecord, lang: Lang): string {
  const { target } = record;
  const where = target.embedded ? EMBEDDED_WORDS[lang] : cut(target.baseUrl, 100);
  return `${outcomeHeadline(record)[lang]} · ${where} · cmdb-conformance`;
}

const FAVICONS = {
  conformant: favicon('%230a7d55'),
  nonconformant: favicon('%23c0271d'),
  incomplete: favicon('%236a45c9'),
} as const;

function favicon(color: string): string {
  return `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Ccircle cx='4' cy='4' r='4' fill='${color}'/%3E%3C/svg%3E`;
}

/** Our own style and script, and the escaped data block: the only texts that are not escaped. */
function trusted(text: string): Markup {
  return { markup: text };
}

/** A hash as a content security policy takes it (CSP 3, 2.3.1). */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

function drawBody(record: RunRecord, index: RecordIndex, proof: ProofSummary | undefined): Markup {
  const all = findingsOf(record, index);
  return markup`${drawIconShapes()}
<div class="icons" hidden>${VERDICTS.map(drawIcon)}</div>
${drawTopBar(all)}
<main>
${drawOutcomeSection(record, all)}
${drawWithoutScript()}
${drawPartial(record)}
${drawInsecure(record)}
${drawProof(proof)}
${drawEndpoints(record, all)}
${drawExclusions(record)}
${drawLegendSection(record)}
${drawRunSection(record)}
</main>
<footer><p>${both({
    en: 'Drawn from results.json alone. Secrets were removed before anything was written.',
    zh: '仅由 results.json 绘制；写入前已移除所有密钥。',
  })}</p></footer>`;
}

/** One endpoint is what the page is about; several have an overview and a section each. */
function drawEndpoints(record: RunRecord, all: readonly Findings[]): Markup {
  const between = {
    leftovers: drawLeftovers(record),
    notes: drawNotes(record),
    housekeeping: drawHousekeeping(record),
  };
  const [only, ...more] = all;
  return only !== undefined && more.length === 0
    ? drawOnlyEndpoint(only, between)
    : markup`${drawOverview(all)}${between.leftovers}${all.map(drawEndpoint)}${between.notes}${between.housekeeping}`;
}
