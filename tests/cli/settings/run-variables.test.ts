import { expect, it } from 'vitest';
import { variablesOf } from '../../../src/cli/settings/run-variables.js';

it('an option stands for its variable', () => {
  expect(
    variablesOf({
      baseUrl: 'https://paas.example.com',
      timeout: '5',
      release: 'cmdb-3.12',
      esb: 'b',
      waivers: 'waivers.yaml',
      fixture: 'auto',
      insecure: true,
      redactUsers: true,
    }),
  ).toEqual({
    CMDB_BASE_URL: 'https://paas.example.com',
    CMDB_RELEASE: 'cmdb-3.12',
    CMDB_ESB: 'b',
    CMDB_WAIVERS: 'waivers.yaml',
    CMDB_FIXTURE: 'auto',
    CMDB_INSECURE: '1',
    CMDB_REDACT_USERS: '1',
    CMDB_TOTAL_TIMEOUT_MS: '5000',
    CMDB_FIRST_BYTE_TIMEOUT_MS: '5000',
    CMDB_CONNECT_TIMEOUT_MS: '5000',
  });
});

it('an option that is not given stands for nothing', () => {
  expect(variablesOf({ insecure: false, redactUsers: false })).toEqual({});
});
