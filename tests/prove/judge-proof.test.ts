import { describe, expect, it } from 'vitest';
import { isAsItMust, isCaught, judgeProof } from '../../src/cli/prove/judge-proof.js';
import type { ProofRun, ProofTarget } from '../../src/cli/prove/target.js';

const levels = new Map([
  ['response.code.type', 'must'],
  ['request.x.required', 'must'],
  ['convention.y', 'should'],
] as const);

function run(target: Partial<ProofTarget>, came: Partial<ProofRun> = {}): ProofRun {
  return {
    target: { kind: 'defect', id: 'it', does: 'It.', requirement: 'request.x.required', ...target },
    outcome: 'nonconformant',
    exitCode: 1,
    durationMs: 5,
    failed: [{ id: 'request.x.required', level: 'must' }],
    inconclusive: [],
    reasons: {},
    told: [],
    exchanges: 10,
    ...came,
  };
}

const right: Partial<ProofRun> = { outcome: 'conformant', exitCode: 0, failed: [] };

function variant(id: string, came: Partial<ProofRun> = {}): ProofRun {
  return { ...run({}, { ...right, ...came }), target: { kind: 'variant', id, does: 'It.' } };
}

describe('isCaught', () => {
  it('asks for the requirement that the defect names', () => {
    expect(isCaught(run({}))).toBe(true);
    expect(isCaught(run({ requirement: 'response.code.type' }))).toBe(false);
    expect(isCaught(run({}, { failed: [] }))).toBe(false);
  });

  it('takes a recommendation too, whatever the outcome', () => {
    const came = { ...right, failed: [{ id: 'convention.y', level: 'should' as const }] };
    expect(isCaught(run({ requirement: 'convention.y' }, came))).toBe(true);
  });

  it('is nothing that another requirement failed, or that is only open', () => {
    const open = { failed: [], inconclusive: ['request.x.required'], outcome: 'incomplete' };
    expect(isCaught(run({}, open))).toBe(false);
  });

  it('of a server without an answer asks for an incomplete run with the requirement open', () => {
    const open = { failed: [], inconclusive: ['request.x.required'], outcome: 'incomplete' };
    expect(isCaught(run({ noAnswer: true }, open))).toBe(true);
    expect(isCaught(run({ noAnswer: true }, { ...open, inconclusive: [] }))).toBe(false);
    expect(isCaught(run({ noAnswer: true }, { ...open, outcome: 'conformant' }))).toBe(false);
    expect(isCaught(run({ noAnswer: true }))).toBe(false);
  });

  it('is none where the suite itself failed, or nothing is named', () => {
    expect(isCaught(run({}, { crashed: 'oops' }))).toBe(false);
    expect(isCaught(variant('v', { failed: [{ id: 'request.x.required', level: 'must' }] }))).toBe(
      false,
    );
  });
});

describe('isAsItMust', () => {
  it('is a defect that is caught', () => {
    expect(isAsItMust(run({}))).toBe(true);
    expect(isAsItMust(run({}, { failed: [] }))).toBe(false);
  });

  it('is a right server that is neither blamed nor wrongly told of', () => {
    expect(isAsItMust(variant('v'))).toBe(true);
    expect(isAsItMust(variant('v', { outcome: 'nonconformant' }))).toBe(false);
    expect(isAsItMust(variant('v', { exitCode: 4 }))).toBe(false);
    expect(isAsItMust(variant('v', { crashed: 'oops' }))).toBe(false);
  });
});

describe('judgeProof', () => {
  it('counts what is caught and what is blamed', () => {
    const proof = judgeProof(
      [
        run({ id: 'a' }),
        run(
          { id: 'b', requirement: 'response.code.type' },
          { failed: [{ id: 'response.code.type', level: 'must' }] },
        ),
        variant('v'),
        { ...variant('sound'), target: { kind: 'sound', id: 'sound', does: 'It.' } },
      ],
      levels,
    );
    expect(proof).toEqual({
      defects: 2,
      caught: 2,
      variants: 2,
      blamed: 0,
      survivors: [],
      falseAlarms: [],
      wronglyTold: [],
      untested: [],
      requirements: [
        { id: 'response.code.type', level: 'must', catches: ['b'], alone: ['b'] },
        { id: 'request.x.required', level: 'must', catches: ['a'], alone: ['a'] },
        { id: 'convention.y', level: 'should', catches: [], alone: [] },
      ],
    });
  });

  it('tells of each survivor what failed instead', () => {
    const proof = judgeProof(
      [
        run({ id: 'a' }, { failed: [{ id: 'response.code.type', level: 'must' }] }),
        run({ id: 'b' }, { outcome: 'conformant', failed: [] }),
        run({ id: 'c' }, { crashed: 'oops' }),
      ],
      levels,
    );
    expect(proof).toMatchObject({ defects: 3, caught: 0 });
    expect(proof.survivors).toEqual([
      {
        id: 'a',
        problem: 'nonconformant; request.x.required did not catch it; failed: response.code.type',
      },
      { id: 'b', problem: 'conformant; request.x.required did not catch it; failed: nothing' },
      { id: 'c', problem: 'the suite failed: oops' },
    ]);
  });

  it('blames a right server that is called nonconformant, or breaks the suite', () => {
    const reasons = { a: 'one', b: 'two', c: 'three', d: 'four' };
    const proof = judgeProof(
      [
        variant('v', { outcome: 'nonconformant', exitCode: 1, reasons }),
        variant('w', { outcome: 'incomplete', exitCode: 3, reasons: { a: 'one' } }),
        variant('x', { outcome: 'crashed', exitCode: 5, crashed: 'oops' }),
        variant('y'),
      ],
      levels,
    );
    expect(proof).toMatchObject({ variants: 4, blamed: 2 });
    expect(proof.falseAlarms).toEqual([
      { id: 'v', problem: 'nonconformant: a: one; b: two; c: three' },
      { id: 'x', problem: 'the suite failed: oops' },
    ]);
    expect(proof.wronglyTold).toEqual([
      { id: 'w', problem: 'exit code 3 where 0 is right; told: nothing' },
    ]);
  });

  it('lists every must that no defect names and it catches', () => {
    expect(judgeProof([], levels).untested).toEqual(['response.code.type', 'request.x.required']);
    // Named, but not caught; or caught, but not named.
    const proof = judgeProof(
      [
        run(
          { requirement: 'response.code.type' },
          { failed: [{ id: 'request.x.required', level: 'must' }] },
        ),
      ],
      levels,
    );
    expect(proof.untested).toEqual(['response.code.type', 'request.x.required']);
    expect(judgeProof([run({})], levels).untested).toEqual(['response.code.type']);
  });

  it('tells what only one requirement catches', () => {
    const two = [
      { id: 'request.x.required', level: 'must' as const },
      { id: 'convention.y', level: 'should' as const },
    ];
    const proof = judgeProof([run({ id: 'a' }), run({ id: 'b' }, { failed: two })], levels);
    expect(proof.requirements).toEqual([
      { id: 'response.code.type', level: 'must', catches: [], alone: [] },
      { id: 'request.x.required', level: 'must', catches: ['a', 'b'], alone: ['a'] },
      { id: 'convention.y', level: 'should', catches: ['b'], alone: [] },
    ]);
  });
});
