import { describe, expect, it } from 'vitest';
import { protocol } from '../../src/cases/protocol.js';
import { aSubject, OTHER } from './a-subject.js';

describe('protocol', () => {
  const cases = protocol(aSubject());

  it('observes what the document says nothing about', () => {
    const how = cases.map((entry) => [
      entry.id.slice('protocol.'.length),
      entry.method ?? entry.withoutSlash ?? entry.raw ?? entry.contentType ?? entry.changes,
    ]);
    expect(how).toEqual([
      ['method.GET', 'GET'],
      ['address.no trailing slash', true],
      ['body.malformed', 'malformed'],
      ['body.empty', 'empty'],
      ['body.array', 'array'],
      ['header.wrong content type', 'text/plain'],
      ['member.unknown', [{ at: 'cmdb_conformance_extra', fault: 'wrong' }]],
    ]);
    for (const { kind, category, requirements } of cases) {
      expect([kind, category, requirements]).toEqual([
        'observation',
        'protocol',
        ['convention.protocol.failure_envelope'],
      ]);
    }
  });

  it('takes no slash away where the address ends with none', () => {
    const ids = protocol(aSubject({}, { binding: OTHER })).map(({ id }) => id);
    expect(ids).toHaveLength(6);
    expect(ids).not.toContain('protocol.address.no trailing slash');
  });

  it('names only what is known', () => {
    for (const { requirements } of protocol(aSubject({}, { known: () => [] }))) {
      expect(requirements).toEqual([]);
    }
  });
});
