import type { Check } from '../../../record/diagnosis.js';
import type { Text } from '../../../text.js';
import type { About } from '../about.js';
import { endingSentence } from '../ending.js';
import { fitSentence } from '../fit.js';
import { commas, listed, short } from '../listed.js';
import { mismatchSentence } from '../taken.js';
import { forecast } from './forecast.js';
import { notes } from './joined.js';
import { fixture, free, identity, permission } from './target.js';
import { clock, configuration, tls } from './way.js';

/** What a check saw: without a full stop. A run that would end for it ends with the same words. */
export function checkSentence(check: Check, about: About): Text {
  if (check.ends?.kind === 'fixture-mismatched') {
    return mismatchSentence(check.ends.of, check.ends.mismatches);
  }
  if (check.ends !== undefined) return endingSentence(check.ends, about);
  switch (check.kind) {
    case 'configuration':
      return configuration(check, about);
    case 'writes': {
      const host = short(check.host);
      return check.result === 'ok'
        ? { en: `the suite may write to ${host}`, zh: `允许写入 ${host}` }
        : {
            en: `a run creates data on ${host}, which is not this machine, and removes it; nothing says that it may`,
            zh: `运行会在 ${host} 上新增并删除数据，而它不是本机，且未声明可以写入`,
          };
    }
    case 'name':
      if (check.addresses.includes(check.host)) {
        return { en: `${short(check.host)} is an address`, zh: `${short(check.host)} 是 IP 地址` };
      }
      return {
        en: `${short(check.host)} is ${commas(check.addresses)}`,
        zh: `${short(check.host)} 解析为 ${commas(check.addresses)}`,
      };
    case 'tcp': {
      const at = `${short(check.host)}:${check.port}`;
      return {
        en: `${at} takes connections, in ${check.ms} ms`,
        zh: `${at} 可连接，${check.ms} ms`,
      };
    }
    case 'tls':
      return tls(check);
    case 'proxy':
      return check.address === undefined
        ? { en: 'none: requests go straight to the target', zh: '不经代理，直接访问目标' }
        : {
            en: `requests go through ${short(check.address)}`,
            zh: `请求经过代理 ${short(check.address)}`,
          };
    case 'address':
      return check.result === 'ok'
        ? {
            en: `the API answers at ${short(check.url)}, in ${check.ms} ms`,
            zh: `API 在 ${short(check.url)} 应答，${check.ms} ms`,
          }
        : {
            en: `nothing of the API has answered yet at ${short(check.url)}`,
            zh: `${short(check.url)} 尚无 API 应答`,
          };
    case 'app': {
      const { en, zh } = listed(check.settings);
      return { en: `${en} are known to the target`, zh: `目标接受 ${zh}` };
    }
    case 'identity':
      return identity(check);
    case 'permission':
      return permission(check, about);
    case 'clock':
      return clock(check.aheadMs);
    case 'fixture':
      return fixture(check, about);
    case 'free':
      return free(check, about);
    case 'lookups':
      return {
        en: 'what is stored can be looked up',
        zh: '可以查询已存储的数据',
      };
    case 'weather':
      return check.notes.length === 0
        ? { en: 'no answer had to be waited for', zh: '没有需要等待后重发的请求' }
        : notes(check.notes, about);
    case 'releases': {
      if (check.fit !== undefined) return fitSentence(check.fit);
      const name = check.family.toUpperCase();
      return {
        en: `nothing seen here tells the releases of the ${name} apart; a run sees more`,
        zh: `此处所见无法区分 ${name} 的版本；运行时可获得更多依据`,
      };
    }
    case 'forecast':
      return forecast(check);
  }
}
