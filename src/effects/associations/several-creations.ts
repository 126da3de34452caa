import { notApplicable } from '../../record/finding.js';
import type { Finding } from '../../record/finding.js';
import type { Slot } from '../slot.js';
import type { Creation, Stage } from '../stage.js';
import { DEEP } from './cases.js';
import { PAIRS } from './ground.js';
import type { AssociationGround } from './ground.js';
import { SOURCE } from './members.js';
import { pairOf, slotOf } from './pair.js';
import { stays } from './stays.js';

/** Two associations at once have two ids; an id is not given again after its deletion. */
export async function twoCreations(
  stage: Stage,
  identity: string,
  ground: AssociationGround,
): Promise<void> {
  const [first, second] = stage.made;
  if (first === undefined || second === undefined) {
    // Without pairs of its own the suite can still see whether an id comes again.
    for (let round = 0; round < 2; round += 1) await (await stage.accept()).remove();
    return;
  }
  const one = await stage.on(first).accept();
  const two = await stage.on(second).accept();
  stage.keep([distinct([one, two], DEEP.twoCreations, identity)]);
  await one.remove();
  await two.remove();
  if (stage.isOver()) return;
  const three = await stage.on(first).accept();
  await three.remove();
  if (!stage.isOver()) await sharedSides(stage, first, second, ground.association().mapping);
}

/**
 * A creation changes nothing but what it creates: another association of the same source, or of the
 * same target, stays. Whether there may be another is for the mapping to say, not for the document.
 */
async function sharedSides(
  stage: Stage,
  first: Slot,
  second: Slot,
  mapping: string | undefined,
): Promise<void> {
  const [a, b] = [pairOf(first), pairOf(second)];
  const others: Slot[] = [
    ...(mapping === 'n:n' || mapping === '1:n'
      ? [slotOf({ ...a, bk_asst_inst_id: b.bk_asst_inst_id }, true)]
      : []),
    ...(mapping === 'n:n' ? [slotOf({ ...b, bk_asst_inst_id: a.bk_asst_inst_id }, true)] : []),
  ];
  if (others.length === 0) return;
  const one = await stage.on(first).accept();
  const more: Creation[] = [];
  for (const slot of others) more.push(await stage.on(slot).accept(true));
  if (one.id !== undefined && more.some(({ accepted }) => accepted)) {
    const rows = await stage.on(first).rows({ [SOURCE]: a.bk_inst_id });
    if (rows !== undefined)
      stage.keep(stays(one, rows, `${DEEP.twoCreations}.beside`, 'beside-another'));
  }
  for (const creation of [...more, one]) await creation.remove();
}

function distinct(creations: readonly Creation[], trial: string, requirement: string): Finding {
  const evidence = creations.map(({ n }) => n);
  const ids = creations.flatMap(({ id }) => (id === undefined ? [] : [id.toString()]));
  const base = { requirement, trial, evidence };
  if (ids.length < creations.length) {
    return { ...base, status: 'inconclusive', problem: { kind: 'id-missing' } };
  }
  return new Set(ids).size < ids.length
    ? { ...base, status: 'failed', problem: { kind: 'ids-equal', ids } }
    : { ...base, status: 'passed' };
}

/** Eight creations under way at the same time give eight associations with eight ids. */
export async function eightAtOnce(
  stage: Stage,
  identity: string,
  ground: AssociationGround,
): Promise<void> {
  const trial = DEEP.eightAtOnce;
  const { made } = stage;
  if (made.length < PAIRS) {
    const { whyNone } = ground.known();
    const lack = {
      of: 'own-ground',
      number: PAIRS,
      ...(whyNone === undefined ? {} : { why: whyNone }),
    } as const;
    stage.keep(notApplicable([identity, 'effect.created'], trial, { kind: 'lacking', lack }));
    return;
  }
  const creations = await Promise.all(made.map((slot) => stage.on(slot).accept()));
  stage.keep([distinct(creations, trial, identity)]);
  const refused = creations.filter(({ isBlamed }) => isBlamed);
  if (refused.length > 0) {
    const said = refused.flatMap(({ answer }) =>
      answer.kind === 'refused' ? [answer.said] : [],
    )[0];
    stage.keep([
      {
        requirement: 'effect.created',
        status: 'failed',
        trial,
        problem: {
          kind: 'some-not-accepted',
          refused: refused.length,
          of: creations.length,
          ...(said === undefined ? {} : { said }),
        },
        evidence: refused.map(({ n }) => n),
      },
    ]);
  }
  for (const creation of creations) await creation.remove();
}
