import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../../src/embedded/start.js';
import type { EmbeddedOptions } from '../../../src/embedded/start.js';
import type { RunRecord } from '../../../src/record/record.js';
import { runAll } from '../../engine/a-run.js';
import { compared } from './compared.js';

/** A small run against a server. */
async function runOf(options: EmbeddedOptions): Promise<RunRecord> {
  const server = await startEmbedded(options);
  const only = ['missing-field', 'semantics'];
  return runAll(server.settings, { effort: 'quick', only }).finally(server.close);
}

const SOUND = await runOf({});

describe('a run against the sound server, and one against', () => {
  it.each([
    { server: { variant: 'http-4xx' }, kinds: ['status-changed'], exitCode: 10 },
    { server: { variant: 'permission-object' }, kinds: ['value-now'], exitCode: 10 },
    { server: { variant: 'parameters-before-credentials' }, kinds: [], exitCode: 0 },
    { server: { variant: 'repeated-pair-accepted' }, kinds: ['accepted-now'], exitCode: 11 },
    { server: { defect: 'code-missing-on-parameters' }, kinds: ['member-gone'], exitCode: 11 },
  ])('$server differ in $kinds', async ({ server, kinds, exitCode }) => {
    const { differences, requirements, ...comparison } = compared(SOUND, await runOf(server));
    expect(differences.map(({ kind }) => kind)).toEqual(kinds);
    expect(comparison.exitCode).toBe(exitCode);
    // Each requirement that broke is told with the difference that it broke by.
    const told = differences.flatMap((one) => one.requirements.map(({ id }) => id)).sort();
    const broken = requirements.filter(({ change }) => change === 'broken');
    expect(broken.map(({ id }) => id).sort()).toEqual(told);
  });
});
