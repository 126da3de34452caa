import { describe, expect, it } from 'vitest';
import { comparisonAnnotations } from '../../../src/report/comparison/annotations.js';
import { drawAnnotations } from '../../../src/report/github/annotation.js';
import { commandsIn } from '../github/runner.js';
import {
  aHostileComparison,
  anIncomparable,
  aSameComparison,
  aWorseComparison,
} from './a-comparison.js';

describe('what GitHub is to show of a comparison', () => {
  it('is each difference by its severity, with what became of requirements', () => {
    const all = comparisonAnnotations(aWorseComparison().comparison, 'en');
    const levels = new Set(all.map(({ level, title }) => `${level} ${title}`));
    expect(levels).toContain('error breaking');
    for (const pair of levels) {
      expect(['error breaking', 'warning risky', 'notice additive']).toContain(pair);
    }
    expect(all.every(({ lines }) => lines.length > 0 && lines.every((line) => line !== ''))).toBe(
      true,
    );
    expect(JSON.stringify(all)).toContain('broken: add_instance_association/');
  });

  it('is nothing where nothing differs, and why where runs can’t be compared', () => {
    expect(comparisonAnnotations(aSameComparison().comparison, 'en')).toEqual([]);
    const [error, ...others] = comparisonAnnotations(anIncomparable().comparison, 'zh');
    expect(error).toMatchObject({ level: 'error', title: '无法比较' });
    expect(others).toEqual([]);
  });

  it('acts only as what it is, whatever a server says', () => {
    const all = comparisonAnnotations(aHostileComparison().comparison, 'en');
    expect(all.length).toBeGreaterThan(0);
    const drawn = drawAnnotations(all, 'en');
    const names = new Set(commandsIn(drawn).map(({ name }) => name));
    expect(drawn.trimEnd().split('\n')).toHaveLength(commandsIn(drawn).length);
    for (const name of names) expect(['error', 'warning', 'notice']).toContain(name);
  });
});
