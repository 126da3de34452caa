import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { tellGithub } from '../../../src/cli/github/tell-github.js';
import { emptyFolder } from '../run-product.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

const SECRET = 'the-secret-of-some-app';

it.each([
  ['title', { title: SECRET, lines: [] }, ['## fine\n']],
  ['line', { title: 'fine', lines: ['fine', `it is ${SECRET}`] }, ['## fine\n']],
  ['summary', { title: 'fine', lines: [] }, ['## fine\n', `## ${SECRET}\n`]],
])('a secret in a %s is told to nobody', async (_, annotation, summaries) => {
  const path = join(await emptyFolder(), 'summary');
  vi.stubEnv('GITHUB_ACTIONS', 'true');
  vi.stubEnv('GITHUB_STEP_SUMMARY', path);
  const told = {
    annotations: [{ level: 'error' as const, ...annotation }],
    summaries,
    leak: (text: string) => (text.includes(SECRET) ? 'bk_app_secret' : undefined),
  };
  expect(() => {
    tellGithub(() => told, 'en');
  }).toThrow('<bk_app_secret>');
  expect(existsSync(path)).toBe(false);
});
