import { describe, expect, it } from 'vitest';
import type { WireFaultKind } from '../../src/http/exchange.js';
import type { Ending, Stranger } from '../../src/record/ending.js';
import type { Said } from '../../src/record/problem.js';
import { nextStep } from '../../src/report/sentences/next-step.js';
import { ENDINGS } from './samples.js';

const ALL: readonly Ending[] = Object.values(ENDINGS).flat();
const SAID: Said = { code: '1', message: 'no' };

function step(ending: Ending): string {
  return nextStep(ending)?.en ?? '';
}

describe('the next step after a run that ended early', () => {
  it('is told in both languages, without a full stop, except after an interruption', () => {
    for (const ending of ALL) {
      const told = nextStep(ending);
      if (ending.kind === 'interrupted') expect(told).toBeUndefined();
      else {
        expect(told?.en).toMatch(/^[A-Z].*[^.:\s]$/);
        expect(told?.zh).toMatch(/\p{Script=Han}.*[^。：\s]$/u);
      }
    }
  });

  it.each<[Ending, string]>([
    [{ kind: 'no-connection', fault: 'unreachable', words: 'x' }, 'CMDB_BASE_URL'],
    [{ kind: 'identities-refused', said: SAID }, 'BK_APP_SECRET'],
    [{ kind: 'shut-out', said: { code: '1640302', message: 'x' } }, 'address of this machine'],
    [{ kind: 'shut-out', said: { code: '1306405', message: 'x' } }, 'switch the channel'],
    [{ kind: 'shut-out', said: SAID }, 'Ask whoever runs'],
    [{ kind: 'fixture-wrong', settings: ['CMDB_ONE', 'CMDB_TWO'] }, 'Set CMDB_ONE and CMDB_TWO'],
    [ENDINGS['fixture-mismatched'][0], 'Set CMDB_ONE and CMDB_TWO'],
    [{ kind: 'limit-endless' }, 'CMDB_MAX_RATE'],
    [{ kind: 'weather', status: 429 }, 'CMDB_MAX_RATE'],
    [{ kind: 'weather', status: 503 }, 'Wait until the target is back'],
    [{ kind: 'misconfigured', variables: [{ variable: 'X', what: 'unexpanded' }] }, 'value itself'],
    [{ kind: 'misconfigured', variables: [{ variable: 'X', what: 'ordinary' }] }, 'real secret'],
  ])('fits %j', (ending, part) => {
    expect(step(ending)).toContain(part);
  });

  it.each<[Stranger['what'], string]>([
    ['redirect', 'where the API itself answers'],
    ['page', 'where the API itself answers'],
    ['other-service', 'where the API itself answers'],
    ['error-page', 'NO_PROXY'],
    ['esb-not-found', 'too much or too little: set it to scheme and host alone'],
    ['tls-port', 'https://'],
  ])('leads from %s to the API', (what, part) => {
    const told = step({ kind: 'not-the-api', answer: { what } });
    expect(told).toContain('CMDB_BASE_URL');
    expect(told).toContain(part);
  });

  it('names the path that the base URL should not have', () => {
    const ending = { kind: 'not-the-api', answer: { what: 'error-page' } } as const;
    expect(step({ ...ending, hasEndpointPath: true })).toContain('the path of an endpoint');
    expect(step(ending)).not.toContain('the path of an endpoint');
  });

  it.each<[Said, readonly string[] | undefined, string]>([
    [{ code: '1306403', message: 'x' }, undefined, 'developer centre, apply for the permission of'],
    [{ code: '1640301', message: 'x' }, undefined, 'this API of the gateway'],
    [{ code: '9900403', message: 'x' }, undefined, 'permission centre (IAM)'],
    [{ code: '9900403', message: 'x' }, ['edit', 'create'], 'for: edit and create'],
    [{ message: 'x' }, undefined, 'that the target names'],
  ])('applies for what %j is about', (said, actions, part) => {
    const permission = { said, ...(actions === undefined ? {} : { actions }) };
    expect(step({ kind: 'permission', ...permission })).toContain(part);
    const why = { kind: 'permission', ...permission } as const;
    expect(step({ kind: 'lookups-unusable', why })).toContain(part);
  });

  it('knows a permission by its code, whatever the run ended with', () => {
    const said = { code: '1306403', message: 'App has no permission' };
    const why = { kind: 'lookup-refused', endpoint: 'find_it', said } as const;
    const told = ['identities-refused', 'lookups-unusable'].map((kind) =>
      step(
        kind === 'lookups-unusable'
          ? { kind: 'lookups-unusable', why }
          : { kind: 'identities-refused', said },
      ),
    );
    for (const each of told) {
      expect(each).toContain('apply for the permission of BK_APP_CODE');
      expect(each).not.toContain('BK_APP_SECRET');
    }
  });

  it('raises limits only where one of them ended the run', () => {
    const faults: readonly (readonly [WireFaultKind, RegExp])[] = [
      ['timeout', /CMDB_FIRST_BYTE_TIMEOUT_MS, and --timeout/],
      ['endless', /raise --timeout/],
      ['too-large', /CMDB_MAX_BODY_BYTES/],
      ['reset', /still up/],
      ['broken', /still up/],
      ['unreachable', /still up/],
    ];
    for (const [fault, part] of faults) {
      const words = { fault, words: 'x' };
      const endings: readonly Ending[] = [
        { kind: 'target-silent', ...words },
        { kind: 'creations-exhausted', number: 3, ...words },
        { kind: 'lookups-unusable', why: { kind: 'no-answer', ...words } },
      ];
      for (const ending of endings) expect(step(ending)).toMatch(part);
    }
    const slow = ALL.filter((ending) => step(ending).includes('--timeout'));
    expect(slow).toEqual([...ENDINGS['creations-exhausted'], ...ENDINGS['target-silent']]);
  });
});
