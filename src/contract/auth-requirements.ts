import type { DocumentMember } from '../document/api-document.js';
import type { EndpointContract } from './contract.js';
import type { Requirement } from './requirement.js';
import { quoteOf, requireOf } from './rule.js';

/**
 * What the table of common arguments (通用参数) demands.
 *
 * @param own - the endpoint
 * @returns requirements `auth.…`, in the order of the table
 */
export function authRequirements(own: EndpointContract): Requirement[] {
  return own.document.common.flatMap((member) => [
    ...tableRequirements(own, member),
    ...proseRequirements(own, member),
  ]);
}

function tableRequirements(own: EndpointContract, member: DocumentMember): Requirement[] {
  const require = requireOf(own);
  const { name, row, typeCell } = member;
  const required = require(`auth.${name}.required`, 'must', row, `A request without ${name} is refused.`, `缺少 ${name} 的请求会被拒绝。`);
  const type = require(`auth.${name}.type`, 'must', row, `A ${name} that is no ${typeCell.quote} is refused.`, `${name} 不是 ${typeCell.quote} 类型的请求会被拒绝。`);
  return member.required === true ? [required, type] : [type];
}

function proseRequirements(own: EndpointContract, member: DocumentMember): Requirement[] {
  const require = requireOf(own);
  const { name } = member;
  const requirements: Requirement[] = [];
  const app = quoteOf(member, 'app-verified');
  if (app !== undefined) {
    requirements.push(
      require(`auth.${name}.verified`, 'must', app, `A ${name} that names no registered app is refused.`, `${name} 不是已注册的应用时，请求会被拒绝。`),
      require(`auth.${name}.exact`, 'should', app, `A ${name} in other case, or with spaces around it, is refused.`, `${name} 大小写不同或前后带空格的请求会被拒绝。`),
    );
  }
  const secret = quoteOf(member, 'secret-verified');
  if (secret !== undefined) {
    requirements.push(
      require(`auth.${name}.verified`, 'must', secret, `A ${name} that is not this app's secret is refused.`, `${name} 不是该应用的密钥时，请求会被拒绝。`),
      require(`auth.${name}.exact`, 'should', secret, `A ${name} with spaces around it is refused.`, `${name} 前后带空格的请求会被拒绝。`),
    );
  }
  const login = quoteOf(member, 'login-verified');
  if (login !== undefined) {
    requirements.push(
      require(`auth.${name}.verified`, 'must', login, `A ${name} that is no valid login state is refused where no other identity is given.`, `没有其他身份时，${name} 不是有效登录态的请求会被拒绝。`),
      require(`auth.${name}.exact`, 'should', login, `A ${name} with spaces around it is refused where no other identity is given.`, `没有其他身份时，${name} 前后带空格的请求会被拒绝。`),
    );
  }
  const identity = quoteOf(member, 'one-identity');
  const clause = member.clauses.find(({ rule }) => rule === 'one-identity');
  if (identity !== undefined && clause !== undefined) {
    const either = clause.names.join(' or ');
    const eitherZh = clause.names.join('与');
    requirements.push(
      require('auth.identity.required', 'must', identity, `A request without a valid ${either} is refused.`, `${eitherZh}均无效的请求会被拒绝。`),
      require(`auth.${name}.accepted`, 'must', identity, `A valid ${name} alone is identity enough.`, `仅提供有效的 ${name} 即可通过身份校验。`),
    );
  }
  const user = quoteOf(member, 'app-exempt', 'user-named');
  if (user !== undefined) {
    requirements.push(
      require(`auth.${name}.accepted`, 'must', user, `An app that is exempt from the login check names the user by ${name} alone.`, `免登录态验证白名单中的应用仅用 ${name} 即可指定当前用户。`),
    );
  }
  return requirements;
}
