import type { Text } from '../../text.js';
import type { CommonCause } from '../causes/common-cause.js';
import type { About } from './about.js';
import { listed, short } from './listed.js';
import { problemSentence } from './problem.js';

/** What several requirements fail for, in a few words, without a full stop. */
export function causeName(cause: CommonCause): Text {
  switch (cause.kind) {
    case 'member-ignored': {
      const member = short(cause.member);
      return cause.hasMeaning
        ? { en: `the server does not check ${member}`, zh: `服务端不检查 ${member}` }
        : { en: `the server ignores ${member}`, zh: `服务端忽略 ${member}` };
    }
    case 'credentials-unchecked': {
      const { en, zh } = listed(cause.names);
      return { en: `the server never checks ${en}`, zh: `服务端从不校验 ${zh}` };
    }
    case 'member-never-answered': {
      const member = short(cause.member);
      return { en: `answers never have ${member}`, zh: `应答中从来没有 ${member}` };
    }
    case 'never-the-envelope':
      return {
        en: 'no answer has the documented form',
        zh: '没有一个应答符合文档所述的格式',
      };
  }
}

/** The same with what was seen, where the name does not say it, without a full stop. */
export function causeSentence(cause: CommonCause, about: About): Text {
  const name = causeName(cause);
  const seen = whatWasSeen(cause, about);
  return seen === undefined ? name : { en: `${name.en}: ${seen.en}`, zh: `${name.zh}：${seen.zh}` };
}

/** A sentence as it stands at the head of something: with a capital letter. */
export function asHeading({ en, zh }: Text): Text {
  return { en: en.charAt(0).toUpperCase() + en.slice(1), zh };
}

function whatWasSeen(cause: CommonCause, about: About): Text | undefined {
  switch (cause.kind) {
    case 'member-ignored':
      return {
        en: 'requests without it, or with wrong values in its place, are accepted all the same',
        zh: '缺少它或其值有误的请求同样被接受',
      };
    case 'credentials-unchecked':
      return cause.names.length === 1
        ? {
            en: 'requests without it, or with a wrong one, are accepted all the same',
            zh: '缺少它或填错的请求同样被接受',
          }
        : {
            en: 'requests without them, or with wrong ones, are accepted all the same',
            zh: '缺少它们或填错的请求同样被接受',
          };
    case 'member-never-answered':
      return undefined;
    case 'never-the-envelope': {
      if (cause.missing.length === 0) return problemSentence(cause.problem, about);
      const { en, zh } = listed(cause.missing);
      return {
        en: `${en} ${cause.missing.length === 1 ? 'is' : 'are'} missing`,
        zh: `缺少 ${zh}`,
      };
    }
  }
}
