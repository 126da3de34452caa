import { describe, expect, it } from 'vitest';
import { CHECKS, DIAGNOSIS_FORMAT } from '../../../src/record/diagnosis.js';
import type { Check, Diagnosis } from '../../../src/record/diagnosis.js';
import { columnsOf } from '../../../src/report/console/text.js';
import { drawCheck, drawDiagnosisEnd } from '../../../src/report/console/diagnosis.js';
import { checkSentence } from '../../../src/report/sentences/checks/check.js';
import { checkStep } from '../../../src/report/sentences/checks/step.js';
import { CHECK_WORDS } from '../../../src/report/sentences/checks/words.js';
import { CHECK_SAMPLES } from '../a-check.js';

const ABOUT = { thing: { en: 'association', zh: '关联关系' } };
const PLAIN = { color: false, width: 80 };
const ALL: readonly Check[] = Object.values(CHECK_SAMPLES).flat();
const NO_STOP = /[.。:：]$|undefined|\[object|\s$|^\s/;

describe('the sentence of a check', () => {
  it('is there in both languages, and tells one from another', () => {
    for (const lang of ['en', 'zh'] as const) {
      const told = ALL.map((check) => checkSentence(check, ABOUT)[lang]);
      for (const sentence of told) expect(sentence).not.toMatch(NO_STOP);
      // A certificate that holds and one that is renewed soon differ in days alone.
      expect(new Set(told).size).toBe(told.length);
    }
    for (const check of ALL) {
      const { en, zh } = checkSentence(check, ABOUT);
      expect(zh, en).toMatch(/\p{Script=Han}/u);
    }
  });

  it('is followed by a step wherever something is wrong, or to be known', () => {
    const without = ALL.filter((check) => checkStep(check) === undefined);
    expect(without.filter(({ result }) => result === 'wrong')).toEqual([]);
    expect(without.filter(({ result }) => result === 'warning').map(({ kind }) => kind)).toEqual([
      'weather',
    ]);
    for (const step of ALL.flatMap((check) => checkStep(check) ?? [])) {
      expect(step.en).not.toMatch(NO_STOP);
      expect(step.zh).not.toMatch(NO_STOP);
      expect(step.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it.each<[Check, string]>([
    [CHECK_SAMPLES.name[0], 'cmdb.example is 192.0.2.7, 192.0.2.8'],
    [CHECK_SAMPLES.tcp[0], 'cmdb.example:8443 takes connections, in 3 ms'],
    [CHECK_SAMPLES.clock[0], 'the target’s clock is ours'],
    [{ kind: 'clock', result: 'warning', aheadMs: 61_000 }, '61 seconds ahead of ours'],
    [{ kind: 'clock', result: 'warning', aheadMs: -62_000 }, '62 seconds behind ours'],
    [CHECK_SAMPLES.fixture[0], 'CMDB_ONE it_is is there: mapping many to many'],
    [
      CHECK_SAMPLES.forecast[0],
      'about 1900 requests will be sent; about 130 of them create something, which is removed again; as fast as they are answered, which takes about 5 seconds',
    ],
    [
      { kind: 'forecast', result: 'ok', requests: 1, creations: 1, perSecond: 7, seconds: 271 },
      'at most 7 in a second, which takes about 5 minutes',
    ],
  ])('says what was seen: %j', (check, words) => {
    expect(checkSentence(check, ABOUT).en).toContain(words);
  });
});

describe('a check on the console', () => {
  it('keeps to the width, in both languages, and says "not tried" where it is', () => {
    for (const lang of ['en', 'zh'] as const) {
      for (const check of ALL) {
        const lines = drawCheck(check, ABOUT, lang, PLAIN).split('\n');
        for (const line of lines) expect(columnsOf(line), line).toBeLessThanOrEqual(80);
        expect(lines[0]).toContain(CHECK_WORDS[check.kind][lang]);
      }
    }
    for (const check of CHECK_SAMPLES.permission.filter((one) => one.result === 'not-tried')) {
      expect(drawCheck(check, ABOUT, 'en', PLAIN)).toContain('not tried');
      expect(drawCheck(check, ABOUT, 'zh', PLAIN)).toContain('未尝试');
    }
  });

  it('has colours only where they are asked for', () => {
    const [check] = CHECK_SAMPLES.lookups;
    expect(drawCheck(check, ABOUT, 'en', PLAIN)).not.toContain('\u001b');
    expect(drawCheck(check, ABOUT, 'en', { ...PLAIN, color: true })).toContain('\u001b[32;1m✓');
  });

  it('lets nothing that a target said act on the terminal', () => {
    const said = { message: '\u001b[2Jgone' };
    const check: Check = { kind: 'identity', result: 'warning', setting: 'BK_TOKEN', said };
    expect(drawCheck(check, ABOUT, 'en', PLAIN)).not.toContain('\u001b');
  });
});

describe('the end of a diagnosis', () => {
  const diagnosis = (checks: readonly Check[], more: Partial<Diagnosis> = {}): Diagnosis => ({
    format: DIAGNOSIS_FORMAT,
    suite: { version: '0.0.0' },
    checks,
    notReached: [],
    exitCode: 0,
    command: 'npx cmdb-conformance run',
    ...more,
  });

  it('is the command, where a run can go ahead', () => {
    const told = drawDiagnosisEnd(diagnosis([CHECK_SAMPLES.tcp[0]]), 'en', PLAIN);
    expect(told).toBe('\nA run can go ahead: npx cmdb-conformance run\n');
  });

  it('names what to mend first, and what was not come to', () => {
    const wrong: Check = { kind: 'writes', result: 'wrong', host: 'cmdb.example' };
    const end = diagnosis([wrong], { exitCode: 2, notReached: CHECKS.slice(2, 5) });
    const told = drawDiagnosisEnd(end, 'en', PLAIN);
    expect(told).toContain('not come to: name, TCP, TLS');
    expect(told).toContain('A run would not go ahead. First mend: writing');
    expect(drawDiagnosisEnd(end, 'zh', PLAIN)).toContain('请先处理：写入许可');
  });
});
