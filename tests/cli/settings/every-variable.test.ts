import { describe, expect, it } from 'vitest';
import { EVERY_VARIABLE, variablesFor } from '../../../src/cli/settings/every-variable.js';
import { readSettings } from '../../../src/config/settings.js';
import { associations } from '../../../src/effects/associations/associations.js';

const WHO = {
  CMDB_BASE_URL: 'http://127.0.0.1:8080',
  BK_APP_CODE: 'an_app',
  BK_APP_SECRET: '3f9c1b7e-62ad-4d08',
  BK_USERNAME: 'admin',
};

describe('variablesFor', () => {
  it('demands what the effects that are judged need', () => {
    expect(variablesFor([associations])).toEqual(EVERY_VARIABLE);
    const variables = { ...WHO, CMDB_INST_ID: '11' };
    const source = { from: 'environment' as const, variables };
    expect(() => readSettings([source], false, variablesFor([associations]))).toThrow(
      /missing: CMDB_OBJ_ASST_ID/,
    );
  });

  it('does not demand what only others need, and takes it', () => {
    const variables = { ...WHO, CMDB_INST_ID: '11' };
    const settings = readSettings([{ from: 'environment', variables }], false, variablesFor([]));
    expect(settings.setting('CMDB_INST_ID')).toBe('11');
    expect(settings.setting('CMDB_OBJ_ASST_ID')).toBe('');
    const malformed = { ...WHO, CMDB_INST_ID: 'eleven' };
    expect(() =>
      readSettings([{ from: 'environment', variables: malformed }], false, variablesFor([])),
    ).toThrow(/CMDB_INST_ID/);
  });
});
