import type { Text } from '../text.js';

/** What a reason begins with, the experiment that showed it, and how often it came up besides. */
const AROUND = {
  en: /^[^:]{1,120}: (?=\S)|(?: \(and \d+ more\))$/g,
  zh: /^[^：]{1,120}：(?=\S)|（另有 \d+ 处）$/g,
} as const;

/**
 * What a reason says apart from the experiment that it came up in and the number of times it did: so
 * that thirty rules which the same thing keeps from holding are seen to have one reason.
 *
 * @param reason - `bk_app_code absent: it was refused (and 10 more)`
 * @returns `it was refused`; a reason that has neither stays as it is
 */
export function coreReason(reason: Text): Text {
  return { en: reason.en.replace(AROUND.en, ''), zh: reason.zh.replace(AROUND.zh, '') };
}
