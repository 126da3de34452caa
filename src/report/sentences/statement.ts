import type { Text } from '../../text.js';
import { commas } from './listed.js';

/** What a statement means, and what it does not; each in a sentence. */
export const STATEMENT_MEANING: Readonly<Record<'means' | 'meansNot', readonly Text[]>> = {
  means: [
    {
      en: 'This suite ran once against this target, at the time and with the settings that the record names.',
      zh: '本套件在记录所载的时间，以所载的设置，对该目标运行过一次。',
    },
    {
      en: 'The verdicts follow from the exchanges in the record, and from the documents beside it: anybody can draw them again with statement verify.',
      zh: '结论由记录中的交互与随附的文档得出，任何人都可用 statement verify 重新推导。',
    },
    {
      en: 'The manifest has the hash of each file; where it is signed, its signer vouches that nothing was changed since.',
      zh: '清单列有每个文件的哈希；若附有签名，则由签名者担保此后未被改动。',
    },
  ],
  meansNot: [
    {
      en: 'It says nothing of another target, another version, another day, another fixture or another document.',
      zh: '它不涉及其他目标、其他版本、其他时间、其他测试数据或其他文档。',
    },
    {
      en: 'It does not prove that the answers came from the target that is named: whoever runs a suite can answer it. Trust in that is trust in the signer.',
      zh: '它不能证明应答确实来自所载目标：运行套件的人也可以自行应答。对此的信任即对签名者的信任。',
    },
    {
      en: 'It is no judgement on speed, load, security or anything that the document does not state.',
      zh: '它不评价性能、负载、安全性，也不评价文档未约定的任何内容。',
    },
  ],
};

/** What `statement verify` found, each in a sentence. */
export const VERIFIED = {
  holds: (files: number): Text => ({
    en: `The statement holds: ${files} files are as the manifest says, and every verdict follows from the exchanges.`,
    zh: `声明成立：${files} 个文件与清单一致，所有结论均可由交互推出。`,
  }),
  changed: (paths: readonly string[]): Text => ({
    en: `Changed since: ${commas(paths)}.`,
    zh: `已被改动：${commas(paths)}。`,
  }),
  missing: (paths: readonly string[]): Text => ({
    en: `Missing: ${commas(paths)}.`,
    zh: `缺失：${commas(paths)}。`,
  }),
  unlisted: (paths: readonly string[]): Text => ({
    en: `Not in the manifest: ${commas(paths)}.`,
    zh: `不在清单中：${commas(paths)}。`,
  }),
  unsigned: { en: 'It is not signed, though a key was given.', zh: '给出了公钥，但声明没有签名。' },
  unlikeKey: {
    en: 'The signature is not of this key and this manifest.',
    zh: '签名与该公钥及清单不符。',
  },
  signed: { en: 'Signed by the owner of the key.', zh: '由该密钥的持有者签名。' },
  keyNotGiven: {
    en: 'It is signed; give the public key of the signer with --key to see whether it is theirs.',
    zh: '声明附有签名；请用 --key 给出签名者的公钥以核对。',
  },
  notSigned: {
    en: 'It is not signed: it says nothing of who made it.',
    zh: '声明没有签名，无法说明由谁作出。',
  },
  otherReports: (paths: readonly string[]): Text => ({
    en: `Not what the record gives: ${commas(paths)}.`,
    zh: `与记录绘制的结果不符：${commas(paths)}。`,
  }),
  reportsNotDrawn: (version: string): Text => ({
    en: `Version ${version} drew the reports; whether they are what the record gives, only that version sees.`,
    zh: `报告由 ${version} 版绘制，是否与记录一致须用该版本核对。`,
  }),
} as const;

/** Why the verdicts of a record are not taken for what they are; undefined where they follow. */
export function redrawnSentence(
  redrawn:
    | { readonly how: 'same' | 'other-binding' }
    | { readonly how: 'other'; readonly requirements: readonly string[] }
    | { readonly how: 'other-outcome'; readonly drawn: string }
    | { readonly how: 'lacking'; readonly requests: number }
    | { readonly how: 'other-documents'; readonly paths: readonly string[] },
): Text | undefined {
  switch (redrawn.how) {
    case 'same':
      return undefined;
    case 'other':
      return {
        en: `${redrawn.requirements.length} verdicts do not follow from the exchanges: ${commas(redrawn.requirements.slice(0, 5))}.`,
        zh: `${redrawn.requirements.length} 条结论不能由交互推出：${commas(redrawn.requirements.slice(0, 5))}。`,
      };
    case 'other-outcome':
      return {
        en: `The outcome does not follow from the verdicts: it is ${redrawn.drawn}.`,
        zh: `运行结论不能由各条结论推出，应为 ${redrawn.drawn}。`,
      };
    case 'lacking':
      return {
        en: `The record lacks exchanges that its verdicts rest on (${redrawn.requests} requests), so that they can’t be drawn again.`,
        zh: `记录缺少结论所依据的交互（${redrawn.requests} 个请求），无法重新推导。`,
      };
    case 'other-documents':
      return {
        en: `The verdicts rest on other documents than this version has: ${commas(redrawn.paths)}. Take the version that made the record.`,
        zh: `结论所依据的文档与此版本不同：${commas(redrawn.paths)}。请使用生成该记录的版本。`,
      };
    case 'other-binding':
      return {
        en: 'The record was made through a binding that this version does not know. Take the version that made it.',
        zh: '该记录使用的接入方式此版本不支持。请使用生成它的版本。',
      };
  }
}
