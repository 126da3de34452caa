import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmbedded } from '../../../src/embedded/start.js';
import type { Release } from '../../../src/embedded/releases/release.js';
import { checkSentence } from '../../../src/report/sentences/checks/check.js';
import { PAIRS } from '../../releases/pairs.js';
import { diagnosisOf, ofKind } from './a-diagnosis.js';

const ABOUT = { thing: { en: 'association', zh: '关联关系' } };
const BEFORE_3_10 = ['cmdb-3.4', 'cmdb-3.6', 'cmdb-3.8', 'cmdb-3.9'];
const SINCE_3_10 = ['cmdb-3.10', 'cmdb-3.12', 'cmdb-3.13', 'cmdb-3.14'];

/** What a diagnosis of a pair says of releases. */
async function toldOf(
  release: Release,
  variables: Readonly<Record<string, string>> = {},
  more: { readonly mayWrite?: boolean } = {},
) {
  const server = await startEmbedded({ release });
  onTestFinished(() => server.close());
  const before = server.snapshot();
  const checks = await diagnosisOf({ ...server.settings, ...variables }, more);
  expect(server.snapshot()).toBe(before);
  return ofKind(checks, 'releases');
}

describe.each(PAIRS)('the releases that a diagnosis of $name tells of', ({ release }) => {
  it('are those that fit, with what was seen and the option to add', async () => {
    const told = await toldOf(release);
    const fits = Object.fromEntries(told.map(({ family, fit }) => [family, fit?.releases]));
    expect(fits).toEqual({
      esb: [release.esb],
      cmdb: release.cmdb === 'cmdb-3.9' ? BEFORE_3_10 : SINCE_3_10,
    });
    for (const check of told) {
      expect(check.result).toBe('ok');
      expect(check.ends).toBeUndefined();
      const { en, zh } = checkSentence(check, ABOUT);
      const words = {
        esb: [`--esb ${release.esb}`, 'find_instance_association bad-auth.bk_app_secret.wrong'],
        cmdb: ['--release …', 'delete_instance_association preflight.removal of a free id'],
      }[check.family];
      for (const word of words) for (const text of [en, zh]) expect(text).toContain(word);
      expect(en).not.toContain('#');
    }
  });
});

describe('the releases that a diagnosis tells of', () => {
  const release = { esb: 'b', cmdb: 'cmdb-3.12' } as const;

  it('are none of a family of which one is declared', async () => {
    const told = await toldOf(release, { CMDB_ESB: 'a' });
    expect(told.map(({ family }) => family)).toEqual(['cmdb']);
    expect(await toldOf(release, { CMDB_ESB: 'b', CMDB_RELEASE: 'cmdb-3.12' })).toEqual([]);
  });

  it('are of the ESB alone where nothing may be written, which is said', async () => {
    const told = await toldOf(release, {}, { mayWrite: false });
    const cmdb = told.find(({ family }) => family === 'cmdb');
    expect(cmdb).toEqual({ kind: 'releases', result: 'unknown', family: 'cmdb' });
    expect(cmdb && checkSentence(cmdb, ABOUT).en).toContain(
      'nothing seen here tells the releases of the CMDB apart',
    );
    expect(told.find(({ family }) => family === 'esb')?.fit?.releases).toEqual(['b']);
  });
});
