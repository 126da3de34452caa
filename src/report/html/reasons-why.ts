import type { RunRecord } from '../../record/record.js';
import type { FailureGroup } from '../group-failures.js';
import { reasonText } from '../lang.js';
import type { Verdict } from '../verdict.js';
import { rulesWords } from '../words.js';
import { type Findings, sizeOf } from './findings.js';
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
export function drawReasonsWhy(
  record: RunRecord,
  { failed, warned, unjudged }: Findings,
): Markup | undefined {
  const lines = [
    ...failed.map((group) => drawTitle(group, 'failed')),
    ...warned.map((group) => drawTitle(group, 'warning')),
    ...(failed.length > 0
      ? []
      : unjudged.flatMap(({ reason, results }, at) =>
          // Why the run ended early stands in a box of its own.
          reason.en === record.partial?.reason
            ? []
            : drawLine(
                'inconclusive',
                reasonId(at),
                both(shorten(reason, MAX_REASON)),
                both(rulesWords(results.length)),
              ),
        )),
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

function drawTitle(group: FailureGroup, verdict: Verdict): Markup {
  const more = sizeOf([group]) - 1;
  const reason = reasonText(group.cause);
  const seen = reason === undefined ? undefined : both(shorten(reason, MAX_REASON));
  const follow =
    more === 0
      ? undefined
      : markup` <span class="follows">${both({ en: `+ ${more} that may follow from it`, zh: `另有 ${more} 条可能由此引起` })}</span>`;
  return drawLine(
    verdict,
    cardId(group.cause.id),
    both(headline(group.cause.title)),
    markup`${seen}${follow}`,
  );
}

function drawLine(verdict: Verdict, anchor: string, text: Markup, besides: Markup): Markup {
  return markup`<li>${drawIcon(verdict)}<span><a href="#${anchor}">${text}</a> <span class="besides">${besides}</span></span></li>`;
}
