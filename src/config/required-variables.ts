/** Variables that every run needs against another target than the embedded one. */
export const REQUIRED = [
  'BK_APP_CODE',
  'BK_APP_SECRET',
  'CMDB_OBJ_ASST_ID',
  'CMDB_OBJ_ID',
  'CMDB_ASST_OBJ_ID',
  'CMDB_INST_ID',
  'CMDB_ASST_INST_ID',
  'CMDB_BIZ_ID',
] as const;

/** Variables that describe a target, and make no sense without its address. */
export const TARGET_VARIABLES = [
  ...REQUIRED,
  'BK_USERNAME',
  'BK_TOKEN',
  'CMDB_OTHER_APP_CODE',
  'CMDB_OTHER_APP_SECRET',
] as const;
