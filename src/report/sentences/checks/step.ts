import type { Check } from '../../../record/diagnosis.js';
import type { Text } from '../../../text.js';
import { nextStep } from '../next-step.js';
import { permissionStep } from '../permission.js';
import { withoutStop } from './joined.js';

/** What to do about a check that is not right, without a full stop; undefined where nothing is. */
export function checkStep(check: Check): Text | undefined {
  if (check.ends !== undefined) return nextStep(check.ends);
  if (check.result === 'ok') return undefined;
  switch (check.kind) {
    case 'configuration':
      return check.told === undefined
        ? { en: 'Correct them, unless they are meant so', zh: '如非有意，请更正' }
        : withoutStop(check.told.remedy);
    case 'writes':
      return {
        en: 'Set CMDB_ALLOW_WRITES=1 when you may write there',
        zh: '确认可以写入后，请设置 CMDB_ALLOW_WRITES=1',
      };
    case 'tls':
      return check.isUnverified === true
        ? {
            en: 'Name your own authority in CMDB_CA_FILE instead',
            zh: '请改用 CMDB_CA_FILE 指定自有证书颁发机构',
          }
        : { en: 'Have it renewed in time', zh: '请及时续期' };
    case 'identity':
      return check.said === undefined
        ? undefined
        : {
            en: 'Put it right: a run goes on by the other, and what rests on this one is inconclusive',
            zh: '请更正：运行会改用另一身份，与该身份有关的结论为“无法判定”',
          };
    case 'permission':
      return permissionNext(check);
    case 'clock':
      return check.aheadMs === undefined
        ? undefined
        : {
            en: 'Set both clocks by a time server: login states and certificates go by them',
            zh: '请让双方与时间服务器同步：登录态与证书都以时间为准',
          };
    case 'fixture':
      return {
        en: `Set ${check.setting} and the models to what the target shows`,
        zh: `请将 ${check.setting} 与模型设为目标中的实际值`,
      };
    case 'free':
      if (check.settings.length === 0) {
        return {
          en: 'Have these endpoints opened, or set the instances',
          zh: '请开通这些接口，或设置实例',
        };
      }
      return check.notes.length === 0
        ? undefined
        : {
            en: 'A run makes instances of its own, if it may; free these, or choose others, to be sure',
            zh: '运行会在允许时自建实例；为稳妥起见，请释放所设的实例或换用其他实例',
          };
    case 'name':
    case 'tcp':
    case 'proxy':
    case 'address':
    case 'app':
    case 'lookups':
    case 'weather':
    case 'releases':
    case 'forecast':
      return undefined;
  }
}

function permissionNext(check: Extract<Check, { kind: 'permission' }>): Text | undefined {
  const { problem, missing, untried, isRequired } = check;
  if (untried === 'no-writes') {
    return {
      en: 'Set CMDB_ALLOW_WRITES=1 to have it tried with something that is not there',
      zh: '设置 CMDB_ALLOW_WRITES=1 后，会以不存在的数据试探',
    };
  }
  if (problem?.kind === 'permission') return permissionStep(problem);
  if (missing === undefined) return undefined;
  return isRequired
    ? {
        en: 'Have it opened on the ESB or the gateway: nothing is created without it',
        zh: '请在 ESB 或网关上开通该接口：没有它不会创建任何数据',
      }
    : {
        en: 'A run can do without, by the two instances that are set',
        zh: '运行可以不用它，只使用所设的两个实例',
      };
}
