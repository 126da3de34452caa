import type { Comparison } from '../../../record/comparison/comparison.js';
import type { Text } from '../../../text.js';
import { drawIcon } from '../../html/icons.js';
import { both, type Markup, markup } from '../../html/markup.js';
import { VERDICT_COLOURS } from '../../html/style/colours.js';
import { type Verdict, VERDICT_WORDS } from '../../verdict.js';
import { cut } from '../../visible.js';

/** What a requirement was or is, the gravest first; `none`: the run did not have it. */
const STATES = ['failed', 'inconclusive', 'deviation', 'not-applicable', 'none', 'passed'] as const;
type State = (typeof STATES)[number];

const WIDTH = 640;
const HEIGHT = 150;
const BAR = 18;
const GAP = 6;

/** A column of the picture: where each state begins, and how high a requirement is. */
interface Column {
  readonly tops: Map<State, number>;
  readonly heights: ReadonlyMap<State, number>;
}

/** The picture of the whole: requirements before and after, and what became of which. */
export function drawFlows({ flows, before, after }: Comparison): Markup | undefined {
  const all = flows.map(({ before: was, after: is, count }) => ({
    was: was ?? 'none',
    is: is ?? 'none',
    count,
  })) satisfies { was: State; is: State; count: number }[];
  const sum = all.reduce((total, { count }) => total + count, 0);
  if (sum === 0) return undefined;
  const unit = (HEIGHT - GAP * (STATES.length - 1)) / sum;
  const [left, right] = [column(all, 'was', unit), column(all, 'is', unit)];
  const at = { was: new Map(left.tops), is: new Map(right.tops) };
  const bands = STATES.flatMap((was) =>
    STATES.flatMap((is) => {
      const count = all.find((flow) => flow.was === was && flow.is === is)?.count ?? 0;
      if (count === 0) return [];
      const height = count * unit;
      const from = at.was.get(was) ?? 0;
      const to = at.is.get(is) ?? 0;
      at.was.set(was, from + height);
      at.is.set(is, to + height);
      return drawBand(was, is, from, to, height);
    }),
  );
  return markup`<section aria-labelledby="flows"><h2 id="flows">${both({ en: 'Requirements, before and after', zh: '要求：之前与之后' })} <span class="count">${sum}</span></h2>
<div class="flows"><div><h3>${cut(before.name, 80)}</h3>${drawStates(all, 'was')}</div>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${inWords(all, 'en')}" data-label-en="${inWords(all, 'en')}" data-label-zh="${inWords(all, 'zh')}" focusable="false">${bands}${drawNodes(left, 0)}${drawNodes(right, WIDTH - BAR)}</svg>
<div><h3>${cut(after.name, 80)}</h3>${drawStates(all, 'is')}</div></div></section>`;
}

interface Flow {
  readonly was: State;
  readonly is: State;
  readonly count: number;
}

function column(flows: readonly Flow[], side: 'was' | 'is', unit: number): Column {
  const heights = new Map(
    STATES.map((state) => [state, countOf(flows, side, state) * unit] as const),
  );
  const tops = new Map<State, number>();
  let top = 0;
  for (const state of STATES) {
    tops.set(state, top);
    const height = heights.get(state) ?? 0;
    if (height > 0) top += height + GAP;
  }
  return { tops, heights };
}

function countOf(flows: readonly Flow[], side: 'was' | 'is', state: State): number {
  return flows.reduce((sum, flow) => sum + (flow[side] === state ? flow.count : 0), 0);
}

function drawBand(was: State, is: State, from: number, to: number, height: number): Markup {
  const [x1, x2, middle] = [BAR, WIDTH - BAR, WIDTH / 2];
  const path = `M${x1} ${n(from)}C${middle} ${n(from)} ${middle} ${n(to)} ${x2} ${n(to)}V${n(to + height)}C${middle} ${n(to + height)} ${middle} ${n(from + height)} ${x1} ${n(from + height)}Z`;
  const of = is === 'none' || is === 'passed' ? was : is;
  return markup`<path class="band ${was === is ? 'same' : 'moved'} ${classOf(was === is ? is : of)}" fill="${colourOf(was === is ? is : of)}" fill-opacity="${was === is ? '.12' : '.4'}" d="${path}"/>`;
}

function drawNodes({ tops, heights }: Column, x: number): Markup[] {
  return STATES.flatMap((state) => {
    const height = heights.get(state) ?? 0;
    return height === 0
      ? []
      : markup`<rect class="node ${classOf(state)}" fill="${colourOf(state)}" x="${x}" y="${n(tops.get(state) ?? 0)}" width="${BAR}" height="${n(height)}"/>`;
  });
}

function drawStates(flows: readonly Flow[], side: 'was' | 'is'): Markup {
  const items = STATES.flatMap((state) => {
    const count = countOf(flows, side, state);
    const icon = state === 'none' ? undefined : drawIcon(state);
    return count === 0 ? [] : markup`<li>${icon} <b>${count}</b> ${both(wordOf(state))}</li>`;
  });
  return markup`<ul class="legend">${items}</ul>`;
}

function inWords(flows: readonly Flow[], lang: keyof Text): string {
  return flows
    .map(({ was, is, count }) => `${wordOf(was)[lang]} → ${wordOf(is)[lang]}: ${count}`)
    .join(lang === 'zh' ? '，' : ', ');
}

function wordOf(state: State): Text {
  return state === 'none' ? { en: 'not in this run', zh: '本次运行没有' } : VERDICT_WORDS[state];
}

function classOf(state: State): string {
  return state === 'none' ? '' : `v-${state}`;
}

function colourOf(state: State): string {
  const verdict: Verdict = state === 'none' ? 'not-applicable' : state;
  return VERDICT_COLOURS[verdict];
}

function n(value: number): string {
  return value.toFixed(1);
}
