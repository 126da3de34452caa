import type { Case, Refusal, RefusalCase } from '../../cases/case.js';
import { credentialOf } from '../../binding/binding.js';
import type { Identity } from '../../binding/binding.js';
import { requiredMembers } from '../../cases/missing-field.js';
import { notApplicable } from '../../record/finding.js';
import type { Observed } from '../../record/record.js';
import { accept } from './acceptance.js';
import { badRequest } from './bad-request.js';
import { lackOf } from './lack.js';
import { observe } from './observation.js';
import { refuse } from './refusal.js';
import { runRound } from './rounds.js';
import { isOver, keep } from '../run.js';
import type { Run, Scene } from '../run.js';
import { stageOf } from './stage.js';

/** A case and the scene that it is run in. */
export interface CaseScene {
  readonly scene: Scene;
  readonly entry: Case;
}

/**
 * Runs cases of one slot: one case, or several negative cases of one and the same valid request,
 * which is sent once as their twin.
 *
 * @returns what was observed, by the id of a case without a verdict
 */
export async function runCases(items: readonly CaseScene[]): Promise<Map<string, Observed>> {
  const observed = new Map<string, Observed>();
  const able = items.filter(({ scene, entry }) => !isLacking(scene, entry));
  const refusals = able.flatMap(({ scene, entry }) =>
    entry.kind === 'refusal' ? [{ scene, entry }] : [],
  );
  if (refusals.length === able.length) await runRefusals(refusals);
  else {
    for (const { scene, entry } of able) {
      const seen = await runCase(scene, entry);
      if (seen !== undefined) observed.set(entry.id, seen);
    }
  }
  return observed;
}

async function runRefusals(
  items: readonly { readonly scene: Scene; readonly entry: RefusalCase }[],
): Promise<void> {
  await refuse(items.map(({ scene, entry }) => ({ scene, request: badRequest(scene, entry) })));
}

async function runCase(scene: Scene, entry: Case): Promise<Observed | undefined> {
  switch (entry.kind) {
    case 'refusal':
      await runRefusals([{ scene, entry }]);
      return undefined;
    case 'round':
      await runRound(scene, entry);
      return undefined;
    case 'acceptance':
      await (
        await accept(scene, { purpose: 'request', identity: able(scene.run, entry.identity) })
      ).remove();
      return undefined;
    case 'observation':
      return observe(scene, entry);
    case 'envelope':
      await sampleAnswers(scene);
      return undefined;
    case 'deep':
      return scene.run.subject.effect.deep(stageOf(scene), entry.id);
  }
}

/** True where a case can't be run as things are set, which is kept then. */
function isLacking(scene: Scene, entry: Case): boolean {
  const problem = lackOf(entry, scene.run.tools.settings.setting);
  if (problem === undefined) return false;
  keep(scene, notApplicable(entry.requirements, entry.id, problem));
  return true;
}

/** Both identities, where both are configured; else the one in use. */
function able({ tools, knowledge }: Run, identity: Identity): Identity {
  const { username, token } = tools.settings.credentials;
  const hasBoth = username !== undefined && token !== undefined;
  return identity === 'both' && !hasBoth ? knowledge.identity : identity;
}

/** One success, one refusal about the request and one about the credentials, to judge by. */
async function sampleAnswers(scene: Scene): Promise<void> {
  const { run } = scene;
  if (run.knowledge.isSampled) return;
  run.knowledge.isSampled = true;
  for (const refusal of sampleRefusals(run)) {
    if (isOver(run)) return;
    await refuse([{ scene, request: badRequest(scene, refusal) }]);
  }
}

/** A refusal about the request and one about the credentials; their twins are the successes. */
function sampleRefusals({ subject, tools }: Run): Refusal[] {
  const secret = credentialOf(tools.binding, 'secret').name;
  const [member] = requiredMembers(subject).filter(({ type }) => type === 'integer');
  const first = member ?? requiredMembers(subject)[0];
  return [
    ...(first === undefined
      ? []
      : [
          {
            trial: `missing-field.${first.path}.absent`,
            changes: [{ at: first.path, fault: 'absent' }],
            about: 'request',
            requirements: [`request.${first.path}.required`],
          } as const,
        ]),
    {
      trial: `bad-auth.${secret}.wrong`,
      changes: [{ at: secret, fault: 'wrong' }],
      about: 'credentials',
      requirements: [`auth.${secret}.verified`],
    },
  ];
}
