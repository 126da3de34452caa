import { describe, expect, it } from 'vitest';
import { type Annotation, drawAnnotations } from '../../../src/report/github/annotation.js';
import { HOSTILE, LONE_SURROGATE } from '../hostile.js';
import { commandsIn } from './runner.js';

function anAnnotation(over: Partial<Annotation> = {}): Annotation {
  return {
    level: 'error',
    title: 'A title',
    lines: ['a reason'],
    place: { path: 'docs/api/it.md', line: 7 },
    ...over,
  };
}

describe('annotations of GitHub', () => {
  it('are workflow commands, as GitHub documents them', () => {
    expect(drawAnnotations([anAnnotation()], 'en')).toBe(
      '::error file=docs/api/it.md,line=7,title=A title::a reason\n',
    );
    expect(drawAnnotations([{ level: 'error', title: 'A title', lines: ['a reason'] }], 'en')).toBe(
      '::error title=A title::a reason\n',
    );
    expect(drawAnnotations([], 'en')).toBe('');
  });

  it('escape what ends a property or a message', () => {
    const drawn = drawAnnotations(
      [anAnnotation({ title: '100%, done: yes', lines: ['100%: %0A, a', 'second'] })],
      'en',
    );
    expect(drawn).toBe(
      '::error file=docs/api/it.md,line=7,title=100%25%2C done%3A yes::100%25: %250A, a%0Asecond\n',
    );
    expect(commandsIn(drawn)).toEqual([
      {
        name: 'error',
        properties: { file: 'docs/api/it.md', line: '7', title: '100%, done: yes' },
        message: '100%: %0A, a\nsecond',
      },
    ]);
  });

  it('are one line each, whatever a server says', () => {
    const hostile = `\n::stop-commands::x\r\n##[error]x ${HOSTILE}`;
    const place = { path: hostile, line: 1 };
    const all = [anAnnotation({ title: hostile, lines: [hostile, hostile], place })];
    const drawn = drawAnnotations(all, 'en');
    expect(drawn.split('\n')).toHaveLength(2);
    expect(commandsIn(drawn).map(({ name }) => name)).toEqual(['error']);
    expect(drawn.length).toBeLessThan(10_000);
    expect(drawn).not.toMatch(LONE_SURROGATE);
  });

  it('are as many as GitHub shows of each level, and the last says how many more there are', () => {
    const many = (level: Annotation['level'], count: number): Annotation[] =>
      Array.from({ length: count }, (_, at) => anAnnotation({ level, title: `no ${at}` }));
    const drawn = commandsIn(
      drawAnnotations([...many('notice', 10), ...many('error', 30), ...many('warning', 11)], 'en'),
    );
    const of = (level: string): string[] =>
      drawn.filter(({ name }) => name === level).map(({ message }) => message);
    expect(of('error')).toHaveLength(10);
    expect(of('error').at(-1)).toBe('… 21 more: see the reports');
    expect(of('warning')).toHaveLength(10);
    expect(of('warning').at(-1)).toBe('… 2 more: see the reports');
    expect(of('notice')).toHaveLength(10);
    expect(of('notice').at(-1)).toBe('a reason');
    expect(drawAnnotations(many('error', 11), 'zh')).toContain('… 2 项见报告');
  });
});
