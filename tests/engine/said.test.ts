import { describe, expect, it } from 'vitest';
import { runAll, verdictOn } from './a-run.js';
import { startFront } from './front.js';

const REFUSAL = '{"result":false,"code":1199999,"message":"not today","data":null}';
const SAID = { code: '1199999', message: 'not today' };

describe('what a target says', () => {
  it('is kept where it creates without a success', async () => {
    await using front = await startFront(async ({ endpoint }, forward) => {
      const answer = await forward();
      const isCreated =
        endpoint === 'add_instance_association' && /"result": *true/.test(answer.body);
      return isCreated ? { body: REFUSAL } : answer;
    });
    const record = await runAll(front.settings, { only: ['success'], effort: 'quick' });
    const { problem } = verdictOn(record, 'response.result.meaning');
    expect(problem).toMatchObject({ kind: 'created-without-success', said: SAID });
  });
});
