import { describe, expect, it } from 'vitest';
import { openGround } from '../../../src/effects/associations/ground.js';
import { pairOf } from '../../../src/effects/associations/pair.js';
import type { Means } from '../../../src/effects/means.js';
import type { Several } from '../../../src/effects/slot.js';
import { isObject } from '../../../src/json/json-value.js';
import type { JsonObject } from '../../../src/json/json-value.js';
import type { Answer } from '../../../src/judge/answer.js';
import { problemSentence } from '../../../src/report/sentences/problem.js';
import { accepted, fakeMeans, FIXTURE, REFUSED } from './a-fixture.js';

const ABOUT = { thing: { en: 'association', zh: '关联关系' } };

const MADE = { ...FIXTURE, source: undefined, target: undefined };

const SHOWN = {
  bk_obj_asst_id: 'a',
  bk_obj_id: 'switch',
  bk_asst_obj_id: 'router',
  mapping: 'n:n',
};

const several: Several = (items, act) => Promise.all(items.map(act));

/** Means by which each endpoint is answered as said here, and everything else is a success. */
function meansWith(
  answers: Readonly<Record<string, (members: JsonObject) => Answer>>,
): Pick<Means, 'send'> & Means {
  const { means } = fakeMeans(() => accepted());
  return {
    ...means,
    send: (endpoint, members) =>
      Promise.resolve(
        answers[endpoint]?.(members) ??
          (endpoint === 'find_object_association' ? accepted([SHOWN]) : accepted([])),
      ),
  };
}

const NO_ANSWER: Answer = {
  kind: 'none',
  why: { kind: 'no-answer', fault: 'timeout', words: 'no first byte' },
};

describe('what stands in before anything is made', () => {
  it('is free by lookups, on each side that is not set', async () => {
    const used = 4_000_000_500_000_022n;
    const row = { id: 7n, bk_obj_asst_id: 'a', bk_inst_id: used, bk_asst_inst_id: 1n };
    const means = meansWith({
      find_instance_association: ({ condition }) =>
        accepted(isObject(condition) && Object.values(condition).includes(used) ? [row] : []),
    });
    const ground = openGround({ ...MADE, targetModel: 'router', target: 22n });
    expect(pairOf(ground.opening()).bk_inst_id).toBe(used);
    await ground.survey(means);
    const after = pairOf(ground.opening());
    expect(after.bk_inst_id).toBeGreaterThan(used);
    expect(after.bk_asst_inst_id).toBe(22n);
    expect(ground.settings).toEqual(['CMDB_OBJ_ASST_ID', 'CMDB_ASST_INST_ID']);
  });
});

describe('a model association that the suite chose', () => {
  it('stands in for the setting, as instances do; one that is set does not', async () => {
    const means = meansWith({});
    const chosen = openGround({ ...MADE, association: undefined, takesProposed: true });
    await chosen.survey(means);
    expect(chosen.known().facts).toMatchObject({ fixture: 'proposed', association: 'a' });
    expect(chosen.known().standIns).toEqual({ a: 'CMDB_OBJ_ASST_ID' });
    const set = openGround({ ...MADE, targetModel: 'router' });
    await set.survey(means);
    expect(set.known().standIns).toEqual({});
  });
});

describe('what could stand in, where lookups show no id to be free', () => {
  it('is nothing: the setting is to be set', async () => {
    const means = meansWith({
      find_instance_association: ({ condition }) => {
        const id = isObject(condition) ? (condition['bk_inst_id'] ?? 1n) : 1n;
        return accepted([{ id: 7n, bk_obj_asst_id: 'a', bk_inst_id: id, bk_asst_inst_id: 1n }]);
      },
    });
    const ground = openGround({ ...MADE, targetModel: 'router', target: 22n });
    await ground.survey(means);
    expect(ground.known().none).toMatchObject({
      kind: 'fixture-lacking',
      settings: ['CMDB_INST_ID'],
      why: { kind: 'none-free' },
    });
  });
});

describe('a ground of which nothing could be made', () => {
  const groundless = async (answer: Answer) => {
    const means = meansWith({ create_inst: () => answer });
    const ground = openGround({ ...MADE, targetModel: 'router' });
    await ground.survey(means);
    expect(ground.known().none).toBeUndefined();
    expect(await ground.own(means)).toBeUndefined();
    expect(await ground.make(means, several)).toEqual({ slots: [], spare: undefined });
    return ground.known().none;
  };

  it('names the settings that would do where the target refuses', async () => {
    expect(await groundless(REFUSED)).toMatchObject({
      kind: 'fixture-lacking',
      settings: ['CMDB_INST_ID', 'CMDB_ASST_INST_ID'],
      why: { kind: 'not-made', of: 'switch' },
    });
  });

  it('blames no setting where nothing answers', async () => {
    expect(await groundless(NO_ANSWER)).toEqual({
      kind: 'target-silent',
      fault: 'timeout',
      words: 'no first byte',
    });
  });

  it.each([
    ['switch', 1n],
    ['router', 2n],
  ])('names what made nothing, and what came instead: %s', async (of, failing) => {
    let asked = 0n;
    const why = { kind: 'weather', status: 504 } as const;
    const means = meansWith({
      create_inst: () =>
        ++asked >= failing ? { kind: 'none', why } : accepted({ bk_inst_id: asked }),
    });
    const ground = openGround({ ...MADE, targetModel: 'router' });
    await ground.survey(means);
    await ground.make(means, several);
    const whyNone = { kind: 'not-made', endpoint: 'create_inst', of, why } as const;
    expect(ground.known().whyNone).toEqual(whyNone);
    const { en, zh } = problemSentence(whyNone, ABOUT);
    for (const told of [en, zh]) {
      for (const word of ['create_inst', of, '504']) expect(told).toContain(word);
    }
  });

  it('is none once a pair was made, whatever fails later', async () => {
    let made = 0n;
    const means = meansWith({
      create_inst: () => (++made > 2n ? REFUSED : accepted({ bk_inst_id: made })),
    });
    const ground = openGround({ ...MADE, targetModel: 'router' });
    await ground.survey(means);
    const { slots } = await ground.make(means, several);
    expect(slots).toHaveLength(1);
    expect(ground.known().none).toBeUndefined();
    expect(ground.known().whyNone).toMatchObject({ kind: 'not-made' });
  });
});
