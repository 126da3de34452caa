import { expect, it } from 'vitest';
import type { ChosenReleases } from '../../../src/record/declaration.js';
import { reservationSentence } from '../../../src/report/sentences/comparison/reservation.js';

it.each<[ChosenReleases, ChosenReleases, string, string]>([
  [
    { cmdb: 'cmdb-3.9', esb: 'a' },
    { cmdb: 'cmdb-3.14', esb: 'c' },
    'CMDB 3.9 behind ESB a, then CMDB 3.14 behind ESB c',
    'CMDB 3.9（经 ESB a），之后为 CMDB 3.14（经 ESB c）',
  ],
  [{}, { esb: 'c' }, 'none, then ESB c', '未声明，之后为 ESB c'],
])('releases that are declared are named: %j, %j', (before, after, en, zh) => {
  const told = reservationSentence({ kind: 'releases-differ', before, after });
  expect(told.en).toContain(en);
  expect(told.zh).toContain(zh);
});
