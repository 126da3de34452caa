import type { Clause } from '../document/phrases.js';
import { authRequirements } from './auth-requirements.js';
import type { EndpointContract } from './contract.js';
import type { Exclusion, Requirement } from './requirement.js';
import { requestRequirements } from './request-requirements.js';
import { responseRequirements } from './response-requirements.js';
import { requireOf } from './rule.js';
import type { Text } from '../text.js';

/**
 * The requirements of one endpoint.
 *
 * @param own - the endpoint
 * @returns requirements in the order of the document; their ids are unique within the endpoint
 */
export function requirementsOf(own: EndpointContract): Requirement[] {
  return [
    ...endpointRequirements(own),
    ...authRequirements(own),
    ...effectRequirements(own),
    ...requestRequirements(own),
    ...responseRequirements(own),
  ];
}

function endpointRequirements(own: EndpointContract): Requirement[] {
  const require = requireOf(own);
  return [
    require('endpoint.method', 'must', own.method, `The endpoint takes ${own.method.quote}.`, `接口接受 ${own.method.quote} 请求。`),
    require('endpoint.address', 'must', own.address, `The endpoint is at ${own.address.quote}.`, `接口地址为 ${own.address.quote}。`),
  ];
}

const EFFECTS = [
  {
    rule: 'creates',
    id: 'effect.created',
    en: 'After a success what was asked for exists, once and as asked for, and nothing else was created.',
    zh: '成功之后，所请求的对象存在且仅有一个，内容与请求一致，没有多建其他对象。',
  },
  {
    rule: 'finds',
    id: 'effect.found',
    en: 'A success lists everything that meets the condition, and nothing else.',
    zh: '成功时返回满足条件的全部数据，且只返回这些数据。',
  },
  {
    rule: 'deletes',
    id: 'effect.deleted',
    en: 'After a success what was named no longer exists.',
    zh: '成功之后，指定的对象不再存在。',
  },
] as const;

function effectRequirements(own: EndpointContract): Requirement[] {
  const require = requireOf(own);
  return own.document.descriptionClauses.flatMap((clause) => {
    const effect = EFFECTS.find(({ rule }) => rule === clause.rule);
    return effect === undefined ? [] : require(effect.id, 'must', clause, effect.en, effect.zh);
  });
}

/**
 * The statements of one document that yield no requirement, each with the reason.
 *
 * @param own - the endpoint
 * @returns exclusions in the order of the document
 */
export function exclusionsOf(own: EndpointContract): Exclusion[] {
  const { path, ours, common, request, response, descriptionClauses } = own.document;
  const exclude = (at: { line: number; quote: string }, reason: Text): Exclusion => ({
    source: { path, line: at.line, quote: at.quote },
    reason,
  });
  const asides = (clauses: readonly Clause[]): Exclusion[] =>
    clauses.flatMap((clause) =>
      clause.aside === undefined ? [] : [exclude(clause, clause.aside)],
    );
  const clausesOf = (members: typeof request): Clause[] =>
    members.flatMap((member) => [...member.clauses, ...clausesOf(member.members)]);

  const members = [...common, ...request, ...response];
  const clauses = [...(ours === undefined ? [] : [ours]), ...descriptionClauses];
  return asides([...clauses, ...clausesOf(members)]).sort((a, b) => a.source.line - b.source.line);
}
