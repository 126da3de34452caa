import type { Text } from '../text.js';
import { tellsCausesApart } from '../judge/refusal.js';
import type { State } from './state.js';

/** What the reader of a record should know besides the verdicts. */
export function notesOf(state: State): Text[] {
  const notes = [...state.notes];
  const refusals = {
    credentials: state.credentialRefusals,
    unknownAssociation: state.unknownAssociationRefusal,
  };
  if (refusals.unknownAssociation !== undefined && !tellsCausesApart(refusals)) {
    notes.push({
      en: 'this server has one refusal for everything: that a refusal is about the right thing can’t be seen',
      zh: '该服务器对所有错误都给出同一种拒绝，无法区分拒绝的原因',
    });
  }
  if (state.fixtureTaken !== undefined) notes.push(state.fixtureTaken);
  if (!state.fixtureAccepted && state.fixtureRefusal !== undefined) {
    notes.push({
      en: `the fixture’s pair was refused (${state.fixtureRefusal}); check CMDB_INST_ID and CMDB_ASST_INST_ID`,
      zh: `测试数据中的实例对被拒绝（${state.fixtureRefusal}），请检查 CMDB_INST_ID 与 CMDB_ASST_INST_ID`,
    });
  }
  if (state.whyNoneMade !== undefined) notes.push(state.whyNoneMade);
  if (state.lookups.lagging) {
    notes.push({
      en: 'lookups of this server lag behind; absence was believed only after the full wait',
      zh: '该服务器的查询存在延迟，已等待足够时间后才认定不存在',
    });
  }
  if (state.throttle.waited > 0) {
    notes.push({
      en: `this server limits how fast requests may come; so often one was sent again after a wait: ${state.throttle.waited}. A lower CMDB_MAX_RATE avoids that`,
      zh: `该服务器限制请求频率，等待后重新发送的请求数：${state.throttle.waited}；调低 CMDB_MAX_RATE 可避免`,
    });
  }
  if (state.settings.insecure) {
    notes.push({
      en: 'TLS certificates were not verified (--insecure)',
      zh: '未校验 TLS 证书（--insecure）',
    });
  }
  return notes;
}
