import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../../src/engine/exchange/without-secrets.js';
import type { Problem } from '../../../src/record/problem.js';
import { createRedactor } from '../../../src/redact/secrets.js';

const SECRET = '3f9c1b7e-62ad-4d08-9e5f';
const redactor = createRedactor({ secrets: [{ name: 'bk_app_secret', value: SECRET }] });

describe('data without secrets', () => {
  it('has them by name at every depth, and is else the same', () => {
    const problem: Problem = {
      kind: 'lacking',
      lack: {
        of: 'own-ground',
        number: 2,
        why: {
          kind: 'not-made',
          endpoint: 'create_inst',
          of: `x ${SECRET}`,
          said: { code: '7', message: `no ${encodeURIComponent(SECRET)} here` },
        },
      },
    };
    expect(withoutSecrets(problem, redactor)).toEqual({
      kind: 'lacking',
      lack: {
        of: 'own-ground',
        number: 2,
        why: {
          kind: 'not-made',
          endpoint: 'create_inst',
          of: 'x <bk_app_secret>',
          said: { code: '7', message: 'no <bk_app_secret> here' },
        },
      },
    });
  });

  it('is a copy: what it is made from stays as it was', () => {
    const data = { texts: [SECRET, 'x'], flag: true, nothing: null, absent: undefined };
    const copy = withoutSecrets(data, redactor);
    expect(copy).toEqual({ texts: ['<bk_app_secret>', 'x'], flag: true, nothing: null });
    expect(data.texts).toEqual([SECRET, 'x']);
    expect(copy.texts).not.toBe(data.texts);
  });

  it('has long texts shortened, no part of a secret at the cut', () => {
    const long = { message: `${'x'.repeat(295)}${SECRET}${'y'.repeat(100)}` };
    const { message } = withoutSecrets(long, redactor);
    expect(message).toBe(`${'x'.repeat(295)}<bk_a…`);
    const exact = { message: 'z'.repeat(300) };
    expect(withoutSecrets(exact, redactor)).toEqual(exact);
    expect(withoutSecrets({ message: 'z'.repeat(301) }, redactor).message).toBe(
      `${'z'.repeat(300)}…`,
    );
  });

  it('takes no long time for what a server says at length', () => {
    const { message } = withoutSecrets({ message: SECRET.repeat(200_000) }, redactor);
    expect(message.length).toBeLessThanOrEqual(301);
    expect(message).not.toContain(SECRET.slice(0, 8));
  });
});
