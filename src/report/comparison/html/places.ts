import type {
  Comparison,
  Place,
  RequirementChange,
} from '../../../record/comparison/comparison.js';
import type { RecordedExchange } from '../../../record/exchange.js';
import type { CaseResult, RunRecord } from '../../../record/record.js';
import { both, type Markup, markup } from '../../html/markup.js';
import { PURPOSE_WORDS } from '../../words.js';
import { cut } from '../../visible.js';
import { type Item, itemsOf } from '../items.js';
import { type BothExchanges, drawSides } from './exchange-sides.js';

/** The records that were compared: their exchanges stand in the page. */
export interface ComparedRecords {
  readonly before: RunRecord;
  readonly after: RunRecord;
}

/** Of each thing that changed, so many places are shown with both exchanges, and so many named. */
const MAX_SHOWN = 3;
const MAX_NAMED = 100;
/** UTF-16 units of all exchanges in the page; places above it are only named. */
const MAX_ALL = 3_000_000;

/** Draws where things show. */
export interface PlaceDrawer {
  /** Every endpoint that something changed at, sorted. */
  readonly endpoints: readonly string[];
  readonly draw: (item: Item) => Markup | undefined;
}

/** Makes what draws places; all that it draws together is bounded. */
export function placeDrawer(comparison: Comparison, records: ComparedRecords): PlaceDrawer {
  const all: BothExchanges = {
    before: exchangesOf(records.before),
    after: exchangesOf(records.after),
    usual: { before: records.before.usual, after: records.after.usual },
  };
  let size = 0;
  const show = (place: Place, item: Item): Markup => {
    const { kind, at } = item.difference ?? {};
    const sides = drawSides(place, all, {
      ...(kind === undefined ? {} : { kind }),
      ...(at === undefined ? {} : { at }),
    });
    size += sides.markup.length;
    return markup`<div><p class="place-head"><code>${cut(place.case ?? '—', 200)}</code><span class="tag">${both(PURPOSE_WORDS[place.purpose])}</span></p>${sides}</div>`;
  };
  return {
    endpoints: [
      ...new Set(
        itemsOf(comparison).flatMap(({ difference, requirements }) => [
          ...(difference?.endpoints ?? []),
          ...requirements.map(({ endpoint }) => endpoint),
        ]),
      ),
    ].sort(),
    draw(item) {
      const places =
        item.difference?.places ?? item.requirements.flatMap((one) => placeOf(one, records));
      const shown = size > MAX_ALL ? [] : places.slice(0, MAX_SHOWN);
      const rest = places.slice(shown.length);
      const hidden = (item.difference?.count ?? places.length) - shown.length;
      return markup`${shown.map((place) => show(place, item))}${
        rest.length === 0
          ? undefined
          : markup`<p class="places">${both({ en: `${hidden} more:`, zh: `其余 ${hidden} 处：` })} ${rest
              .slice(0, MAX_NAMED)
              .map(
                ({ case: of = '—', before = '—', after = '—' }) =>
                  `${cut(of, 120)} #${before} → #${after}`,
              )
              .join(' · ')}${rest.length > MAX_NAMED ? ' …' : ''}</p>`
      }`;
    },
  };
}

function exchangesOf({ cases, housekeeping }: RunRecord): ReadonlyMap<number, RecordedExchange> {
  return new Map(
    [...housekeeping, ...cases.flatMap(({ exchanges }) => exchanges)].map((one) => [one.n, one]),
  );
}

/** What decided the verdict now, beside the request of the same case before. */
function placeOf(change: RequirementChange, { before, after }: ComparedRecords): Place[] {
  const [was, is] = [before, after].map(({ requirements }) =>
    requirements.find(({ endpoint, id }) => endpoint === change.endpoint && id === change.id),
  );
  const n = is?.evidence[0];
  const of = caseWith(after, n);
  const own = was?.evidence[0];
  const earlier =
    own ??
    lastRequest(before.cases.find(({ endpoint, id }) => endpoint === of?.endpoint && id === of.id));
  const later = n ?? lastRequest(after.cases.find(({ id }) => id === caseWith(before, own)?.id));
  if (earlier === undefined && later === undefined) return [];
  return [
    {
      ...(of === undefined ? {} : { case: of.id }),
      purpose: 'request',
      ...(earlier === undefined ? {} : { before: earlier }),
      ...(later === undefined ? {} : { after: later }),
    },
  ];
}

function caseWith({ cases }: RunRecord, n: number | undefined): CaseResult | undefined {
  return n === undefined
    ? undefined
    : cases.find(({ exchanges }) => exchanges.some((exchange) => exchange.n === n));
}

function lastRequest(of: CaseResult | undefined): number | undefined {
  return of?.exchanges.findLast(({ purpose }) => purpose === 'request')?.n;
}
