import { describe, expect, it } from 'vitest';
import { failed, FAILURE, judgedOn, problems, SUCCESS } from '../envelope-judge.js';

const AS_FAILURE = { success: false };

describe('the message of a failure', () => {
  const about = { success: false, member: 'metadata.label.bk_biz_id' };
  const message = (text: string, more = about) =>
    problems(FAILURE, { message: JSON.stringify(text) }, more);

  it('may not be empty', () => {
    expect(problems(FAILURE, { message: '""' }, AS_FAILURE)).toEqual({
      'response.message.nonempty_on_failure': { kind: 'message-empty' },
      'convention.message.says_something': { kind: 'message-says-nothing', message: '' },
    });
  });

  it('has to say something', () => {
    expect(problems(FAILURE, { message: '"null"' }, AS_FAILURE)).toEqual({
      'convention.message.says_something': { kind: 'message-says-nothing', message: 'null' },
    });
  });

  it('names the last part of the member at fault', () => {
    expect(message('bk_biz_id is required')).toEqual({});
    expect(message('label is required')).toEqual({
      'convention.message.names_parameter': {
        kind: 'message-lacks-name',
        name: 'bk_biz_id',
        message: 'label is required',
      },
    });
  });

  it('names nothing in particular where no member is at fault', () => {
    expect(judgedOn(FAILURE, AS_FAILURE)).not.toContain('convention.message.names_parameter');
  });

  it('is not judged on a success, nor where it is no text', () => {
    const success = judgedOn(SUCCESS);
    const noText = judgedOn({ ...FAILURE, message: '5' }, about);
    for (const found of [success, noText]) {
      expect(found).not.toContain('response.message.nonempty_on_failure');
      expect(found).not.toContain('convention.message.says_something');
      expect(found).not.toContain('convention.message.names_parameter');
    }
    expect(success).not.toContain('convention.failure.no_id');
    expect(noText).toContain('convention.failure.no_id');
  });
});

describe('the id in the data of a failure', () => {
  it.each([
    ['{"id":5}', '5'],
    ['{"id":"1038"}', '1038'],
    ['{"id":1038.0}', '1038.0'],
    ['{"id":92233720368547758080}', '92233720368547758080'],
  ])('is not to be in a failure: %s', (data, id) => {
    expect(problems(FAILURE, { data }, AS_FAILURE)['convention.failure.no_id']).toEqual({
      kind: 'id-in-failure',
      at: 'data.id',
      id,
    });
  });

  it.each(['{"id":"bk_inst_id"}', '{"id":"12 hosts"}', '{"id":"host 12"}', '{"id":null}', '{}'])(
    'is none in the failure %s',
    (data) => {
      expect(failed(FAILURE, { data }, AS_FAILURE)).not.toContain('convention.failure.no_id');
    },
  );
});
