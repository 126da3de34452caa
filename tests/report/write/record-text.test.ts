import { describe, expect, it } from 'vitest';
import { drawHtml } from '../../../src/report/html/draw-html.js';
import { recordText } from '../../../src/report/write/record-text.js';
import { aFullRecord } from '../a-full-record.js';
import { aHostileRecord } from '../a-hostile-record.js';
import { aMixedRecord, aRecord } from '../a-record.js';

describe('the text of a record', () => {
  it.each([
    ['of an ordinary run', aRecord()],
    ['with every verdict', aMixedRecord()],
    ['with hostile texts', aHostileRecord(true)],
  ])('is the record %s, as JSON', (_, record) => {
    expect(JSON.parse(recordText(record))).toEqual(record);
  });

  it('has a line for each requirement, exchange and head of a case', () => {
    const record = aMixedRecord();
    const lines = recordText(record).split('\n');
    const one = (part: string): string[] => lines.filter((line) => line.includes(part));
    expect(one('"id":"request.bk_inst_id.required","level"')).toHaveLength(1);
    expect(one('{"n":').length).toBe(record.counts.exchanges);
    expect(one('"category":')).toHaveLength(record.cases.length);
    expect(lines.at(-1)).toBe('');
  });
});

describe('the size of a default run', () => {
  const record = aFullRecord();

  it('is at most 1.5 MB as results.json, and 800 kB as a page', () => {
    expect(record.counts.exchanges).toBe(1850);
    expect(Buffer.byteLength(recordText(record))).toBeLessThan(1_500_000);
    expect(Buffer.byteLength(drawHtml(record))).toBeLessThan(800_000);
  });
});
