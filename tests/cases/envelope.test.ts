import { describe, expect, it } from 'vitest';
import { envelope } from '../../src/cases/envelope.js';
import { aSubject, member } from './a-subject.js';

const answer = [
  member('result', 'boolean'),
  member('code', 'integer'),
  member('message', 'string'),
  member('data', 'object'),
  member('data.id', 'integer', { int64: true }),
  member('data.owner', 'object'),
  member('data.owner.name', 'string'),
  member('request_id', 'string'),
  member('trace', 'string'),
];

function requirementsOf(given: Parameters<typeof aSubject>[0]): Record<string, readonly string[]> {
  return Object.fromEntries(
    envelope(aSubject(given)).map(({ id, requirements }) => [id, requirements]),
  );
}

const every = (path: string) => [
  `response.${path}.present`,
  `response.${path}.present_on_failure`,
  `response.${path}.type`,
];

describe('envelope', () => {
  it('has the body, and each member that is no member of another', () => {
    expect(envelope(aSubject({ answer })).map(({ id }) => id)).toEqual([
      'envelope.body',
      'envelope.result',
      'envelope.code',
      'envelope.message',
      'envelope.data',
      'envelope.request_id',
      'envelope.trace',
    ]);
    expect(envelope(aSubject({ answer }))[6]).toEqual({
      kind: 'envelope',
      id: 'envelope.trace',
      category: 'envelope',
      title: { en: 'trace in every answer', zh: '每个应答中的 trace' },
      requirements: every('trace'),
    });
  });

  it('judges presence and type, and what a member means', () => {
    expect(requirementsOf({ answer, createdId: 'data.id' })).toEqual({
      'envelope.body': [
        'response.body.json',
        'convention.json.no_bom',
        'convention.json.duplicate_same',
        'convention.content_type',
        'convention.secrets.not_repeated',
        'transport.stable',
      ],
      'envelope.result': [...every('result'), 'response.result.meaning'],
      'envelope.code': [...every('code'), 'response.code.meaning'],
      'envelope.message': [
        ...every('message'),
        'response.message.nonempty_on_failure',
        'convention.message.names_parameter',
        'convention.message.says_something',
      ],
      'envelope.data': [
        ...every('data'),
        'response.data.id.present',
        'response.data.id.type',
        'response.data.owner.present',
        'response.data.owner.type',
        'response.data.owner.name.present',
        'response.data.owner.name.type',
        'convention.failure.no_id',
        'convention.json.integer_form',
      ],
      'envelope.request_id': [...every('request_id'), 'convention.request_id.fresh'],
      'envelope.trace': every('trace'),
    });
  });

  it('looks for no id in a failure where a success has none', () => {
    expect(requirementsOf({ answer })['envelope.data']).not.toContain('convention.failure.no_id');
  });

  it('is only the body where the document tells no member of an answer', () => {
    expect(envelope(aSubject()).map(({ id }) => id)).toEqual(['envelope.body']);
  });

  it('names only what the document states', () => {
    const known = (...ids: readonly string[]) => ids.filter((id) => id === 'response.code.type');
    const named = envelope(aSubject({ answer }, { known })).flatMap(
      ({ requirements }) => requirements,
    );
    expect(named).toEqual(['response.code.type']);
  });
});
