import { describe, expect, it } from 'vitest';
import { endingSentence } from '../../src/report/sentences/ending.js';
import { leftSentence } from '../../src/report/sentences/left-reason.js';
import { lackSentence } from '../../src/report/sentences/lack.js';
import { noteSentence } from '../../src/report/sentences/note.js';
import { observedSentence } from '../../src/report/sentences/observed.js';
import { partSentence } from '../../src/report/sentences/part.js';
import { problemSentence } from '../../src/report/sentences/problem.js';
import { quoteFault } from '../../src/report/sentences/said.js';
import { takenSentence } from '../../src/report/sentences/taken.js';
import type { WireFaultKind } from '../../src/http/exchange.js';
import type { Ending, LeftReason, Note, Part, Taken } from '../../src/record/ending.js';
import type { Lack, Problem } from '../../src/record/problem.js';
import type { Observed } from '../../src/record/record.js';
import type { Text } from '../../src/text.js';
import {
  ENDINGS,
  LACKS,
  LEFT_REASONS,
  NOTES,
  OBSERVATIONS,
  PARTS,
  PROBLEMS,
  TAKENS,
} from './samples.js';

const ABOUT = { thing: { en: 'association', zh: '关联关系' } };

/** Values that choose words of ours and are not shown themselves. */
const CHOOSING = new Set([
  'kind',
  'of',
  'did',
  'how',
  'fault',
  'when',
  'healed',
  'what',
  'hasEndpointPath',
  'family',
  'release',
  'releases',
]);

interface Drawn {
  readonly sample: object;
  readonly text: Text;
}

function draw<T extends object>(
  samples: Readonly<Record<string, readonly T[]>>,
  by: (sample: T) => Text,
): Drawn[] {
  return Object.values(samples)
    .flat()
    .map((sample) => ({ sample, text: by(sample) }));
}

/** All values in a sample, as a sentence shows them. */
function valuesIn(value: unknown, name = ''): string[] {
  if (CHOOSING.has(name) && typeof value !== 'number') return [];
  if (Array.isArray(value)) return value.flatMap((each) => valuesIn(each));
  // A text in both languages: each sentence has its own.
  if (name === 'about') return [];
  if (typeof value === 'object' && value !== null) {
    const chosen = 'kind' in value && value.kind !== undefined;
    return Object.entries(value).flatMap(([key, each]) =>
      // `of` names what a case lacks; elsewhere it is what something stands under.
      key === 'of' && chosen && typeof each === 'string' ? [each] : valuesIn(each, key),
    );
  }
  return [String(value)];
}

const TABLES: Readonly<Record<string, readonly Drawn[]>> = {
  problems: draw<Problem>(PROBLEMS, (problem) => problemSentence(problem, ABOUT)),
  endings: draw<Ending>(ENDINGS, (ending) => endingSentence(ending, ABOUT)),
  notes: draw<Note>(NOTES, (note) => noteSentence(note, ABOUT)),
  'reasons for what is left': draw<LeftReason>(LEFT_REASONS, leftSentence),
  parts: draw<Part>(PARTS, partSentence),
  observations: draw<Observed>(OBSERVATIONS, (observed) => observedSentence(observed, ABOUT)),
  'what is lacking': draw<Lack>(LACKS, (lack) =>
    lackSentence(lack, (why) => problemSentence(why, ABOUT)),
  ),
  'taken fixtures': draw<Taken>(TAKENS, (taken) => takenSentence(taken, ABOUT)),
};

describe.each(Object.entries(TABLES))('sentences of %s', (_, drawn) => {
  it('are there in both languages, and tell one from another', () => {
    for (const lang of ['en', 'zh'] as const) {
      const sentences = drawn.map(({ text }) => text[lang]);
      expect(sentences.filter((sentence) => sentence.trim() === '')).toEqual([]);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
    for (const { text } of drawn) expect(text.zh, text.en).toMatch(/\p{Script=Han}/u);
  });

  it('show every value that they are given', () => {
    for (const { sample, text } of drawn) {
      for (const value of valuesIn(sample)) {
        expect(text.en, JSON.stringify(sample)).toContain(value);
        expect(text.zh, JSON.stringify(sample)).toContain(value);
      }
    }
  });

  it('end without a full stop and hold nothing that is undefined', () => {
    for (const { text } of drawn) {
      expect(text.en).not.toMatch(/[.。:：]$|undefined|\[object(?! Object\])|\s$|^\s/);
      expect(text.zh).not.toMatch(/[.。:：]$|undefined|\[object(?! Object\])|\s$|^\s/);
    }
  });
});

describe('a sentence of a problem', () => {
  it('has the endpoint’s own word for what it creates', () => {
    const { en, zh } = problemSentence({ kind: 'created-all-the-same', ids: ['1041'] }, ABOUT);
    expect(en).toBe('an association was created all the same (id 1041)');
    expect(zh).toBe('仍然创建了关联关系（id 1041）');
    const other = { thing: { en: 'host', zh: '主机' } };
    expect(problemSentence({ kind: 'created-all-the-same', ids: ['1'] }, other)).toEqual({
      en: 'a host was created all the same (id 1)',
      zh: '仍然创建了主机（id 1）',
    });
  });

  it('says why the run ended, where it did', () => {
    const ended = endingSentence({ kind: 'interrupted', by: 'SIGINT' }, ABOUT);
    expect(problemSentence({ kind: 'run-ended' }, { ...ABOUT, ended })).toEqual({
      en: 'the run ended early: interrupted by SIGINT',
      zh: '运行提前结束：被 SIGINT 中断',
    });
  });

  it('quotes what a target said with its code, cut', () => {
    const said = { code: '1306000', message: 'x'.repeat(400) };
    const { en } = problemSentence({ kind: 'valid-refused', said }, ABOUT);
    expect(en).toBe(`a valid request is refused: code 1306000, ${'x'.repeat(200)}… (+200)`);
  });
});

describe('a fault in words', () => {
  const KINDS: readonly WireFaultKind[] = [
    'unreachable',
    'reset',
    'timeout',
    'broken',
    'endless',
    'too-large',
    'aborted',
  ];

  it('is what the system says in English, and what kind it is in Chinese', () => {
    const told = KINDS.map((fault) => quoteFault({ fault, words: 'ECONNRESET' }));
    for (const { en, zh } of told) {
      expect(en).toBe('ECONNRESET');
      expect(zh).toMatch(/^\p{Script=Han}.+（ECONNRESET）$/u);
    }
    expect(new Set(told.map(({ zh }) => zh)).size).toBe(KINDS.length);
  });

  it('is cut', () => {
    const { en, zh } = quoteFault({ fault: 'broken', words: 'y'.repeat(400) });
    expect(en).toBe(`${'y'.repeat(300)}… (+100)`);
    expect(zh).toContain(en);
  });
});
