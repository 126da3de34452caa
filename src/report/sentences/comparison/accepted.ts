import type { Accepted } from '../../../record/comparison/comparison.js';
import type { Text } from '../../../text.js';
import { short } from '../listed.js';

/** A difference that an accept file expects. */
export function acceptedSentence(name: string, { reason, expires }: Accepted): Text {
  const until =
    expires === undefined
      ? { en: '', zh: '' }
      : { en: ` until ${short(expires)}`, zh: `，有效至 ${short(expires)}` };
  return {
    en: `Accepted${until.en}: ${short(name)}. ${short(reason)}`,
    zh: `已接受${until.zh}：${short(name)}。${short(reason)}`,
  };
}

/** An entry that matches nothing any more. */
export function staleSentence(name: string): Text {
  return {
    en: `Stale, as nothing differs so any more: ${short(name)}. Take it out of the accept file.`,
    zh: `已过时，不再有这样的差异：${short(name)}。请从接受文件中移除。`,
  };
}

/** An entry whose last day is over. */
export function expiredSentence(name: string, expires: string): Text {
  return {
    en: `Expired on ${short(expires)}, accepts nothing: ${short(name)}. Look at it again, or take it out.`,
    zh: `已于 ${short(expires)} 过期，不再生效：${short(name)}。请重新评估或移除。`,
  };
}
