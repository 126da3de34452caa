import { describe, expect, it } from 'vitest';
import { writeJson } from '../../../src/json/write-json.js';
import type { Problem } from '../../../src/record/problem.js';
import { judge } from './judge.js';
import { startV3 } from './v3-server.js';
import type { Manners } from './v3-server.js';

/** A server that is wrong in one way, and what has to be found. */
interface Wrong {
  readonly what: string;
  readonly manners: Manners;
  readonly requirement: string;
  readonly kind: Problem['kind'];
}

/** One line of difference each. */
const WRONG_SERVERS: readonly Wrong[] = [
  {
    what: 'takes any secret',
    manners: {
      credentials: (who, { BK_APP_SECRET = '' }) =>
        who['bk_app_secret'] === undefined ? who : { ...who, bk_app_secret: BK_APP_SECRET },
    },
    requirement: 'auth.bk_app_secret.verified',
    kind: 'created-all-the-same',
  },
  {
    what: 'takes any login state',
    manners: {
      credentials: (who, { BK_TOKEN = '' }) =>
        who['bk_token'] === undefined ? who : { ...who, bk_token: BK_TOKEN },
    },
    requirement: 'auth.bk_token.verified',
    kind: 'created-all-the-same',
  },
  {
    what: 'writes its code as text',
    manners: { answer: (body) => ({ ...body, errno: writeJson(body['errno'] ?? null) }) },
    requirement: 'response.code.type',
    kind: 'wrong-type',
  },
  {
    what: 'says ok with a code that says otherwise',
    manners: { answer: (body) => (body['ok'] === true ? { ...body, errno: 1n } : body) },
    requirement: 'response.code.meaning',
    kind: 'contradiction',
  },
  {
    what: 'names the members of an answer as the documents do',
    manners: { answer: ({ trace = '', ...body }) => ({ ...body, request_id: trace }) },
    requirement: 'response.request_id.present',
    kind: 'member-missing',
  },
];

describe('a server with a way in of its own that is wrong', () => {
  it.each(WRONG_SERVERS)('is noticed: it $what', async ({ manners, requirement, kind }) => {
    await using server = await startV3(manners);
    const record = await judge(server, { only: [requirement] });
    const found = record.requirements.find(({ id }) => id === requirement);
    expect(found).toMatchObject({ level: 'must', status: 'failed', problem: { kind } });
    expect(record.outcome).toBe('nonconformant');
  });
});
