import { describe, expect, it } from 'vitest';
import { writeJson } from '../../../src/json/write-json.js';
import { caseOf, verdictOn, withStatus } from '../a-run.js';
import { bodyOf, startFront } from '../front.js';
import { createdIdOf, ADD, DELETE, run } from './strange-server.js';

const REPEATED = 'semantics.pair.repeated';
const SUCCESS = { result: true, code: 0n, message: '' };
const MODEL = 'bk_switch';
const IDENTITY = 'response.data.id.identity';

describe('a pair that is associated already', () => {
  it.each([
    ['may be answered with the id that is there', (id: bigint) => id, 'passed'],
    ['is not answered with an id of nothing', () => 424_242n, 'failed'],
  ])('%s', async (_, idOf, status) => {
    let last = 0n;
    await using front = await startFront(async ({ endpoint }, forward) => {
      const answer = await forward();
      const body = bodyOf(answer);
      if (endpoint !== ADD) return answer;
      last = createdIdOf(body) ?? last;
      if (body['code'] !== 1199014n) return answer;
      return { body: writeJson({ ...body, ...SUCCESS, data: { id: idOf(last) } }) };
    });
    const record = await run(front, [REPEATED]);
    expect(caseOf(record, REPEATED).observed).toMatchObject({ did: 'accepted' });
    expect(verdictOn(record, IDENTITY).status).toBe(status);
    expect(withStatus(record, 'failed')).toEqual(status === 'failed' ? [IDENTITY] : []);
    if (status === 'failed') {
      expect(verdictOn(record, IDENTITY).problem).toEqual({
        kind: 'id-unknown',
        id: '424242',
        found: [],
      });
    }
  });

  it('stays associated where the second request is refused', async () => {
    let first = 0n;
    await using front = await startFront(async ({ endpoint }, forward) => {
      const answer = await forward();
      const body = bodyOf(answer);
      if (endpoint !== ADD) return answer;
      first = createdIdOf(body) ?? first;
      if (body['code'] !== 1199014n) return answer;
      await front.beside(DELETE, { bk_obj_id: MODEL, id: first });
      return answer;
    });
    const record = await run(front, [REPEATED]);
    expect(caseOf(record, REPEATED).observed).toMatchObject({ did: 'refused' });
    expect(withStatus(record, 'failed')).toEqual(['effect.created']);
    expect(verdictOn(record, 'effect.created').problem).toEqual({
      kind: 'vanished',
      id: first.toString(),
      when: 'by-a-refusal',
    });
    expect(record.leftovers).toEqual([]);
  });
});
