import { describe, expect, it } from 'vitest';
import { ordinarySecrets, whatIsWrong } from '../../src/config/misconfigured.js';
import { settingsWith, VALID } from './some-settings.js';

const UNEXPANDED = [
  '$BK_APP_SECRET',
  '$SECRET_1',
  '$bk_app_secret',
  '$myToken',
  '$env:BK_TOKEN',
  '${BK_APP_SECRET}',
  '${BK_APP_SECRET:-none}',
  '${{ secrets.BK_APP_SECRET }}',
  'prefix-${SECRET}',
  '$(BK_APP_SECRET)',
  '%BK_APP_SECRET%',
  '{{ bk_app_secret }}',
  '@BK_TOKEN@',
  '__BK_TOKEN__',
  '#{BK_TOKEN}#',
  '<%= token %>',
];

const PLACEHOLDERS = [
  'undefined',
  ' undefined\n',
  'null',
  'None',
  'NaN',
  '[object Object]',
  'xxx',
  'XXXXXXXX',
  '***',
  '...',
  'changeme',
  'change-me',
  'TODO',
  'your_app_secret',
  'your-token',
  '<your secret>',
  '<BK_APP_SECRET>',
  'BK_APP_SECRET',
  'bk_token',
  '你的密钥',
  '请填写密钥',
];

/** Values as they are issued, or as someone may have chosen them. */
const RIGHT = [
  '3f9c1b7e-62ad-4d08-9e5f-b1c47a80d2f6',
  'kV3xPq9TzR7mLw2YdN6sBf8HcJ4gUa1EoXiQ5tZvWyM',
  'Rk7#qPz-41$w',
  '$ecure1x9',
  '$2b$10$abc',
  '100%pure%',
  'a@b',
  'nullable-7',
  'xx',
  'x'.repeat(2),
  'yourself7',
  'admin',
  '2',
  'bk_switch_default_bk_router',
];

const SECRETS = ['BK_APP_SECRET', 'BK_TOKEN', 'CMDB_OTHER_APP_SECRET'];

describe('a value that nobody can have meant', () => {
  it.each(UNEXPANDED)('%j is a variable that was not replaced', (value) => {
    expect(whatIsWrong(value)).toBe('unexpanded');
  });

  it.each(PLACEHOLDERS)('%j stands for a missing value', (value) => {
    expect(whatIsWrong(value)).toBe('placeholder');
  });

  it.each(RIGHT)('is not %j', (value) => {
    expect(whatIsWrong(value)).toBeUndefined();
  });

  it.each([...SECRETS, 'BK_APP_CODE', 'BK_USERNAME', 'CMDB_OBJ_ID', 'CMDB_CA_FILE'])(
    'is told of %s',
    (variable) => {
      expect(settingsWith({ [variable]: '${SOME_SETTING}' }).misconfigured).toEqual([
        { variable, what: 'unexpanded' },
      ]);
    },
  );

  it('is told with all others', () => {
    const { misconfigured } = settingsWith({ BK_APP_SECRET: 'undefined', BK_TOKEN: '$TOKEN' });
    expect(misconfigured).toEqual([
      { variable: 'BK_APP_SECRET', what: 'placeholder' },
      { variable: 'BK_TOKEN', what: 'unexpanded' },
    ]);
  });

  it('is in no setting that may be right', () => {
    expect(settingsWith({}).misconfigured).toEqual([]);
  });
});

describe('a secret that is an ordinary word', () => {
  const isOrdinary = (value: string): boolean => 'conformance of this suite'.includes(value);

  it.each(SECRETS)('is told of %s', (variable) => {
    const settings = settingsWith({ [variable]: 'conformance' });
    expect(ordinarySecrets(settings, isOrdinary)).toEqual([{ variable, what: 'ordinary' }]);
  });

  it('is none that is too short to be looked for, or that no report contains', () => {
    for (const value of ['suite', 'this', VALID['BK_APP_SECRET']]) {
      const settings = settingsWith({ BK_APP_SECRET: value });
      expect(ordinarySecrets(settings, isOrdinary)).toEqual([]);
    }
  });

  it('is none of a variable that is not set', () => {
    const settings = settingsWith({ BK_TOKEN: undefined, ...OTHER_UNSET });
    const asked: string[] = [];
    ordinarySecrets(settings, (value) => {
      asked.push(value);
      return false;
    });
    expect(asked).toEqual([VALID['BK_APP_SECRET']]);
  });
});

const OTHER_UNSET = { CMDB_OTHER_APP_CODE: undefined, CMDB_OTHER_APP_SECRET: undefined };
