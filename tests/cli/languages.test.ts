import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConformanceError } from '../../src/error.js';
import { emptyFolder, run, targetVariables } from './run-product.js';

const target = targetVariables('http://127.0.0.1:9');
const HAN = /\p{Script=Han}/u;

/** Wrong usage of the commands that speak Chinese. */
const WRONG: readonly {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}[] = [
  { args: ['run', '--timeout', 'soon'] },
  { args: ['run', '--base-url', ''] },
  { args: ['run', '--base-url', 'foo'] },
  { args: ['run', '--base-url', 'http://127.0.0.1:9'] },
  { args: ['run', '--only', 'mising-field'] },
  { args: ['run', '--only', 'request.bk_inst_id.requird'] },
  { args: ['run', '--out', 'taken/reports'] },
  { args: ['run'], env: { ...target, CMDB_INST_ID: 'x', BK_APP_SECRET: 'x'.repeat(5000) } },
  { args: ['run'], env: { ...target, CMDB_BASE_URL: 'http://paas.example.com' } },
  { args: ['run'], env: { ...target, CMDB_CA_FILE: 'nowhere.pem' } },
  { args: ['run'], env: { ...target, CMDB_CA_FILE: 'taken' } },
  { args: ['run'], env: { ...target, CMDB_CLIENT_CERT_FILE: 'taken' } },
  {
    args: ['run'],
    env: { ...target, CMDB_CLIENT_CERT_FILE: 'taken', CMDB_CLIENT_KEY_FILE: 'taken' },
  },
  { args: ['run'], env: { BK_TOKEN: 'some-token' } },
  { args: ['run'], env: { ...target, CMDB_OTHER_APP_CODE: 'other' } },
  { args: ['derive', '--docs', 'nowhere'] },
  { args: ['derive', '--out', 'taken/schemas'] },
  { args: ['requirements', '--docs', 'nowhere'] },
  { args: ['report', 'taken', '--out', 'taken/reports'] },
  { args: ['report', 'nowhere.json'] },
];

describe.concurrent('errors in Chinese', () => {
  it.each(WRONG)('$args $env', async ({ args, env = {} }) => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'taken'), '');
    const { code, err } = await run([...args, '--lang', 'zh'], { cwd, env });
    const [problem = '', remedy = ''] = err.split('\n');
    expect(problem).toMatch(HAN);
    expect(remedy).toMatch(/^ {2}→ /);
    expect(remedy).toMatch(HAN);
    expect(code).toBe(2);
  });

  it('are told in a Chinese locale, and in English where that is asked for', async () => {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'reports', 'results.json'), { recursive: true });
    const env = { LANG: 'zh_CN.UTF-8' };
    expect((await run(['run'], { cwd, env })).err).toContain('已有同名目录');
    const english = await run(['run', '--lang', 'en'], { cwd, env });
    expect(english.err).toContain('a folder has its name');
    expect(english.err).not.toMatch(HAN);
    expect((await run(['serve', '--port', 'x'], { cwd, env })).err).toContain('--port 应为');
  });
});

describe('a hint on --base-url', () => {
  it('speaks of the option', async () => {
    const { err } = await run(['run', '--base-url', 'foo'], { cwd: await emptyFolder() });
    expect(err).toContain('CMDB_BASE_URL (from the command line)');
    expect(err).toContain('→ Correct the option, as in --base-url https://');
    expect(err).not.toContain('.env');
  });
});

describe('ConformanceError', () => {
  it('is English where a sentence has no Chinese', () => {
    const error = new ConformanceError('usage', { en: 'Wrong.', zh: '有误。' }, 'Do it.');
    expect(error.message).toBe('Wrong.\n  → Do it.');
    expect(error.told('en')).toBe(error.message);
    expect(error.told('zh')).toBe('有误。\n  → Do it.');
    expect(error.remedy).toBe('Do it.');
  });
});
