import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/target/ledger.js';

const association = { kind: 'association', of: 'a_default_b' } as const;

describe('a ledger', () => {
  it('writes each line before it returns, one JSON object a line', () => {
    const lines: string[] = [];
    const ledger = openLedger((line) => lines.push(line));
    ledger.append({ step: 'about-to-create', ...association, creation: 1, between: ['1', '2'] });
    expect(lines).toEqual([
      '{"step":"about-to-create","kind":"association","of":"a_default_b","creation":1,"between":["1","2"]}\n',
    ]);
    ledger.append({
      step: 'created',
      ...association,
      creation: 1,
      id: '9223372036854775807',
    });
    expect(lines[1]).toBe(
      '{"step":"created","kind":"association","of":"a_default_b","creation":1,"id":"9223372036854775807"}\n',
    );
  });

  it('keeps a name with line breaks on one line', () => {
    const lines: string[] = [];
    openLedger((line) => lines.push(line)).append({
      step: 'created',
      kind: 'association',
      of: 'a\nb',
      creation: 1,
    });
    expect(lines.join('').split('\n')).toHaveLength(2);
  });

  it('is open for what was or may have been created and is not known to be removed', () => {
    const ledger = openLedger(() => undefined);
    for (const creation of [1, 2, 3, 4]) {
      ledger.append({ step: 'about-to-create', ...association, creation });
    }
    ledger.append({ step: 'created', ...association, creation: 1, id: '11' });
    ledger.append({ step: 'created', ...association, creation: 2, id: '12' });
    ledger.append({ step: 'removed', ...association, creation: 2, id: '12' });
    ledger.append({ step: 'not-created', ...association, creation: 3 });
    expect(ledger.open()).toEqual([
      { step: 'created', ...association, creation: 1, id: '11' },
      { step: 'about-to-create', ...association, creation: 4 },
    ]);
  });

  it('numbers the creations from 1', () => {
    const ledger = openLedger(() => undefined);
    expect([ledger.nextCreation(), ledger.nextCreation()]).toEqual([1, 2]);
    expect(ledger.open()).toEqual([]);
  });
});
