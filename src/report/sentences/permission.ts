import type { Said } from '../../record/problem.js';
import type { Text } from '../../text.js';
import { listed } from './listed.js';
import { inBrackets } from './said.js';

/** What is lacking, as a record has it. */
interface Lacking {
  readonly said: Said;
  readonly actions?: readonly string[];
}

/**
 * Where a permission is applied for, by the code of the refusal: the ESB's (component permission),
 * the API gateway's, and that of CMDB where it asks IAM.
 */
const WHERE: ReadonlyMap<string, Text> = new Map([
  [
    '1306403',
    {
      en: 'In the developer centre, apply for the permission of BK_APP_CODE to call this component',
      zh: '请在开发者中心为 BK_APP_CODE 申请该组件 API 的调用权限',
    },
  ],
  [
    '1640301',
    {
      en: 'In the developer centre, apply for the permission of BK_APP_CODE to call this API of the gateway',
      zh: '请在开发者中心为 BK_APP_CODE 申请该网关 API 的调用权限',
    },
  ],
  [
    '9900403',
    {
      en: 'In the permission centre (IAM), apply for what the user of this run lacks',
      zh: '请在权限中心为运行所用的用户申请所缺的权限',
    },
  ],
]);

/** True for a refusal that the family has a code for where a permission is lacking. */
export function isPermission({ code }: Said): boolean {
  return code !== undefined && WHERE.has(code);
}

/** That a permission is lacking, and which actions it is about, without a full stop. */
export function permissionSentence({ said, actions = [] }: Lacking): Text {
  const told = inBrackets(said);
  const which = listed(actions);
  return {
    en: `a permission is lacking${told.en}${which.en && `, for: ${which.en}`}`,
    zh: `缺少权限${told.zh}${which.zh && `，涉及操作：${which.zh}`}`,
  };
}

/** Where to apply for it, without a full stop. */
export function permissionStep({ said, actions = [] }: Lacking): Text {
  if (actions.length > 0) {
    const { en, zh } = listed(actions);
    return {
      en: `In the permission centre (IAM), apply for the user of this run for: ${en}`,
      zh: `请在权限中心为运行所用的用户申请以下操作：${zh}`,
    };
  }
  return (
    WHERE.get(said.code ?? '') ?? {
      en: 'Apply for the permission that the target names',
      zh: '请申请目标所提示的权限',
    }
  );
}
