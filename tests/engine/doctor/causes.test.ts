import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../../src/embedded/start.js';
import type { CheckKind, CheckResult } from '../../../src/record/diagnosis.js';
import { exitCodeOfDiagnosis } from '../../../src/record/exit-code.js';
import { checkSentence } from '../../../src/report/sentences/checks/check.js';
import { checkStep } from '../../../src/report/sentences/checks/step.js';
import { diagnosisOf } from './a-diagnosis.js';

const ABOUT = { thing: { en: 'association', zh: '关联关系' } };

/** A cause, the variant that has it, and what is told of it. */
type Row = readonly [
  variant: string,
  exit: 0 | 2 | 4,
  kind: CheckKind,
  result: CheckResult,
  says: readonly string[],
];

const ROWS: readonly Row[] = [
  // The way there.
  ['redirects-to-a-login', 4, 'address', 'wrong', ['302', '/login/', 'CMDB_BASE_URL']],
  ['login-page', 4, 'address', 'wrong', ['Sign in', 'CMDB_BASE_URL']],
  ['proxy-not-found', 4, 'address', 'wrong', ['404', 'nginx', 'NO_PROXY']],
  ['plain-http-at-tls', 4, 'address', 'wrong', ['TLS', 'https://']],
  ['another-service', 4, 'address', 'wrong', ['another service']],
  ['component-not-found', 4, 'address', 'wrong', ['1306404', 'scheme and host alone']],
  ['address-not-allowed', 4, 'address', 'wrong', ['1640302', 'address of this machine']],
  ['channel-inactive', 4, 'address', 'wrong', ['1306405', 'switch the channel']],
  ['cmdb-is-down', 4, 'lookups', 'wrong', ['1306201', 'third-party system']],
  // Identities.
  ['app-secret-wrong', 4, 'app', 'wrong', ['APP Secret verification failed', 'BK_APP_SECRET']],
  ['app-not-registered', 4, 'app', 'wrong', ['Invalid APP Code', 'BK_APP_CODE']],
  ['token-ran-out', 0, 'identity', 'warning', ['BK_TOKEN', 'may have expired', 'inconclusive']],
  ['bk-token-valid-refused', 0, 'identity', 'warning', ['BK_TOKEN', 'may have expired']],
  ['user-not-exempt', 0, 'identity', 'warning', ['BK_USERNAME', 'not be exempt']],
  ['both-identities-refused', 4, 'identity', 'wrong', ['every configured identity', 'BK_TOKEN']],
  ['only-token-ran-out', 4, 'identity', 'wrong', ['bk_token is valid', 'BK_TOKEN']],
  // Permissions.
  ['component-permission-lacking', 4, 'permission', 'wrong', ['1306403', 'developer centre']],
  ['component-permission-lacking-for-all', 4, 'permission', 'wrong', ['1306403', 'BK_APP_CODE']],
  ['gateway-permission-lacking', 4, 'permission', 'wrong', ['1640301', 'API of the gateway']],
  ['user-may-not-edit', 4, 'permission', 'wrong', ['9900403', '实例编辑', 'IAM']],
  ['user-may-not-look', 4, 'permission', 'wrong', ['9900403', 'IAM']],
  ['user-may-not-remove', 4, 'permission', 'wrong', ['9900403', 'IAM']],
  ['user-may-not-make-instances', 0, 'permission', 'warning', ['create_inst', '9900403']],
  // The fixture.
  [
    'association-unknown',
    2,
    'fixture',
    'wrong',
    ['bk_switch_uplink_bk_router', 'CMDB_OBJ_ASST_ID'],
  ],
  ['models-swapped', 0, 'fixture', 'warning', ['CMDB_OBJ_ID is bk_router', 'CMDB_ASST_OBJ_ID']],
  ['models-of-another-association', 2, 'fixture', 'wrong', ['CMDB_OBJ_ID is bk_firewall']],
  ['pair-taken', 0, 'free', 'warning', ['CMDB_INST_ID 101', 'association 1003', 'makes instances']],
  ['source-is-gone', 0, 'free', 'unknown', ['CMDB_INST_ID 103', 'if they are there']],
  // Weather.
  ['gateway-away-at-first', 0, 'weather', 'warning', ['503', 'CMDB_MAX_RATE']],
];

describe('a cause that a run would end for, or tell of', () => {
  it.each(ROWS)('%s: exit code %i, %s %s', async (variant, exit, kind, result, says) => {
    const server = await startEmbedded({ variant });
    const before = server.snapshot();
    const checks = await diagnosisOf(server.settings);
    const after = server.snapshot();
    await server.close();
    const found = checks.filter((check) => check.kind === kind && check.result === result);
    const told = found.flatMap((check) => [
      checkSentence(check, ABOUT).en,
      checkStep(check)?.en ?? '',
    ]);
    for (const words of says) expect(told.join(' ')).toContain(words);
    expect(exitCodeOfDiagnosis(checks)).toBe(exit);
    expect(after).toBe(before);
  });

  it('is one of each that is about the address, the app, an identity, a permission or the fixture', () => {
    const kinds = new Set(ROWS.map(([, , kind]) => kind));
    expect([...kinds].sort()).toEqual(
      ['address', 'app', 'fixture', 'free', 'identity', 'lookups', 'permission', 'weather'].sort(),
    );
  });
});
