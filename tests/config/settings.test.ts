import { describe, expect, it } from 'vitest';
import { ConformanceError } from '../../src/error.js';
import { EVERY_VARIABLE } from '../../src/cli/settings/every-variable.js';
import { refuseUnasked } from '../../src/config/refuse-settings.js';
import { readSettings } from '../../src/config/settings.js';
import type { Variables } from '../../src/config/origin.js';
import { settingsWith, VALID, VARIABLES } from './some-settings.js';

function errorOf(act: () => unknown): ConformanceError {
  try {
    act();
  } catch (error) {
    if (error instanceof ConformanceError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

function problemOf(variables: Variables): string {
  const error = errorOf(() => settingsWith(variables));
  expect(error.code).toBe('usage');
  return error.message;
}

describe('settings', () => {
  it('are what the variables say', () => {
    expect(settingsWith()).toMatchObject({
      baseUrl: 'http://127.0.0.1:8080',
      embedded: false,
      credentials: {
        appCode: 'the_app',
        appSecret: VALID['BK_APP_SECRET'],
        username: 'admin',
        token: VALID['BK_TOKEN'],
        other: { appCode: 'other_app', appSecret: VALID['CMDB_OTHER_APP_SECRET'] },
      },
      limits: {
        connectMs: 5000,
        firstByteMs: 10_000,
        totalMs: 15_000,
        headerBytes: 65_536,
        bodyBytes: 4 * 1024 * 1024,
        expandedBytes: 16 * 1024 * 1024,
      },
      lookupWaitMs: 3000,
      wrongTargetMs: 47_000,
      insecure: false,
      redactUsers: false,
    });
  });

  it('leave out what is not set', () => {
    const settings = settingsWith({
      BK_TOKEN: undefined,
      CMDB_OTHER_APP_CODE: undefined,
      CMDB_OTHER_APP_SECRET: undefined,
    });
    expect(Object.keys(settings.credentials)).toEqual(['appCode', 'appSecret', 'username']);
    expect(settings).not.toHaveProperty('concurrency');
    expect(settings).not.toHaveProperty('maxRate');
    expect(settings).not.toHaveProperty('caFile');
    expect(settings).not.toHaveProperty('client');
    expect(settingsWith({ BK_USERNAME: undefined }).credentials).not.toHaveProperty('username');
  });

  it('are as the further variables say', () => {
    expect(
      settingsWith({
        CMDB_LOOKUP_WAIT_MS: '1',
        CMDB_WRONG_TARGET_MS: '2',
        CMDB_CONCURRENCY: '8',
        CMDB_MAX_RATE: '9',
        CMDB_CONNECT_TIMEOUT_MS: '2',
        CMDB_FIRST_BYTE_TIMEOUT_MS: '3',
        CMDB_TOTAL_TIMEOUT_MS: '4',
        CMDB_MAX_HEADER_BYTES: '5',
        CMDB_MAX_BODY_BYTES: '6',
        CMDB_MAX_EXPANDED_BYTES: '999999999999',
        CMDB_CA_FILE: '/etc/ca.pem',
        CMDB_CLIENT_CERT_FILE: '/etc/client.pem',
        CMDB_CLIENT_KEY_FILE: '/etc/client.key',
        CMDB_INSECURE: '1',
        CMDB_REDACT_USERS: '1',
      }),
    ).toMatchObject({
      lookupWaitMs: 1,
      wrongTargetMs: 2,
      concurrency: 8,
      maxRate: 9,
      limits: {
        connectMs: 2,
        firstByteMs: 3,
        totalMs: 4,
        headerBytes: 5,
        bodyBytes: 6,
        expandedBytes: 999_999_999_999,
      },
      caFile: '/etc/ca.pem',
      client: { certificateFile: '/etc/client.pem', keyFile: '/etc/client.key' },
      insecure: true,
      redactUsers: true,
    });
    expect(settingsWith({ CMDB_CONCURRENCY: 'auto' })).not.toHaveProperty('concurrency');
    const far = { CMDB_BASE_URL: 'https://paas.example.com', CMDB_ALLOW_WRITES: '1' };
    expect(settingsWith(far).maxRate).toBe(80);
    expect(settingsWith({ CMDB_MAX_RATE: 'auto' })).not.toHaveProperty('maxRate');
    expect(settingsWith({ CMDB_INSECURE: '0' }).insecure).toBe(false);
  });

  it('take base URLs with a path, without the slashes at its end', () => {
    const { baseUrl } = settingsWith({ CMDB_BASE_URL: 'https://localhost:8443/esb/v2//' });
    expect(baseUrl).toBe('https://localhost:8443/esb/v2');
  });

  it.each(['9223372036854775807', '-9223372036854775808', '9007199254740993', '0', '-1'])(
    'take the id %s exactly',
    (id) => {
      expect(settingsWith({ CMDB_INST_ID: id }).setting('CMDB_INST_ID')).toBe(id);
    },
  );
});

describe('where a value comes from', () => {
  const other = { ...VALID, BK_APP_CODE: undefined };
  const read = (...codes: (string | undefined)[]) =>
    readSettings(
      [
        { from: 'command line', variables: { BK_APP_CODE: codes[0] } },
        { from: 'environment', variables: { BK_APP_CODE: codes[1] } },
        { from: '.env', variables: { ...other, BK_APP_CODE: codes[2] } },
      ],
      false,
      VARIABLES,
    );

  it('is the strongest origin that sets it', () => {
    expect(read('a', 'b', 'c').credentials.appCode).toBe('a');
    expect(read(undefined, 'b', 'c').credentials.appCode).toBe('b');
    expect(read(undefined, undefined, 'c').credentials.appCode).toBe('c');
  });

  it('is none that leaves it empty', () => {
    expect(read('', '', 'c').credentials.appCode).toBe('c');
    const error = errorOf(() => read('', '', ''));
    expect(error.message).toContain('missing: BK_APP_CODE.');
  });

  it('is shown, with secrets by name', () => {
    const { shown } = read(undefined, 'b', 'c');
    expect(shown).toContainEqual({ name: 'BK_APP_CODE', value: 'b', from: 'environment' });
    expect(shown).toContainEqual({ name: 'BK_APP_SECRET', value: '<BK_APP_SECRET>', from: '.env' });
    expect(shown).toContainEqual({ name: 'BK_TOKEN', value: '<BK_TOKEN>', from: '.env' });
    expect(shown).toContainEqual({
      name: 'CMDB_LOOKUP_WAIT_MS',
      value: '3000',
      from: 'default',
    });
    expect(shown.map(({ name }) => name)).not.toContain('CMDB_CA_FILE');
    for (const { value } of shown) {
      expect([
        VALID['BK_APP_SECRET'],
        VALID['BK_TOKEN'],
        VALID['CMDB_OTHER_APP_SECRET'],
      ]).not.toContain(value);
    }
  });

  it('may be the embedded CMDB', () => {
    const settings = readSettings([{ from: 'embedded', variables: VALID }], true, VARIABLES);
    expect(settings.embedded).toBe(true);
    expect(settings.shown[0]).toEqual({
      name: 'CMDB_BASE_URL',
      value: 'http://127.0.0.1:8080',
      from: 'embedded',
    });
  });
});

const WRONG: readonly (readonly [string, readonly string[]])[] = [
  [
    'CMDB_BASE_URL',
    [
      'paas.example.com',
      '127.0.0.1:8080',
      'ftp://127.0.0.1',
      'http://',
      'http://127.0.0.1?x=1',
      'http://:geheim@127.0.0.1',
      'http://127.0.0.1#x',
      'http://127.0.0.1/a b',
      'http://127.0.0.1:99999',
      'http://user:geheim@127.0.0.1',
      `http://127.0.0.1/${'x'.repeat(2048)}`,
    ],
  ],
  ['BK_APP_CODE', ['x'.repeat(4097)]],
  ...(['CMDB_INST_ID', 'CMDB_ASST_INST_ID'] as const).map(
    (name) =>
      [
        name,
        [
          'x',
          '1.5',
          '1e3',
          '+1',
          '01',
          ' 1',
          '0x10',
          '--1',
          '9223372036854775808',
          '-9223372036854775809',
          '99999999999999999999',
        ],
      ] as const,
  ),
  ['CMDB_ALLOW_WRITES', ['yes', 'true', '2', '01']],
  ['CMDB_INSECURE', ['true', 'no']],
  ['CMDB_REDACT_USERS', ['on']],
  ['CMDB_CONCURRENCY', ['0', '9', 'many', '1.5', '-1']],
  ['CMDB_MAX_RATE', ['0', '100000', 'off', '1.5', '-1']],
  // A timer of more than 2147483647 ms would go off at once.
  ...[
    'CMDB_LOOKUP_WAIT_MS',
    'CMDB_WRONG_TARGET_MS',
    'CMDB_CONNECT_TIMEOUT_MS',
    'CMDB_FIRST_BYTE_TIMEOUT_MS',
    'CMDB_TOTAL_TIMEOUT_MS',
  ].map((name) => [name, ['1000000000', '2147483648']] as const),
  ...[
    'CMDB_LOOKUP_WAIT_MS',
    'CMDB_WRONG_TARGET_MS',
    'CMDB_CONNECT_TIMEOUT_MS',
    'CMDB_FIRST_BYTE_TIMEOUT_MS',
    'CMDB_TOTAL_TIMEOUT_MS',
    'CMDB_MAX_HEADER_BYTES',
    'CMDB_MAX_BODY_BYTES',
    'CMDB_MAX_EXPANDED_BYTES',
  ].map(
    (name) => [name, ['0', '-1', '1.5', '1s', '1e3', '01', '1000000000000', 'Infinity']] as const,
  ),
];

describe('a wrong value', () => {
  it.each(WRONG)('of %s is named, with what it got and what it takes', (name, values) => {
    for (const value of values) {
      const message = problemOf({ [name]: value });
      expect(message).toContain(`${name} (from the environment) takes `);
      expect(message).toContain('but got "');
      expect(message.length, value).toBeLessThan(1000);
    }
  });

  it.each(['BK_APP_SECRET', 'BK_TOKEN', 'CMDB_OTHER_APP_SECRET'])(
    'of %s is never shown',
    (name) => {
      const message = problemOf({ [name]: 'geheim'.repeat(1000) });
      expect(message).toContain(`${name} (from the environment) takes a text that is not empty`);
      expect(message).not.toContain('geheim');
    },
  );

  it.each(['http://user:geheim@127.0.0.1', 'user:geheim@127.0.0.1', 'ftp://user:geheim@host/a b'])(
    'does not show the password in %s',
    (url) => {
      expect(problemOf({ CMDB_BASE_URL: url })).not.toContain('geheim');
    },
  );

  it.each(['CMDB_OBJ_ID', 'CMDB_ASST_OBJ_ID', 'CMDB_INST_ID', 'CMDB_ASST_INST_ID'])(
    'is no matter for the fixture, unless %s is set, which says nothing alone',
    (name) => {
      const fixture = {
        CMDB_OBJ_ASST_ID: '',
        CMDB_OBJ_ID: '',
        CMDB_ASST_OBJ_ID: '',
        CMDB_INST_ID: '',
        CMDB_ASST_INST_ID: '',
        CMDB_BIZ_ID: '',
      };
      expect(settingsWith(fixture).setting(name)).toBe('');
      expect(problemOf({ ...fixture, [name]: '11' })).toContain(
        `missing: CMDB_OBJ_ASST_ID (for ${name}).`,
      );
    },
  );

  it('is told with all others', () => {
    const message = problemOf({ CMDB_INST_ID: 'a', CMDB_ASST_INST_ID: 'b', CMDB_INSECURE: 'c' });
    expect(message).toContain(
      'CMDB_INST_ID (from the environment) takes an int64 in decimal digits, but got "a"',
    );
    expect(message).toContain('CMDB_ASST_INST_ID');
    expect(message).toContain('CMDB_INSECURE (from the environment) takes 1 or 0, but got "c"');
    expect(message).toContain('.env');
  });
});

describe('a missing value', () => {
  it.each(['BK_APP_CODE', 'BK_APP_SECRET'])('of %s is named', (name) => {
    for (const value of [undefined, '']) {
      expect(problemOf({ [name]: value })).toContain(
        `CMDB_BASE_URL is set, but these variables are missing: ${name}.`,
      );
    }
  });

  it('of both identities is named, of one is not missed', () => {
    expect(problemOf({ BK_USERNAME: '', BK_TOKEN: undefined })).toContain(
      'missing: BK_USERNAME or BK_TOKEN.',
    );
  });

  it.each(['CMDB_OTHER_APP_CODE', 'CMDB_OTHER_APP_SECRET'])('of %s alone is named', (name) => {
    expect(problemOf({ [name]: '' })).toContain(
      'CMDB_OTHER_APP_CODE and CMDB_OTHER_APP_SECRET (both or none)',
    );
  });

  it.each(['CMDB_CLIENT_CERT_FILE', 'CMDB_CLIENT_KEY_FILE'])(
    'of the other half of %s is named',
    (name) => {
      expect(problemOf({ [name]: '/etc/a.pem' })).toContain(
        'CMDB_CLIENT_CERT_FILE and CMDB_CLIENT_KEY_FILE (both or none)',
      );
    },
  );

  it('is told with all others', () => {
    expect(problemOf({ BK_APP_CODE: '', BK_APP_SECRET: '' })).toContain(
      'missing: BK_APP_CODE, BK_APP_SECRET.',
    );
  });
});

describe('a doubtful value', () => {
  it.each([
    ['abcdefgh\n', 'has a line break in it, and begins or ends with white space'],
    ['abcd\r\nefgh', 'has a line break in it'],
    [' abcdefgh', 'begins or ends with white space'],
    ['abcdefgh\u00a0', 'begins or ends with white space'],
    ['\uFEFFabcdefgh', 'begins or ends with white space'],
    ['"abcdefgh"', 'begins or ends with a quote'],
    ["'abcdefgh", 'begins or ends with a quote'],
    ['abcdefgh”', 'begins or ends with a quote'],
    ['"abcdefgh" ', 'begins or ends with white space, and begins or ends with a quote'],
  ])('is used as it is, and a warning names its variable: %j', (value, what) => {
    const settings = settingsWith({ BK_APP_SECRET: value });
    expect(settings.credentials.appSecret).toBe(value);
    expect(settings.warnings.map(({ en }) => en)).toEqual([
      `BK_APP_SECRET (from the environment) ${what}; it is used as it is.`,
    ]);
    for (const { zh } of settings.warnings) {
      expect(zh).toMatch(/^BK_APP_SECRET（来自环境变量） .+；按原样使用。$/);
      expect(zh).not.toContain('abcd');
    }
  });

  it.each(['abcdefgh', 'ab"cd\'ef', 'ab cd', 'a'])('is none: %j', (value) => {
    expect(settingsWith({ BK_APP_SECRET: value }).warnings).toEqual([]);
  });

  it('is told of any variable', () => {
    const { warnings } = settingsWith({ BK_USERNAME: '"admin"', CMDB_OBJ_ID: 'bk_switch ' });
    expect(warnings.map(({ en }) => en.split(' ')[0])).toEqual(['BK_USERNAME', 'CMDB_OBJ_ID']);
  });
});

describe('writing', () => {
  const at = (CMDB_BASE_URL: string, CMDB_ALLOW_WRITES?: string) => ({
    CMDB_BASE_URL,
    CMDB_ALLOW_WRITES,
  });

  it.each([
    'https://paas.example.com',
    'http://10.0.0.5',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://[::2]',
    'http://128.0.0.1',
  ])('to %s has to be allowed', (url) => {
    for (const allowed of [undefined, '0']) {
      const settings = settingsWith(at(url, allowed));
      expect(settings.mayWrite).toBe(false);
      const { message } = errorOf(() => {
        refuseUnasked(settings);
      });
      expect(message).toContain('CMDB_ALLOW_WRITES=1');
      expect(message).toContain(`${url}, which is not this machine`);
    }
    const allowed = settingsWith(at(url, '1'));
    expect(allowed).toMatchObject({ baseUrl: url, mayWrite: true });
    refuseUnasked(allowed);
  });

  it.each([
    'http://localhost',
    'http://LOCALHOST:8080',
    'http://127.0.0.1',
    'http://127.1.2.3:8080/x',
    'http://[::1]:8080',
  ])('to %s is no one else’s affair', (url) => {
    expect(settingsWith(at(url)).baseUrl).toBe(url);
  });
});

describe('the variables', () => {
  it('have names of their own, and are told about in both languages', () => {
    const names = EVERY_VARIABLE.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { takes, about, name } of EVERY_VARIABLE) {
      expect(takes.en, name).toMatch(/\S/);
      expect(about.en, name).toMatch(/\S/);
      expect(takes.zh, name).toMatch(/\p{Script=Han}|1 或 0/u);
      expect(about.zh, name).toMatch(/\p{Script=Han}/u);
    }
  });

  it('are looked up by whoever needs one, those of an effect among them', () => {
    const { setting } = settingsWith({ BK_TOKEN: undefined });
    expect(setting('CMDB_OBJ_ASST_ID')).toBe('bk_switch_default_bk_router');
    expect(setting('CMDB_LOOKUP_WAIT_MS')).toBe('3000');
    expect(setting('BK_TOKEN')).toBe('');
  });

  it('take their own defaults', () => {
    for (const { name, fallback } of EVERY_VARIABLE) {
      if (fallback !== undefined) expect(() => settingsWith({ [name]: fallback })).not.toThrow();
    }
  });

  it('that are secret are these', () => {
    expect(EVERY_VARIABLE.filter(({ secret }) => secret).map(({ name }) => name)).toEqual([
      'BK_APP_SECRET',
      'BK_TOKEN',
      'CMDB_OTHER_APP_SECRET',
    ]);
  });
});
