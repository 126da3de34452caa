import type { Answer } from '../../judge/answer.js';
import { lackingPermission } from '../../judge/permission.js';
import { refusalSignature } from '../../judge/signature.js';
import type { Check } from '../../record/diagnosis.js';
import { meansOf } from '../exchange/means.js';
import { askForUnknown } from '../preflight/learn-refusals.js';
import type { Asked } from '../preflight/look-as.js';
import { isOver } from '../run.js';
import type { Run, Scene } from '../run.js';
import { REMOVAL_OF_FREE, seenIn } from '../preflight/seen-answer.js';
import { identitiesOf } from '../case/valid-request.js';

/** Why no endpoint that writes was asked. */
export type Untried = NonNullable<Extract<Check, { kind: 'permission' }>['untried']>;

/** An endpoint, and whether a run can do without. */
interface Permission {
  readonly endpoint: string;
  readonly isRequired: boolean;
}

/**
 * Asks the endpoint that is judged for something that there is not, by each identity, where writing
 * is allowed and lookups show that it is not there.
 *
 * @returns why nothing was asked, where that is so
 */
export async function askEach(scene: Scene): Promise<readonly Asked[] | Untried> {
  const { tools, subject, knowledge } = scene.run;
  if (!tools.settings.mayWrite) return 'no-writes';
  if (!(await subject.effect.isUnknown(meansOf(scene)))) return 'not-shown-absent';
  const asked: Asked[] = [];
  const usual = knowledge.identity;
  for (const identity of identitiesOf(scene.run)) {
    knowledge.identity = identity;
    const provoked = await askForUnknown(scene);
    if (provoked === undefined) continue;
    const { answer } = provoked.reply;
    const { bad } = provoked.request;
    const refusal =
      answer.kind === 'refused'
        ? refusalSignature(answer.body, bad, tools.binding.envelope)
        : undefined;
    const { endpoint } = subject.outline;
    asked.push({ identity, endpoint, answer, refusal });
  }
  knowledge.identity = usual;
  return asked;
}

/**
 * Whether app and user may call each endpoint that the suite needs, the one that is judged first. The
 * endpoints that write are told only of what lookups show to be absent.
 *
 * @param unknown - what the endpoint that is judged answered, or why none that writes is asked
 */
export async function* checkPermissions(
  scene: Scene,
  unknown: readonly Asked[] | Untried,
): AsyncGenerator<Check> {
  const { run } = scene;
  const { outline, effect } = run.subject;
  const untried = typeof unknown === 'string' ? { untried: unknown } : undefined;
  const judged = { endpoint: outline.endpoint, isRequired: true };
  if (typeof unknown === 'string') {
    yield { kind: 'permission', result: 'not-tried', ...judged, untried: unknown };
  } else {
    const own = unknown.find(({ identity }) => identity === run.knowledge.identity);
    if (own !== undefined) yield permission(run, judged, own.answer);
  }
  for (const { endpoint, isRequired, writes, ask } of effect.needed) {
    if (isOver(run)) return;
    const asked = { endpoint, isRequired };
    if (writes && untried !== undefined) {
      yield { kind: 'permission', result: 'not-tried', ...asked, ...untried };
      continue;
    }
    const answer = await ask(meansOf(scene));
    if (answer !== undefined && endpoint === effect.removal.endpoint) {
      const { envelope } = run.tools.binding;
      run.knowledge.seen.push(...seenIn(answer, { endpoint, case: REMOVAL_OF_FREE }, envelope));
    }
    yield answer === undefined
      ? { kind: 'permission', result: 'not-tried', ...asked, untried: 'no-free-id' }
      : permission(run, asked, answer);
  }
}

function permission({ tools }: Run, asked: Permission, answer: Answer): Check {
  const base = { kind: 'permission', ...asked } as const;
  if (answer.kind === 'accepted') return { ...base, result: 'ok' };
  if (answer.kind !== 'refused') return { ...base, result: 'unknown', problem: answer.why };
  const { said } = answer;
  const result = asked.isRequired ? 'wrong' : 'warning';
  const lacking = lackingPermission(answer, tools.binding);
  // What names nothing that is there may be refused for that, with details that name nothing either.
  const hasCode = tools.binding.codes.permission.has(BigInt(said.code ?? 0));
  if (lacking !== undefined && (hasCode || lacking.actions.length > 0)) {
    const problem = { kind: 'permission', said, ...lacking } as const;
    return { ...base, result, problem, ...(asked.isRequired ? { ends: problem } : {}) };
  }
  if (tools.binding.codes.notFound.has(BigInt(said.code ?? 0))) {
    return { ...base, result, missing: said };
  }
  return { ...base, result: 'ok' };
}
