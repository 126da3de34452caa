// Posts reports/comment.md to the merge request of the job, on GitHub and GitLab; where it posted one
// before, that is brought up to date. Without a token the text stays where it is.
// 将 reports/comment.md 发布到任务所属的合并请求（GitHub 与 GitLab）；已发布过则更新。没有令牌时不发布。
//
//   CONFORMANCE_COMMENT_TOKEN  GitHub: the token of the job, with pull-requests: write
//                              GitLab: a project access token with the scope api
import { existsSync, readFileSync } from 'node:fs';

const TEXT = 'reports/comment.md';
const MARK = '<!-- cmdb-conformance -->';
/** GitHub takes 65536 characters. */
const LONGEST = 60_000;
/** Comments are looked through a hundred at a time, so many times at most. */
const PAGES = 20;

const env = process.env;
const token = env.CONFORMANCE_COMMENT_TOKEN ?? '';
const place = env.GITHUB_ACTIONS === undefined ? onGitLab() : onGitHub();

if (!existsSync(TEXT)) say(`There is no ${TEXT}.`, `没有 ${TEXT}。`);
else if (place === undefined) {
  say(`No merge request here: ${TEXT} is only archived.`, `没有合并请求：仅归档 ${TEXT}。`);
} else if (token === '') {
  say(
    `CONFORMANCE_COMMENT_TOKEN is not set: ${TEXT} is only archived.`,
    `未设置 CONFORMANCE_COMMENT_TOKEN：仅归档 ${TEXT}。`,
  );
} else await post(place);

/** Where comments of a pull request are: their list, one of them, and how one is changed. */
function onGitHub() {
  // What is made after GitHub's runner may name no event.
  const path = env.GITHUB_EVENT_PATH ?? '';
  const event = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const number = event.pull_request?.number;
  if (number === undefined) return undefined;
  const issues = `${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/issues`;
  return {
    list: `${issues}/${number}/comments`,
    one: (id) => `${issues}/comments/${id}`,
    change: 'PATCH',
    // The token of a job is that of a bot, which may not ask who it is.
    isOwn: ({ user }) => user?.type === 'Bot',
    headers: { authorization: `Bearer ${token}` },
  };
}

/** The same of a merge request. */
function onGitLab() {
  const { CI_API_V4_URL: api, CI_PROJECT_ID: project, CI_MERGE_REQUEST_IID: number } = env;
  if (api === undefined || project === undefined || number === undefined) return undefined;
  const list = `${api}/projects/${project}/merge_requests/${number}/notes`;
  return {
    list,
    one: (id) => `${list}/${id}`,
    change: 'PUT',
    self: `${api}/user`,
    isOwn: ({ author }, self) => author?.id === self.id,
    headers: { 'private-token': token },
  };
}

async function post(where) {
  const before = await findComment(where);
  const body = JSON.stringify({ body: shortened(readFileSync(TEXT, 'utf8')) });
  if (before === undefined) await call(where, where.list, { method: 'POST', body });
  else await call(where, where.one(before), { method: where.change, body });
  say('The comment is posted.', '评论已发布。');
}

/** The id of the comment that an earlier job posted: what others wrote they could write over again. */
async function findComment(where) {
  const self = where.self && (await call(where, where.self, {}));
  for (let page = 1; page <= PAGES; page += 1) {
    const comments = await call(where, `${where.list}?per_page=100&page=${page}`, {});
    const found = comments.find(
      (comment) => comment.body?.startsWith(MARK) === true && where.isOwn(comment, self),
    );
    if (found !== undefined) return found.id;
    if (comments.length < 100) return undefined;
  }
  return undefined;
}

async function call({ headers }, url, request) {
  const { origin, pathname } = new URL(url);
  let found;
  try {
    const response = await fetch(url, {
      ...request,
      headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'cmdb-conformance' },
      // The token is for this address alone.
      redirect: 'error',
      signal: AbortSignal.timeout(30_000),
    });
    if (response.ok) return await response.json();
    found = `HTTP ${response.status}`;
  } catch (error) {
    found = error.cause?.message ?? error.message;
  }
  say(
    `The comment can't be posted to ${origin}${pathname}: ${found}. See what the token may do.`,
    `无法将评论发布到 ${origin}${pathname}：${found}。请检查令牌的权限。`,
  );
  process.exit(1);
}

/** A text that is too long ends at a line. */
function shortened(text) {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, text.lastIndexOf('\n', LONGEST))}\n\n… conformance.html\n`;
}

function say(en, zh) {
  process.stdout.write(`${en}\n${zh}\n`);
}
