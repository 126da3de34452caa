import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drive } from '../../src/cli/run/drive.js';
import { publish } from '../../src/cli/run/publish.js';
import { drawOutcome } from '../../src/report/console/console.js';
import { curlLine } from '../../src/report/curl.js';
import { indexRecord } from '../../src/report/record-index.js';
import { wholeRequest } from '../../src/record/whole-exchange.js';
import { ConformanceError } from '../../src/error.js';
import { FRAME } from './a-bare-run.js';
import { open, verdictOn } from './a-run.js';
import { aSession } from './a-session.js';
import { refusal, startFront } from './front.js';
import type { Answer, Behave, Front } from './front.js';

/** Values that are written otherwise in a URL, in JSON, in HTML and in a shell. */
const SECRET = `Sx9+kQ/2&z="w<v>'u\\t-éñ-7Rm4`;
const TOKEN = `tK5/eN+0=q&"r%s<t>'u-8Wn3-LpQ2`;
const USER = 'maria.fernandez';

function swapped(text: string): string {
  return Array.from(text, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  ).join('');
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const inside = (before: number): string => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return text.slice(before === 0 ? 0 : 4, text.length - 4);
  };
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
    secret
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;'),
    bytes.toString('hex'),
    inside(0),
    inside(1),
    inside(2),
    // Nor nearly all of it.
    secret.slice(0, -1),
    secret.slice(1),
    swapped(secret),
  ];
}

/** Passes calls on to a server that knows the app by another secret and another token. */
function knownByOthers(behave: Behave): Promise<Front> {
  const real = { bk_app_secret: '', bk_token: '' };
  const started = startFront((call, forward) =>
    behave(call, () => {
      const text = call.text
        .replace(JSON.stringify(SECRET), JSON.stringify(real.bk_app_secret))
        .replace(JSON.stringify(TOKEN), JSON.stringify(real.bk_token));
      return forward(text);
    }),
  );
  return started.then((front) => {
    real.bk_app_secret = front.settings['BK_APP_SECRET'] ?? '';
    real.bk_token = front.settings['BK_TOKEN'] ?? '';
    return front;
  });
}

function variablesOf(front: Front): Record<string, string> {
  return { ...front.settings, BK_APP_SECRET: SECRET, BK_TOKEN: TOKEN, BK_USERNAME: USER };
}

/** What a careless server may say of each request, by turns. */
function repeating(both: string, n: number): Answer | undefined {
  const coded = encodeURIComponent(both);
  const base64 = Buffer.from(`user:${both}`).toString('base64');
  switch (n % 10) {
    case 0:
      return refusal(1, `wrong: ${both}`);
    case 1:
      return {
        ...refusal(1, 'wrong'),
        headers: { 'x-sent': coded, authorization: `Basic ${base64}` },
      };
    case 2:
      return { status: 302, headers: { location: `http://127.0.0.1:9/?s=${coded}` }, body: '' };
    case 3:
      return { headers: { 'content-type': 'text/html' }, body: `<p title="${base64}">${both}</p>` };
    case 4:
      return refusal(1, JSON.stringify({ sent: JSON.stringify({ both }) }));
    case 5:
      return { cut: true, body: `{"result": false, "message": "${both}` };
    case 6:
      return {
        status: 200,
        headers: { [`x-${Buffer.from(both).toString('hex')}`]: 'x' },
        body: '{}',
      };
    case 7:
      return refusal(1, Buffer.from(both).toString('base64url'));
    case 8:
      return refusal(1, `not ${swapped(both)}`);
    default:
      return undefined;
  }
}

describe('a server that repeats secrets in every way', () => {
  let out = '';
  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'cmdb-secrets-'));
  });
  afterAll(async () => {
    await rm(out, { recursive: true, force: true });
  });

  it('is told on, and nothing that is written or printed has them', async () => {
    await using front = await knownByOthers(async ({ endpoint, n }, forward) => {
      const answer = await forward();
      const both = n % 20 < 10 ? SECRET : TOKEN;
      const strange = endpoint === 'add_instance_association' ? repeating(both, n) : undefined;
      return (
        strange ?? {
          ...answer,
          body: answer.body.replace(
            '"message":"',
            `"message":"${JSON.stringify(both).slice(1, -1)} `,
          ),
        }
      );
    });
    const run = await open(variablesOf(front), { out, only: ['success', 'bad-auth'] });
    const told: string[] = [];
    const record = await drive(run.session, (result) => told.push(JSON.stringify(result)));
    await run.close();
    const paths = await publish(record, { out, lang: 'zh' }, (text) => run.session.leak(text));
    expect(verdictOn(record, 'convention.secrets.not_repeated').status).toBe('failed');
    expect(record.outcome).toBe('nonconformant');
    const printed = (['en', 'zh'] as const).map((lang) =>
      drawOutcome(record, lang, { color: true, width: 120, reports: paths }),
    );
    const written = await Promise.all(
      (await readdir(out)).map((name) => readFile(join(out, name), 'utf8')),
    );
    expect(written.length).toBeGreaterThanOrEqual(4);
    for (const text of [...written, ...printed, ...told]) {
      for (const form of [...formsOf(SECRET), ...formsOf(TOKEN)]) expect(text).not.toContain(form);
    }
    expect(written.join('')).toContain('$BK_APP_SECRET');
    expect(written.join('')).toContain('<bk_app_secret>');
    // User names are no secrets unless they are asked to be.
    expect(written.join('')).toContain(USER);
  });
});

describe('a secret where a text is cut', () => {
  it.each([
    ['a reason', 104, (both: string) => refusal(1, `${'x'.repeat(104)}${both}`)],
    ['a signature', 184, (both: string) => refusal(1306000, `${'x'.repeat(184)}${both}`)],
    [
      'a key that comes twice',
      184,
      (both: string) => ({ body: `{"${'x'.repeat(184)}${both}":1,"${'x'.repeat(184)}${both}":2}` }),
    ],
    [
      'a body',
      4082,
      (both: string) => ({ cut: true as const, body: `${' '.repeat(4082)}${both}` }),
    ],
    [
      'a body that the server cuts',
      0,
      (both: string) => ({ cut: true as const, body: `{"message":"${both.slice(0, -2)}` }),
    ],
    [
      'a content coding',
      0,
      (both: string) => ({ headers: { 'content-encoding': both }, body: '{}' }),
    ],
  ])('such as %s is not written in part', async (_name, _length, answer) => {
    const plain = 'k9V-zQ3-eW7nT5-p2LmX8';
    await using front = await knownByOthers(({ endpoint, nth }, forward) =>
      endpoint === 'add_instance_association' && nth % 3 === 0 ? answer(plain) : forward(),
    );
    const run = await open(
      { ...variablesOf(front), CMDB_OTHER_APP_SECRET: plain, CMDB_OTHER_APP_CODE: 'other' },
      { effort: 'quick', only: ['missing-field', 'bad-auth'] },
    );
    const record = await drive(run.session, () => undefined);
    await run.close();
    const text = JSON.stringify(record);
    expect(text).not.toContain(plain.slice(0, 12));
    expect(text).not.toContain(plain.slice(-12));
    expect(text.toLowerCase()).not.toContain(plain.slice(0, 12).toLowerCase());
  });
});

describe('user names', () => {
  it('are hidden where that is asked for', async () => {
    await using front = await knownByOthers((_call, forward) => forward());
    const variables = { ...variablesOf(front), CMDB_REDACT_USERS: '1' };
    const run = await open(variables, { only: ['success.identity.bk_username'] });
    const record = await drive(run.session, () => undefined);
    await run.close();
    expect(record.settings.redactUsers).toBe(true);
    const text = JSON.stringify(record);
    expect(text).not.toContain(USER);
    expect(text).toContain('<bk_username>');
    const { usual, curl, exchanges } = indexRecord(record);
    const lines = [...exchanges.values()].map(({ exchange }) =>
      curlLine(wholeRequest(exchange, usual), curl),
    );
    expect(lines.join('\n')).toContain('$BK_USERNAME');
    expect(front.calls.some((call) => call.text.includes(USER))).toBe(true);
  });
});

describe('the scan of what a run wrote', () => {
  it('fails the run where nothing was redacted, and removes the files', async () => {
    const out = await mkdtemp(join(tmpdir(), 'cmdb-secrets-'));
    await using front = await knownByOthers((_call, forward) => forward());
    const only = ['success.identity.bk_username'];
    const { session, close } = await aSession(variablesOf(front), {
      frame: { ...FRAME, effort: 'quick', only },
      redactor: (real) => ({ ...real, text: (text) => text, value: (value) => value }),
    });
    try {
      const record = await drive(session, () => undefined);
      const [exchange] = record.cases.flatMap(({ exchanges }) => exchanges);
      expect(exchange?.sent.body).toContain(JSON.stringify(SECRET));
      const error: unknown = await publish(record, { out, lang: 'en' }, (text) =>
        session.leak(text),
      ).catch((problem: unknown) => problem);
      if (!(error instanceof ConformanceError)) throw new Error('the scan found nothing');
      expect(error.code).toBe('internal');
      expect(error.message).toContain('results.json (<bk_app_secret>)');
      expect(error.message).toContain('conformance.html (<bk_app_secret>)');
      for (const form of formsOf(SECRET)) expect(error.message).not.toContain(form);
      const left = await Promise.all(
        (await readdir(out)).map((name) => readFile(join(out, name), 'utf8')),
      );
      for (const text of left) expect(session.leak(text)).toBeUndefined();
      expect(await readdir(out)).not.toContain('results.json');
      expect(await readdir(out)).not.toContain('conformance.html');
    } finally {
      await close();
      await rm(out, { recursive: true, force: true });
    }
  });
});
