import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../src/engine/ledger/ledger.js';

const target = 'https://paas.example.com';
const whose = { run: '0123456789ab', target } as const;
const thing = { kind: 'association', of: 'a_default_b' } as const;

/** A ledger and the lines that it wrote. */
function aLedger(run = '0123456789ab') {
  const lines: string[] = [];
  return { lines, ledger: openLedger((line) => lines.push(line), { run, target }) };
}

describe('a ledger', () => {
  it('writes each line before it returns, one JSON object a line', () => {
    const { lines, ledger } = aLedger();
    const entry = ledger.enter({ ...thing, between: ['1', '2'] });
    expect(lines).toEqual([
      '{"step":"about-to-create","run":"0123456789ab","target":"https://paas.example.com","creation":1,"kind":"association","of":"a_default_b","between":["1","2"]}\n',
    ]);
    entry.created(9223372036854775807n);
    expect(lines[1]).toBe(
      '{"step":"created","run":"0123456789ab","target":"https://paas.example.com","creation":1,"kind":"association","of":"a_default_b","between":["1","2"],"id":"9223372036854775807"}\n',
    );
    entry.removed();
    expect(lines[2]).toBe(
      '{"step":"removed","run":"0123456789ab","target":"https://paas.example.com","creation":1,"kind":"association","of":"a_default_b","between":["1","2"],"id":"9223372036854775807"}\n',
    );
  });

  it('keeps a name with line breaks on one line', () => {
    const { lines, ledger } = aLedger();
    ledger.enter({ kind: 'association', of: 'a\nb' });
    expect(lines.join('').split('\n')).toHaveLength(2);
  });

  it('is open for what was or may have been created and is not known to be removed', () => {
    const { ledger } = aLedger();
    const [there, gone, never] = [ledger.enter(thing), ledger.enter(thing), ledger.enter(thing)];
    ledger.enter(thing);
    there.created(11n);
    gone.created(12n);
    gone.removed();
    never.notCreated();
    expect(ledger.open()).toEqual([
      { step: 'created', ...whose, ...thing, creation: 1, id: '11' },
      { step: 'about-to-create', ...whose, ...thing, creation: 4 },
    ]);
  });

  it('is open again for what is found once more after its removal', () => {
    const { ledger } = aLedger();
    const entry = ledger.enter(thing);
    entry.created(11n);
    entry.removed();
    expect(ledger.open()).toEqual([]);
    entry.created(undefined);
    expect(ledger.open()).toEqual([{ step: 'created', ...whose, ...thing, creation: 1, id: '11' }]);
  });

  it('names what has a name by the run and the creation', () => {
    const { lines, ledger } = aLedger('feedfacecafe');
    ledger.enter(thing);
    const { name, entry } = ledger.enterNamed({ kind: 'instance', of: 'bk_switch' });
    expect(name).toBe('cmdb-conformance-feedfacecafe-2');
    expect(lines[1]).toContain(`"name":"${name}"`);
    entry.created(undefined);
    expect(ledger.open().at(-1)).toEqual({
      ...{ step: 'created', run: 'feedfacecafe', target, kind: 'instance', of: 'bk_switch' },
      ...{ creation: 2, name },
    });
  });

  it('has to be on disk for what is about to be made, and for nothing else', () => {
    const ahead: boolean[] = [];
    const ledger = openLedger((_, isAhead) => ahead.push(isAhead), whose);
    const entry = ledger.enter(thing);
    entry.created(1n);
    entry.removed();
    ledger.enterNamed(thing);
    ledger.enterFound(thing, 2n);
    expect(ahead).toEqual([true, false, false, true, false]);
  });

  it('remembers how a removal was refused, for the list of what is left', () => {
    const { lines, ledger } = aLedger();
    const entry = ledger.enter(thing);
    entry.created(5n);
    entry.notRemoved({ code: '9', message: 'not today' });
    expect(lines).toHaveLength(2);
    expect(ledger.open()).toMatchObject([{ id: '5', said: { code: '9', message: 'not today' } }]);
  });

  it('goes on with what another run has left', () => {
    const { lines, ledger } = aLedger();
    const left = { step: 'created', run: 'another', target, creation: 7, ...thing } as const;
    const entry = ledger.resume(left);
    expect(lines).toEqual([]);
    expect(ledger.open()).toEqual([left]);
    entry.removed();
    expect(ledger.open()).toEqual([]);
    expect(lines[0]).toContain('"step":"removed","run":"another"');
  });

  it('tells of an entry whether anything can still be found by it', () => {
    const entry = aLedger().ledger.enter(thing);
    expect(entry.isOpen()).toBe(true);
    entry.created(undefined);
    expect(entry.isOpen()).toBe(true);
    entry.created(7n);
    expect(entry.isOpen()).toBe(false);
    entry.removed();
    expect(entry.isOpen()).toBe(false);
  });
});
