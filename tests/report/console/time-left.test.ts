import { describe, expect, it } from 'vitest';
import { openTimeLeft } from '../../../src/report/console/time-left.js';

/** What is told at each moment, by the share that is done then. */
function toldAt(moments: readonly (readonly [seconds: number, share: number])[]): string[] {
  let now = 0;
  let done = 0;
  const left = openTimeLeft(
    () => now,
    () => done,
  );
  return moments.map(([seconds, share]) => {
    now = seconds * 1000;
    done = share;
    return left()?.en ?? '';
  });
}

describe('the time that is left', () => {
  it('is told in steps once it can be known, and no more at the end', () => {
    expect(
      toldAt([
        [0.5, 0.4],
        [2, 0.01],
        [2, 0.1],
        [10, 0.5],
        [14, 0.7],
        [19, 0.95],
        [20, 1],
      ]),
    ).toEqual([
      '',
      '',
      'about 20 s left',
      'about 10 s left',
      'about 10 s left',
      'about 5 s left',
      '',
    ]);
  });

  it('is not told of a run of less than five seconds', () => {
    expect(
      toldAt([
        [1.2, 0.3],
        [3, 0.75],
      ]),
    ).toEqual(['', '']);
  });

  it('is told in minutes where it is long', () => {
    expect(toldAt([[60, 0.2]])).toEqual(['about 4 min left']);
  });

  it('never rises, though the target becomes slower, and more is sent than was foretold', () => {
    expect(
      toldAt([
        [10, 0.5],
        [30, 0.55],
        [60, 0.6],
        [70, 1.2],
      ]),
    ).toEqual(['about 10 s left', 'about 10 s left', 'about 10 s left', '']);
  });

  it('is told in Chinese too', () => {
    const left = openTimeLeft(
      (
        (n) => () =>
          (n += 5000)
      )(0),
      () => 0.25,
    );
    expect(left()?.zh).toBe('约剩 15 秒');
  });
});
