import type { Answer } from '../../judge/answer.js';
import { lackingPermission } from '../../judge/permission.js';
import type { Check } from '../../record/diagnosis.js';
import { meansOf } from '../means.js';
import { askForUnknown } from '../preflight.js';
import { isOver } from '../run.js';
import type { Run, Scene } from '../run.js';

/** What may be asked of an endpoint, and what came of it. */
interface Permission {
  readonly endpoint: string;
  readonly isRequired: boolean;
}

/**
 * Whether app and user may call each endpoint that the suite needs, the one that is judged first. The
 * endpoints that write are asked only where writing is allowed and lookups show that what is named to
 * them is not there.
 */
export async function* checkPermissions(scene: Scene): AsyncGenerator<Check> {
  const { run } = scene;
  const { subject, tools } = run;
  const { outline, effect } = subject;
  const untried = !tools.settings.mayWrite
    ? 'no-writes'
    : (await effect.isUnknown(meansOf(scene)))
      ? undefined
      : 'not-shown-absent';
  const needed = [
    {
      endpoint: outline.endpoint,
      writes: true,
      isRequired: true,
      ask: async (): Promise<Answer | undefined> => (await askForUnknown(scene))?.reply.answer,
    },
    ...effect.needed.map((one) => ({ ...one, ask: () => one.ask(meansOf(scene)) })),
  ];
  for (const { endpoint, isRequired, writes, ask } of needed) {
    if (isOver(run)) return;
    if (writes && untried !== undefined) {
      yield { kind: 'permission', result: 'not-tried', endpoint, isRequired, untried };
      continue;
    }
    const answer = await ask();
    if (answer !== undefined) yield permission(run, { endpoint, isRequired }, answer);
  }
}

function permission({ tools }: Run, asked: Permission, answer: Answer): Check {
  const base = { kind: 'permission', ...asked } as const;
  if (answer.kind === 'accepted') return { ...base, result: 'ok' };
  if (answer.kind !== 'refused') return { ...base, result: 'unknown', problem: answer.why };
  const { said } = answer;
  const result = asked.isRequired ? 'wrong' : 'warning';
  const lacking = lackingPermission(answer, tools.binding);
  if (lacking !== undefined) {
    const problem = { kind: 'permission', said, ...lacking } as const;
    return { ...base, result, problem, ...(asked.isRequired ? { ends: problem } : {}) };
  }
  if (tools.binding.codes.notFound.has(BigInt(said.code ?? 0))) {
    return { ...base, result, missing: said };
  }
  return { ...base, result: 'ok' };
}
