import type { Said } from '../../record/problem.js';
import type { Text } from '../../text.js';
import { listed } from './listed.js';
import { inBrackets } from './said.js';

/** Why an identity may be refused that is right in itself, by the setting that gives it. */
const MAY_BE: ReadonlyMap<string, Text> = new Map([
  ['BK_TOKEN', { en: 'it may have expired', zh: '可能已过期' }],
  [
    'BK_USERNAME',
    {
      en: 'BK_APP_CODE may not be exempt from the login check',
      zh: 'BK_APP_CODE 可能不在免登录校验名单中',
    },
  ],
]);

/** That an identity is refused as no right one is, and what may be the matter. */
export function identitySentence(refused: {
  readonly settings: readonly string[];
  readonly said: Said;
}): Text {
  const { settings } = refused;
  const names = listed(settings);
  const told = inBrackets(refused.said);
  const why = settings.flatMap((name) => MAY_BE.get(name) ?? []);
  const check: Text = { en: `check ${names.en}`, zh: `请检查 ${names.zh}` };
  const [en, zh] = [[...why, check].map((it) => it.en), [...why, check].map((it) => it.zh)];
  return {
    en: `${names.en} ${settings.length === 1 ? 'is' : 'are'} refused just as a made-up one or none at all${told.en}: ${en.join('; ')}`,
    zh: `${names.zh} 与编造的或没有身份时一样被拒绝${told.zh}：${zh.join('；')}`,
  };
}
