import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/record/diagnosis.js';
import { emptyFolder, run, targetVariables } from './run-product.js';

describe.concurrent('doctor', () => {
  it('says that a run can go ahead, and writes nothing', async () => {
    const cwd = await emptyFolder();
    const { code, out, err } = await run(['doctor'], { cwd });
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('✓ permission');
    expect(out).toMatch(/\nA run can go ahead: npx cmdb-conformance run\n$/);
    expect(await readdir(cwd)).toEqual([]);
  });

  it('prints the checks alone with --json', async () => {
    const { code, out } = await run(['doctor', '--json'], { cwd: await emptyFolder() });
    expect(code).toBe(0);
    const diagnosis: unknown = JSON.parse(out);
    expect(diagnosis).toMatchObject({
      format: 'cmdb-conformance/diagnosis@1',
      target: { embedded: true },
      notReached: [],
      exitCode: 0,
      command: 'npx cmdb-conformance run',
    });
    const kinds = kindsIn(diagnosis);
    expect([...new Set(kinds)]).toEqual(CHECKS);
  });

  it.each([
    ['nothing listens', {}, 4, 'ECONNREFUSED', 'CMDB_BASE_URL'],
    ['a variable is malformed', { CMDB_INST_ID: 'x' }, 2, 'CMDB_INST_ID', 'int64'],
    ['a value can’t be meant', { BK_APP_SECRET: 'undefined' }, 2, 'BK_APP_SECRET', 'value itself'],
    ['a file is missing', { CMDB_CA_FILE: 'no.pem' }, 2, 'CMDB_CA_FILE', 'readable file'],
    [
      'nothing may be written',
      { CMDB_BASE_URL: 'http://no-such-host.invalid' },
      2,
      'no-such-host.invalid, which is not this machine',
      'CMDB_ALLOW_WRITES=1',
    ],
  ])('ends where %s', async (_name, more, exitCode, seen, next) => {
    const cwd = await emptyFolder();
    const env = { ...targetVariables('http://127.0.0.1:9'), ...more };
    const { code, out } = await run(['doctor'], { cwd, env });
    const told = out.replace(/\s+/g, ' ');
    expect(code).toBe(exitCode);
    expect(told).toContain(seen);
    expect(told).toContain(next);
    expect(told).toContain('A run would not go ahead. First mend:');
    const chinese = await run(['doctor', '--lang', 'zh'], { cwd, env });
    expect(chinese.code).toBe(exitCode);
    expect(chinese.out).toContain('请先处理：');
  });

  it('says in Chinese, too, what the fixture is', async () => {
    const { out } = await run(['doctor', '--lang', 'zh'], { cwd: await emptyFolder() });
    expect(out).toContain('测试数据按设置');
    expect(out).toContain('映射关系多对多');
  });

  it('names the command with the options that it was given', async () => {
    const args = ['doctor', '--effort', 'quick', '--timeout', '20'];
    const { out } = await run(args, { cwd: await emptyFolder() });
    expect(out).toContain('npx cmdb-conformance run --timeout 20 --effort quick');
  });
});

/** Kinds of the checks of a diagnosis. */
function kindsIn(diagnosis: unknown): string[] {
  const has = typeof diagnosis === 'object' && diagnosis !== null && 'checks' in diagnosis;
  const checks: unknown[] = has && Array.isArray(diagnosis.checks) ? diagnosis.checks : [];
  return checks.map((check) =>
    typeof check === 'object' && check !== null && 'kind' in check ? String(check.kind) : '',
  );
}
