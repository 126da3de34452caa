import type { PackedCase, PackedExchange, PackedRecord, TextRef } from '../packed.js';
import type { Builder } from './make-builder.js';
import type { PageElement } from './page.js';

/** What cases are drawn with. */
export interface CaseTools {
  readonly builder: Builder;
  readonly data: PackedRecord;
  readonly text: (ref: TextRef) => string;
  readonly icon: (verdict: string) => PageElement | undefined;
  readonly drawExchange: (
    exchange: PackedExchange,
    twin: PackedExchange | undefined,
    decisive: boolean,
  ) => PageElement;
}

/** Draws what stands behind rows. */
export interface CaseDrawer {
  /** The exchanges of a case, by its place. */
  exchangesOf(into: PageElement, of: number): void;
  /** The exchanges of no case. */
  housekeeping(into: PageElement): void;
  /** The cases of one requirement, those with its deciding exchanges first. */
  cases(into: PageElement, requirement: number): void;
}

/**
 * Makes a drawer. Self-contained: the page's script carries this function's source.
 *
 * @param tools - builder, data, icons, how exchanges are drawn
 */
export function makeCaseDrawer({ builder, data, text, icon, drawExchange }: CaseTools): CaseDrawer {
  const { make, both, button } = builder;
  const step = 50;

  /** Appends a batch, and a button for the next one, so that long lists open at once. */
  const inBatches = <T>(
    into: PageElement,
    all: readonly T[],
    draw: (it: T) => PageElement,
  ): void => {
    into.append(...all.slice(0, step).map(draw));
    const rest = all.slice(step);
    if (rest.length === 0) return;
    const more = button('plain more', `${rest.length} more`, `还有 ${rest.length} 个`);
    more.addEventListener('click', () => {
      more.remove();
      inBatches(into, rest, draw);
    });
    into.append(more);
  };

  const nameOf = (purpose: number): string | undefined => data.purposes[purpose]?.name;
  const byNumber = new Map(
    [...data.housekeeping, ...data.cases.flatMap((of) => of.exchanges)].map((it) => [it[0], it]),
  );
  const allOf = (of: PackedCase | undefined): readonly PackedExchange[] =>
    [
      ...(of?.exchanges ?? []),
      ...(of?.also ?? []).flatMap((n) => {
        const shared = byNumber.get(n);
        return shared === undefined ? [] : [shared];
      }),
    ].sort((a, b) => a[0] - b[0]);

  const exchanges = (
    into: PageElement,
    all: readonly PackedExchange[],
    decisive: Set<number>,
  ): void => {
    if (all.length === 0)
      into.append(make('p', 'soft', both('No exchange was made.', '没有发送请求。')));
    inBatches(into, all, (exchange) => {
      const [n, endpoint, purpose] = exchange;
      const twins = all.filter((it) => nameOf(it[2]) === 'twin' && it[1] === endpoint);
      const twin =
        nameOf(purpose) === 'request' ? (twins.findLast((it) => it[0] < n) ?? twins[0]) : undefined;
      return drawExchange(exchange, twin, decisive.has(n));
    });
  };

  const drawCase = (of: PackedCase, decisive: Set<number>): PageElement => {
    const summary = make('summary', '');
    const shape = icon(of.verdict);
    if (shape !== undefined) summary.append(shape);
    const words = data.verdicts[of.verdict] ?? { en: of.verdict, zh: of.verdict };
    summary.append(
      make('span', `v-${of.verdict} word`, both(words.en, words.zh)),
      make('span', 'title', both(text(of.title[0]), text(of.title[1]))),
      make('code', 'id', text(of.id)),
      make('span', 'soft', `${of.ms} ms`),
    );
    const details = make('details', 'sub-case', summary);
    details.addEventListener('toggle', () => {
      if (!details.open || details.childElementCount > 1) return;
      const inside = make('div', 'behind');
      if (of.reason !== undefined) {
        inside.append(make('p', 'reason', both(text(of.reason[0]), text(of.reason[1]))));
      }
      exchanges(inside, allOf(of), decisive);
      details.append(inside);
    });
    return details;
  };

  const cases: CaseDrawer['cases'] = (into, at) => {
    const requirement = data.requirements[at];
    if (requirement === undefined) return;
    const decisive = new Set(requirement.evidence);
    const decides = (of: PackedCase): boolean => allOf(of).some((it) => decisive.has(it[0]));
    const own = requirement.cases.flatMap((index) => data.cases[index] ?? []);
    const ordered = [...own.filter(decides), ...own.filter((of) => !decides(of))];
    into.append(make('p', 'soft place', requirement.place));
    if (ordered.length === 0)
      into.append(make('p', 'soft', both('No case exercised it.', '没有用例验证它。')));
    inBatches(into, ordered, (of) => drawCase(of, decisive));
  };

  return {
    cases,
    exchangesOf(into, of) {
      exchanges(into, allOf(data.cases[of]), new Set());
    },
    housekeeping(into) {
      exchanges(into, data.housekeeping, new Set());
    },
  };
}
