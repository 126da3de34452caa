import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { curlLine } from '../../src/report/curl.js';
import { curlTerms } from '../../src/report/curl-terms.js';
import { type WholeRequest, wholeRequest } from '../../src/record/whole-exchange.js';
import { NEAR_MISSES } from '../../src/cases/near-misses.js';
import type { RecordedExchange } from '../../src/record/exchange.js';
import { anExchange, USUAL } from './an-exchange.js';

const variables = {
  CMDB_BASE_URL: 'https://paas.example.com',
  BK_APP_SECRET: `s'e"c$r \`e\\t`,
  BK_TOKEN: 'the token',
  CMDB_OTHER_APP_SECRET: 'theirs',
  BK_USERNAME: 'o’neil',
};

/** The arguments that a shell hands to curl. */
function argumentsOf(line: string, env: NodeJS.ProcessEnv = variables): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${line}`;
  return execFileSync('sh', ['-c', script], {
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  })
    .split('\0')
    .slice(0, -1);
}

/** The line of a request, in a record where these ids are gone. */
function lineOf(
  method: string,
  path: string,
  headers: WholeRequest['headers'],
  body: string,
  standIns: Readonly<Record<string, string>> = {},
): string {
  const terms = curlTerms({ endpoints: [{ endpoint: 'x', ground: {}, standIns }] });
  return curlLine({ method, path, headers, body }, terms);
}

describe('a curl line', () => {
  it('repeats the request, with the secrets from variables', () => {
    const line = lineOf(
      'POST',
      '/api/c/compapi/v2/cc/add_instance_association/',
      [
        ['content-type', 'application/json'],
        ['cookie', 'bk_token=<bk_token>'],
      ],
      '{"bk_app_secret":"<bk_app_secret>","bk_token":"<bk_token>","x":"<other_app_secret>","u":"<bk_username>"}',
    );
    expect(argumentsOf(line)).toEqual([
      '-sS',
      '-X',
      'POST',
      'https://paas.example.com/api/c/compapi/v2/cc/add_instance_association/',
      '-H',
      'content-type: application/json',
      '-H',
      'cookie: bk_token=the token',
      '--data-binary',
      `{"bk_app_secret":"${variables.BK_APP_SECRET}","bk_token":"the token","x":"theirs","u":"o’neil"}`,
    ]);
  });

  it.each([
    `it's`,
    `''`,
    `'; touch /tmp/x; '`,
    '$(id) `id` $HOME ${HOME}',
    'back\\slash \\" \\n',
    'two\nlines',
    '多个 字',
    '!history *?[a]~#&|<>',
    '"$BK_APP_SECRET"',
  ])('hands on %j as it is', (text) => {
    const line = lineOf('POST', `/p/${text}`, [['x-a', text]], text);
    expect(argumentsOf(line)).toEqual([
      '-sS',
      '-X',
      'POST',
      `https://paas.example.com/p/${text}`,
      '-H',
      `x-a: ${text}`,
      '--data-binary',
      text,
    ]);
  });

  it.each(['3f9c1b7E-secret', 'xX y', `s'e"c$r \`e\\t`, 'AbcdefgX', '%s\\n-e'])(
    'has the shell make the near misses of %j',
    (secret) => {
      for (const [name, { make }] of Object.entries(NEAR_MISSES)) {
        const body = `{"bk_app_secret":"<bk_app_secret: ${name}>"}`;
        const line = lineOf('POST', '/', [], body);
        const asked = argumentsOf(line, { ...variables, BK_APP_SECRET: secret }).at(-1);
        expect(asked, name).toBe(`{"bk_app_secret":"${make(secret)}"}`);
      }
    },
  );

  it('leaves other words in angle brackets alone', () => {
    const body = '<html> <unknown_name> <bk_app_secret: prefix> <BK_APP_SECRET>';
    expect(argumentsOf(lineOf('POST', '/', [], body)).at(-1)).toBe(body);
  });

  it('has the fixture’s instances stand in for those that are gone', () => {
    const gone = { '12': 'CMDB_INST_ID', '9007199254740993': 'CMDB_ASST_INST_ID' };
    const body = '{"bk_inst_id":12.5,"bk_asst_inst_id":"9007199254740993","x":[112,12,120]}';
    const env = { ...variables, CMDB_INST_ID: '101', CMDB_ASST_INST_ID: '201' };
    expect(argumentsOf(lineOf('POST', '/', [], body, gone), env).at(-1)).toBe(
      '{"bk_inst_id":101.5,"bk_asst_inst_id":"201","x":[112,101,120]}',
    );
  });

  it('is made of what is usual for the endpoint, where the record says nothing else', () => {
    const exchange = anExchange({ n: 1, purpose: 'request' });
    const line = (more: Omit<RecordedExchange['sent'], 'body'>): string =>
      curlLine(
        wholeRequest({ ...exchange, sent: { body: '', ...more } }, USUAL),
        curlTerms({ endpoints: [] }),
      );
    expect(argumentsOf(line({}))).toEqual([
      '-sS',
      '-X',
      'POST',
      'https://paas.example.com/api/c/compapi/v2/cc/add_instance_association/',
      '-H',
      'content-type: application/json',
      '-H',
      'accept: application/json',
    ]);
    expect(argumentsOf(line({ method: 'GET', path: '/x', headers: { 'x-a': 'b' } }))).toEqual([
      '-sS',
      '-X',
      'GET',
      'https://paas.example.com/x',
      '-H',
      'x-a: b',
    ]);
  });

  it('has no data where there is no body', () => {
    expect(argumentsOf(lineOf('GET', '/x', [], ''))).toEqual([
      '-sS',
      '-X',
      'GET',
      'https://paas.example.com/x',
    ]);
  });
});
