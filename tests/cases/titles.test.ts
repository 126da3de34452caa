import { describe, expect, it } from 'vitest';
import { FAULTS } from '../../src/cases/faults.js';
import type { Fault } from '../../src/cases/faults.js';
import { titleOf } from '../../src/cases/titles.js';

const faults = Object.keys(FAULTS).filter((name): name is Fault => name in FAULTS);

describe('titleOf', () => {
  it('is the member and its fault', () => {
    expect(titleOf('data.id', 'absent')).toEqual({ en: 'data.id absent', zh: 'data.id 缺失' });
  });

  it('names whichever identity, and a further member of a map', () => {
    expect(titleOf('identity', 'wrong')).toEqual({ en: 'identity wrong', zh: '身份凭证 错误' });
    expect(titleOf('metadata.label.*', 'as number')).toEqual({
      en: 'a further label as number',
      zh: 'label 的其他成员 写成数字',
    });
  });

  it.each(faults)('says in Chinese: %s', (fault) => {
    expect(titleOf('m', fault).en).toBe(`m ${fault}`);
    expect(titleOf('m', fault).zh).toMatch(/^m .*\p{Script=Han}/u);
  });

  it('tells every fault from the others', () => {
    expect(new Set(faults.map((fault) => titleOf('m', fault).zh)).size).toBe(faults.length);
  });
});
