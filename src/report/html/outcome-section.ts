import type { Text } from '../../text.js';
import type { Outcome, RunRecord } from '../../record/record.js';
import type { Verdict } from '../verdict.js';
import { cut } from '../visible.js';
import { EMBEDDED_WORDS, OUTCOME_WORDS } from '../words.js';
import type { Findings } from './findings.js';
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

const MAPPINGS: ReadonlyMap<string, Text> = new Map([
  ['1:1', { en: 'one to one', zh: '一对一' }],
  ['1:n', { en: 'one to many', zh: '一对多' }],
  ['n:n', { en: 'many to many', zh: '多对多' }],
]);

/** The outcome, big: word, shape and colour; why in one sentence and by name; the facts of the run. */
export function drawOutcomeSection(record: RunRecord, findings: Findings): Markup {
  const { outcome } = record;
  return markup`<section class="outcome o-${outcome}" aria-labelledby="outcome">
<svg class="seal v-${SHAPES[outcome]}" aria-hidden="true" focusable="false"><use href="#i-${SHAPES[outcome]}"/></svg>
<div class="said"><h1 id="outcome">${both(OUTCOME_WORDS[outcome])}</h1>
<p class="why">${both(shorten(record.summary, 600))}</p></div>
${drawReasonsWhy(record, findings)}
<dl class="facts">${factsOf(record).map(([name, value]) => markup`<div><dt>${both(name)}</dt><dd>${value}</dd></div>`)}</dl>
</section>`;
}

function factsOf(record: RunRecord): readonly [name: Text, value: Part][] {
  const { target, suite } = record;
  return [
    [{ en: 'Target', zh: '目标' }, targetFact(record)],
    [{ en: 'Started', zh: '开始时间' }, drawTime(record.startedAt)],
    [{ en: 'Took', zh: '耗时' }, `${(record.durationMs / 1000).toFixed(1)} s`],
    [{ en: 'Exchanges', zh: '交互次数' }, record.counts.exchanges],
    ...(target.mapping === undefined
      ? []
      : [
          [{ en: 'Model association', zh: '模型关联' }, mappingFact(target.mapping)] satisfies [
            Text,
            Part,
          ],
        ]),
    [
      { en: 'Suite', zh: '套件' },
      markup`${suite.version} <span class="soft">${both(FRONT_ENDS[suite.frontEnd])}</span>`,
    ],
  ];
}

function targetFact({ target }: RunRecord): Markup {
  return target.embedded
    ? markup`${both(EMBEDDED_WORDS)} <span class="soft">${cut(target.baseUrl, 300)}</span>`
    : markup`<span class="url">${cut(target.baseUrl, 300)}</span>`;
}

function mappingFact(mapping: string): Markup {
  const words = MAPPINGS.get(mapping);
  return words === undefined
    ? markup`${cut(mapping, 20)}`
    : markup`${both(words)} <span class="soft">${mapping}</span>`;
}

/** A time that the page's script turns into the reader's own; UTC without it. */
function drawTime(iso: string): Markup {
  return markup`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;
}
