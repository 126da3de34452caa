import { describe, expect, it } from 'vitest';
import type { Ending, LeftReason, Note } from '../../src/record/ending.js';
import type { Problem } from '../../src/record/problem.js';
import type { RunRecord } from '../../src/record/record.js';
import { drawOutcome } from '../../src/report/console/console.js';
import { drawCtrf } from '../../src/report/test-results/ctrf.js';
import { drawHtml } from '../../src/report/html/draw-html.js';
import { drawJunit } from '../../src/report/test-results/junit.js';
import { drawSummary } from '../../src/report/summary/summary.js';
import { aRecord, aRequirement } from './a-record.js';
import { ENDINGS, LEFT_REASONS, NOTES, PROBLEMS } from './samples.js';
import { all, parseXml } from './well-formed.js';

/** What each report says, as its reader sees it. */
function readAll(record: RunRecord): Readonly<Record<string, string>> {
  const root = parseXml(drawJunit(record));
  const told = [...all(root, 'failure'), ...all(root, 'error')];
  const wide = { color: false, width: 10_000 } as const;
  return {
    'console en': drawOutcome(record, 'en', wide),
    'console zh': drawOutcome(record, 'zh', wide),
    'summary en': drawSummary(record, 'en').replaceAll('\\', ''),
    'summary zh': drawSummary(record, 'zh').replaceAll('\\', ''),
    html: drawHtml(record).replace(/<script[\s\S]*?<\/script>/g, ''),
    ctrf: drawCtrf(record),
    junit: told.map((each) => `${each.attributes['message'] ?? ''}\n${each.text}`).join('\n'),
  };
}

/** Every code and message of a target in a sample, wherever it stands. */
function saidIn(sample: object): string[] {
  return Object.entries(sample).flatMap(([name, value]: [string, unknown]): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    return name === 'said' ? Object.values(value).map(String) : saidIn(value);
  });
}

function told<T extends object>(
  samples: Readonly<Record<string, readonly T[]>>,
): [sample: T, said: string[]][] {
  return Object.values(samples)
    .flat()
    .map((sample): [T, string[]] => [sample, saidIn(sample)])
    .filter(([, said]) => said.length > 0);
}

function expectQuoted(record: RunRecord, said: readonly string[], reports = /./): void {
  for (const [report, text] of Object.entries(readAll(record))) {
    if (reports.test(report)) for (const words of said) expect(text, report).toContain(words);
  }
}

describe('what a target said', () => {
  it.each(told<Ending>(ENDINGS))('is quoted where the run ended with %j', (ended, said) => {
    const requirements = [aRequirement({ status: 'inconclusive', problem: { kind: 'run-ended' } })];
    const partial = { part: { kind: 'ended' }, command: 'npx it' } as const;
    expectQuoted(aRecord({ outcome: 'incomplete', ended, partial, requirements }), said);
    const failed = aRequirement({ id: 'x', status: 'failed', problem: { kind: 'accepted' } });
    const outcome = 'nonconformant';
    expectQuoted(
      aRecord({ outcome, ended, partial, requirements: [failed, ...requirements] }),
      said,
    );
  });

  it.each(told<Problem>(PROBLEMS))('is quoted as the reason %j', (problem, said) => {
    for (const status of ['failed', 'inconclusive'] as const) {
      expectQuoted(aRecord({ requirements: [aRequirement({ status, problem })] }), said);
    }
  });

  it('is quoted in notes, and where something is left', () => {
    for (const [note, said] of told<Note>(NOTES)) {
      expectQuoted(aRecord({ notes: [note] }), said, /console|summary|html/);
    }
    for (const [why, said] of told<LeftReason>(LEFT_REASONS)) {
      const leftovers = [{ kind: 'association', of: 'y', why }];
      expectQuoted(aRecord({ leftovers }), said, /console|summary|html/);
    }
  });
});

describe('what to do after an early end', () => {
  it('is told by every report', () => {
    const said = { code: '1306403', message: 'App has no permission' };
    const record = aRecord({
      outcome: 'incomplete',
      ended: { kind: 'permission', said },
      requirements: [aRequirement({ status: 'inconclusive', problem: { kind: 'run-ended' } })],
    });
    const { junit = '', html = '', ...others } = readAll(record);
    expect(junit).toContain('next: In the developer centre');
    expect(others['ctrf']).toContain('next: In the developer centre');
    expect(html).toContain('In the developer centre');
    expect(html).toContain('开发者中心');
    expect(others['console en']).toContain('In the developer centre');
    expect(others['summary en']).toContain('In the developer centre');
    expect(others['console zh']).toContain('开发者中心');
    expect(others['summary zh']).toContain('开发者中心');
  });
});
