import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyFolder } from '../cli/run-product.js';
import { ROOT } from '../project/pages.js';
import { startCommentApi } from './comment-api.js';
import type { CommentApi } from './comment-api.js';
import { performSteps } from './perform-steps.js';

const TOKEN = 'a-token-of-a-project';
const STEP = { script: `node '${join(ROOT, 'ci', 'comment.mjs')}'`, env: {}, always: false };

const apis: CommentApi[] = [];

afterEach(async () => {
  for (const api of apis.splice(0)) await api.close();
});

async function api(bodies: readonly string[] = []): Promise<CommentApi> {
  const started = await startCommentApi(TOKEN, bodies);
  apis.push(started);
  return started;
}

async function folderWith(comment: string): Promise<string> {
  const folder = await emptyFolder();
  await mkdir(join(folder, 'reports'));
  await writeFile(join(folder, 'reports', 'comment.md'), comment);
  return folder;
}

function onGitLab(url: string, token = TOKEN): Record<string, string> {
  return {
    CI_API_V4_URL: `${url}/api/v4`,
    CI_PROJECT_ID: '11',
    CI_MERGE_REQUEST_IID: '5',
    CONFORMANCE_COMMENT_TOKEN: token,
  };
}

describe('ci/comment.mjs', () => {
  it('adds a comment to a merge request, once', async () => {
    // Somebody else may begin a comment with the mark: what the job said could be changed there.
    const others = Array.from({ length: 120 }, () => '<!-- cmdb-conformance -->\nNice.');
    const { url, comments, requests } = await api(others);
    const folder = await folderWith('<!-- cmdb-conformance -->\nfirst\n');
    expect((await performSteps([STEP], folder, {}, onGitLab(url))).code).toBe(0);
    await writeFile(join(folder, 'reports', 'comment.md'), '<!-- cmdb-conformance -->\nsecond\n');
    expect((await performSteps([STEP], folder, {}, onGitLab(url))).code).toBe(0);
    const [own, ...more] = comments.slice(120);
    expect(own).toMatchObject({ id: 121, body: '<!-- cmdb-conformance -->\nsecond\n' });
    expect(more).toEqual([]);
    expect(comments[0]?.body).toBe(others[0]);
    const list = '/api/v4/projects/11/merge_requests/5/notes';
    expect(requests).toContain(`POST ${list}`);
    expect(requests).toContain(`PUT ${list}/121`);
  });

  it('shortens what no code host takes', async () => {
    const { url, comments } = await api();
    const folder = await folderWith('a line\n'.repeat(10_000));
    expect((await performSteps([STEP], folder, {}, onGitLab(url))).code).toBe(0);
    const [comment] = comments;
    expect(comment?.body.length).toBeLessThan(65_536);
    expect(comment?.body).toMatch(/a line\n\n… conformance\.html\n$/);
  });

  it('leaves the text archived where there is no token, or no merge request', async () => {
    const { url, requests } = await api();
    const folder = await folderWith('text');
    const without = await performSteps([STEP], folder, {}, onGitLab(url, ''));
    expect(without).toMatchObject({ code: 0 });
    expect(without.out).toContain('CONFORMANCE_COMMENT_TOKEN is not set');
    const nowhere = await performSteps([STEP], folder, {}, { CONFORMANCE_COMMENT_TOKEN: TOKEN });
    expect(nowhere).toMatchObject({ code: 0 });
    const like = { CONFORMANCE_COMMENT_TOKEN: TOKEN, GITHUB_ACTIONS: 'true' };
    expect(await performSteps([STEP], folder, {}, like)).toMatchObject({ code: 0, err: '' });
    expect(nowhere.out).toContain('reports/comment.md is only archived');
    expect(requests).toEqual([]);
  });

  it('says why it could not post, without the token', async () => {
    const { url, requests } = await api();
    const folder = await folderWith('text');
    const { code, out, err } = await performSteps([STEP], folder, {}, onGitLab(url, 'another'));
    expect(code).toBe(1);
    expect(out).toContain('HTTP 403. See what the token may do.');
    expect(out + err).not.toContain('another');
    expect(requests).toEqual([]);
    const unreachable = await performSteps([STEP], folder, {}, onGitLab('http://127.0.0.1:1'));
    expect(unreachable).toMatchObject({ code: 1, err: '' });
    expect(unreachable.out).toContain("The comment can't be posted to http://127.0.0.1:1/");
  });
});
