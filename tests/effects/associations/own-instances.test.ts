import { describe, expect, it } from 'vitest';
import { openInstances } from '../../../src/effects/associations/own-instances.js';
import { accepted, fakeMeans } from './a-fixture.js';

/** Makes instances where each is answered to have one and the same id. */
function open() {
  const { means } = fakeMeans(() => accepted({ bk_inst_id: 5n }));
  const attributes = { requiredBy: () => Promise.resolve([]) };
  return { means, instances: openInstances({ attributes, account: '0' }) };
}

describe('instances of the suite’s own', () => {
  it('have an id of their own in their model, or are none', async () => {
    const { means, instances } = open();
    expect(await instances.makeLasting(means, 'switch', 'bk_inst_id')).toBe(5n);
    expect(await instances.makeLasting(means, 'router', 'bk_asst_inst_id')).toBe(5n);
    expect(instances.whyNone()).toBeUndefined();
    expect(await instances.make(means, 'switch')).toBeUndefined();
    expect(instances.whyNone()).toEqual({ kind: 'ids-equal', ids: ['5', '5'] });
  });

  it('may have the id of one that was removed', async () => {
    const { means, instances } = open();
    const first = await instances.make(means, 'switch');
    if (first === undefined) throw new Error('none was made');
    expect(await instances.remove(means, first)).toBe(true);
    expect(await instances.make(means, 'switch')).toMatchObject({ id: 5n });
  });

  it('are none of the id of what keeps other runs away', async () => {
    const { means, instances } = open();
    await instances.makeHolding(means, 'switch', 'holds');
    expect(await instances.make(means, 'switch')).toBeUndefined();
  });
});
