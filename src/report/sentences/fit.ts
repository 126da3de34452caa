import type { Fit } from '../../record/fitting-releases.js';
import type { Family } from '../../record/profile.js';
import type { Text } from '../../text.js';
import { releaseName } from './declared.js';
import { short } from './listed.js';
import { quoteSaid } from './said.js';

/** The option that declares what is known of a release. */
const OPTIONS: Readonly<Record<Family, string>> = { cmdb: '--release', esb: '--esb' };

/**
 * Which releases fit what came back, by what, and the option to add. Without a full stop.
 *
 * @param fit - of one family
 */
export function fitSentence({ family, releases, because }: Fit): Text {
  const names = releases.map((release) => releaseName(family, release)).join(', ');
  const option = `${OPTIONS[family]} ${releases.length === 1 ? (releases[0] ?? '') : '…'}`;
  const by = because.map(({ endpoint, case: id, said, lacks, has, evidence }) => {
    const quoted = quoteSaid(said);
    const at = `${short(endpoint)} ${short(id)}${evidence === undefined ? '' : ` #${evidence}`}`;
    const told =
      lacks !== undefined
        ? { en: `, without ${short(lacks)}`, zh: `，没有 ${short(lacks)}` }
        : has !== undefined
          ? { en: `, with ${short(has)}`, zh: `，有 ${short(has)}` }
          : { en: '', zh: '' };
    return { en: `${at}: ${quoted.en}${told.en}`, zh: `${at}：${quoted.zh}${told.zh}` };
  });
  return {
    en: `what came back fits ${names} (${by.map(({ en }) => en).join('; ')}); to declare what is known of one, add ${option}`,
    zh: `应答与 ${names} 相符（${by.map(({ zh }) => zh).join('；')}）；如需声明其已知偏差，请添加 ${option}`,
  };
}
