import { describe, expect, it } from 'vitest';
import { hasMetAll, meetPhase, noveltyOf } from '../../../src/engine/case/phase.js';
import { isObject } from '../../../src/json/json-value.js';
import type { JsonObject } from '../../../src/json/json-value.js';
import { readJson } from '../../../src/json/read-json.js';
import { runAll } from '../a-run.js';

function counters(all: number, own: number) {
  return { budget: { counts: { all, own } }, phases: new Map<string, Set<number>>() };
}

describe('where counters stand', () => {
  it('is all new at first, and nothing new at the same place', () => {
    const run = counters(0, 0);
    expect(noveltyOf(run, 'x absent')).toBe(14);
    meetPhase(run, 'x absent');
    expect(noveltyOf(run, 'x absent')).toBe(0);
    expect(noveltyOf(run, 'y absent')).toBe(14);
  });

  it('is new for every period that does not divide the way', () => {
    const run = counters(0, 0);
    meetPhase(run, 'x absent');
    run.budget.counts.all = 6;
    // 4, 5, 7 and 8 do not divide 6.
    expect(noveltyOf(run, 'x absent')).toBe(4);
    run.budget.counts.own = 4;
    // 3, 5, 6, 7 and 8 do not divide 4.
    expect(noveltyOf(run, 'x absent')).toBe(9);
    run.budget.counts.all = 840;
    run.budget.counts.own = 840;
    expect(noveltyOf(run, 'x absent')).toBe(0);
  });
});

describe('a trial', () => {
  it('has met all once it was made at every place of both counters', () => {
    const run = counters(0, 0);
    for (let at = 0; at < 8; at += 1) {
      expect(hasMetAll(run, 'x absent')).toBe(false);
      Object.assign(run.budget.counts, { all: at, own: at });
      meetPhase(run, 'x absent');
    }
    expect(hasMetAll(run, 'x absent')).toBe(true);
    expect(hasMetAll(run, 'y absent')).toBe(false);
  });
});

/** The places of every period up to eight that none of the numbers is at. */
function missedBy(numbers: readonly number[]): string[] {
  return [2, 3, 4, 5, 6, 7, 8].flatMap((period) =>
    Array.from({ length: period }, (_, place) => place)
      .filter((place) => !numbers.some((number) => number % period === place))
      .map((place) => `${place} of ${period}`),
  );
}

/** Each fault that comes in rounds, by what the request lacks or has. */
const FAULTS: Readonly<Record<string, (sent: JsonObject) => boolean>> = {
  'bk_obj_asst_id absent': (sent) => !('bk_obj_asst_id' in sent),
  'bk_inst_id absent': (sent) => !('bk_inst_id' in sent),
  'bk_asst_inst_id absent': (sent) => !('bk_asst_inst_id' in sent),
  'metadata absent': (sent) => !('metadata' in sent),
  'label absent': ({ metadata }) => isObject(metadata) && !('label' in metadata),
  'bk_biz_id absent': ({ metadata }) =>
    isObject(metadata) && isObject(metadata['label']) && !('bk_biz_id' in metadata['label']),
  'bk_app_code absent': (sent) => !('bk_app_code' in sent),
  'bk_app_code unknown': (sent) => sent['bk_app_code'] === 'cmdb-conformance-no-such-app',
  'bk_app_secret absent': (sent) => !('bk_app_secret' in sent),
  'bk_app_secret wrong': (sent) => sent['bk_app_secret'] === 'cmdb-conformance-wrong-value',
  'identity absent': (sent) => !('bk_token' in sent) && !('bk_username' in sent),
  'identity wrong': (sent) => sent['bk_token'] === 'cmdb-conformance-wrong-token',
};

describe('a whole run', () => {
  it('meets every place of every period up to eight with each of them', async () => {
    const record = await runAll({});
    const exchanges = [...record.housekeeping, ...record.cases.flatMap((entry) => entry.exchanges)];
    const byNumber = new Map(exchanges.map((exchange) => [exchange.n, exchange]));
    const adds = [...byNumber.values()]
      .filter(({ endpoint }) => endpoint === 'add_instance_association')
      .sort((a, b) => a.n - b.n)
      .map(({ n, sent }, nth) => ({ n, nth, body: readJson(sent.body) }));
    for (const [fault, has] of Object.entries(FAULTS)) {
      const made = adds.filter(({ body }) => body.ok && isObject(body.value) && has(body.value));
      expect(missedBy(made.map(({ n }) => n)), `requests: ${fault}`).toEqual([]);
      expect(missedBy(made.map(({ nth }) => nth)), `creations: ${fault}`).toEqual([]);
    }
  });
});
