import type { Note } from '../../record/ending.js';
import type { Text } from '../../text.js';
import type { About } from './about.js';
import { identitySentence } from './identity.js';
import { commas, listed, short } from './listed.js';
import { problemSentence } from './problem.js';
import { proposedSentence } from './proposed.js';
import { quoteSaid } from './said.js';
import { deviationSentence, waiverSentence } from './declared.js';
import { fitSentence } from './fit.js';
import { mismatchSentence, takenSentence } from './taken.js';

/** What the reader should know besides the verdicts, without a full stop. */
export function noteSentence(note: Note, about: About): Text {
  switch (note.kind) {
    case 'weak-secret':
      return {
        en: `${short(note.name)} has fewer than 8 characters or is an ordinary word: it is masked only in the members that carry it`,
        zh: `${short(note.name)} 少于 8 个字符或为常见词，仅在承载它的成员中脱敏`,
      };
    case 'fixture-not-shown':
      return {
        en: `${short(note.endpoint)} does not show ${short(note.value)}, so that its properties are unknown (check ${short(note.setting)})`,
        zh: `${short(note.endpoint)} 查不到 ${short(note.value)}，其属性未知（请检查 ${short(note.setting)}）`,
      };
    case 'fixture-mismatched':
      return mismatchSentence(note.of, note.mismatches);
    case 'fixture-taken': {
      const { en, zh } = takenSentence(note.taken, about);
      return {
        en: `${en}; this run makes do with what the suite makes itself`,
        zh: `${zh}；本次运行改用套件自行创建的数据`,
      };
    }
    case 'fixture-proposed': {
      const { en, zh } = proposedSentence(note.proposed);
      return {
        en: `${en}; it is taken, as --fixture auto says`,
        zh: `${zh}；已按 --fixture auto 采用`,
      };
    }
    case 'fixture-refused': {
      const said = quoteSaid(note.said);
      const settings = listed(note.settings);
      return {
        en: `the fixture was refused (${said.en}); check ${settings.en}`,
        zh: `测试数据被拒绝（${said.zh}），请检查 ${settings.zh}`,
      };
    }
    case 'identity-refused':
      return identitySentence(note);
    case 'one-refusal':
      return {
        en: 'this server has one refusal for everything: that a refusal is about the right thing can’t be seen',
        zh: '该服务器对所有错误都给出同一种拒绝，无法区分拒绝的原因',
      };
    case 'none-made':
      return problemSentence(note.why, about);
    case 'lookups-lag':
      return {
        en: 'lookups of this server lag behind; absence was believed only after the full wait',
        zh: '该服务器的查询存在延迟，已等待足够时间后才认定不存在',
      };
    case 'rate-limited':
      return {
        en: `this server limits how fast requests may come; so often one was sent again after a wait: ${note.times}. A lower CMDB_MAX_RATE avoids that`,
        zh: `该服务器限制请求频率，等待后重新发送的请求数：${note.times}；调低 CMDB_MAX_RATE 可避免`,
      };
    case 'healed': {
      const statuses = commas(note.statuses.map(String));
      return {
        en: `now and then a gateway answered in the API’s place (HTTP ${statuses}); so often a request was sent again and then answered: ${note.times}. Where it limits how fast requests may come, a lower CMDB_MAX_RATE avoids that`,
        zh: `网关有时代替 API 应答（HTTP ${statuses}），重新发送后得到应答的请求数：${note.times}；如果网关限制请求频率，调低 CMDB_MAX_RATE 可避免`,
      };
    }
    case 'stale-deviation': {
      const known = deviationSentence(note.deviation);
      const of = `${short(note.endpoint)} ${short(note.requirement)}`;
      return {
        en: `declared, but it did not occur: ${of}; ${known.en}. Is that the right release?`,
        zh: `已声明的偏差没有出现：${of}；${known.zh}。版本选对了吗？`,
      };
    }
    case 'stale-waiver': {
      const waived = waiverSentence(note.waiver);
      const of = `${short(note.waiver.endpoint)} ${short(note.waiver.requirement)}`;
      return {
        en: `this failure did not occur, its waiver can go: ${of}; ${waived.en}`,
        zh: `该失败没有出现，可移除其豁免：${of}；${waived.zh}`,
      };
    }
    case 'releases-fit':
      return fitSentence(note);
    case 'insecure':
      return {
        en: 'TLS certificates were not verified (--insecure)',
        zh: '未校验 TLS 证书（--insecure）',
      };
  }
}
