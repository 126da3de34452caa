import type { EndpointOutline } from '../../contract/outline.js';
import type { Observed } from '../../record/record.js';
import type { Effect, OpenEffect } from '../effect.js';
import type { Stage } from '../stage.js';
import { cases, DEEP } from './cases.js';
import { exactIds } from './exact-ids.js';
import { justDeleted, neverExisted, unknownAssociation, wrongModel } from './existence.js';
import { fixtureOf } from './fixture.js';
import { openGround, PAIRS } from './ground.js';
import { KIND, keptOf } from './kept.js';
import { neededBeside, showsUnknown, unknownName } from './needed.js';
import { ASSOCIATION, CREATED_ID, exists, SOURCE, TARGET } from './members.js';
import { claim, isAt, mayBeAt, mayRemove, standsAt } from './places.js';
import { REMOVAL, removalOf } from './removal.js';
import { openRemnants } from './remnants.js';
import { request } from './request.js';
import { eightAtOnce, twoCreations } from './several-creations.js';
import { stays } from './stays.js';
import { VARIABLES } from './variables.js';

/** `add_instance_association` associates two instances of models. */
export const associations: Effect = {
  endpoint: 'add_instance_association',
  kind: KIND,
  thing: { en: 'association', zh: '关联关系' },
  variables: VARIABLES,
  // A lookup goes both ways; two instances are made, and removed, for each pair and the spare one.
  // Besides, it is looked what the settings name, what the models require, and whether the fixture is
  // free before and after a creation.
  costs: { lookup: 2, ground: { requests: 14 + 4 * (PAIRS + 1), creations: 2 * (PAIRS + 1) } },
  cases,
  open,
};

function open(setting: (variable: string) => string, outline: EndpointOutline): OpenEffect {
  const fixture = fixtureOf(setting, outline);
  const ground = openGround(fixture);
  const { lookups, association } = ground;
  const identity = `response.${CREATED_ID}.identity`;
  return {
    ground,
    request: (slot) => request(fixture, slot),
    unknown: (runId) => ({
      difference: { [ASSOCIATION]: unknownName(runId) },
      requirement: exists(ASSOCIATION),
    }),
    isUnknown: showsUnknown,
    needed: neededBeside(lookups, REMOVAL, fixture.account),
    standsAt,
    mayBeAt: (sent, slot) => mayBeAt(sent, slot),
    look: (means, place) => lookups.look(means, place),
    isAt,
    claim,
    mayRemove,
    removal: removalOf(association),
    kept: (holds) => keptOf(association(), holds),
    remnants: openRemnants(association, fixture.account),
    deep: runDeep,
  };

  async function runDeep(stage: Stage, id: string): Promise<Observed | undefined> {
    switch (id) {
      case DEEP.exactIds:
        await exactIds(stage, ground.settings);
        break;
      case DEEP.twoCreations:
        await twoCreations(stage, identity, ground);
        break;
      case DEEP.eightAtOnce:
        await eightAtOnce(stage, identity, ground);
        break;
      case DEEP.unknownAssociation:
        await unknownAssociation(stage, id);
        break;
      case DEEP.sourceNeverExisted:
        await neverExisted(stage, id, SOURCE);
        break;
      case DEEP.targetNeverExisted:
        await neverExisted(stage, id, TARGET);
        break;
      case DEEP.sourceDeleted:
        await justDeleted(stage, id, SOURCE, ground);
        break;
      case DEEP.targetDeleted:
        await justDeleted(stage, id, TARGET, ground);
        break;
      case DEEP.swapped:
        await wrongModel(stage, id, [SOURCE, TARGET], ground);
        break;
      case DEEP.sourceOfOther:
        await wrongModel(stage, id, [SOURCE], ground);
        break;
      case DEEP.targetOfOther:
        await wrongModel(stage, id, [TARGET], ground);
        break;
      case DEEP.repeated:
        return repeated(stage, identity);
    }
    return undefined;
  }
}

/**
 * The same pair again: the document does not say whether that is accepted, and what the server does is
 * recorded. But an id that it answers has to be that of an association, of the first or of another; and
 * where it refuses, the first stays.
 */
async function repeated(stage: Stage, identity: string): Promise<Observed> {
  const first = await stage.accept();
  const { observed, id, made, n } = await stage.observe();
  if (id !== undefined && made !== undefined) {
    const base = { requirement: identity, trial: DEEP.repeated, evidence: [n] };
    const found = made.map(String);
    stage.keep([
      id === first.id || made.includes(id)
        ? { ...base, status: 'passed' }
        : { ...base, status: 'failed', problem: { kind: 'id-unknown', id: String(id), found } },
    ]);
  }
  if (first.accepted && observed.did === 'refused') {
    const rows = await stage.rows(standsAt(stage.slot));
    if (rows !== undefined) stage.keep(stays(first, rows, DEEP.repeated, 'by-a-refusal'));
  }
  await first.remove();
  return observed;
}
