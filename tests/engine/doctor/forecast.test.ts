import { describe, expect, it } from 'vitest';
import { checkForecast } from '../../../src/engine/doctor/forecast.js';

const COSTS = { requests: 1600, creations: 130 };

describe('how long a run takes', () => {
  it.each([
    ['as the target answers', [9, 9, 9], {}, 16],
    ['several at once on a slow target', [99, 99, 99], {}, 20],
    ['one after another where that is asked for', [99, 99, 99], { concurrency: 1 }, 160],
    ['as the rate allows', [1, 1, 1], { maxRate: 80 }, 20],
  ] as const)('is %s', (_name, durations, settings, seconds) => {
    const check = checkForecast(COSTS, durations, settings);
    expect(check).toMatchObject({ kind: 'forecast', result: 'ok', ...COSTS, seconds });
  });
});
