import type { DocumentMember } from '../document/api-document.js';
import type { EndpointContract } from './contract.js';
import type { Requirement } from './requirement.js';
import { quoteOf, requireOf, type Require } from './rule.js';

/**
 * What the tables of interface parameters (接口参数) and the request sample demand.
 *
 * @param own - the endpoint
 * @returns requirements `request.…`, each member before its nested ones, the sample last
 */
export function requestRequirements(own: EndpointContract): Requirement[] {
  const require = requireOf(own);
  const { request, requestSample } = own.document;
  const members = request.flatMap((member) => memberRequirements(member, '', require));
  if (requestSample === undefined) return members;
  const sample = require('request.sample', 'must', requestSample.heading, "The document's own sample, with values of the target, is accepted.", '文档中的请求示例换成目标环境的取值后会被接受。');
  return [...members, sample];
}

function memberRequirements(
  member: DocumentMember,
  parent: string,
  require: Require,
): Requirement[] {
  const path = parent + member.name;
  return [
    ...tableRequirements(member, path, require),
    ...proseRequirements(member, path, require),
    ...member.members.flatMap((inner) => memberRequirements(inner, `${path}.`, require)),
  ];
}

function tableRequirements(member: DocumentMember, path: string, require: Require): Requirement[] {
  const { row, typeCell, type } = member;
  const requirements: Requirement[] = [];
  if (member.required === true) {
    requirements.push(
      require(`request.${path}.required`, 'must', row, `A request without ${path} is refused and has no effect.`, `缺少 ${path} 的请求会被拒绝，且不产生任何效果。`),
    );
  }
  requirements.push(
    require(`request.${path}.type`, 'must', row, `A ${path} that is no ${typeCell.quote} is refused and has no effect.`, `${path} 不是 ${typeCell.quote} 类型的请求会被拒绝，且不产生任何效果。`),
  );
  if (type?.format === 'int64') {
    requirements.push(
      require(`request.${path}.exact`, 'must', typeCell, `Every int64 value of ${path} is kept exactly, also above 2^53.`, `${path} 的任何 int64 取值都精确保留，超过 2^53 时也不例外。`),
    );
  }
  if (type?.values === 'string') {
    requirements.push(
      require(`request.${path}.values`, 'should', typeCell, `A value in ${path} that is no string is refused.`, `${path} 中的值不是字符串时，请求会被拒绝。`),
    );
  }
  return requirements;
}

function proseRequirements(member: DocumentMember, path: string, require: Require): Requirement[] {
  const requirements: Requirement[] = [];
  const association = quoteOf(member, 'association-exists');
  if (association !== undefined) {
    requirements.push(
      require(`request.${path}.exists`, 'must', association, `A ${path} that names no association between models is refused.`, `${path} 不是已有的模型关联关系时，请求会被拒绝。`),
    );
  }
  const side = quoteOf(member, 'source-instance')
    ? { quote: quoteOf(member, 'source-instance'), en: 'source', zh: '源' }
    : { quote: quoteOf(member, 'target-instance'), en: 'target', zh: '目标' };
  if (side.quote !== undefined) {
    requirements.push(
      require(`request.${path}.exists`, 'must', side.quote, `A ${path} that names no instance of the ${side.en} model is refused.`, `${path} 不是已有的${side.zh}模型实例时，请求会被拒绝。`),
      require(`request.${path}.model`, 'should', side.quote, `A ${path} that names an instance of another model than the ${side.en} model is refused.`, `${path} 指向其他模型（而非${side.zh}模型）的实例时，请求会被拒绝。`),
    );
  }
  const business = quoteOf(member, 'business');
  if (business !== undefined) {
    requirements.push(
      require(`request.${path}.nonempty`, 'should', business, `An empty ${path} names no business and is refused.`, `${path} 为空字符串时不代表任何业务，请求会被拒绝。`),
    );
  }
  return requirements;
}
