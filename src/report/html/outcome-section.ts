import type { Text } from '../../text.js';
import type { Outcome, RunRecord } from '../../record/record.js';
import type { Verdict } from '../verdict.js';
import { conditionsOf } from '../sentences/conditions.js';
import { outcomeSentence } from '../sentences/outcome.js';
import { cut } from '../visible.js';
import { EFFORT_WORDS, EMBEDDED_WORDS, OUTCOME_WORDS } from '../words.js';
import type { Findings } from './findings.js';
import { groundOf } from './ground.js';
import { drawSeal } from './icons.js';
import { both, type Markup, markup, type Part } from './markup.js';
import { drawReasonsWhy } from './reasons-why.js';
import { shorten } from './shorten.js';

const SHAPES: Readonly<Record<Outcome, Verdict>> = {
  conformant: 'passed',
  nonconformant: 'failed',
  incomplete: 'inconclusive',
};

const FRONT_ENDS: Readonly<Record<RunRecord['suite']['frontEnd'], Text>> = {
  run: { en: 'command run', zh: 'run 命令' },
  playwright: { en: 'Playwright', zh: 'Playwright' },
};

/** The outcome, big: word, shape and colour; why in one sentence and by name; the facts of the run. */
export function drawOutcomeSection(record: RunRecord, findings: readonly Findings[]): Markup {
  const { outcome } = record;
  return markup`<section class="outcome o-${outcome}" aria-labelledby="outcome">
${drawSeal(SHAPES[outcome])}
<div class="said"><h1 id="outcome">${both(OUTCOME_WORDS[outcome])}${drawConditions(record)}</h1>
<p class="why">${both(shorten(outcomeSentence(record), 1500))}</p></div>
${drawReasonsWhy(findings)}
<dl class="facts">${factsOf(record).map(([name, value]) => markup`<div><dt>${both(name)}</dt><dd>${value}</dd></div>`)}</dl>
</section>`;
}

function drawConditions(record: RunRecord): Markup | undefined {
  const conditions = conditionsOf(record);
  if (conditions.en === '') return undefined;
  return markup`<span class="conditions">${both(conditions)}</span>`;
}

function factsOf(record: RunRecord): readonly [name: Text, value: Part][] {
  const { suite } = record;
  return [
    [{ en: 'Target', zh: '目标' }, targetFact(record)],
    [{ en: 'Started', zh: '开始时间' }, drawTime(record.startedAt)],
    [{ en: 'Took', zh: '耗时' }, `${(record.durationMs / 1000).toFixed(1)} s`],
    [{ en: 'Exchanges', zh: '交互次数' }, record.counts.exchanges],
    ...groundFacts(record),
    [
      { en: 'Suite', zh: '套件' },
      markup`${suite.version} <span class="soft">${both(FRONT_ENDS[suite.frontEnd])}, ${both(EFFORT_WORDS[suite.effort])}</span>`,
    ],
  ];
}

function targetFact({ target }: RunRecord): Markup {
  return target.embedded
    ? markup`${both(EMBEDDED_WORDS)} <span class="soft">${cut(target.baseUrl, 300)}</span>`
    : markup`<span class="url">${cut(target.baseUrl, 300)}</span>`;
}

/** What was looked up of the ground of one endpoint; of several it stands with each. */
function groundFacts({ endpoints }: RunRecord): [Text, Part][] {
  const [only, ...more] = endpoints;
  if (only === undefined || more.length > 0) return [];
  return groundOf(only).map(([name, value]) => [name, value]);
}

/** A time that the page's script turns into the reader's own; UTC without it. */
function drawTime(iso: string): Markup {
  return markup`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;
}
