import type { Case, ObservationCase } from './case.js';
import { change } from './faults.js';

function observed(name: string, title: Case['title'], how: Partial<ObservationCase>): Case {
  return {
    kind: 'observation',
    id: `protocol.${name}`,
    category: 'protocol',
    title,
    requirements: ['convention.protocol.failure_envelope'],
    ...how,
  };
}

/** What the document says nothing about: recorded; a refusal keeps the failure envelope. */
export const protocol: readonly Case[] = [
  observed(
    'method.GET',
    { en: 'GET instead of POST', zh: '使用 GET 而非 POST' },
    { method: 'GET' },
  ),
  observed(
    'address.no trailing slash',
    { en: 'no trailing slash', zh: '地址末尾没有斜杠' },
    { withoutSlash: true },
  ),
  observed('body.malformed', { en: 'malformed JSON', zh: 'JSON 格式错误' }, { raw: 'malformed' }),
  observed('body.empty', { en: 'empty body', zh: '请求体为空' }, { raw: 'empty' }),
  observed('body.array', { en: 'an array as body', zh: '请求体为数组' }, { raw: 'array' }),
  observed(
    'header.wrong content type',
    { en: 'wrong content type', zh: 'Content-Type 错误' },
    { contentType: 'text/plain' },
  ),
  observed(
    'member.unknown',
    { en: 'an unknown extra member', zh: '多余的未知成员' },
    { changes: [change('cmdb_conformance_extra', 'wrong')] },
  ),
];
