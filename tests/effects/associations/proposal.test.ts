import { describe, expect, it } from 'vitest';
import type { Attribute, Attributes } from '../../../src/effects/associations/attributes.js';
import { propose } from '../../../src/effects/associations/proposal.js';
import type { Shown } from '../../../src/effects/associations/model-associations.js';
import { accepted, fakeMeans } from './a-fixture.js';

/** A model association as a target shows it: `a>b n:n`. */
function shown(text: string): Shown {
  const [models = '', mapping] = text.split(' ');
  const [sourceModel = '', targetModel = ''] = models.split('>');
  return {
    id: `${sourceModel}_run_${targetModel}`,
    ...(sourceModel === '' ? {} : { sourceModel }),
    targetModel,
    ...(mapping === undefined ? {} : { mapping }),
  };
}

const TEXT: Attribute = { id: 'x', type: 'singlechar', option: '' };
const STRANGE: Attribute = { id: 'x', type: 'enumquote', option: null };

/** Models by what they require; others require nothing. */
const REQUIRED: Readonly<Record<string, readonly Attribute[]>> = {
  text: [TEXT],
  strange: [TEXT, STRANGE],
};

async function proposalOf(...texts: readonly string[]) {
  const asked: string[] = [];
  const attributes: Attributes = {
    requiredBy: (_, model) => {
      asked.push(model);
      return Promise.resolve(REQUIRED[model] ?? []);
    },
  };
  const { means } = fakeMeans(() => accepted());
  return { proposal: await propose(means, texts.map(shown), attributes), asked };
}

describe('what is proposed', () => {
  it.each([
    ['n:n before 1:n before 1:1', ['a>b 1:1', 'c>d 1:n', 'e>f n:n'], 'e_run_f'],
    ['1:n before 1:1', ['a>b 1:1', 'c>d 1:n'], 'c_run_d'],
    ['a mapping that is known', ['a>b', 'c>d 1:1'], 'c_run_d'],
    ['models that require nothing', ['a>text n:n', 'c>d n:n'], 'c_run_d'],
    ['n:n, though a model requires something', ['a>text n:n', 'c>d 1:n'], 'a_run_text'],
    ['no model that can’t be filled', ['a>strange n:n', 'strange>b n:n', 'c>d 1:1'], 'c_run_d'],
    ['no built-in model', ['a>host n:n', 'biz>b n:n', 'process>module n:n', 'c>d 1:1'], 'c_run_d'],
    ['the first by id', ['e>f n:n', 'c>d n:n'], 'c_run_d'],
    ['a model that is associated with itself', ['a>a n:n'], 'a_run_a'],
  ])('is %s', async (_, texts, id) => {
    const there = await proposalOf(...texts);
    expect(there.proposal?.association.id).toBe(id);
    const back = await proposalOf(...[...texts].reverse());
    expect(back.proposal).toEqual(there.proposal);
  });

  it.each([[[]], [['a>host n:n']], [['a>strange n:n']], [['>b n:n']]])(
    'is nothing of %j',
    async (texts) => {
      expect((await proposalOf(...texts)).proposal).toBeUndefined();
    },
  );

  it('says of how many', async () => {
    const { proposal } = await proposalOf('a>host n:n', 'c>d 1:n', 'e>f 1:1');
    expect(proposal?.proposed).toEqual({
      setting: 'CMDB_OBJ_ASST_ID',
      value: 'c_run_d',
      between: ['c', 'd'],
      rule: '1:n',
      usable: 2,
      seen: 3,
    });
  });

  it('takes a bounded number of lookups', async () => {
    const many = Array.from({ length: 500 }, (_, n) => `s${n}>t${n} n:n`);
    const { asked } = await proposalOf(...many);
    expect(asked.length).toBeLessThanOrEqual(24);
  });
});
