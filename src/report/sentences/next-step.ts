import type { WireFaultKind } from '../../http/exchange.js';
import type { Ending } from '../../record/ending.js';
import type { Problem } from '../../record/problem.js';
import type { Text } from '../../text.js';
import { listed, short } from './listed.js';
import { isPermission, permissionStep } from './permission.js';
import { shutOutStep } from './shut-out.js';
import { wayToTheApi } from './stranger.js';
import { SLOWER, weatherStep } from './weather.js';

/**
 * What to do before a run that ended early is begun again, without a full stop.
 *
 * @returns undefined where nothing is to be put right
 */
export function nextStep(ending: Ending): Text | undefined {
  switch (ending.kind) {
    case 'misconfigured':
      return ending.variables.every(({ what }) => what === 'ordinary')
        ? {
            en: 'Set the real secret; if it is this word, have another one issued',
            zh: '请设置真实的密钥；若密钥确实就是该词，请重新签发',
          }
        : {
            en: 'Set the value itself; where a CI system or a script hands it over, see that it has it',
            zh: '请设置实际的值；若由 CI 系统或脚本传入，请确认其中已有该值',
          };
    case 'no-connection':
      return {
        en: 'Check CMDB_BASE_URL (scheme, host and port), the network, the proxy (HTTPS_PROXY, NO_PROXY) and TLS (CMDB_CA_FILE)',
        zh: '请检查 CMDB_BASE_URL（协议、主机与端口）、网络、代理（HTTPS_PROXY、NO_PROXY）与 TLS（CMDB_CA_FILE）',
      };
    case 'not-the-api':
      return wayToTheApi(ending);
    case 'identities-refused':
      return isPermission(ending.said)
        ? permissionStep(ending)
        : {
            en: 'Check BK_APP_CODE, BK_APP_SECRET and the identity (BK_USERNAME, BK_TOKEN)',
            zh: '请检查 BK_APP_CODE、BK_APP_SECRET 与身份配置（BK_USERNAME、BK_TOKEN）',
          };
    case 'shut-out':
      return shutOutStep(ending.said);
    case 'permission':
      return permissionStep(ending);
    case 'lookups-unusable':
      return lookupsStep(ending.why);
    case 'fixture-taken': {
      const { en, zh } = listed(
        ending.taken.how === 'stored' ? ending.taken.settings : [ending.taken.setting],
      );
      return {
        en: `Free what the settings name, or set ${en} to something that is free`,
        zh: `请释放所设的数据，或将 ${zh} 设为未被占用的值`,
      };
    }
    case 'fixture-held':
      return {
        en: 'Wait until it is over, or name other instances; where it was killed, npx cmdb-conformance cleanup removes what it left, with --older-than 1h from any machine',
        zh: '请等待其结束，或改用其他实例；若那次运行已被强行终止，请用 npx cmdb-conformance cleanup 清理，加上 --older-than 1h 可在任何机器上清理',
      };
    case 'fixture-wrong': {
      const { en, zh } = listed(ending.settings);
      return {
        en: `Set ${en} to what is there on the target`,
        zh: `请将 ${zh} 设为目标上实际存在的值`,
      };
    }
    case 'fixture-proposed': {
      const setting = short(ending.proposed.setting);
      return {
        en: `Take it with --fixture auto (or CMDB_FIXTURE=auto), or set ${setting} to another`,
        zh: `用 --fixture auto（或 CMDB_FIXTURE=auto）采用该建议，或将 ${setting} 设为其他值`,
      };
    }
    case 'fixture-lacking':
      return lackingStep(ending);
    case 'fixture-mismatched': {
      const { en, zh } = listed(ending.mismatches.map(({ setting }) => setting));
      return { en: `Set ${en} to what the target shows`, zh: `请将 ${zh} 设为目标中的实际值` };
    }
    case 'no-removal':
      if (ending.why?.kind === 'none-free') {
        return {
          en: 'See why lookups show something of ids that nobody was given: what is removed is looked up by its id',
          zh: '请查明查询为何返回从未分配过的 id：删除前后都按 id 查询',
        };
      }
      return {
        en: `See to it that this app may call ${short(ending.endpoint)}, and that the ESB or the gateway maps it to the CMDB behind it`,
        zh: `请确保该应用可以调用 ${short(ending.endpoint)}，并确认 ESB 或网关已将其正确映射到后端 CMDB`,
      };
    case 'too-much-left':
      return {
        en: `Put right what failed; then npx cmdb-conformance cleanup removes what ${short(ending.endpoint)} does, and what is listed besides is removed by hand`,
        zh: `请先修复已发现的问题；再用 npx cmdb-conformance cleanup 清理 ${short(ending.endpoint)} 能够删除的数据，其余按列表手动清理`,
      };
    case 'removal-fails':
      return {
        en: `Remove by hand what is left (it is listed), and see why ${short(ending.endpoint)} does not`,
        zh: `请手动清理残留数据（见列表），并查明 ${short(ending.endpoint)} 未能删除的原因`,
      };
    case 'limit-endless':
      return SLOWER;
    case 'weather':
      return weatherStep(ending.status);
    case 'creations-exhausted':
    case 'target-silent':
      return faultStep(ending.fault);
    case 'slow-and-wrong':
      return {
        en: 'Put right what failed; CMDB_WRONG_TARGET_MS gives a slow target more time',
        zh: '请先修复已发现的问题；CMDB_WRONG_TARGET_MS 可为响应缓慢的目标延长时间',
      };
    case 'interrupted':
      return undefined;
    case 'suite-failed':
      return {
        en: 'This is a fault of the suite: please report it',
        zh: '这是工具自身的问题，请反馈',
      };
  }
}

/** What to set where nothing could stand in for it, or what to apply for. */
function lackingStep({ settings, why }: Extract<Ending, { kind: 'fixture-lacking' }>): Text {
  const { en, zh } = listed(settings);
  const set = { en: `Set ${en} to what may be associated`, zh: `请将 ${zh} 设为可被关联的数据` };
  const said = why.kind === 'not-made' || why.kind === 'lookup-refused' ? why.said : undefined;
  if (said === undefined || !isPermission(said)) return set;
  const step = permissionStep({ said });
  return { en: `${set.en}, or apply for it: ${step.en}`, zh: `${set.zh}，或申请权限：${step.zh}` };
}

/** What to do where answers no longer come, by what came instead: only a time-out asks for time. */
function faultStep(fault: WireFaultKind): Text {
  switch (fault) {
    case 'timeout':
      return {
        en: 'Check that the target answers; where it is only slow, raise CMDB_FIRST_BYTE_TIMEOUT_MS, and --timeout with it',
        zh: '请先确认目标能正常应答；如果只是较慢，请调高 CMDB_FIRST_BYTE_TIMEOUT_MS 与 --timeout',
      };
    case 'endless':
      return {
        en: 'Check that the target’s answers end; where they are only slow, raise --timeout',
        zh: '请先确认目标的应答能够结束；如果只是较慢，请调高 --timeout',
      };
    case 'too-large':
      return {
        en: 'Where such answers are right, raise CMDB_MAX_HEADER_BYTES, CMDB_MAX_BODY_BYTES or CMDB_MAX_EXPANDED_BYTES',
        zh: '如果这样大的应答是正常的，请调高 CMDB_MAX_HEADER_BYTES、CMDB_MAX_BODY_BYTES 或 CMDB_MAX_EXPANDED_BYTES',
      };
    case 'unreachable':
    case 'reset':
    case 'broken':
    case 'aborted':
      return {
        en: 'Check that the target is still up, and that nothing on the way cuts connections off',
        zh: '请确认目标仍在运行，且途中没有设备切断连接',
      };
  }
}

/** What to do where lookups can't be used, by what came instead of rows. */
function lookupsStep(why: Problem | undefined): Text {
  if (why?.kind === 'permission') return permissionStep(why);
  if (why?.kind === 'lookup-refused' && isPermission(why.said)) return permissionStep(why);
  if (why?.kind === 'weather') return weatherStep(why.status);
  if (why?.kind === 'too-fast') return SLOWER;
  if (why?.kind === 'no-answer' || why?.kind === 'answer-broken') return faultStep(why.fault);
  return {
    en: 'See to it that this app and this identity may look up what they create',
    zh: '请确保该应用与该身份有权查询其创建的数据',
  };
}
