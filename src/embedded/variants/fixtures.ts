import type { Alteration } from '../alterations/alteration.js';
import { asking } from '../alterations/where.js';
import { CMDB_PARAMETER, refuse } from '../refusal.js';
import type { Expected, Variant } from './variant.js';

const unchanged: Alteration = () => ({});

/** Makes no instances, as on a target whose models take more than a name. */
const makesNone: Alteration = (sound) => {
  const isAsked = asking('create_inst');
  return {
    perform: (call) =>
      isAsked(call)
        ? { refusal: refuse('state', CMDB_PARAMETER.missing, 'parameter asset_id is required') }
        : sound.perform(call),
  };
};

/** A pair that is associated already. */
const TAKEN = { CMDB_INST_ID: '101', CMDB_ASST_INST_ID: '201' } as const;

/** A model association that leaves no room: one router has one switch at most. */
const NO_ROOM = {
  CMDB_OBJ_ASST_ID: 'bk_switch_run_bk_firewall',
  CMDB_ASST_OBJ_ID: 'bk_firewall',
  CMDB_INST_ID: '101',
  CMDB_ASST_INST_ID: '302',
} as const;

const wrong = (cause: string, ...names: readonly string[]): Expected => ({ exit: 2, cause, names });

/** Fixtures that are wrong, or in use: a matter of configuration, which lookups show. */
export const FIXTURES: readonly Variant[] = [
  {
    id: 'association-unknown',
    does: 'CMDB_OBJ_ASST_ID names no model association.',
    alter: unchanged,
    settings: { CMDB_OBJ_ASST_ID: 'bk_switch_uplink_bk_router' },
    expects: wrong('fixture-wrong', 'CMDB_OBJ_ASST_ID', '1101046'),
  },
  {
    id: 'association-unknown-none-made',
    does: 'CMDB_OBJ_ASST_ID names no model association, and no instances can be made.',
    alter: makesNone,
    settings: { CMDB_OBJ_ASST_ID: 'bk_switch_uplink_bk_router' },
    expects: wrong('fixture-wrong', 'CMDB_OBJ_ASST_ID', '1101046'),
  },
  {
    id: 'instances-swapped',
    does: 'CMDB_INST_ID and CMDB_ASST_INST_ID are of each other’s model.',
    alter: unchanged,
    settings: { CMDB_INST_ID: '202', CMDB_ASST_INST_ID: '102' },
    expects: wrong('fixture-wrong', 'CMDB_INST_ID', 'CMDB_ASST_INST_ID'),
  },
  {
    id: 'source-is-gone',
    does: 'CMDB_INST_ID names an instance that was removed.',
    alter: unchanged,
    settings: { CMDB_INST_ID: '103' },
    expects: wrong('fixture-wrong', 'CMDB_INST_ID', '1101073'),
  },
  {
    id: 'source-is-gone-none-made',
    does: 'CMDB_INST_ID names an instance that was removed, and no instances can be made.',
    alter: makesNone,
    settings: { CMDB_INST_ID: '103' },
    expects: { exit: 3, cause: 'fixture-doubtful', names: ['CMDB_INST_ID', '1101073'] },
  },
  {
    id: 'models-swapped',
    does: 'CMDB_OBJ_ID and CMDB_ASST_OBJ_ID are swapped.',
    alter: unchanged,
    settings: { CMDB_OBJ_ID: 'bk_router', CMDB_ASST_OBJ_ID: 'bk_switch' },
    expects: { exit: 0, cause: 'fixture-mismatched', names: ['CMDB_OBJ_ID', 'CMDB_ASST_OBJ_ID'] },
  },
  {
    id: 'models-of-another-association',
    does: 'CMDB_OBJ_ID and CMDB_ASST_OBJ_ID are not the models of CMDB_OBJ_ASST_ID.',
    alter: unchanged,
    settings: { CMDB_OBJ_ID: 'bk_firewall', CMDB_ASST_OBJ_ID: 'host' },
    expects: wrong('fixture-mismatched', 'CMDB_OBJ_ID', 'bk_switch'),
  },
  {
    id: 'pair-taken',
    does: 'The two instances are associated already.',
    alter: unchanged,
    settings: TAKEN,
    expects: { exit: 0, cause: 'fixture-taken', names: ['CMDB_INST_ID', '1003'] },
  },
  {
    id: 'pair-taken-none-made',
    does: 'The two instances are associated already, and no others can be made.',
    alter: makesNone,
    settings: TAKEN,
    expects: wrong('fixture-taken', 'CMDB_INST_ID', 'CMDB_ASST_INST_ID', '1003'),
  },
  {
    id: 'no-room-none-made',
    does: 'An association of the source leaves no room for another, and no instances can be made.',
    alter: makesNone,
    settings: NO_ROOM,
    expects: wrong('fixture-taken', 'CMDB_INST_ID', '1030'),
  },
  {
    id: 'none-made',
    does: 'No instances can be made; those of the settings can be associated.',
    alter: makesNone,
    expects: { exit: 0, cause: 'none-made', names: ['create_inst', 'asset_id'] },
  },
];
