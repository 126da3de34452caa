import type { HistoricRun } from '../../record/history/history.js';
import type { Outcome, Status } from '../../record/record.js';
import type { Text } from '../../text.js';
import { drawIcon } from '../html/icons.js';
import { both, type Markup, markup } from '../html/markup.js';
import { VERDICT_COLOURS } from '../html/style/colours.js';
import type { Verdict } from '../verdict.js';
import { VERDICT_WORDS } from '../verdict.js';
import { OUTCOME_WORDS } from '../words.js';

const WIDTH = 960;
const HEIGHT = 160;

/** From the foot of a column to its top. */
const STATUSES = ['passed', 'not-applicable', 'deviation', 'inconclusive', 'failed'] as const;

const LOOKS: Readonly<Record<Outcome, Verdict>> = {
  conformant: 'passed',
  nonconformant: 'failed',
  incomplete: 'inconclusive',
};

/** The outcome of each run, and how many requirements had which verdict, run by run. */
export function drawCounts(runs: readonly HistoricRun[]): Markup {
  const step = WIDTH / Math.max(runs.length, 1);
  const most = Math.max(1, ...runs.map(sumOf));
  const gap = step > 6 ? 1 : 0;
  const outcomes = runs.map(({ outcome }, at) => {
    const look = LOOKS[outcome];
    return markup`<rect class="v-${look}" fill="${VERDICT_COLOURS[look]}" x="${n(at * step)}" width="${n(step - gap)}" height="14"/>`;
  });
  const columns = runs.flatMap((run, at) => {
    let foot = HEIGHT;
    return STATUSES.flatMap((status) => {
      const height = (run.counts[status] / most) * HEIGHT;
      if (height === 0) return [];
      foot -= height;
      return markup`<rect class="v-${status}" fill="${VERDICT_COLOURS[status]}" x="${n(at * step)}" y="${n(foot)}" width="${n(step - gap)}" height="${n(height)}"/>`;
    });
  });
  const shown = STATUSES.filter((status) => runs.some(({ counts }) => counts[status] > 0));
  return markup`<h3>${both({ en: 'Outcome of each run', zh: '每次运行的结论' })}</h3>
${drawChart(outcomes, 14, outcomeWords(runs))}
<h3>${both({ en: 'Verdicts of each run', zh: '每次运行的要求结论' })}</h3>
${drawChart(columns, HEIGHT, countWords(runs))}
<ul class="legend">${shown.toReversed().map((status) => markup`<li>${drawIcon(status)} ${both(VERDICT_WORDS[status])}</li>`)}</ul>`;
}

function drawChart(bars: readonly Markup[], height: number, label: Text): Markup {
  return markup`<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" preserveAspectRatio="none" role="img" aria-label="${label.en}" data-label-en="${label.en}" data-label-zh="${label.zh}" focusable="false">${bars}</svg>`;
}

function outcomeWords(runs: readonly HistoricRun[]): Text {
  const words = (lang: keyof Text): string =>
    (['conformant', 'nonconformant', 'incomplete'] as const)
      .map(
        (outcome) =>
          `${OUTCOME_WORDS[outcome][lang]}: ${runs.filter((run) => run.outcome === outcome).length}`,
      )
      .join(', ');
  return { en: words('en'), zh: words('zh') };
}

function countWords(runs: readonly HistoricRun[]): Text {
  const [first, last] = [runs[0], runs.at(-1)];
  const of = (run: HistoricRun | undefined, status: Status): number => run?.counts[status] ?? 0;
  const words = (lang: keyof Text): string =>
    (['passed', 'failed'] as const)
      .map((status) => `${VERDICT_WORDS[status][lang]}: ${of(first, status)} → ${of(last, status)}`)
      .join(', ');
  return { en: words('en'), zh: words('zh') };
}

function sumOf({ counts }: HistoricRun): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function n(value: number): string {
  return value.toFixed(2);
}
