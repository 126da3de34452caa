import { ESB } from '../../src/binding/bindings.js';
import { loadContract } from '../../src/cli/document/load-contract.js';
import { openEnvelopeJudge } from '../../src/judge/envelope.js';
import type { EnvelopeJudge, JudgedAbout } from '../../src/judge/envelope.js';
import { compileExact } from '../../src/judge/exact-schema.js';
import type { Finding } from '../../src/record/finding.js';
import type { Problem } from '../../src/record/problem.js';
import { answered } from './an-answer.js';
import type { Around } from './an-answer.js';

const contract = await loadContract();
const compiled = compileExact(contract.schemas);

/** The judge of an endpoint's answers, by the derived schemas. */
export function judgeOf(endpoint: string): EnvelopeJudge {
  const outline = contract.outlines.get(endpoint);
  if (outline === undefined) throw new Error(`no document describes ${endpoint}`);
  const id = `https://cmdb-conformance.example/schemas/${endpoint}`;
  return openEnvelopeJudge(outline, ESB.envelope, {
    success: compiled(`${id}/success.schema.json`),
    failure: compiled(`${id}/failure.schema.json`),
  });
}

const own = judgeOf('add_instance_association');

/** Members of a body as JSON texts; undefined takes one out. */
export type Members = Readonly<Record<string, string | undefined>>;

/** A right success. */
export const SUCCESS: Members = {
  result: 'true',
  code: '0',
  message: '""',
  data: '{"id":1038}',
  permission: 'null',
  request_id: '"r-1"',
};

/** A right failure. */
export const FAILURE: Members = {
  ...SUCCESS,
  result: 'false',
  code: '1306000',
  message: '"parameter bk_inst_id is required"',
  data: 'null',
};

/** The text of a body. */
export function bodyOf(members: Members): string {
  const parts = Object.entries(members).flatMap(([name, text]) =>
    text === undefined ? [] : [`"${name}":${text}`],
  );
  return `{${parts.join(',')}}`;
}

/** What is found in an answer of `add_instance_association`. */
export function judge(
  body: Uint8Array | string,
  about: Partial<JudgedAbout> = {},
  around: Around = {},
  seen = new Set<string>(),
  judgeIt = own,
): Finding[] {
  return judgeIt(answered(body, around), { trial: 'it', success: true, ...about }, seen);
}

/** What failed, by requirement, and why. */
export function problemsIn(findings: readonly Finding[]): Record<string, Problem | undefined> {
  return Object.fromEntries(
    findings
      .filter(({ status }) => status === 'failed')
      .map(({ requirement, problem }) => [requirement, problem]),
  );
}

/** What fails once a right answer is changed, and why. */
export function problems(
  base: Members,
  change: Members,
  about: Partial<JudgedAbout> = {},
): Record<string, Problem | undefined> {
  return problemsIn(judge(bodyOf({ ...base, ...change }), about));
}

/** Requirements that fail once a right answer is changed. */
export function failed(base: Members, change: Members, about: Partial<JudgedAbout> = {}): string[] {
  return Object.keys(problems(base, change, about));
}

/** What is judged on an answer. */
export function judgedOn(members: Members, about: Partial<JudgedAbout> = {}): string[] {
  return judge(bodyOf(members), about).map(({ requirement }) => requirement);
}
