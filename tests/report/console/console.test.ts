import { describe, expect, it } from 'vitest';
import { drawOutcome } from '../../../src/report/console/console.js';
import { columnsOf, wrap } from '../../../src/report/console/text.js';
import type { Text } from '../../../src/text.js';
import { createProgress } from '../../../src/report/console/progress.js';
import { anIgnoringRecord } from '../a-caused-record.js';
import { aHostileRecord } from '../a-hostile-record.js';
import { aMixedRecord, aRecord } from '../a-record.js';
import { aFollowedRecord, anEarlyRecord, aSeveralRecord } from '../a-grouped-record.js';
import { ACTING, LONE_SURROGATE } from '../hostile.js';

const HOSTILE_WAYS = [
  ['en', false],
  ['zh', false],
  ['en', true],
] as const;

const plain = { color: false, width: 200 } as const;

describe('outcome on the console', () => {
  it('comes first', () => {
    expect(drawOutcome(aMixedRecord(), 'en', plain).trimStart()).toMatch(/^✗ Nonconformant/);
    expect(drawOutcome(aMixedRecord(), 'zh', plain).trimStart()).toMatch(/^✗ 不符合文档/);
    expect(drawOutcome(aRecord(), 'en', plain).trimStart()).toMatch(/^✓ Conformant/);
  });

  it('is followed by what failed, then warnings, then what has no verdict', () => {
    const text = drawOutcome(aMixedRecord(), 'en', plain);
    const places = [
      'failed (2)',
      'code has to be int64, but is string',
      'add_instance_association.md:34  | bk_inst_id | int64',
      'the valid request, but without bk_inst_id',
      'warning (1)',
      'inconclusive (1)',
      'deviation (1)',
      'not applicable (1)',
      'set BK_TOKEN to judge it',
      'left on the target (1)',
      '9007199254740993',
    ].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('tells a reason that many rules have once, with their number', () => {
    const text = drawOutcome(anEarlyRecord(), 'en', plain);
    expect(text.match(/ran into a time-out/g)).toHaveLength(2);
    expect(text).toContain('40 rules  the run ended early');
    expect(text).toContain('… +28');
  });

  it('says of a run that ended early why, and what to do before it is run again', () => {
    const text = drawOutcome(anEarlyRecord(), 'en', plain);
    expect(text).toContain('The run ended early: 3 creations ran into a time-out');
    expect(text).toContain('raise CMDB_FIRST_BYTE_TIMEOUT_MS, and --timeout with it');
    expect(text).not.toContain('Only a part was run');
    expect(drawOutcome(anEarlyRecord(), 'zh', plain)).toContain('运行提前结束：3 次创建超时');
  });

  it('says so beside the failures where some were found before', () => {
    const early = { ...anEarlyRecord(), outcome: 'nonconformant' } as const;
    const text = drawOutcome(early, 'en', plain);
    expect(text).toContain('Ended early: 3 creations ran into a time-out');
    expect(text).toContain(
      'raise CMDB_FIRST_BYTE_TIMEOUT_MS, and --timeout with it. Then run again:',
    );
    expect(text).not.toContain('The run ended early');
  });

  it('names a cause in full and what follows from it by one line each', () => {
    const text = drawOutcome(aFollowedRecord(), 'en', plain);
    expect(text.match(/^ +came back/gm)).toHaveLength(1);
    expect(text).toMatch(/2 more rules.*\n +✗ endpoint\.method must\n +✗ effect\.created must/);
  });

  it('tells what several rules fail for first and once, with the rules under it', () => {
    const text = drawOutcome(anIgnoringRecord(), 'en', plain);
    expect(text).toContain('7 rules of the document are broken, 6 of them because the server ig');
    expect(text).toContain('failed (7)');
    expect(text).toMatch(
      /failed \(7\)\n\n {2}✗ The server ignores metadata: requests without it, .*\n +rules +6 rules are broken and 2 recommendations are not kept for this one reason:\n +✗ request\.metadata\.required must\n +✗ request\.metadata\.type must\n/,
    );
    expect(text).toMatch(/^ +! request\.metadata\.label\.values should$/m);
    expect(text).toMatch(/^ +the first +The rule request\.metadata\.required\. +request\.meta/m);
    expect(text.match(/^ +came back/gm)).toHaveLength(2);
    expect(text).toMatch(/warning \(2\)\n +! 2 recommendations +the server ignores metadata/);
    const chinese = drawOutcome(anIgnoringRecord(), 'zh', plain);
    expect(chinese).toContain('违反了 7 条文档规则，其中 6 条是因为服务端忽略 metadata。');
    expect(chinese).toContain('6 条规则、2 条建议因同一原因未满足：');
  });

  it('shows in a strict run that a recommendation under a cause fails', () => {
    const record = anIgnoringRecord();
    const strict = { ...record, settings: { ...record.settings, strict: true } };
    const text = drawOutcome(strict, 'en', plain);
    expect(text).toContain('failed (9)');
    expect(text).toMatch(/^ +✗ request\.metadata\.label\.values should$/m);
    expect(text).not.toContain('warning (');
  });

  it('has a line for each of several endpoints, and names them with the ids', () => {
    const text = drawOutcome(aSeveralRecord(), 'en', plain);
    expect(text).toMatch(/^ {2}add_instance_association +✓ 1 passed$/m);
    expect(text).toMatch(/^ {2}create_thing +✗ 1 failed {3}\? 1 inconclusive$/m);
    expect(text).toContain('create_thing/request.name.required · must');
    expect(text).toContain('a host was created all the same (id 77)');
    expect(text).toContain('? create_thing/request.name.type must  accepted, but no such host');
    const one = drawOutcome(aMixedRecord(), 'en', plain);
    expect(one).not.toContain('add_instance_association/r');
    expect(one).not.toMatch(/^ {2}add_instance_association/m);
  });

  it('says that the target was the embedded CMDB', () => {
    expect(drawOutcome(aRecord(), 'zh', plain)).toContain('内置 CMDB http://127.0.0.1:34567');
    expect(drawOutcome(aHostileRecord(), 'zh', plain)).not.toContain('内置');
  });

  it('names the reports and the command for the full run', () => {
    const partial = { part: { kind: 'chosen', cases: 7 }, command: 'npx x' } as const;
    const text = drawOutcome(aRecord({ partial }), 'en', { ...plain, reports: ['out/junit.xml'] });
    expect(text).toContain('Only a part was run: only 7 cases were asked for');
    expect(text).toContain('npx x');
    expect(text).toContain('out/junit.xml');
  });

  it('lets no text of a server act on the terminal', () => {
    for (const [lang, several] of HOSTILE_WAYS) {
      const text = drawOutcome(aHostileRecord(several), lang, plain);
      expect(text.replaceAll('\n', '')).not.toMatch(ACTING);
      expect(text).toContain('\\x1b[31mred');
      expect(text.length).toBeLessThan(40_000);
      expect(text).not.toMatch(LONE_SURROGATE);
    }
  });

  it('uses no escape but its own colours', () => {
    const text = drawOutcome(aHostileRecord(), 'en', { color: true, width: 80 });

    expect(text.replace(/\u001b\[\d+(;\d+)*m/g, '').replaceAll('\n', '')).not.toMatch(ACTING);
  });
});

describe('wrap', () => {
  it('keeps within the columns, wide characters counted twice, and loses nothing', () => {
    const text = '不含 bk_inst_id 的请求被接受，并创建了 id 为 1041 的关联。'.repeat(5);
    const lines = wrap(text, 40);
    expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(40);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
});

describe('progress', () => {
  function told(isTTY: boolean): string[] {
    const written: string[] = [];
    const stream = { write: (text: string) => written.push(text), columns: 80 };
    const timeLeft = (): Text => ({ en: 'about 10 s left', zh: '约剩 10 秒' });
    const progress = createProgress({ stream, lang: 'en', isTTY, total: 40, timeLeft });
    progress.begin('http://begin');
    for (let n = 0; n < 40; n += 1)
      progress.advance(`case \u001b[2J${n}`, n === 3 ? 'failed' : 'passed');
    progress.end();
    return written;
  }

  it('is one line that is written over on a terminal', () => {
    const written = told(true);
    expect(written.slice(1).every((text) => text.startsWith('\r\u001b[2K'))).toBe(true);
    expect(written.slice(1).join('')).not.toContain('\n');
    expect(written.join('')).toContain('\\x1b[2J');
  });

  it('counts what was only observed and what only warns', () => {
    const written: string[] = [];
    const stream = { write: (text: string) => written.push(text) };
    const progress = createProgress({
      stream,
      lang: 'zh',
      isTTY: false,
      total: 3,
      timeLeft: () => undefined,
    });
    progress.begin();
    for (const verdict of ['warning', 'observed', 'passed'] as const)
      progress.advance('x', verdict);
    expect(written[0]).toBe('内置 CMDB\n');
    expect(written.at(-1)).toBe('  3/3 个用例  ! 1  ○ 1  ✓ 1\n');
  });

  it('is a line for each tenth elsewhere, without escapes', () => {
    const written = told(false);
    expect(written).toHaveLength(11);
    expect(written.join('').replaceAll('\n', '')).not.toMatch(ACTING);
    expect(written.at(-1)).toContain('40/40 cases  about 10 s left  ✗ 1  ✓ 39');
  });
});
