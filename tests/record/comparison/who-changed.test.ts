import { describe, expect, it } from 'vitest';
import type { Cause, Change } from '../../../src/record/comparison/comparison.js';
import type { Problem } from '../../../src/record/problem.js';
import type { RequirementResult, RunRecord } from '../../../src/record/record.js';
import { aMixedRecord, aRequirement } from '../../report/a-record.js';
import { compared, withBodies, withExchanges } from './compared.js';

const RECORD = aMixedRecord();
const PASSED = aRequirement({ cases: ['missing-field.request.bk_inst_id.required'] });

function withRequirement(over: Partial<RequirementResult> | undefined): RunRecord {
  return { ...RECORD, requirements: over === undefined ? [] : [{ ...PASSED, ...over }] };
}

function withOtherDocument(record: RunRecord): RunRecord {
  const documents = record.suite.documents.map((one) => ({ ...one, sha256: 'cd'.repeat(32) }));
  return { ...record, suite: { ...record.suite, documents } };
}

function withOtherSuite(record: RunRecord): RunRecord {
  return { ...record, suite: { ...record.suite, version: '0.2.0' } };
}

const same = (record: RunRecord): RunRecord => record;
const failed = { status: 'failed', problem: { kind: 'accepted' } } as const;
const because = (problem: Problem): Partial<RequirementResult> => ({
  status: 'inconclusive',
  problem,
});
const quoted = { source: { ...PASSED.source, quote: '| bk_inst_id | int64 | No | |' } };

const ROWS: readonly {
  readonly what: string;
  readonly before: Partial<RequirementResult> | undefined;
  readonly after: Partial<RequirementResult> | undefined;
  readonly besides: (record: RunRecord) => RunRecord;
  readonly change: Change;
  readonly cause: Cause;
}[] = [
  {
    what: 'a verdict',
    before: {},
    after: failed,
    besides: same,
    change: 'broken',
    cause: 'server',
  },
  {
    what: 'a verdict and the words of the document',
    before: {},
    after: { ...failed, ...quoted },
    besides: withOtherDocument,
    change: 'broken',
    cause: 'document',
  },
  {
    what: 'a requirement of another document',
    before: undefined,
    after: {},
    besides: withOtherDocument,
    change: 'new',
    cause: 'document',
  },
  {
    what: 'a requirement of another suite',
    before: {},
    after: undefined,
    besides: withOtherSuite,
    change: 'gone',
    cause: 'suite',
  },
  {
    what: 'a requirement that is not asked for',
    before: {},
    after: undefined,
    besides: same,
    change: 'gone',
    cause: 'configuration',
  },
  {
    what: 'another verdict on the same answers, of another suite',
    before: {},
    after: failed,
    besides: withOtherSuite,
    change: 'broken',
    cause: 'suite',
  },
  {
    what: 'a setting that is gone',
    before: {},
    after: { status: 'not-applicable', problem: { kind: 'not-configured', settings: ['X'] } },
    besides: same,
    change: 'no-longer-judged',
    cause: 'configuration',
  },
  {
    what: 'a permission',
    before: {},
    after: because({ kind: 'permission', said: { message: 'no' } }),
    besides: same,
    change: 'no-longer-judged',
    cause: 'configuration',
  },
  {
    what: 'an answer that did not come',
    before: {},
    after: because({ kind: 'no-answer', fault: 'timeout', words: 'none' }),
    besides: same,
    change: 'no-longer-judged',
    cause: 'server',
  },
];

describe('who changed a requirement', () => {
  it.each(ROWS)('$what: $cause', ({ before, after, besides, change, cause }) => {
    const { requirements } = compared(withRequirement(before), besides(withRequirement(after)));
    expect(requirements).toMatchObject([{ id: PASSED.id, change, cause }]);
  });

  it('is told once, with the difference that shows it', () => {
    const [of] = RECORD.cases.flatMap(({ exchanges }) =>
      exchanges.filter(({ answer }) => answer?.body.includes('is required') === true),
    );
    const after = withBodies(
      withRequirement({ ...failed, evidence: [of?.n ?? 0] }),
      (body, { n }) => (n === of?.n ? body.replace('"result":false', '"result":true') : body),
    );
    const { differences, requirements } = compared(withRequirement({}), after);
    expect(requirements).toMatchObject([{ change: 'broken', cause: 'server' }]);
    expect(differences).toMatchObject([
      { kind: 'accepted-now', requirements: [{ id: PASSED.id, endpoint: PASSED.endpoint }] },
    ]);
  });
});

describe('who changed an answer', () => {
  const changed = withBodies(RECORD, (body) => body.replace('is required', 'is missing'));
  const asked = withExchanges(changed, (one) => ({
    ...one,
    sent: { ...one.sent, body: one.sent.body.replace('"bk_app_code"', '"app_code"') },
  }));
  const throughGateway = { ...changed, target: { ...changed.target, binding: 'gateway' } };

  it.each([
    ['the same request', changed, 'server'],
    ['another way in', throughGateway, 'configuration'],
    ['another request of another suite', withOtherSuite(asked), 'suite'],
    ['another request of another document', withOtherDocument(asked), 'document'],
    ['another request', asked, 'configuration'],
  ] as const)('%s', (_, after, cause) => {
    const { differences } = compared(RECORD, after);
    expect(differences.map((one) => [one.kind, one.cause])).toEqual([['message-changed', cause]]);
  });
});

describe('what is told beforehand', () => {
  const other = { endpoint: 'another', ground: {} };
  const [first] = RECORD.endpoints;

  it.each([
    [withOtherSuite(RECORD), { kind: 'suite-differs', before: '0.1.0', after: '0.2.0' }],
    [withOtherDocument(RECORD), { kind: 'documents-differ', paths: [PASSED.source.path] }],
    [
      { ...RECORD, target: { ...RECORD.target, binding: 'gateway' } },
      { kind: 'binding-differs', before: 'esb', after: 'gateway' },
    ],
    [
      { ...RECORD, target: { ...RECORD.target, releases: { cmdb: 'cmdb-3.9', esb: 'a' } } },
      { kind: 'releases-differ', before: {}, after: { cmdb: 'cmdb-3.9', esb: 'a' } },
    ],
    [
      { ...RECORD, suite: { ...RECORD.suite, effort: 'quick' as const } },
      { kind: 'effort-differs', before: 'full', after: 'quick' },
    ],
    [
      { ...RECORD, endpoints: [...RECORD.endpoints, other] },
      { kind: 'endpoints-left-out', endpoints: ['another'] },
    ],
    [
      { ...RECORD, partial: { part: { kind: 'chosen' as const, cases: 3 }, command: '' } },
      { kind: 'partial', side: 'after' },
    ],
    [
      { ...RECORD, cases: RECORD.cases.slice(1) },
      { kind: 'cases-left-out', before: 1, after: 0 },
    ],
    [
      {
        ...RECORD,
        endpoints:
          first === undefined ? [] : [{ ...first, ground: { ...first.ground, mapping: '1:1' } }],
      },
      { kind: 'ground-differs', name: 'mapping', before: 'n:n', after: '1:1' },
    ],
    [
      { ...RECORD, settings: { ...RECORD.settings, variables: [] } },
      { kind: 'variables-differ', after: [] },
    ],
    [{ ...RECORD, settings: { ...RECORD.settings, strict: true } }, { kind: 'strictness-differs' }],
    [
      { ...RECORD, settings: { ...RECORD.settings, redactUsers: true } },
      { kind: 'user-names-differ' },
    ],
  ] as const)('%#: $1.kind', (after, reservation) => {
    expect(compared(RECORD, after).reservations).toMatchObject([reservation]);
  });

  it('is nothing for two runs that are alike', () => {
    expect(compared(RECORD, RECORD).reservations).toEqual([]);
  });

  it('is that nothing was answered, where that is so', () => {
    const silent = withExchanges(RECORD, ({ answer, ...one }) => ({
      ...one,
      ...(answer && { fault: { kind: 'reset', message: 'x' } as const }),
    }));
    expect(compared(RECORD, silent)).toMatchObject({
      exitCode: 12,
      incomparable: { kind: 'nothing-answered', side: 'after' },
    });
  });

  it('is what the documents state otherwise', () => {
    const [change] = compared(
      withRequirement({}),
      withOtherDocument(withRequirement({ ...quoted, level: 'should' })),
    ).documents;
    expect(change).toMatchObject({
      id: PASSED.id,
      change: 'changed',
      before: { level: 'must', quote: PASSED.source.quote },
      after: { level: 'should', quote: quoted.source.quote },
    });
  });
});
