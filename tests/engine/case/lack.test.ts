import { describe, expect, it } from 'vitest';
import { lackOf } from '../../../src/engine/case/lack.js';

const VALUES = new Map([
  ['BK_APP_CODE', 'asset_sync'],
  ['BK_TOKEN', '2026-11'],
]);
const setting = (variable: string): string => VALUES.get(variable) ?? '';

describe('lackOf', () => {
  it('is nothing where everything that a case needs is set', () => {
    expect(lackOf({}, setting)).toBeUndefined();
    expect(lackOf({ needs: ['BK_APP_CODE', 'BK_TOKEN'] }, setting)).toBeUndefined();
  });

  it('names each variable that is not set', () => {
    const needs = ['BK_USERNAME', 'BK_APP_CODE', 'CMDB_OTHER_APP_CODE'];
    expect(lackOf({ needs, needsLettersIn: 'BK_TOKEN' }, setting)).toEqual({
      kind: 'not-configured',
      settings: ['BK_USERNAME', 'CMDB_OTHER_APP_CODE'],
    });
  });

  it('is letters where a case puts them in other case and there are none', () => {
    expect(lackOf({ needsLettersIn: 'BK_APP_CODE' }, setting)).toBeUndefined();
    expect(lackOf({ needsLettersIn: 'BK_TOKEN' }, setting)).toEqual({
      kind: 'lacking',
      lack: { of: 'letters', setting: 'BK_TOKEN' },
    });
  });
});
