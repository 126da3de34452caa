import type { Binding } from '../../binding/binding.js';
import type { WireFault } from '../../http/exchange.js';
import { notTaken } from '../../judge/not-taken.js';
import type { NotTaken } from '../../judge/not-taken.js';
import type { Sent } from '../../judge/sent.js';
import type { Run } from '../run.js';
import { isOver } from '../run.js';

/** Milliseconds before each further try, where the target asks for no more. */
const WAITS_MS = [1000, 2000, 4000, 8000, 16_000];
/** For a request that may be refused for itself, with an answer that may be just that. */
const ONE_WAIT_MS = WAITS_MS.slice(0, 1);
/** So long is waited for one request in all: a run against a target that takes none has to end. */
const LONGEST_MS = 35_000;
/** An interruption is noticed after so long. */
const STEP_MS = 250;
/** What is left of a run has so long to be cleaned up where waiting does not help. */
const CLEANING_MS = 8000;

/** What is looked at and changed where a request does not come through. */
export type Hindered = Pick<Run, 'weather' | 'budget'> & {
  readonly tools: Pick<Run['tools'], 'world'> & {
    readonly binding: Pick<Binding, 'envelope' | 'codes'>;
  };
};

/** How one request is sent. */
export interface Asking {
  readonly ask: () => Promise<Sent>;
  /** True for a request that a right server may refuse. */
  readonly refusable: boolean;
  /** True for a valid request of a kind that was taken before: it keeps nobody from the API. */
  readonly isProven: boolean;
  /** Whether it is safe to send it again though it may have been done; looked at before each time. */
  readonly mayRepeat: () => Promise<boolean>;
}

/** What came of a request at last. */
export interface Taken {
  readonly sent: Sent;
  /** Why it never came through: its answer says nothing of the request. */
  readonly hindered?: NotTaken;
  /** A connection that did not stand at first, and the exchange that shows it. */
  readonly away?: { readonly fault: WireFault; readonly n: number };
}

/** A limit on speed, a gateway whose API is away, or an address that no longer answers at all. */
type Weather = NotTaken | { readonly why: 'away'; readonly waitMs: number; readonly sure: true };

/**
 * Sends a request, and again as long as something before the API does not let it through, which says
 * nothing of the request. Where that does not end, the run does.
 */
export async function patiently(run: Hindered, asking: Asking): Promise<Taken> {
  const { weather } = run;
  const { world } = run.tools;
  const over = isOver(run);
  let sent = await asking.ask();
  const first = weatherIn(run, asking, sent);
  if (first === undefined) return { sent };
  const itself = asking.refusable && first.why === 'limit' && !first.sure;
  if (itself && weather.futile) return { sent };
  const away =
    sent.outcome.fault === undefined
      ? {}
      : { away: { fault: sent.outcome.fault, n: sent.exchange.n } };
  const begun = world.now();
  let last: Weather = first;
  for (const least of itself || over ? ONE_WAIT_MS : WAITS_MS) {
    const until = world.now() + Math.max(least, over ? 0 : last.waitMs);
    if (until - begun > LONGEST_MS) break;
    while (world.now() < until && isOver(run) === over) await world.sleep(STEP_MS);
    if (isOver(run) !== over || (mayBeDone(last) && !(await asking.mayRepeat()))) {
      return { sent, ...hinderedBy(last), ...away };
    }
    sent = await asking.ask();
    const again = weatherIn(run, asking, sent);
    if (again === undefined) {
      noteHealed(run, sent, first);
      return { sent, ...away };
    }
    last = again;
  }
  if (itself) {
    weather.futile = true;
    return { sent };
  }
  if (!over) endFor(run, last, sent);
  return { sent, ...hinderedBy(last), ...away };
}

function weatherIn(
  { weather, tools }: Hindered,
  { isProven }: Asking,
  sent: Sent,
): Weather | undefined {
  // An address that answered before is away for a while; one that never did is wrong.
  const isAway = sent.outcome.fault?.kind === 'unreachable' && weather.hasApiAnswered;
  if (isAway) return { why: 'away', waitMs: 0, sure: true };
  const not = notTaken(sent, tools.binding);
  // An ESB says that it got no answer, too, where it could not send what it was given.
  return not?.why === 'gateway' && !not.sure && !isProven ? undefined : not;
}

/** A gateway may have handed a request on before it gave up. */
function mayBeDone({ why }: Weather): boolean {
  return why === 'gateway';
}

function hinderedBy(last: Weather): Pick<Taken, 'hindered'> {
  return last.why === 'away' ? {} : { hindered: last };
}

function noteHealed({ weather }: Hindered, { outcome }: Sent, first: Weather): void {
  if (outcome.fault !== undefined) return;
  if (first.why === 'limit') weather.waited += 1;
  if (first.why !== 'gateway') return;
  weather.healed.set(first.status, (weather.healed.get(first.status) ?? 0) + 1);
}

function endFor({ budget, weather }: Hindered, last: Weather, { outcome }: Sent): void {
  if (last.why === 'limit') {
    const { said } = last;
    budget.stop({ kind: 'limit-endless', ...(said === undefined ? {} : { said }) }, CLEANING_MS);
  } else if (last.why === 'away') {
    const { kind = 'unreachable', message: words = '' } = outcome.fault ?? {};
    budget.stop({ kind: 'target-silent', fault: kind, words }, CLEANING_MS);
  } else if (weather.hasApiAnswered) {
    const words = last.said === undefined ? {} : { words: last.said.message };
    budget.stop({ kind: 'weather', status: last.status, ...words }, CLEANING_MS);
  } else {
    const title = last.said === undefined ? {} : { title: last.said.message };
    const { stranger = { what: 'error-page', status: last.status, ...title } as const } = weather;
    budget.stop({ kind: 'not-the-api', answer: stranger }, CLEANING_MS);
  }
}
