import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WireLimits } from '../../src/http/exchange.js';
import { startClock } from '../../src/http/exchange-clock.js';

const LIMITS: WireLimits = {
  connectMs: 5,
  firstByteMs: 100,
  totalMs: 300,
  headerBytes: 1,
  bodyBytes: 1,
  expandedBytes: 1,
};

/** A clock, and how it ended the exchange, each time. */
function start(stops: readonly AbortSignal[] = []) {
  const ends: string[] = [];
  const clock = startClock(LIMITS, stops, (kind, message) => {
    ends.push(`${kind}: ${message}`);
  });
  return { clock, ends };
}

beforeEach(() => {
  vi.useFakeTimers();
  // The clock of the process does not stand at zero.
  vi.advanceTimersByTime(1000);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the clock of an exchange', () => {
  it('ends one that never had a connection', () => {
    const { clock, ends } = start();
    vi.advanceTimersByTime(299);
    expect([clock.connected(), clock.answered(), ends]).toEqual([false, false, []]);
    vi.advanceTimersByTime(1);
    expect(ends).toEqual(['unreachable: no end after 300 ms']);
  });

  it('ends one whose answer does not begin', () => {
    const { clock, ends } = start();
    vi.advanceTimersByTime(50);
    clock.onConnection();
    expect(clock.connected()).toBe(true);
    vi.advanceTimersByTime(99);
    expect(ends).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ends).toEqual(['timeout: no first byte after 100 ms']);
  });

  it('listens once more where the process was held up, and not for ever', () => {
    const { clock, ends } = start();
    clock.onConnection();
    const running = performance.now.bind(performance);
    let heldUpMs = 5000;
    vi.spyOn(performance, 'now').mockImplementation(() => running() + heldUpMs);
    vi.advanceTimersByTime(1099);
    expect(ends).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ends).toEqual(['timeout: no first byte after 100 ms']);

    const again = start();
    again.clock.onConnection();
    const held = setInterval(() => (heldUpMs += 5000), 90);
    vi.advanceTimersByTime(3099);
    expect(again.ends).toEqual([]);
    vi.advanceTimersByTime(1);
    clearInterval(held);
    expect(again.ends).toEqual(['timeout: no first byte after 100 ms']);
  });

  it('hears what came while the process was held up', () => {
    const { clock, ends } = start();
    clock.onConnection();
    const running = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => running() + 5000);
    vi.advanceTimersByTime(150);
    clock.onFirstByte();
    clock.stop();
    vi.advanceTimersByTime(5000);
    expect(ends).toEqual([]);
  });

  it('ends one that connects so late that no answer can begin in time', () => {
    const { clock, ends } = start();
    vi.advanceTimersByTime(250);
    clock.onConnection();
    vi.advanceTimersByTime(50);
    expect(ends).toEqual(['timeout: no end after 300 ms']);
  });

  it('ends one whose answer does not end', () => {
    const { clock, ends } = start();
    clock.onConnection();
    vi.advanceTimersByTime(40);
    clock.onFirstByte();
    expect(clock.answered()).toBe(true);
    vi.advanceTimersByTime(259);
    expect(ends).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ends).toEqual(['endless: no end after 300 ms']);
  });

  it('knows the times', () => {
    const { clock } = start();
    vi.advanceTimersByTime(30);
    expect(clock.timing()).toStrictEqual({ totalMs: 30 });
    clock.onConnection();
    vi.advanceTimersByTime(10);
    clock.onFirstByte();
    vi.advanceTimersByTime(5);
    expect(clock.timing()).toStrictEqual({ firstByteMs: 40, totalMs: 45 });
  });

  it('calls nothing once it is stopped', async () => {
    const stop = new AbortController();
    const { clock, ends } = start([stop.signal]);
    clock.onConnection();
    clock.stop();
    vi.advanceTimersByTime(1000);
    stop.abort();
    await Promise.resolve();
    expect(ends).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends with each of its signals, those that were given before too', async () => {
    const [before, after] = [new AbortController(), new AbortController()];
    before.abort();
    const { ends } = start([before.signal, after.signal]);
    expect(ends).toEqual([]);
    await Promise.resolve();
    expect(ends).toEqual(['aborted: the run was interrupted']);
    after.abort();
    expect(ends).toHaveLength(2);
  });
});
