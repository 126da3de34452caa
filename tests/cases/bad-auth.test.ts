import { describe, expect, it } from 'vitest';
import { badAuth } from '../../src/cases/bad-auth.js';
import { aSubject, caseNamed, changesOf, member, namesOf, optional, OTHER } from './a-subject.js';

const members = [
  member('name', 'string'),
  optional('note', 'string'),
  member('owner', 'object'),
  member('owner.id', 'integer'),
];

const NEAR = [
  'without its first character',
  'without its last character',
  'with one more character',
  'with another first character',
  'with another middle character',
  'with another last character',
];
const SPACES = ['with a leading space', 'with a trailing space'];
const NEARER = ['in other case', ...NEAR, ...SPACES];

describe('badAuth', () => {
  const cases = badAuth(aSubject({ members }));
  const other = badAuth(aSubject({ members }, { binding: OTHER }));

  it('has each credential missing, wrong, nearly right and of somebody else', () => {
    const under = (at: string, faults: readonly string[]) =>
      faults.map((fault) => `${at}.${fault}`);
    expect(namesOf(other)).toEqual([
      ...under('app', ['absent', 'null', 'empty', 'wrong', 'unknown', ...NEAR]),
      ...under('app', ['in other case', ...SPACES]),
      'app.registered for another app',
      ...under('key', ['absent', 'null', 'empty', 'wrong', ...NEARER, 'of another app']),
      ...under('ticket', ['wrong', ...NEARER]),
      'identity.wrong',
      'identity.absent',
      'both identities.empty',
      'both identities.null',
      'who.empty',
      'ticket.empty',
      'who.null',
      'ticket.null',
      'all common arguments.absent',
      ...under('key wrong', ['name absent', 'owner absent', 'owner.id absent']),
      ...under('identity wrong', ['name absent', 'owner absent', 'owner.id absent']),
      'both identities.ticket wrong',
      'both identities.who of another user',
    ]);
  });

  it('has the same by the names of the ESB, and a token as a cookie', () => {
    expect(namesOf(cases).slice(0, -1)).toEqual(
      namesOf(other).map((name) =>
        name
          .replace(/^app\b/, 'bk_app_code')
          .replace(/^key\b/, 'bk_app_secret')
          .replace(/\bticket\b/, 'bk_token')
          .replace(/\bwho\b/, 'bk_username'),
      ),
    );
    expect(cases.at(-1)).toEqual({
      kind: 'observation',
      id: 'bad-auth.bk_token.as a cookie',
      category: 'bad-auth',
      title: { en: 'bk_token as a cookie', zh: 'bk_token 放在 Cookie 中' },
      requirements: [],
      changes: [{ at: 'bk_token', fault: 'absent' }],
      cookie: 'bk_token',
      identity: 'token',
      needs: ['BK_TOKEN'],
    });
  });

  it('is about the credentials, one change each', () => {
    expect(caseNamed(cases, 'bad-auth.bk_app_secret.wrong')).toEqual({
      kind: 'refusal',
      id: 'bad-auth.bk_app_secret.wrong',
      trial: 'bad-auth.bk_app_secret.wrong',
      category: 'bad-auth',
      title: { en: 'bk_app_secret wrong', zh: 'bk_app_secret 错误' },
      requirements: ['auth.bk_app_secret.verified'],
      changes: [{ at: 'bk_app_secret', fault: 'wrong' }],
      about: 'credentials',
    });
    for (const entry of cases.filter(({ kind }) => kind === 'refusal')) {
      expect(entry, entry.id).toMatchObject({ about: 'credentials' });
    }
  });

  it.each([
    ['bk_app_code.empty', 'auth.bk_app_code.required'],
    ['bk_app_code.unknown', 'auth.bk_app_code.verified'],
    ['bk_app_code.with one more character', 'auth.bk_app_code.verified'],
    // It is no secret, and a database may compare it without case and spaces.
    ['bk_app_code.in other case', 'auth.bk_app_code.exact'],
    ['bk_app_code.with a trailing space', 'auth.bk_app_code.exact'],
    // The code is right as such: it is the secret that does not belong to it.
    ['bk_app_code.registered for another app', 'auth.bk_app_secret.verified'],
    ['bk_app_secret.null', 'auth.bk_app_secret.required'],
    ['bk_app_secret.in other case', 'auth.bk_app_secret.verified'],
    ['bk_app_secret.of another app', 'auth.bk_app_secret.verified'],
    ['bk_app_secret.with a trailing space', 'auth.bk_app_secret.exact'],
    ['bk_token.in other case', 'auth.bk_token.verified'],
    ['bk_token.with a leading space', 'auth.bk_token.exact'],
    ['bk_token.empty', 'auth.identity.required'],
    ['bk_username.null', 'auth.identity.required'],
    ['identity.wrong', 'auth.bk_token.verified'],
    ['identity.absent', 'auth.identity.required'],
    ['both identities.empty', 'auth.identity.required'],
    ['bk_app_secret wrong.owner.id absent', 'auth.bk_app_secret.verified'],
    ['identity wrong.name absent', 'auth.bk_token.verified'],
  ])('%s decides %s', (name, requirement) => {
    expect(caseNamed(cases, `bad-auth.${name}`).requirements).toEqual([requirement]);
  });

  it('sends the only identity where it changes it, and says what that needs', () => {
    const needs = (name: string) => {
      const entry = caseNamed(cases, `bad-auth.${name}`);
      return ['identity' in entry ? entry.identity : undefined, entry.needs];
    };
    expect(needs('bk_token.wrong')).toEqual(['token', ['BK_TOKEN']]);
    expect(needs('bk_token.in other case')).toEqual(['token', ['BK_TOKEN']]);
    expect(needs('bk_app_code.in other case')).toEqual(['token', ['BK_TOKEN']]);
    expect(needs('bk_app_code.with a leading space')).toEqual(['token', ['BK_TOKEN']]);
    expect(needs('bk_app_code.wrong')).toEqual([undefined, undefined]);
    expect(needs('bk_token.null')).toEqual(['token', ['BK_TOKEN']]);
    expect(needs('bk_username.empty')).toEqual(['user', ['BK_USERNAME']]);
    expect(needs('bk_app_code.registered for another app')).toEqual([
      undefined,
      ['CMDB_OTHER_APP_CODE'],
    ]);
    expect(needs('bk_app_secret.of another app')).toEqual([undefined, ['CMDB_OTHER_APP_CODE']]);
    expect(needs('both identities.bk_token wrong')).toEqual(['both', ['BK_USERNAME', 'BK_TOKEN']]);
    expect(needs('identity.absent')).toEqual([undefined, undefined]);
  });

  it('takes letters in the code to put them in other case', () => {
    const lettered = other.filter(({ needsLettersIn }) => needsLettersIn !== undefined);
    expect(lettered.map(({ id, needsLettersIn }) => [id, needsLettersIn])).toEqual([
      ['bad-auth.app.in other case', 'THE_APP'],
    ]);
  });

  it('changes several members only where its name says so', () => {
    const several = cases.filter((entry) => changesOf(entry).length !== 1);
    expect(several.map((entry) => [entry.id.slice(9), ...changesOf(entry)])).toEqual([
      ['both identities.empty', 'bk_username empty', 'bk_token empty'],
      ['both identities.null', 'bk_username null', 'bk_token null'],
      [
        'all common arguments.absent',
        'bk_app_code absent',
        'bk_app_secret absent',
        'identity absent',
      ],
      ['bk_app_secret wrong.name absent', 'bk_app_secret wrong', 'name absent'],
      ['bk_app_secret wrong.owner absent', 'bk_app_secret wrong', 'owner absent'],
      ['bk_app_secret wrong.owner.id absent', 'bk_app_secret wrong', 'owner.id absent'],
      ['identity wrong.name absent', 'identity wrong', 'name absent'],
      ['identity wrong.owner absent', 'identity wrong', 'owner absent'],
      ['identity wrong.owner.id absent', 'identity wrong', 'owner.id absent'],
    ]);
  });

  it('says in both languages what is wrong together', () => {
    expect(caseNamed(cases, 'bad-auth.both identities.null').title).toEqual({
      en: 'bk_username and bk_token null',
      zh: 'bk_username 与 bk_token 均为 null',
    });
    expect(caseNamed(cases, 'bad-auth.identity wrong.name absent').title).toEqual({
      en: 'identity wrong and name absent',
      zh: '身份凭证 错误且缺少 name',
    });
  });

  it('observes what a bad identity does beside a good one', () => {
    expect(caseNamed(other, 'bad-auth.both identities.who of another user')).toEqual({
      kind: 'observation',
      id: 'bad-auth.both identities.who of another user',
      category: 'bad-auth',
      title: { en: 'a valid token beside another user name', zh: 'ticket 有效而 who 为他人' },
      requirements: [],
      changes: [{ at: 'who', fault: 'of another user' }],
      identity: 'both',
      needs: ['THE_USER', 'THE_TICKET'],
    });
  });

  it('names only what the document states', () => {
    const known = (...ids: readonly string[]) => ids.filter((id) => id === 'auth.key.required');
    const stated = badAuth(aSubject({ members }, { binding: OTHER, known }));
    expect(namesOf(stated.filter(({ requirements }) => requirements.length > 0))).toEqual([
      'key.absent',
      'key.null',
      'key.empty',
      'all common arguments.absent',
    ]);
  });

  it('has nothing beside a missing member where none is required', () => {
    expect(namesOf(badAuth(aSubject())).filter((name) => name.includes(' wrong.'))).toEqual([]);
  });
});
