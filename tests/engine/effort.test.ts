import { beforeAll, describe, expect, it } from 'vitest';
import type { RunRecord } from '../../src/record/record.js';
import { drawOutcome } from '../../src/report/console/console.js';
import { drawHtml } from '../../src/report/html/draw-html.js';
import { drawJunit } from '../../src/report/test-results/junit.js';
import { drawSummary } from '../../src/report/summary/summary.js';
import { ALL_CASES } from './all-cases.js';
import { runAll } from './a-run.js';

describe('a quick run', () => {
  let record: RunRecord;
  beforeAll(async () => {
    record = await runAll({}, { effort: 'quick' });
  });

  it('judges everything without rounds, in at most 1,050 requests', () => {
    expect(record).toMatchObject({ outcome: 'conformant', exitCode: 0, leftovers: [] });
    expect(record).not.toHaveProperty('partial');
    const once = ALL_CASES.filter(({ kind }) => kind !== 'round').map(({ id }) => id);
    expect(once.length).toBeLessThan(ALL_CASES.length);
    expect(record.cases.map(({ id }) => id).sort()).toEqual(once.sort());
    expect(record.counts.exchanges).toBeLessThanOrEqual(1050);
    expect(record.counts.exchanges).toBeGreaterThan(once.length);
  });

  it('says that it was one, in the record and in every report', () => {
    expect(record.suite.effort).toBe('quick');
    expect(drawJunit(record)).toContain('<property name="effort" value="quick"/>');
    const full: RunRecord = { ...record, suite: { ...record.suite, effort: 'full' } };
    const [quickPage, fullPage] = [record, full].map((one) => drawHtml(one));
    expect(quickPage).toContain('>quick<');
    expect(fullPage).not.toContain('>quick<');
    const console = { color: false, width: 100 };
    for (const lang of ['en', 'zh'] as const) {
      expect(drawSummary(record, lang)).toContain('effort quick');
      expect(drawOutcome(record, lang, console)).toContain('--effort quick');
      expect(drawSummary(full, lang)).not.toContain('effort');
      expect(drawOutcome(full, lang, console)).not.toContain('--effort');
    }
  });
});
