import type { Mismatch, Taken } from '../../record/ending.js';
import type { Text } from '../../text.js';
import type { About } from './about.js';
import { listed, short } from './listed.js';

/** Why the user's own fixture can't be used as things are, and what to choose instead. */
export function takenSentence(taken: Taken, { thing }: About): Text {
  const by = short(taken.by);
  switch (taken.how) {
    case 'stored': {
      const { en, zh } = listed(
        taken.settings.map((name, at) => `${name} ${taken.ids[at] ?? ''}`.trim()),
      );
      return {
        en: `what ${en} name${taken.settings.length === 1 ? 's' : ''} is stored already (${thing.en} ${by}); remove it, or choose others`,
        zh: `${zh} 所指的${thing.zh}已经存在（${thing.zh} ${by}），请先将其删除，或换用其他值`,
      };
    }
    case 'no-room': {
      const what = `${short(taken.setting)} ${short(taken.id)}`;
      return {
        en: `${what} is in ${thing.en} ${by} already, and ${short(taken.rule)} leaves no room for another; choose one that is in none`,
        zh: `${what} 已在${thing.zh} ${by} 中，${short(taken.rule)} 不允许再有一个，请换用不在其中的`,
      };
    }
  }
}

/** Which settings name something else than the target shows. */
export function mismatchSentence(of: string, mismatches: readonly Mismatch[]): Text {
  const told = mismatches.map(({ setting, value, shown }) => ({
    en: `${short(setting)} is ${short(value)}, but should be ${short(shown)}`,
    zh: `${short(setting)} 为 ${short(value)}，应为 ${short(shown)}`,
  }));
  return {
    en: `the target shows something else for ${short(of)}: ${told.map(({ en }) => en).join('; ')}`,
    zh: `目标中 ${short(of)} 的实际情况与配置不符：${told.map(({ zh }) => zh).join('；')}`,
  };
}
