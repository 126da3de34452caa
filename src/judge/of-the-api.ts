import type { Binding } from '../binding/binding.js';
import type { Stranger } from '../record/ending.js';
import type { Said } from '../record/problem.js';
import { isObject } from '../json/json-value.js';
import { saidIn } from './answer.js';
import type { Answer } from './answer.js';
import type { Sent } from './sent.js';

/** The longest text of a page in which its title is sought. */
const LOOKED_AT = 20_000;
const LONGEST_TITLE = 120;

/**
 * True for an answer that only the API gives: a success, or a well-formed failure, except the one
 * for an address that it does not have.
 */
export function isOfTheApi(answer: Answer, { codes }: Pick<Binding, 'codes'>): boolean {
  if (answer.kind === 'accepted') return true;
  return answer.kind === 'refused' && !codes.notFound.has(BigInt(answer.said.code ?? 0));
}

/** True for a refusal of what stands before the API, which lets nobody through. */
export function isShutOut({ code }: Said, { codes }: Pick<Binding, 'codes'>): boolean {
  return code !== undefined && codes.shutOut.has(BigInt(code));
}

/** What answered that is not the API; undefined where nothing did. */
export function whatAnswered(
  { outcome, reading }: Pick<Sent, 'outcome' | 'reading'>,
  { envelope }: Pick<Binding, 'envelope'>,
): Stranger | undefined {
  const { answer } = outcome;
  if (answer === undefined) return undefined;
  const { status, headers, body } = answer;
  if (status >= 300 && status < 400) {
    const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
    return { what: 'redirect', status, ...(location === undefined ? {} : { location }) };
  }
  if (reading?.ok === true) {
    const known = isObject(reading.value) ? envelope.read(reading.value) : {};
    const isEnvelope = known[envelope.result] === false;
    const said = saidIn(known, envelope);
    return isEnvelope ? { what: 'esb-not-found', status, said } : { what: 'other-service', status };
  }
  const text = new TextDecoder().decode(body.subarray(0, LOOKED_AT));
  if (/plain HTTP (request )?(was )?sent to (an? )?(HTTPS|TLS|SSL)/i.test(text)) {
    return { what: 'tls-port', status };
  }
  const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1]?.trim().slice(0, LONGEST_TITLE);
  const what = status >= 400 ? 'error-page' : 'page';
  return { what, status, ...(title === undefined || title === '' ? {} : { title }) };
}
