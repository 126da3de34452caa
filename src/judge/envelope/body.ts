import type { Text } from '../../text.js';
import type { Sent } from '../../target/client.js';
import { quote } from '../quote.js';
import type { Verdicts } from './verdicts.js';

/** Judges how the body is written, and what it is said to be. */
export function judgeBody(verdicts: Verdicts, { outcome, reading }: Sent): void {
  if (outcome.answer === undefined || reading?.ok !== true) return;
  const contradicting = reading.duplicates.filter(({ same }) => !same).map(({ path }) => path);
  const repeated = reading.duplicates.filter(({ same }) => same).map(({ path }) => path);
  const twice = (paths: readonly string[]): Text | undefined =>
    paths.length === 0
      ? undefined
      : { en: `key twice: ${listed(paths, ', ')}`, zh: `键重复：${listed(paths, '、')}` };
  verdicts.say('response.body.json', twice(contradicting));
  verdicts.say('convention.json.duplicate_same', twice(repeated));
  verdicts.say(
    'convention.json.no_bom',
    reading.bom ? { en: 'a byte order mark comes first', zh: '以字节顺序标记开头' } : undefined,
  );
  const type = outcome.answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const isJson = type !== undefined && /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type);
  verdicts.say(
    'convention.content_type',
    isJson
      ? undefined
      : { en: `content type ${type ?? 'missing'}`, zh: `Content-Type 为 ${type ?? '空'}` },
  );
}

function listed(paths: readonly string[], comma: string): string {
  return paths.map((path) => quote(path)).join(comma);
}
