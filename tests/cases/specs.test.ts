import { describe, expect, it } from 'vitest';
import { casesNamed, casesOf, each } from '../conformance/case-list.js';

const LIST = 'schemas/add_instance_association/cases.json';
const SPEC = 'tests/conformance/envelope.spec.ts';

const names = casesOf('envelope').map(({ id }) => id.slice('envelope.'.length));

/** What is said of a spec that names these. */
function problems(named: readonly string[]): string {
  try {
    casesNamed('envelope', named);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
}

describe('casesNamed', () => {
  it('gives the cases of a category as tests', () => {
    expect(names).toHaveLength(7);
    expect(casesNamed('envelope', names)).toEqual(casesOf('envelope'));
    expect(casesOf('missing-field')[0]).toEqual({
      id: 'missing-field.bk_obj_asst_id.absent',
      details: {
        annotation: [
          { type: 'case', description: 'bk_obj_asst_id absent · bk_obj_asst_id 缺失' },
          { type: 'requirement', description: 'request.bk_obj_asst_id.required' },
        ],
      },
    });
  });

  it('says which case no spec names', () => {
    expect(problems(names.filter((name) => name !== 'code'))).toBe(
      `envelope.code is in ${LIST}, but ${SPEC} does not name it`,
    );
  });

  it('says which name has no case', () => {
    expect(problems([...names, 'cod'])).toBe(
      `${SPEC} names envelope.cod, but ${LIST} has no such case`,
    );
  });

  it('says what is named more than once', () => {
    expect(problems([...names, 'code'])).toBe(`${SPEC} names envelope.code more than once`);
  });

  it('says everything at once', () => {
    expect(problems(['cod']).split('\n')).toHaveLength(names.length + 1);
  });
});

describe('each', () => {
  it('is each fault of each member', () => {
    expect(each({ a: ['absent', 'null'], 'b.c': ['empty'] })).toEqual([
      'a.absent',
      'a.null',
      'b.c.empty',
    ]);
  });
});
