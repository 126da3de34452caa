import type { ObservationCase } from './case.js';
import type { Subject } from './subject.js';

type How = Omit<ObservationCase, 'kind' | 'id' | 'category' | 'title' | 'requirements'>;

/** What the document says nothing about: recorded; a refusal keeps the failure envelope. */
export function protocol({ outline, binding, known }: Subject): ObservationCase[] {
  const requirements = known('convention.protocol.failure_envelope');
  const observed = (name: string, title: ObservationCase['title'], how: How): ObservationCase => ({
    kind: 'observation',
    id: `protocol.${name}`,
    category: 'protocol',
    title,
    requirements,
    ...how,
  });
  return [
    observed(
      'method.GET',
      { en: 'GET instead of POST', zh: '使用 GET 而非 POST' },
      { method: 'GET' },
    ),
    ...(binding.address(outline).endsWith('/')
      ? [
          observed(
            'address.no trailing slash',
            { en: 'no trailing slash', zh: '地址末尾没有斜杠' },
            { withoutSlash: true },
          ),
        ]
      : []),
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
      { changes: [{ at: 'cmdb_conformance_extra', fault: 'wrong' }] },
    ),
  ];
}
