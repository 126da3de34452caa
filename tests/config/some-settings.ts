import { allVariables } from '../../src/config/variables.js';
import { readSettings } from '../../src/config/settings.js';
import type { Variables } from '../../src/config/origin.js';
import type { Settings } from '../../src/config/settings.js';
import { associations } from '../../src/effects/associations/associations.js';

/** The variables of a run that judges associations. */
export const VARIABLES = allVariables(associations.variables);

/** Every variable that has to be set, and those that may be. */
export const VALID: Readonly<Record<string, string>> = {
  CMDB_BASE_URL: 'http://127.0.0.1:8080',
  BK_APP_CODE: 'the_app',
  BK_APP_SECRET: '3f9c1b7e-62ad-4d08-9e5f-b1c47a80d2f6',
  BK_USERNAME: 'admin',
  BK_TOKEN: 'kV3xPq9TzR7mLw2YdN6sBf8HcJ4gUa1EoXiQ5tZvWyM',
  CMDB_OTHER_APP_CODE: 'other_app',
  CMDB_OTHER_APP_SECRET: 'c84e20d9-7b15-4af3-8d6c-590ea1f3b7d2',
  CMDB_OBJ_ASST_ID: 'bk_switch_default_bk_router',
  CMDB_OBJ_ID: 'bk_switch',
  CMDB_ASST_OBJ_ID: 'bk_router',
  CMDB_INST_ID: '11',
  CMDB_ASST_INST_ID: '22',
  CMDB_BIZ_ID: '2',
};

/** Settings from these variables besides the valid ones; undefined takes one away. */
export function settingsWith(variables: Variables = {}): Settings {
  const given = { from: 'environment', variables: { ...VALID, ...variables } } as const;
  return readSettings([given], false, VARIABLES);
}
