import type { Incomparable, Reservation, Side } from '../../../record/comparison/comparison.js';
import type { Text } from '../../../text.js';
import { thingOf } from '../about.js';
import { releasesName } from '../declared.js';
import { endingSentence } from '../ending.js';
import { commas, short } from '../listed.js';

const SIDES: Readonly<Record<Side, Text>> = {
  before: { en: 'before', zh: '之前' },
  after: { en: 'after', zh: '之后' },
};

const NONE: Text = { en: 'none', zh: '未声明' };

/** Why two runs can't be compared, and what to do. */
export function incomparableSentence(why: Incomparable): Text {
  if (why.kind === 'no-common-endpoint') {
    return {
      en: 'The two runs judged no endpoint in common. Compare runs of the same endpoints.',
      zh: '两次运行没有共同的接口。请比较针对相同接口的运行。',
    };
  }
  return {
    en: `In the run ${SIDES[why.side].en} nothing was answered. Put right what its report names, and run again.`,
    zh: `“${SIDES[why.side].zh}”的运行没有得到任何应答。请按其报告排除问题后重新运行。`,
  };
}

/** In what two runs differ besides their target, or what of them was left out. */
export function reservationSentence(reservation: Reservation): Text {
  switch (reservation.kind) {
    case 'suite-differs':
      return {
        en: `The suite is another version: ${short(reservation.before)}, then ${short(reservation.after)}.`,
        zh: `套件版本不同：${short(reservation.before)}，之后为 ${short(reservation.after)}。`,
      };
    case 'documents-differ':
      return {
        en: `Documents differ: ${commas(reservation.paths)}.`,
        zh: `文档不同：${commas(reservation.paths)}。`,
      };
    case 'binding-differs':
      return {
        en: `Requests travel otherwise: ${short(reservation.before)}, then ${short(reservation.after)}. Differences in answers may come from the way there.`,
        zh: `接入方式不同：${short(reservation.before)}，之后为 ${short(reservation.after)}。应答的差异可能来自途中。`,
      };
    case 'releases-differ': {
      const was = releasesName(reservation.before) ?? NONE;
      const is = releasesName(reservation.after) ?? NONE;
      return {
        en: `Other releases are declared: ${was.en}, then ${is.en}. A deviation of one run may be a failure of the other.`,
        zh: `声明的版本不同：${was.zh}，之后为 ${is.zh}。一次运行中的偏差，在另一次中可能是失败。`,
      };
    }
    case 'effort-differs':
      return {
        en: `The effort differs: ${reservation.before}, then ${reservation.after}. What only one of them sent is left out.`,
        zh: `运行强度不同：${reservation.before}，之后为 ${reservation.after}。仅一方发送的请求不参与比较。`,
      };
    case 'endpoints-left-out':
      return {
        en: `Only one of the runs judged: ${commas(reservation.endpoints)}. Left out.`,
        zh: `仅一方涉及的接口：${commas(reservation.endpoints)}，不参与比较。`,
      };
    case 'partial':
      return partialSentence(reservation);
    case 'cases-left-out':
      return {
        en: `Cases that only one of the runs sent are left out: ${reservation.before} before, ${reservation.after} after.`,
        zh: `仅一方发送的用例不参与比较：之前 ${reservation.before} 个，之后 ${reservation.after} 个。`,
      };
    case 'ground-differs':
      return {
        en: `The fixture of ${short(reservation.endpoint)} differs: ${short(reservation.name)} was ${short(reservation.before) || 'unknown'}, is ${short(reservation.after) || 'unknown'}.`,
        zh: `${short(reservation.endpoint)} 的测试数据不同：${short(reservation.name)} 原为 ${short(reservation.before) || '未知'}，现为 ${short(reservation.after) || '未知'}。`,
      };
    case 'variables-differ':
      return {
        en: `Variables that are set for one of the runs only: ${commas(reservation.before) || 'none'} before, ${commas(reservation.after) || 'none'} after.`,
        zh: `仅一方设置的变量：之前 ${commas(reservation.before) || '无'}，之后 ${commas(reservation.after) || '无'}。`,
      };
    case 'strictness-differs':
      return {
        en: 'Only one of the runs was strict; outcomes differ by that.',
        zh: '仅一方使用 --strict，运行结论会因此不同。',
      };
    case 'user-names-differ':
      return {
        en: 'Only one of the runs hid user names; texts that hold them differ by that.',
        zh: '仅一方隐藏了用户名，含用户名的文本会因此不同。',
      };
  }
}

function partialSentence({ side, ended }: Extract<Reservation, { kind: 'partial' }>): Text {
  const why = ended && endingSentence(ended, { thing: thingOf([]) });
  return {
    en: `The run ${SIDES[side].en} is only a part of one${why ? `: ${why.en}` : ''}. What it did not send is left out.`,
    zh: `“${SIDES[side].zh}”的运行只是一部分${why ? `：${why.zh}` : ''}。未发送的部分不参与比较。`,
  };
}
