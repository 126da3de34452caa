import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { DryRun } from '../../../src/record/planned-request.js';
import { httpTarget } from '../hostile-target.js';
import { emptyFolder, run, targetVariables } from '../run-product.js';

/** A dry run against a target that counts what reaches it. */
async function dry(args: readonly string[]) {
  let requests = 0;
  const target = await httpTarget((request, response) => {
    requests += 1;
    request.resume();
    response.end();
  });
  const cwd = await emptyFolder();
  const own = targetVariables(target.baseUrl);
  const secrets = [own['BK_APP_SECRET'] ?? '', 'a-token-that-nobody-has'];
  const env = { ...own, BK_TOKEN: 'a-token-that-nobody-has' };
  const ended = await run(['run', '--dry-run', ...args], { cwd, env });
  return { ...ended, baseUrl: target.baseUrl, secrets, cwd, reached: () => requests };
}

function isDryRun(value: unknown): value is DryRun {
  return typeof value === 'object' && value !== null && 'requests' in value && 'counts' in value;
}

function read(out: string): DryRun {
  const value: unknown = JSON.parse(out);
  if (isDryRun(value)) return value;
  throw new Error('it is no dry run');
}

describe.concurrent('run --dry-run', () => {
  it('prints what would be sent and sends nothing to the target, writes nothing', async () => {
    const { code, out, baseUrl, secrets, cwd, reached } = await dry(['--only', 'missing-field']);
    expect(code).toBe(0);
    expect(reached()).toBe(0);
    expect(await readdir(cwd)).toEqual([]);
    expect(out).toMatch(
      /^ {4}1 {2}POST \/api\/c\/compapi\/v2\/cc\/find_object_association\/ {2}.*setup\n/,
    );
    expect(out).toContain('missing-field.metadata.absent');
    expect(out).toContain('"bk_inst_id":11');
    expect(out).toContain(`requests to ${baseUrl}`);
    expect(out).toContain('None of them was sent.');
    for (const secret of secrets) expect(out).not.toContain(secret);
    expect(out).toContain('<bk_app_secret>');
    expect(out).not.toMatch(/[^0-9][35]0000000000[0-9]{5}/);
  });

  it.each([[], ['--effort', 'quick'], ['--only', 'missing-field'], ['--only', 'success']])(
    'counts within a tenth of what a run foretells: %j %j',
    async (...args) => {
      const { out } = await run(['run', '--dry-run', '--json', ...args], {
        cwd: await emptyFolder(),
      });
      const { requests, counts, forecast } = read(out);
      expect(requests.map(({ n }) => n)).toEqual(requests.map((_, at) => at + 1));
      expect(counts.requests).toBe(requests.length);
      for (const count of ['requests', 'creations'] as const) {
        const foretold = Number(forecast[count].toPrecision(2));
        expect(Math.abs(foretold - counts[count])).toBeLessThanOrEqual(counts[count] / 10);
      }
    },
  );

  it('names what a run would make', async () => {
    const args = ['run', '--dry-run', '--only', 'success', '--lang', 'zh'];
    const { out } = await run(args, { cwd: await emptyFolder() });
    expect(out).toContain('"bk_inst_id":<instance 1>');
    expect(out).toContain('"id":<association ');
    expect(out).toContain('"bk_inst_name":"cmdb-conformance-<run>-');
    expect(out).toContain('以上均未发送');
  });

  it('ends as a run does for values that can’t be meant, or an unknown name', async () => {
    const cwd = await emptyFolder();
    const env = { ...targetVariables('http://127.0.0.1:9'), BK_APP_SECRET: '$BK_APP_SECRET' };
    const wrong = await run(['run', '--dry-run'], { cwd, env });
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('BK_APP_SECRET');
    expect(wrong.out).toBe('');
    const unknown = await run(['run', '--dry-run', '--only', 'nothing'], { cwd });
    expect(unknown.code).toBe(2);
  });
});
