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
import { drawFrame } from './frame.js';
import { drawHousekeeping } from './housekeeping-section.js';
import { drawIcon, drawIconShapes } from './icons.js';
import { both, type Markup, markup } from './markup.js';
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
  const index = indexRecord(record);
  return drawFrame({
    lang,
    title: { en: titleOf(record, 'en'), zh: titleOf(record, 'zh') },
    colour: COLOURS[record.outcome],
    style: drawStyle(),
    script: drawScript(),
    body: drawBody(record, index, proof),
    data: jsonBlock(packRecord(record, index)),
  });
}

function titleOf(record: RunRecord, lang: Lang): string {
  const { target } = record;
  const where = target.embedded ? EMBEDDED_WORDS[lang] : cut(target.baseUrl, 100);
  return `${outcomeHeadline(record)[lang]} · ${where} · cmdb-conformance`;
}

/** Of the page's sign, `#` escaped. */
const COLOURS = {
  conformant: '%230a7d55',
  nonconformant: '%23c0271d',
  incomplete: '%236a45c9',
} as const;

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
