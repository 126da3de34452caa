import type { DocumentMember } from '../document/api-document.js';
import type { EndpointContract } from './contract.js';
import { presentOnFailure } from './presence.js';
import type { Requirement } from './requirement.js';
import { quoteOf, requireOf, type Require } from './rule.js';

/**
 * What the tables of the answer (返回结果参数说明) and the response sample demand.
 *
 * @param own - the endpoint
 * @returns requirements `response.…`, in the order of the tables
 */
export function responseRequirements(own: EndpointContract): Requirement[] {
  const require = requireOf(own);
  const { response, responseSample } = own.document;
  const requirements: Requirement[] = [];
  if (responseSample !== undefined) {
    requirements.push(
      require('response.body.json', 'must', responseSample.fence, 'The answer is one JSON object in UTF-8, with nothing around it.', '应答是一个 UTF-8 编码的 JSON 对象，前后没有其他内容。'),
    );
  }
  const onFailure = presentOnFailure(response);
  for (const member of response) {
    requirements.push(
      ...envelopeRequirements(member, onFailure, own, require),
      ...meaningRequirements(member, `response.${member.name}`, require),
      ...member.members.flatMap((inner) =>
        innerRequirements(inner, `response.${member.name}.`, require),
      ),
    );
  }
  return requirements;
}

function envelopeRequirements(
  { name, row, typeCell, required }: DocumentMember,
  onFailure: readonly string[],
  own: EndpointContract,
  require: Require,
): Requirement[] {
  const orNull = own.parts.nullable.has(name) && typeCell.quote !== 'null';
  const failed = onFailure.includes(name);
  const present = require(`response.${name}.present`, 'must', row, `A success has ${name}.`, `成功的应答中有 ${name}。`);
  const onFailureToo = require(`response.${name}.present_on_failure`, failed
    ? 'must'
    : 'should', row, `A failure has ${name}.`, `失败的应答中有 ${name}。`);
  const type = require(`response.${name}.type`, 'must', row, `${name} is of type ${typeCell.quote}${orNull ? ', or null as in the sample' : ''}.`, `${name} 的类型为 ${typeCell.quote}${orNull ? '，或如示例所示为 null' : ''}。`);
  return [
    ...(required === false ? [] : [present]),
    ...(required === false && !failed ? [] : [onFailureToo]),
    type,
  ];
}

function innerRequirements(
  member: DocumentMember,
  parent: string,
  require: Require,
): Requirement[] {
  const path = parent + member.name;
  const present = require(`${path}.present`, 'must', member.row, `A success has ${path.slice('response.'.length)}.`, `成功的应答中有 ${path.slice('response.'.length)}。`);
  const type = require(`${path}.type`, 'must', member.row, `${path.slice('response.'.length)} is of type ${member.typeCell.quote}.`, `${path.slice('response.'.length)} 的类型为 ${member.typeCell.quote}。`);
  return [
    ...(member.required === false ? [type] : [present, type]),
    ...meaningRequirements(member, path, require),
    ...member.members.flatMap((inner) => innerRequirements(inner, `${path}.`, require)),
  ];
}

function meaningRequirements(
  member: DocumentMember,
  path: string,
  require: Require,
): Requirement[] {
  const { name } = member;
  const requirements: Requirement[] = [];
  const result = quoteOf(member, 'result-true', 'result-false');
  if (result !== undefined) {
    const en = `${name} is true exactly when the request had its effect, else false.`;
    const zh = `请求生效时 ${name} 为 true，否则为 false。`;
    requirements.push(require(`${path}.meaning`, 'must', result, en, zh));
  }
  const code = quoteOf(member, 'code-zero', 'code-positive');
  if (code !== undefined) {
    const en = `${name} is 0 exactly on success, and above 0 on failure.`;
    const zh = `成功时 ${name} 为 0，失败时 ${name} 大于 0。`;
    requirements.push(require(`${path}.meaning`, 'must', code, en, zh));
  }
  const message = quoteOf(member, 'message-on-failure');
  if (message !== undefined) {
    const en = `${name} is not empty on failure.`;
    const zh = `失败时 ${name} 不为空。`;
    requirements.push(require(`${path}.nonempty_on_failure`, 'must', message, en, zh));
  }
  const created = quoteOf(member, 'created-id');
  if (created !== undefined) {
    const en = `${name} is the id under which what was created is found; each creation has its own.`;
    const zh = `${name} 就是新增对象的 id：能以此 id 查到它，且每次新增各不相同。`;
    const enOld = `An id once given is not given again after its deletion.`;
    const zhOld = `已分配过的 ${name} 在删除之后不再分配。`;
    requirements.push(
      require(`${path}.identity`, 'must', created, en, zh),
      require(`${path}.not_reused`, 'should', created, enOld, zhOld),
    );
  }
  return requirements;
}
