import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import type { RunRecord } from '../../src/record/record.js';
import { nobody } from './hostile-target.js';
import { isStrict } from '../conformance/host/options.js';
import { recordOf } from './record-of.js';
import { emptyFolder, run, STACK_LINE, startPlaywright, targetVariables } from './run-product.js';

/** What a record says, without its times, ids and texts. */
function verdictsOf({ outcome, requirements, cases, notes, partial }: RunRecord) {
  return {
    outcome,
    requirements: requirements.map(({ id, status, problem }) => [id, status, problem?.kind]),
    cases: cases.map(({ id, status, problem }) => [id, status, problem?.kind]),
    notes: notes.map(({ kind }) => kind),
    part: partial?.part,
  };
}

describe('the Playwright front end', () => {
  it('on a target that is not there: skips what is not run, and tells no stack', async () => {
    const cwd = await emptyFolder();
    const baseUrl = await nobody();
    const env = { ...targetVariables(baseUrl), CMDB_OUT: join(cwd, 'reports') };
    const { code, out } = await startPlaywright(['--project', 'missing-field'], { cwd, env }).ended;
    expect(code).toBe(4);
    expect(out).toMatch(/\d{2} skipped/);
    expect(out).not.toMatch(/\d+ failed\n/);
    expect(out).not.toMatch(STACK_LINE);
    const record = await recordOf(cwd);
    expect(record.exitCode).toBe(4);
    expect(record.partial?.command).toBe(
      `CMDB_BASE_URL=${baseUrl} CMDB_OUT=${join(cwd, 'reports')} npx playwright test`,
    );
  });

  it('tells in Chinese what is wrong with its variables', async () => {
    const cwd = await emptyFolder();
    const env = { CMDB_EFFORT: 'much', LANG: 'zh_CN.UTF-8', CMDB_OUT: join(cwd, 'reports') };
    const { code, err } = await startPlaywright([], { cwd, env }).ended;
    expect(err).toContain('CMDB_EFFORT 应为 full 或 quick');
    expect(code).toBe(2);
    expect(() => isStrict({ CMDB_STRICT: 'yes' })).toThrow('CMDB_STRICT takes 1 or 0');
  });

  it('says of a broken server the same as the in-process one', async () => {
    const target = await startEmbedded({ defect: 'metadata-label-absent-accepted' });
    const variables: Record<string, string> = { ...target.settings, BK_TOKEN: '' };
    // Playwright starts a worker for each, and a new one after a failure.
    const categories = ['missing-field', 'envelope'];
    const of = (option: string) => categories.flatMap((category) => [option, category]);
    const [here, there] = [await emptyFolder(), await emptyFolder()];
    const inProcess = await run(['run', '--effort', 'quick', ...of('--only')], {
      ...{ cwd: here, env: variables },
    });
    const env = { ...variables, CMDB_EFFORT: 'quick', CMDB_OUT: join(there, 'reports') };
    const tests = await startPlaywright(of('--project'), { cwd: there, env }).ended;
    await target.close();

    const [one, other] = [await recordOf(here), await recordOf(there)];
    expect(verdictsOf(other)).toEqual(verdictsOf(one));
    expect(other.suite).toMatchObject({ frontEnd: 'playwright', effort: 'quick' });
    expect([inProcess.code, tests.code]).toEqual([1, 1]);
    // A test tells why its case failed, where the document says so, and how to repeat it.
    expect(tests.out).toMatch(/2 failed\n/);
    expect(tests.out).toContain('failed: metadata.label absent: an association was created');
    expect(tests.out).toMatch(/document: docs\/api\/add_instance_association\.md:\d+ .*label/);
    expect(tests.out).toMatch(/repeat: curl .*"\$BK_APP_SECRET".*"bk_inst_id":'"\$CMDB_INST_ID"'/);
    expect(tests.out).not.toContain(variables['BK_APP_SECRET'] ?? 'no secret');
    // Rounds have tests, and a quick run has no rounds.
    expect(tests.out).toMatch(/-  +\d+ .*missing-field\.each member\.round 1/);
  });
});
