import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { httpTarget } from './hostile-target.js';
import { recordOf } from './record-of.js';
import { emptyFolder, run, STACK_LINE, targetVariables } from './run-product.js';

const PASSWORD = 'geheim/geheim+2';
const FAR = { ...targetVariables('http://cmdb.example'), CMDB_ALLOW_WRITES: '1' };

/** The address of a proxy, with an account. */
function proxyAt(baseUrl: string): string {
  return baseUrl.replace('//', `//me:${encodeURIComponent(PASSWORD)}@`);
}

/** The password in every form in which it could be written. */
const FORMS = [
  PASSWORD,
  encodeURIComponent(PASSWORD),
  Buffer.from(PASSWORD).toString('base64'),
  Buffer.from(`me:${PASSWORD}`).toString('base64'),
];

describe.concurrent('a run through a proxy', () => {
  it('that wants other credentials: the target is unreachable, exit code 4', async () => {
    const proxy = await httpTarget((request, response) => {
      request.resume();
      response.writeHead(407, { 'content-type': 'text/html' }).end('<html>who are you?</html>');
    });
    const cwd = await emptyFolder();
    const env = { ...FAR, http_proxy: '', HTTP_PROXY: proxyAt(proxy.baseUrl) };
    const { code, out } = await run(['run', '--lang', 'en'], { cwd, env });
    expect(code).toBe(4);
    expect(out.replace(/\s+/g, ' ')).toContain('the proxy wants other credentials: HTTP 407');
    const { requirements } = await recordOf(cwd);
    const failed = requirements.filter(({ status }) => status === 'failed');
    expect(failed).toEqual([]);
  });

  it('that repeats its password: it is written nowhere', async () => {
    const proxy = await httpTarget((request, response) => {
      request.resume();
      const { 'proxy-authorization': authorization = '' } = request.headers;
      response.setHeader('x-seen', authorization);
      response.end(
        JSON.stringify({ result: false, code: 1, message: FORMS.join(' '), authorization }),
      );
    });
    const cwd = await emptyFolder();
    const env = { ...FAR, HTTP_PROXY: proxyAt(proxy.baseUrl) };
    const { out, err } = await run(['run'], { cwd, env });
    const names = await readdir(join(cwd, 'reports'));
    expect(names).toContain('results.json');
    const files = names.map((name) => readFile(join(cwd, 'reports', name), 'utf8'));
    const texts = [out, err, ...(await Promise.all(files))];
    expect(texts.join()).toContain('<proxy password>');
    for (const text of texts) for (const form of FORMS) expect(text).not.toContain(form);
  });

  it('whose password is badly encoded: exit code 2, and the variable is named', async () => {
    const cwd = await emptyFolder();
    const env = { ...FAR, HTTP_PROXY: 'http://me:hunter2%@127.0.0.1:9' };
    const { code, err } = await run(['run'], { cwd, env });
    expect(code).toBe(2);
    expect(err).toContain('HTTP_PROXY');
    expect(err).not.toContain('hunter2');
    expect(err).not.toMatch(STACK_LINE);
  });
});
