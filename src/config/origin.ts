import type { Text } from '../text.js';

/** Where a value came from, strongest first. */
export type Origin = 'command line' | 'environment' | '.env' | 'default' | 'embedded';

/** Where a value came from, behind the name of its variable. */
export const ORIGINS: Readonly<Record<Origin, Text>> = {
  'command line': { en: ' (from the command line)', zh: '（来自命令行）' },
  environment: { en: ' (from the environment)', zh: '（来自环境变量）' },
  '.env': { en: ' (from the .env)', zh: '（来自 .env）' },
  default: { en: ' (from the default)', zh: '（默认值）' },
  embedded: { en: ' (from the embedded)', zh: '（来自内置 CMDB）' },
};

/** Variables by name, from one origin. */
export type Variables = Readonly<Record<string, string | undefined>>;
