import { describe, expect, it } from 'vitest';
import { ESB } from '../../../src/binding/bindings.js';
import { EVERY_VARIABLE } from '../../../src/cli/settings/every-variable.js';
import { judgedEndpoints } from '../../../src/cli/run/judged-endpoints.js';
import { loadContract } from '../../../src/cli/document/load-contract.js';
import { judgeAgain } from '../../../src/engine/again/judge-again.js';
import type { JudgedAgain } from '../../../src/engine/again/judge-again.js';
import { compileSchemas } from '../../../src/engine/schemas.js';
import { startEmbedded } from '../../../src/embedded/start.js';
import type { EmbeddedOptions } from '../../../src/embedded/start.js';
import type { RunRecord } from '../../../src/record/record.js';
import { runAll } from '../a-run.js';

const contract = await loadContract();
const schemas = compileSchemas(contract);

/** A record, and what its exchanges say. */
async function judgedTwice(
  embedded: EmbeddedOptions,
  effort: 'full' | 'quick',
  only: readonly string[] = [],
  change: (record: RunRecord) => RunRecord = (same) => same,
): Promise<{ readonly record: RunRecord; readonly again: JudgedAgain }> {
  const server = await startEmbedded(embedded);
  const record = structuredClone(
    await runAll(server.settings, { effort, only }).finally(server.close),
  );
  const given = { contract, schemas, binding: ESB, effort };
  const endpoints = judgedEndpoints([], given);
  const again = await judgeAgain(change(withoutVerdicts(record)), {
    ...given,
    endpoints,
    variables: EVERY_VARIABLE,
  });
  return { record, again };
}

/** A record that says nothing of what was found: only what was sent and what came back. */
function withoutVerdicts(record: RunRecord): RunRecord {
  return {
    ...record,
    outcome: 'incomplete',
    exitCode: 3,
    requirements: [],
    notes: [],
    leftovers: [],
    cases: record.cases.map(({ endpoint, id, category, title, exchanges, durationMs }) => ({
      endpoint,
      id,
      category,
      title,
      exchanges,
      durationMs,
      requirements: [],
      status: 'inconclusive',
    })),
  };
}

const DEFECTS = [
  'post-not-allowed',
  'code-missing-on-parameters',
  'id-missing',
  'message-null-on-success',
  'body-html-on-parameters',
  'stored-twice',
  'metadata-label-absent-accepted',
  'bk-inst-id-from-any-string',
  'bk-token-from-number',
  'identity-absent-accepted',
];

const VARIANTS = ['gzip', 'one-refusal', 'chunked', 'instance-ids-above-2-53', 'busy-with-others'];

/** Enough of a run to have twins, and verdicts on every answer. */
const PART = ['success', 'missing-field'];

describe('a record judged again from its exchanges', () => {
  it.each([
    ['the sound server', {}, 'full'],
    ...DEFECTS.map((defect) => [defect, { defect }, 'quick'] as const),
    ...VARIANTS.map((variant) => [variant, { variant }, 'quick'] as const),
  ] as const)(
    'has every verdict, problem and piece of evidence: %s',
    async (_, embedded, effort) => {
      const { record, again } = await judgedTwice(embedded, effort);
      expect(again.strays).toBe(0);
      // An erratum is of the document, and says nothing of what came back.
      const found = record.requirements.map((one) => ({ ...one, erratum: undefined }));
      expect(again.requirements).toEqual(found);
      expect(record.requirements.length).toBeGreaterThan(70);
    },
  );

  it('has other verdicts where an answer was changed', async () => {
    const { record, again } = await judgedTwice({}, 'quick', PART, (same) => ({
      ...same,
      cases: same.cases.map((one) => ({
        ...one,
        exchanges: one.exchanges.map((exchange) =>
          exchange.purpose === 'twin' && exchange.answer !== undefined
            ? {
                ...exchange,
                answer: {
                  ...exchange.answer,
                  body: exchange.answer.body.replace('"code":0', '"code":"0"'),
                },
              }
            : exchange,
        ),
      })),
    }));
    const verdict = (from: Pick<RunRecord, 'requirements'>): string | undefined =>
      from.requirements.find(({ id }) => id === 'response.code.type')?.status;
    expect(verdict(record)).toBe('passed');
    expect(verdict(again)).toBe('failed');
  });

  it('says where a request is missing', async () => {
    const { again } = await judgedTwice({}, 'quick', PART, (same) => ({
      ...same,
      cases: same.cases.filter(({ id }) => id !== 'missing-field.bk_inst_id.absent'),
    }));
    expect(again.strays).toBeGreaterThan(0);
  });
});
