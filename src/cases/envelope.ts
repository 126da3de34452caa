import type { Text } from '../text.js';
import type { EnvelopeCase } from './case.js';
import type { Subject } from './subject.js';

/** Every answer of the endpoint outside *protocol*, judged member by member. */
export function envelope({ outline, binding, known }: Subject): EnvelopeCase[] {
  const { result, code, message, data, requestId } = binding.envelope;
  const id = outline.createdId;
  const inner = outline.answer.flatMap(({ path }) =>
    path.includes('.') ? [`response.${path}.present`, `response.${path}.type`] : [],
  );
  /** What else is judged on a member, besides presence and type. */
  const besides: Readonly<Record<string, readonly string[]>> = {
    [result]: [`response.${result}.meaning`],
    [code]: [`response.${code}.meaning`],
    [message]: [
      `response.${message}.nonempty_on_failure`,
      'convention.message.names_parameter',
      'convention.message.says_something',
    ],
    [data]: [
      ...inner,
      ...(id === undefined ? [] : ['convention.failure.no_id']),
      'convention.json.integer_form',
    ],
    [requestId]: ['convention.request_id.fresh'],
  };
  return [
    entry(
      'body',
      known(
        'response.body.json',
        'convention.json.no_bom',
        'convention.json.duplicate_same',
        'convention.content_type',
        'convention.secrets.not_repeated',
        'transport.stable',
      ),
      { en: 'every answer is one JSON object', zh: '每个应答都是一个 JSON 对象' },
    ),
    ...outline.answer
      .filter(({ path }) => !path.includes('.'))
      .map(({ path }) =>
        entry(
          path,
          known(
            `response.${path}.present`,
            `response.${path}.present_on_failure`,
            `response.${path}.type`,
            ...(besides[path] ?? []),
          ),
          { en: `${path} in every answer`, zh: `每个应答中的 ${path}` },
        ),
      ),
  ];
}

function entry(name: string, requirements: readonly string[], title: Text): EnvelopeCase {
  return { kind: 'envelope', id: `envelope.${name}`, category: 'envelope', title, requirements };
}
