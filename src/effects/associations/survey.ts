import type { Answer } from '../../judge/answer.js';
import type { Ending, Mismatch } from '../../record/ending.js';
import type { GroundKnown } from '../effect.js';
import type { Means } from '../means.js';
import type { Attributes } from './attributes.js';
import type { Fixture } from './fixture.js';
import { ASSOCIATION } from './members.js';
import { findModelAssociations, isBuiltIn, SHOWS } from './model-associations.js';
import type { ModelAssociation, Shown } from './model-associations.js';
import { propose } from './proposal.js';

/** What came of looking up what the settings name. */
export interface Surveyed {
  readonly answer: Answer;
  /** As the settings have it, and where they say nothing as the target shows it. */
  readonly association: ModelAssociation;
  /** True where the target shows that there is none of that id. */
  readonly missing: boolean;
  readonly mismatch?: GroundKnown['mismatch'];
  /** Why there is nothing that could be associated. */
  readonly why?: Ending;
}

/** What is known of an association before anything is asked. */
export function unasked({
  association = '',
  sourceModel = '',
  targetModel = '',
}: Fixture): ModelAssociation {
  return { id: association, sourceModel, targetModel };
}

/** Looks up the model association that the settings name; they win over what is shown. */
export async function surveyNamed(means: Means, fixture: Fixture): Promise<Surveyed> {
  const { id, ...set } = unasked(fixture);
  const { answer, shown } = await findModelAssociations(means, { [ASSOCIATION]: id });
  const found = shown?.find((one) => one.id === id);
  const association = {
    id,
    sourceModel: set.sourceModel || (found?.sourceModel ?? ''),
    targetModel: set.targetModel || (found?.targetModel ?? ''),
    ...(found?.mapping === undefined ? {} : { mapping: found.mapping }),
  };
  const missing = shown !== undefined && found === undefined;
  const mismatch = mismatchOf(fixture, found);
  if (mismatch !== undefined) means.note(mismatch);
  if (association.mapping === undefined && answer.kind === 'accepted') {
    means.note({
      kind: 'fixture-not-shown',
      endpoint: SHOWS,
      setting: 'CMDB_OBJ_ASST_ID',
      value: id,
    });
  }
  const isGiven = fixture.source !== undefined && fixture.target !== undefined;
  // Of models that are known to be others, no instance can be made that fits.
  const why =
    whyUnknown(association, answer, missing) ??
    (isGiven ? undefined : (mismatch ?? whyUnmade(association, fixture)));
  return {
    answer,
    association,
    missing,
    ...(mismatch === undefined ? {} : { mismatch }),
    ...(why === undefined ? {} : { why }),
  };
}

/** Kinds of associations that every CMDB has; it takes no condition that is empty (1199011). */
const [FIRST, ...OTHERS] = ['connect', 'default', 'run', 'belong', 'group'] as const;

/** Looks for a model association that could be taken where the settings name none. */
export async function surveyAll(
  means: Means,
  fixture: Fixture,
  attributes: Attributes,
): Promise<Surveyed> {
  let asked = await findModelAssociations(means, { bk_asst_id: FIRST });
  const all = [...(asked.shown ?? [])];
  for (const kind of OTHERS) {
    if (asked.shown === undefined) break;
    asked = await findModelAssociations(means, { bk_asst_id: kind });
    all.push(...(asked.shown ?? []));
  }
  const { answer, shown } = asked;
  const proposal = shown === undefined ? undefined : await propose(means, all, attributes);
  if (proposal === undefined) {
    const why: Ending = {
      kind: 'fixture-lacking',
      ...(shown === undefined
        ? {
            settings: ['CMDB_OBJ_ASST_ID', 'CMDB_OBJ_ID', 'CMDB_ASST_OBJ_ID'],
            why: whyNotShown(answer),
          }
        : {
            settings: ['CMDB_OBJ_ASST_ID', 'CMDB_INST_ID', 'CMDB_ASST_INST_ID'],
            why: { kind: 'none-fits', endpoint: SHOWS, seen: all.length },
          }),
    };
    return { answer, association: unasked(fixture), missing: false, why };
  }
  const { association, proposed } = proposal;
  const told = { kind: 'fixture-proposed', proposed } as const;
  if (!fixture.takesProposed) return { answer, association, missing: false, why: told };
  means.note(told);
  return { answer, association, missing: false };
}

/** Lookups by the wrong model may be blind: that is found out with the first creation. */
function mismatchOf(fixture: Fixture, shown: Shown | undefined): GroundKnown['mismatch'] {
  const mismatches = (
    [
      ['CMDB_OBJ_ID', fixture.sourceModel, shown?.sourceModel],
      ['CMDB_ASST_OBJ_ID', fixture.targetModel, shown?.targetModel],
    ] as const
  ).flatMap(([setting, value, is]): Mismatch[] =>
    value === undefined || is === undefined || is === value ? [] : [{ setting, value, shown: is }],
  );
  const { association: of = '' } = fixture;
  return mismatches.length === 0 ? undefined : { kind: 'fixture-mismatched', of, mismatches };
}

/** Models that are neither set nor shown: nothing can be looked up by them. */
function whyUnknown(
  { sourceModel, targetModel }: ModelAssociation,
  answer: Answer,
  missing: boolean,
): Ending | undefined {
  const settings = [
    ...(sourceModel === '' ? ['CMDB_OBJ_ID'] : []),
    ...(targetModel === '' ? ['CMDB_ASST_OBJ_ID'] : []),
  ];
  if (settings.length === 0) return undefined;
  if (missing) return { kind: 'fixture-wrong', settings: ['CMDB_OBJ_ASST_ID'] };
  return { kind: 'fixture-lacking', settings, why: whyNotShown(answer) };
}

/** Why an answer shows no model association as it has to be. */
function whyNotShown(answer: Answer): Extract<Ending, { kind: 'fixture-lacking' }>['why'] {
  switch (answer.kind) {
    case 'refused':
      return { kind: 'lookup-refused', endpoint: SHOWS, said: answer.said };
    case 'accepted':
      return {
        kind: 'lookup-unreadable',
        endpoint: SHOWS,
        members: [ASSOCIATION, 'bk_obj_id', 'bk_asst_obj_id'],
      };
    case 'broken':
    case 'malformed':
    case 'none':
      return answer.why;
  }
}

/** Built-in models whose instances are not given: nobody can make them. */
function whyUnmade(
  { sourceModel, targetModel }: ModelAssociation,
  { source, target }: Fixture,
): Ending | undefined {
  const lacking = [
    ['CMDB_INST_ID', sourceModel, source],
    ['CMDB_ASST_INST_ID', targetModel, target],
  ] as const;
  const builtIn = lacking.filter(([, model, given]) => given === undefined && isBuiltIn(model));
  const [first] = builtIn;
  if (first === undefined) return undefined;
  const settings = builtIn.map(([setting]) => setting);
  return { kind: 'fixture-lacking', settings, why: { kind: 'built-in', of: first[1] } };
}
