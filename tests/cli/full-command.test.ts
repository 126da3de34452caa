import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullCommand, fullPlaywrightCommand } from '../../src/cli/full-command.js';
import type { RepeatedOptions } from '../../src/cli/full-command.js';
import { shellQuoted } from '../../src/cli/shell-quoted.js';
import { startEmbedded } from '../../src/embedded/start.js';
import { recordOf } from './record-of.js';
import { emptyFolder, run } from './run-product.js';

const NOTHING: RepeatedOptions = {
  effort: 'full',
  endpoints: [],
  strict: false,
  insecure: false,
  redactUsers: false,
};

describe('the command for the full run', () => {
  it('repeats what was given, and nothing else', () => {
    expect(fullCommand(NOTHING)).toBe('npx cmdb-conformance run');
    const all: RepeatedOptions = {
      ...{ baseUrl: 'http://a/b', out: "my 'reports'", timeout: '5', lang: 'zh' },
      fixture: 'auto',
      ...{ release: 'cmdb-3.12', esb: 'b', waivers: 'w.yaml' },
      effort: 'quick',
      endpoints: ['add_instance_association', 'create_inst'],
      ...{ strict: true, insecure: true, redactUsers: true },
    };
    expect(fullCommand(all)).toBe(
      "npx cmdb-conformance run --base-url http://a/b --out 'my '\\''reports'\\''' --release cmdb-3.12 --esb b --waivers w.yaml --fixture auto --timeout 5 --lang zh --endpoint add_instance_association --endpoint create_inst --effort quick --strict --insecure --redact-users",
    );
  });

  it('repeats the variables of the Playwright front end', () => {
    expect(fullPlaywrightCommand({ CMDB_OUT: '', BK_TOKEN: 'secret' })).toBe('npx playwright test');
    const set = {
      ...{ CMDB_BASE_URL: 'http://a', CMDB_OUT: 'my reports' },
      ...{ CMDB_FIXTURE: 'auto', CMDB_EFFORT: 'quick', CMDB_STRICT: '1' },
    };
    expect(fullPlaywrightCommand(set)).toBe(
      "CMDB_BASE_URL=http://a CMDB_OUT='my reports' CMDB_FIXTURE=auto CMDB_EFFORT=quick CMDB_STRICT=1 npx playwright test",
    );
  });

  it('stands in the record of a part', async () => {
    const target = await startEmbedded();
    const cwd = await emptyFolder();
    const given = ['--base-url', target.baseUrl, '--timeout', '7', '--lang', 'en'];
    given.push('--effort', 'quick', '--strict');
    const args = ['run', ...given, '--only', 'protocol'];
    const { out } = await run(args, { cwd, env: target.settings });
    await target.close();
    const command = `npx cmdb-conformance run ${given.join(' ')}`;
    expect((await recordOf(cwd)).partial?.command).toBe(command);
    expect(out.replace(/\s+/g, ' ')).toContain(command);
  });

  it('repeats the language and the folder only where they were given', async () => {
    const cwd = await emptyFolder();
    const options = { cwd, env: { LANG: 'zh_CN.UTF-8' } };
    await run(['run', '--only', 'protocol'], options);
    expect((await recordOf(cwd)).partial?.command).toBe('npx cmdb-conformance run');
  });
});

describe.skipIf(process.platform === 'win32')('a quoted word', () => {
  it('is to a shell what it was', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !one.includes('\0'));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 50 }), (words) => {
        const script = `printf '%s\\0' ${words.map(shellQuoted).join(' ')}`;
        const printed = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' });
        expect(printed.split('\0').slice(0, -1)).toEqual(words);
      }),
      { numRuns: 40 },
    );
    expect(shellQuoted('')).toBe("''");
  });
});
