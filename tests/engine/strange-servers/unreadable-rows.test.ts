import { describe, expect, it } from 'vitest';
import { writeJson } from '../../../src/json/write-json.js';
import { withStatus } from '../a-run.js';
import { bodyOf, startFront } from '../front.js';
import { FIND, run } from './strange-server.js';

const UNREADABLE = { kind: 'lookups-unusable', why: { kind: 'lookup-unreadable', endpoint: FIND } };

describe('lookups that can’t be read once they show something', () => {
  it('end the run before much is left, and blame nobody', async () => {
    await using front = await startFront(async ({ endpoint }, forward) => {
      const answer = await forward();
      const body = bodyOf(answer);
      const { data } = body;
      const isShown = endpoint === FIND && Array.isArray(data) && data.length > 0;
      return isShown ? { ...answer, body: writeJson({ ...body, data: [{ _id: 'x' }] }) } : answer;
    });
    const record = await run(front);
    expect(record).toMatchObject({ exitCode: 3, ended: UNREADABLE });
    expect(withStatus(record, 'failed')).toEqual([]);
    const associations = record.leftovers.filter(({ kind }) => kind === 'association');
    expect(associations.length).toBeLessThanOrEqual(12);
  });
});
