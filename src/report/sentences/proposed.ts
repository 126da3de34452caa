import type { Proposed } from '../../record/ending.js';
import type { Text } from '../../text.js';
import { short } from './listed.js';

/** What the suite proposes to test with, and why that, without a full stop. */
export function proposedSentence({ setting, value, between, rule, usable, seen }: Proposed): Text {
  const models = between.map(short).join(' → ');
  const which = `${short(value)} (${models}, ${short(rule)})`;
  const zh = `${short(value)}（${models}，${short(rule)}）`;
  return {
    en: `${short(setting)} is not set; the suite proposes ${which}: of ${seen} there are, it can make instances for ${usable}, and prefers n:n, then models that require nothing but a name`,
    zh: `未设置 ${short(setting)}；套件建议采用 ${zh}：共查到 ${seen} 个，其中 ${usable} 个可由套件创建实例；优先选择 n:n，其次选择除名称外没有必填属性的模型`,
  };
}
