import type { Problem } from '../../record/problem.js';
import type { Sent } from '../sent.js';
import type { Say } from './say.js';

/** Judges how the body is written, and what it is said to be. */
export function judgeBody(say: Say, { outcome, reading }: Sent): void {
  if (outcome.answer === undefined || reading?.ok !== true) return;
  const twice = (same: boolean): Problem | undefined => {
    const at = reading.duplicates.filter((one) => one.same === same).map(({ path }) => path);
    return at.length === 0 ? undefined : { kind: 'key-twice', at };
  };
  say('response.body.json', twice(false));
  say('convention.json.duplicate_same', twice(true));
  say('convention.json.no_bom', reading.bom ? { kind: 'byte-order-mark' } : undefined);
  const type = outcome.answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const isJson = type !== undefined && /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type);
  say(
    'convention.content_type',
    isJson ? undefined : { kind: 'content-type', ...(type === undefined ? {} : { found: type }) },
  );
}
