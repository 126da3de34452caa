import type { FailureGroup } from '../group-failures.js';
import { reasonOf } from '../reason.js';
import { asHeading, causeName } from '../sentences/common-cause.js';
import type { Verdict } from '../verdict.js';
import { cut } from '../visible.js';
import { rulesWords } from '../words.js';
import type { Findings } from './findings.js';
import { headline } from './headline.js';
import { drawIcon } from './icons.js';
import { both, type Markup, markup } from './markup.js';
import { cardId, reasonId } from './row-id.js';
import { shorten } from './shorten.js';

/** The outcome names this many reasons; the sections below have them all. */
const MAX_NAMED = 5;
/** UTF-16 units of a reason in the outcome. */
const MAX_REASON = 160;

/**
 * The titles of what decided the outcome with what was seen, each a link to where it is told in
 * full: failures first, then warnings; what could not be judged where nothing failed.
 */
export function drawReasonsWhy(all: readonly Findings[]): Markup | undefined {
  const failed = all.some((findings) => findings.failed.length > 0);
  const lines = [
    ...all.flatMap((of) => of.failed.map((group) => drawTitle(of, group, 'failed'))),
    ...all.flatMap((of) => of.warned.map((group) => drawTitle(of, group, 'warning'))),
    ...(failed ? [] : all.flatMap(drawUnjudged)),
  ];
  if (lines.length === 0) return undefined;
  const shown = lines.slice(0, MAX_NAMED);
  const more = lines.length - shown.length;
  const rest =
    more === 0
      ? undefined
      : markup`<li class="rest soft">${both({ en: `and ${more} more below`, zh: `另有 ${more} 项，见下文` })}</li>`;
  return markup`<ul class="reasons">${shown}${rest}</ul>`;
}

function drawUnjudged(findings: Findings): Markup[] {
  return findings.unjudged.flatMap(({ reason, problem, results }, at) =>
    // Why the run ended early stands in a box of its own.
    problem?.kind === 'run-ended'
      ? []
      : drawLine(
          'inconclusive',
          reasonId(findings, at),
          both(shorten(reason, MAX_REASON)),
          markup`${whose(findings)}${both(rulesWords(results))}`,
        ),
  );
}

function drawTitle(findings: Findings, group: FailureGroup, verdict: Verdict): Markup {
  const { common, followers } = group;
  const more = followers.length;
  const reason =
    common === undefined ? reasonOf(findings.index, group.cause) : rulesWords(common.results);
  const seen = reason === undefined ? undefined : both(shorten(reason, MAX_REASON));
  const follow =
    more === 0
      ? undefined
      : markup` <span class="follows">${both({ en: `+ ${more} that may follow from it`, zh: `另有 ${more} 条可能由此引起` })}</span>`;
  return drawLine(
    verdict,
    cardId(group.cause),
    both(
      common === undefined
        ? headline(group.cause.title)
        : shorten(asHeading(causeName(common)), 200),
    ),
    markup`${whose(findings)}${seen}${follow}`,
  );
}

/** The endpoint, where the run has several. */
function whose({ endpoint, index }: Findings): Markup | undefined {
  return index.several ? markup`<code>${cut(endpoint, 100)}</code> ` : undefined;
}

function drawLine(verdict: Verdict, anchor: string, text: Markup, besides: Markup): Markup {
  return markup`<li>${drawIcon(verdict)} <span><a href="#${anchor}">${text}</a> <span class="besides">${besides}</span></span></li>`;
}
