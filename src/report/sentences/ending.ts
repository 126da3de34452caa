import type { Ending } from '../../record/ending.js';
import { WRONG_VALUES } from './wrong-values.js';
import type { Text } from '../../text.js';
import type { About } from './about.js';
import { listed, short } from './listed.js';
import { permissionSentence } from './permission.js';
import { problemSentence, whySentence } from './problem.js';
import { proposedSentence } from './proposed.js';
import { inBrackets, quoteFault } from './said.js';
import { strangerSentence } from './stranger.js';
import { mismatchSentence, takenSentence } from './taken.js';
import { weatherSentence } from './weather.js';

/** Why a run ended early, without a full stop. */
export function endingSentence(ending: Ending, about: About): Text {
  switch (ending.kind) {
    case 'misconfigured':
      return misconfigured(ending.variables);
    case 'no-connection': {
      const { en, zh } = quoteFault(ending);
      return { en: `the target can’t be talked to: ${en}`, zh: `无法与目标通信：${zh}` };
    }
    case 'not-the-api':
      return strangerSentence(ending.answer);
    case 'identities-refused': {
      const { en, zh } = inBrackets(ending.said);
      return {
        en: `every configured identity is refused exactly as a deliberately wrong secret is${en}`,
        zh: `所有已配置身份都与故意填错的密钥一样被拒绝${zh}`,
      };
    }
    case 'shut-out': {
      const { en, zh } = inBrackets(ending.said);
      return {
        en: `what stands before the API lets nothing through from here, whoever asks${en}`,
        zh: `API 之前的网关或 ESB 不放行来自此处的任何请求，与身份无关${zh}`,
      };
    }
    case 'permission':
      return permissionSentence(ending);
    case 'lookups-unusable': {
      const { en, zh } = whySentence(ending.why, about);
      return {
        en: `lookups can’t be used, so that nothing more is created: ${en}`,
        zh: `查询不可用，因此不再创建数据：${zh}`,
      };
    }
    case 'fixture-taken':
      return takenSentence(ending.taken, about);
    case 'fixture-held': {
      const names = listed(ending.settings);
      return {
        en: `another run works on what ${names.en} name: it made ${short(ending.by)}`,
        zh: `另一次运行正在使用 ${names.zh} 所指的数据：它创建了 ${short(ending.by)}`,
      };
    }
    case 'fixture-wrong':
      return fixtureWrong(ending);
    case 'fixture-proposed':
      return proposedSentence(ending.proposed);
    case 'fixture-lacking': {
      const names = listed(ending.settings);
      const { en, zh } = whySentence(ending.why, about);
      return {
        en: `${names.en} ${ending.settings.length === 1 ? 'is' : 'are'} not set, and nothing could stand in: ${en}`,
        zh: `未设置 ${names.zh}，也没有可代替的数据：${zh}`,
      };
    }
    case 'fixture-mismatched': {
      const { en, zh } = mismatchSentence(ending.of, ending.mismatches);
      return {
        en: `${en}; what was created can’t be found by what is set, and nothing more is created`,
        zh: `${zh}；按所设的值查不到已创建的数据，不再继续创建`,
      };
    }
    case 'no-removal': {
      const name = short(ending.endpoint);
      const told = inBrackets(ending.said);
      const why = ending.why === undefined ? undefined : problemSentence(ending.why, about);
      return {
        en: `${name} can’t be used${told.en}${why === undefined ? '' : `: ${why.en}`}; what can’t be removed is not created`,
        zh: `${name} 不可用${told.zh}${why === undefined ? '' : `：${why.zh}`}；无法删除的数据不会创建`,
      };
    }
    case 'removal-fails': {
      const id = short(ending.id);
      const told = inBrackets(ending.said);
      return {
        en: `${short(ending.endpoint)} does not remove ${about.thing.en} ${id}${told.en}; nothing more is created`,
        zh: `${short(ending.endpoint)} 未能删除${about.thing.zh} ${id}${told.zh}，不再继续创建`,
      };
    }
    case 'too-much-left': {
      const told = inBrackets(ending.said);
      const by = short(ending.endpoint);
      return {
        en: `${ending.number} things of this run could not be removed by ${by}${told.en}; nothing more is created, and what was judged so far stands`,
        zh: `本次运行有 ${ending.number} 项数据 ${by} 未能删除${told.zh}；不再继续创建，已有结论有效`,
      };
    }
    case 'limit-endless': {
      const { en, zh } = inBrackets(ending.said);
      return {
        en: `the target keeps answering that requests come too fast${en}`,
        zh: `目标持续返回“请求过于频繁”${zh}`,
      };
    }
    case 'weather': {
      const { en, zh } = weatherSentence(ending.status);
      const words = ending.words === undefined ? '' : short(ending.words);
      return {
        en: `however long it was waited, ${en}${words && `: ${words}`}`,
        zh: `等待后仍然如此：${zh}${words && `：${words}`}`,
      };
    }
    case 'creations-exhausted': {
      const { en, zh } = quoteFault(ending);
      return {
        en: `${ending.number} creations ran into a time-out or a size limit, the last with: ${en}`,
        zh: `${ending.number} 次创建超时或超出大小限制，最后一次：${zh}`,
      };
    }
    case 'target-silent': {
      const { en, zh } = quoteFault(ending);
      return { en: `the target no longer answers: ${en}`, zh: `目标不再应答：${zh}` };
    }
    case 'slow-and-wrong':
      return {
        en: 'the target is slow and already found wrong; what was judged so far stands, and the rest is left',
        zh: '目标响应缓慢且已发现问题；已有结论有效，其余不再检验',
      };
    case 'interrupted':
      return { en: `interrupted by ${short(ending.by)}`, zh: `被 ${short(ending.by)} 中断` };
    case 'suite-failed':
      return { en: 'the suite itself failed', zh: '工具自身出错' };
  }
}

function misconfigured(variables: Extract<Ending, { kind: 'misconfigured' }>['variables']): Text {
  const told = variables.map(({ variable, what }) => ({
    en: `${short(variable)} ${WRONG_VALUES[what].en}`,
    zh: `${short(variable)} ${WRONG_VALUES[what].zh}`,
  }));
  return {
    en: `the configuration is wrong: ${told.map(({ en }) => en).join('; ')}`,
    zh: `配置有误：${told.map(({ zh }) => zh).join('；')}`,
  };
}

function fixtureWrong({
  settings,
  said,
  missing,
}: Extract<Ending, { kind: 'fixture-wrong' }>): Text {
  const names = listed(settings);
  const told = inBrackets(said);
  const name = settings.length === 1 ? 'names' : 'name';
  return missing === undefined
    ? {
        en: `lookups do not show what ${names.en} ${name}${told.en}`,
        zh: `在目标上查不到 ${names.zh} 所指的数据${told.zh}`,
      }
    : {
        en: `lookups do not show ${short(missing)}, which ${names.en} ${name}${told.en}`,
        zh: `在目标上查不到 ${names.zh} 所指的 ${short(missing)}${told.zh}`,
      };
}
