import { mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, run, STACK_LINE, targetVariables } from './run-product.js';

interface Wrong {
  readonly what: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What the message has to say. */
  readonly says: readonly string[];
}

const target = targetVariables('http://127.0.0.1:9');

const WRONG: readonly Wrong[] = [
  { what: 'no command', args: [], says: ['Usage:'] },
  { what: 'an unknown command', args: ['rnu'], says: ["unknown command 'rnu'", '--help'] },
  { what: 'an unknown option', args: ['run', '--nope'], says: ["unknown option '--nope'"] },
  { what: 'an option without its value', args: ['run', '--out'], says: ['--out', 'missing'] },
  { what: 'an unknown language', args: ['run', '--lang', 'fr'], says: ['fr', 'zh, en'] },
  { what: 'an argument too many', args: ['run', 'reports'], says: ['too many arguments'] },
  {
    what: 'a time-out that is no number',
    args: ['run', '--timeout', 'soon'],
    says: ['--timeout', 'soon', 'seconds'],
  },
  { what: 'a time-out of nothing', args: ['run', '--timeout', '0'], says: ['--timeout', '"0"'] },
  {
    what: 'a name that no case has',
    args: ['run', '--only', 'mising-field', '--only', 'success'],
    says: ['"mising-field"', 'missing-field', 'protocol', 'cmdb-conformance requirements'],
  },
  {
    what: 'a requirement that there is not',
    args: ['run', '--only', 'request.bk_inst_id.requird'],
    says: ['request.bk_inst_id.requird', 'Alike: ', 'request.bk_inst_id.required'],
  },
  {
    what: 'a requirement of an endpoint that is not judged',
    args: ['run', '--only', 'create_inst/endpoint.method'],
    says: ['"create_inst/endpoint.method"', 'Alike: ', 'endpoint.method'],
  },
  {
    what: 'an endpoint without a document',
    args: ['run', '--endpoint', 'add_instance_asociation'],
    says: ['add_instance_asociation', 'Name one of: ', 'add_instance_association'],
  },
  {
    what: 'an unknown effort',
    args: ['run', '--effort', 'much'],
    says: ['much', 'full, quick'],
  },
  {
    what: 'a base URL that is no URL',
    args: ['run', '--base-url', 'paas example'],
    says: ['CMDB_BASE_URL', 'command line', 'paas example', 'http'],
  },
  {
    what: 'a base URL of another scheme',
    args: ['run'],
    env: { CMDB_BASE_URL: 'ftp://paas.example.com' },
    says: ['CMDB_BASE_URL', 'environment', 'ftp://paas.example.com'],
  },
  {
    what: 'a base URL alone',
    args: ['run', '--base-url', 'http://127.0.0.1:9'],
    says: [...['BK_APP_CODE', 'BK_APP_SECRET', 'BK_USERNAME or BK_TOKEN'], '.env.example'],
  },
  {
    what: 'an instance without the model association',
    args: ['run'],
    env: { ...target, CMDB_OBJ_ASST_ID: '', CMDB_OBJ_ID: '', CMDB_ASST_OBJ_ID: '' },
    says: ['CMDB_OBJ_ASST_ID (for CMDB_INST_ID)', 'CMDB_OBJ_ASST_ID (for CMDB_ASST_INST_ID)'],
  },
  {
    what: 'another fixture than auto',
    args: ['run', '--fixture', 'any'],
    says: ['--fixture', 'auto'],
  },
  {
    what: 'several malformed variables at once',
    args: ['run'],
    env: { ...target, CMDB_INST_ID: '9223372036854775808', CMDB_CONCURRENCY: 'many' },
    says: ['CMDB_INST_ID', '9223372036854775808', 'int64', 'CMDB_CONCURRENCY', 'many', '1 to 8'],
  },
  {
    what: 'a malformed variable without a base URL',
    args: ['run'],
    env: { CMDB_TOTAL_TIMEOUT_MS: '15s' },
    says: ['CMDB_TOTAL_TIMEOUT_MS', '15s', 'milliseconds'],
  },
  {
    what: 'half a second app',
    args: ['run'],
    env: { ...target, CMDB_OTHER_APP_CODE: 'other' },
    says: ['CMDB_OTHER_APP_SECRET'],
  },
  {
    what: 'a host that is not this machine, without permission to write',
    args: ['run'],
    env: { ...target, CMDB_BASE_URL: 'http://paas.example.com' },
    says: ['http://paas.example.com', 'CMDB_ALLOW_WRITES=1'],
  },
  {
    what: 'certificates that are not there',
    args: ['run'],
    env: { ...target, CMDB_CA_FILE: 'ca.pem' },
    says: ['CMDB_CA_FILE', 'ca.pem'],
  },
  {
    what: 'half a client certificate',
    args: ['run'],
    env: { ...target, CMDB_CLIENT_KEY_FILE: 'client.key' },
    says: ['CMDB_CLIENT_CERT_FILE and CMDB_CLIENT_KEY_FILE (both or none)'],
  },
  {
    what: 'a client certificate that is not there',
    args: ['run'],
    env: { ...target, CMDB_CLIENT_CERT_FILE: 'a.pem', CMDB_CLIENT_KEY_FILE: 'a.key' },
    says: ['CMDB_CLIENT_CERT_FILE names a.pem', 'ENOENT'],
  },
  {
    what: 'an unknown defect for serve',
    args: ['serve', '--defect', 'nope'],
    says: ['nope', '--defects'],
  },
  { what: 'a port that is none', args: ['serve', '--port', '65536'], says: ['--port', '65536'] },
  {
    what: 'an unknown defect for prove',
    args: ['prove', '--only', 'nope'],
    says: ['nope', '--defects'],
  },
  {
    what: 'a folder of documents that is not there',
    args: ['derive', '--check', '--docs', 'nowhere'],
    says: ['nowhere', '--docs'],
  },
  {
    what: 'a folder of documents that is not there, for requirements',
    args: ['requirements', '--docs', 'nowhere'],
    env: { CMDB_BASE_URL: 'ftp://nowhere', BK_TOKEN: '$TOKEN' },
    says: ['nowhere', '--docs'],
  },
  {
    what: 'a record that is not there',
    args: ['report', 'nowhere.json'],
    env: { CMDB_BASE_URL: 'ftp://nowhere', BK_TOKEN: '$TOKEN' },
    says: ['nowhere.json'],
  },
];

describe.concurrent('wrong usage', () => {
  it.each(WRONG)('$what: exit code 2 and a message', async ({ args, env = {}, says }) => {
    const cwd = await emptyFolder();
    const { code, out, err } = await run(args, { cwd, env });
    for (const words of says) expect(err).toContain(words);
    expect(err).not.toMatch(STACK_LINE);
    // Only `run` reads variables.
    if (args.length > 0 && args[0] !== 'run') expect(err).not.toMatch(/\b(?:CMDB|BK)_/);
    expect(out).toBe('');
    expect(code).toBe(2);
    expect(existsSync(join(cwd, 'reports'))).toBe(false);
  });

  it('a base URL with a password: it is refused, and not repeated', async () => {
    const cwd = await emptyFolder();
    const url = 'http://admin:hunter2hunter2@127.0.0.1:9';
    const { code, err } = await run(['run'], { cwd, env: { ...target, CMDB_BASE_URL: url } });
    expect(code).toBe(2);
    expect(err).toContain('CMDB_BASE_URL');
    expect(err).not.toContain('hunter2');
  });

  it('a malformed secret is not repeated', async () => {
    const cwd = await emptyFolder();
    const secret = 'x'.repeat(5000);
    const { code, err } = await run(['run'], { cwd, env: { ...target, BK_APP_SECRET: secret } });
    expect(code).toBe(2);
    expect(err).toContain('BK_APP_SECRET');
    expect(err).not.toContain('xxxx');
  });

  it('a .env that can’t be read: exit code 2 and its path', async () => {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, '.env'));
    const { code, err } = await run(['run'], { cwd });
    expect(err).toContain(join(cwd, '.env'));
    expect(err).toContain('can’t be read');
    expect(err).not.toMatch(STACK_LINE);
    expect(code).toBe(2);
  });

  it('a malformed variable in .env: it says that it stands there', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, '.env'), 'CMDB_MAX_BODY_BYTES=4MB\n');
    const { code, err } = await run(['run'], { cwd });
    expect(err).toContain('CMDB_MAX_BODY_BYTES (from the .env)');
    expect(err).toContain('4MB');
    expect(code).toBe(2);
  });

  it('variables that are set, but empty, count as not set', async () => {
    const cwd = await emptyFolder();
    const env = { CMDB_BASE_URL: '', BK_TOKEN: '', CMDB_TOTAL_TIMEOUT_MS: '' };
    const { code } = await run(['run', '--only', 'protocol'], { cwd, env });
    expect(code).toBe(3);
  });
});
