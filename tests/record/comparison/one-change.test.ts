import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../../src/embedded/start.js';
import type { DifferenceKind } from '../../../src/record/comparison/comparison.js';
import { DIFFERENCE_KINDS } from '../../../src/record/comparison/comparison.js';
import { DIFFERENCE_SEVERITIES } from '../../../src/record/comparison/severity.js';
import type { RecordedExchange } from '../../../src/record/exchange.js';
import type { RunRecord } from '../../../src/record/record.js';
import { runAll } from '../../engine/a-run.js';
import { compared, withAnswers, withBodies, withExchanges } from './compared.js';

const server = await startEmbedded();
const SMALL = {
  effort: 'quick',
  only: ['success', 'missing-field', 'semantics', 'protocol'],
} as const;
const RECORD = await runAll(server.settings, SMALL);
const AGAIN = await runAll(server.settings, SMALL).finally(server.close);

const REFUSED = '"result":false';
const ADD = 'add_instance_association';

/** Only in answers to creations, as what is changed would else be another thing at each endpoint. */
function onAdd(change: (body: string) => string): (body: string, of: RecordedExchange) => string {
  return (body, { endpoint }) => (endpoint === ADD ? change(body) : body);
}

function replacing(from: string | RegExp, to: string): (record: RunRecord) => RunRecord {
  return (record) =>
    withBodies(
      record,
      onAdd((body) => body.replace(from, to)),
    );
}

const REQUIRED = /"message":"parameter ([\w.]+) is required"/;

/** A server that differs in one thing, for each kind of difference; what is told of it. */
const SERVERS: Readonly<
  Record<
    DifferenceKind,
    {
      readonly change: (record: RunRecord) => RunRecord;
      readonly at?: string;
      readonly before?: readonly string[];
      readonly after?: readonly string[];
      readonly most?: number;
    }
  >
> = {
  'refused-now': {
    change: (record) =>
      withBodies(record, (body, { sent, purpose }) =>
        purpose === 'request' && sent.path !== undefined && !body.includes(REFUSED)
          ? '{"result":false,"code":7,"message":"no","data":null,"permission":null,"request_id":"e43da4ef221746868dc4c837d36f3807"}'
          : body,
      ),
    after: ['7 no'],
  },
  'accepted-now': {
    change: (record) =>
      withBodies(record, (body) =>
        body.includes('duplicated instances exist')
          ? body
              .replace(REFUSED, '"result":true')
              .replace(/"code":\d+/, '"code":0')
              .replace('"data":null', '"data":{"id":77}')
          : body,
      ),
    after: [''],
  },
  'unreadable-now': {
    change: replacing(/^.*is required.*$/, '<html>502</html>'),
    after: ['not-json'],
  },
  'readable-now': {
    change: (record) => record,
    before: ['not-json'],
  },
  'silent-now': {
    change: (record) =>
      withExchanges(record, ({ answer, ...rest }) =>
        answer?.body.includes('is required') === true
          ? { ...rest, fault: { kind: 'reset', message: 'reset by peer' } }
          : { ...rest, ...(answer && { answer }) },
      ),
    after: ['reset'],
  },
  'answered-now': { change: (record) => record, before: ['reset'] },
  'member-gone': { change: replacing(',"permission":null', ''), at: 'permission' },
  'type-changed': { change: replacing(/"code":(\d+)/, '"code":"$1"'), at: 'code' },
  'null-now': { change: replacing(/"data":\{"id":\d+\}/, '"data":null'), at: 'data' },
  'value-now': { change: replacing('"permission":null', '"permission":{}'), at: 'permission' },
  'member-new': { change: replacing(/\}$/, ',"trace":"x"}'), at: 'trace', after: ['string'] },
  'code-changed': {
    change: replacing('"code":1199010', '"code":1199011'),
    before: ['1199010'],
    after: ['1199011'],
  },
  'message-changed': {
    change: replacing(REQUIRED, '"message":"parameter $1 is missing"'),
    before: ['parameter <member> is required'],
    after: ['parameter <member> is missing'],
  },
  'refused-otherwise': {
    change: replacing(/"code":1199010,"message":"[^"]*"/, '"code":5,"message":"no"'),
    after: ['5 no'],
  },
  'other-cause': {
    change: replacing(
      /"code":1199010,"message":"[^"]*"/,
      '"code":1101046,"message":"object association does not exist."',
    ),
    after: ['1101046 object association does not exist.'],
  },
  'success-code-changed': { change: replacing('"code":0,', '"code":200,'), after: ['200'] },
  'success-message-changed': {
    change: replacing('"message":"",', '"message":"success",'),
    after: ['success'],
  },
  'status-changed': {
    change: (record) =>
      withAnswers(record, (answer) =>
        answer.body.includes(REFUSED) ? { ...answer, status: 400 } : answer,
      ),
    before: ['200'],
    after: ['400'],
  },
  'header-changed': {
    change: (record) => ({
      ...record,
      usual: { ...record.usual, answerHeaders: [['Content-Type', 'text/html; charset=utf-8']] },
    }),
    at: 'content-type',
  },
  'header-gone': {
    change: (record) => ({ ...record, usual: { ...record.usual, answerHeaders: [] } }),
    at: 'content-type',
  },
  'header-new': {
    change: (record) => ({
      ...record,
      usual: {
        ...record.usual,
        answerHeaders: [...record.usual.answerHeaders, ['Set-Cookie', 'session=5; HttpOnly']],
      },
    }),
    at: 'set-cookie',
    after: ['session'],
  },
  'request-id-form': {
    change: replacing(
      /"request_id":"(.{8})(.{4})(.{4})(.{4})(.{12})"/,
      '"request_id":"$1-$2-$3-$4-$5"',
    ),
    before: ['32 hex'],
    after: ['uuid'],
  },
  'observed-otherwise': {
    change: (record) => ({
      ...record,
      cases: record.cases.map((of) =>
        of.id === 'semantics.pair.repeated'
          ? {
              ...of,
              observed: { did: 'other', problem: { kind: 'created-all-the-same', ids: ['5'] } },
            }
          : of,
      ),
    }),
    before: ['refused'],
    after: ['created-all-the-same'],
  },
};

/** For these the earlier run is the one that differs. */
const REVERSED: Partial<Record<DifferenceKind, DifferenceKind>> = {
  'readable-now': 'unreadable-now',
  'answered-now': 'silent-now',
};

describe('two servers that differ in one thing', () => {
  it.each(DIFFERENCE_KINDS)('differ in exactly that, once: %s', (kind) => {
    const { at, before, after } = SERVERS[kind];
    const reversed = REVERSED[kind];
    const changed = SERVERS[reversed ?? kind].change(RECORD);
    const { differences } =
      reversed === undefined ? compared(RECORD, changed) : compared(changed, RECORD);
    expect(differences.map((one) => one.kind)).toEqual([kind]);
    const [one] = differences;
    expect(one?.severity).toBe(DIFFERENCE_SEVERITIES[kind]);
    expect(one?.cause).toBe('server');
    expect(one?.at).toBe(at);
    if (before !== undefined) expect(one?.before).toEqual(before);
    if (after !== undefined) expect(one?.after).toEqual(after);
    expect(one?.count).toBeGreaterThan(0);
    expect(one?.places.length).toBe(Math.min(one?.count ?? 0, 200));
  });

  it('differ in nothing where they are one', () => {
    expect(compared(RECORD, AGAIN)).toMatchObject({
      differences: [],
      requirements: [],
      reservations: [{ kind: 'partial' }, { kind: 'partial' }],
      exitCode: 0,
    });
  });

  it('has every place of a message that changed', () => {
    const changed = withBodies(
      RECORD,
      onAdd((body) => body.replace(REQUIRED, '"message":"parameter $1 is missing"')),
    );
    const places = RECORD.cases.flatMap(({ exchanges }) =>
      exchanges.filter(({ answer }) => answer !== undefined && REQUIRED.test(answer.body)),
    );
    const [one] = compared(RECORD, changed).differences;
    expect(places.length).toBeGreaterThan(10);
    expect(one?.places.map((place) => place.before).sort()).toEqual(
      places.map(({ n }) => n).sort(),
    );
  });

  it('tells a message that names another member', () => {
    const changed = withBodies(
      RECORD,
      onAdd((body) =>
        body.replace('parameter bk_inst_id is required', 'parameter bk_asst_inst_id is required'),
      ),
    );
    expect(compared(RECORD, changed).differences).toMatchObject([
      {
        kind: 'message-changed',
        before: ['parameter bk_inst_id is required'],
        after: ['parameter bk_asst_inst_id is required'],
      },
    ]);
  });

  it('tells what two endpoints refuse now apart', () => {
    const refused =
      '{"result":false,"code":7,"message":"no","data":null,"permission":null,"request_id":"e43da4ef221746868dc4c837d36f3807"}';
    const changed = withBodies(RECORD, (body, { endpoint, purpose }) =>
      (endpoint === ADD || purpose === 'cleanup') && !body.includes(REFUSED) ? refused : body,
    );
    const { differences } = compared(RECORD, changed);
    expect(differences.map(({ kind, endpoints }) => [kind, ...endpoints]).sort()).toEqual([
      ['refused-now', ADD],
      ['refused-now', 'delete_inst'],
      ['refused-now', 'delete_instance_association'],
    ]);
  });

  it('tells two changes apart', () => {
    const changed = withBodies(
      RECORD,
      onAdd((body) =>
        body
          .replace(REQUIRED, '"message":"parameter $1 is missing"')
          .replace(',"permission":null', ''),
      ),
    );
    const { differences } = compared(RECORD, changed);
    expect(differences.map(({ kind }) => kind)).toEqual(['member-gone', 'message-changed']);
  });
});
