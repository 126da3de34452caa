import type { ProblemKind } from '../../record/problem.js';
import { type CommonCause, failedOf, type Found } from './common-cause.js';

/** The rule that an answer can be read at all. */
const BODY = 'response.body.json';

/** What a whole answer can be, and no envelope. */
const BODY_PROBLEMS: ReadonlySet<ProblemKind> = new Set([
  'not-json',
  'not-an-object',
  'answer-broken',
  'redirected',
]);

/** So many members are missing at least, where none is ever there. */
const LEAST_MISSING = 3;

/**
 * That no answer has the documented form: no rule about answers was kept, and what was judged of
 * them failed in one way.
 */
export function neverTheEnvelope(found: Found): CommonCause[] {
  const answers = found.requirements.filter(({ id }) => id.startsWith('response.'));
  const members = answers.filter(({ id }) => !id.startsWith('response.body.'));
  if (members.some(({ status }) => status === 'passed')) return [];
  const body = answers.find(({ id }) => id === BODY)?.problem;
  if (body !== undefined && BODY_PROBLEMS.has(body.kind)) {
    const alike = found.requirements.filter(({ problem }) => problem?.kind === body.kind);
    return causeOf(found, body, alike, []);
  }
  const failed = members.filter(({ status }) => status === 'failed');
  const missing = failed.flatMap(({ problem }) =>
    problem?.kind === 'member-missing' ? [problem.at] : [],
  );
  const [first] = failed;
  return missing.length === failed.length &&
    missing.length >= LEAST_MISSING &&
    first?.problem !== undefined
    ? causeOf(found, first.problem, failed, [...new Set(missing)])
    : [];
}

function causeOf(
  { endpoint }: Found,
  problem: Extract<CommonCause, { kind: 'never-the-envelope' }>['problem'],
  results: Found['requirements'],
  missing: readonly string[],
): CommonCause[] {
  const failed = failedOf(results);
  if (failed === undefined) return [];
  const cause = failed.results.find(({ id }) => id === BODY) ?? failed.cause;
  return [{ kind: 'never-the-envelope', endpoint, problem, missing, ...failed, cause }];
}
