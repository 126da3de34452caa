import type { Alteration } from '../alterations/alteration.js';
import { asking } from '../alterations/where.js';
import { member } from '../json.js';
import { CMDB_PARAMETER, ESB, refuse } from '../refusal.js';
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

/** One generation of the ESB makes and removes no instances without a supplier account. */
const needsAccount: Alteration = (sound) => {
  const [creates, deletes] = [asking('create_inst'), asking('delete_inst')];
  const message = 'Parameters error, param bk_supplier_account is required';
  return {
    perform: (call) =>
      (creates(call) || deletes(call)) && member(call.members, 'bk_supplier_account') === undefined
        ? { refusal: refuse('parameter', ESB.argument, message) }
        : sound.perform(call),
  };
};

/** Nothing of a fixture is set. */
const NOTHING = {
  CMDB_OBJ_ASST_ID: '',
  CMDB_OBJ_ID: '',
  CMDB_ASST_OBJ_ID: '',
  CMDB_INST_ID: '',
  CMDB_ASST_INST_ID: '',
  CMDB_BIZ_ID: '',
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
    id: 'association-alone-set',
    does: 'Of the fixture, the model association alone is set; its models require attributes.',
    alter: unchanged,
    settings: { ...NOTHING, CMDB_OBJ_ASST_ID: 'bk_load_balance_connect_bk_router' },
  },
  {
    id: 'target-instance-alone-set',
    does: 'Of the two instances, only that of a built-in model is set.',
    alter: unchanged,
    settings: {
      ...NOTHING,
      CMDB_OBJ_ASST_ID: 'bk_switch_connect_host',
      CMDB_ASST_INST_ID: '402',
    },
    expects: { exit: 0, cause: 'none-made', names: ['host'] },
  },
  {
    id: 'built-in-instance-unset',
    does: 'The instance of a built-in model, which can’t be made, is not set.',
    alter: unchanged,
    settings: { ...NOTHING, CMDB_OBJ_ASST_ID: 'bk_switch_connect_host' },
    expects: wrong('fixture-lacking', 'CMDB_ASST_INST_ID', 'host'),
  },
  {
    id: 'fixture-auto',
    does: 'Nothing of the fixture is set, and what the suite proposes is taken.',
    alter: unchanged,
    settings: { ...NOTHING, CMDB_FIXTURE: 'auto' },
    expects: { exit: 0, cause: 'fixture-proposed', names: ['bk_switch_default_bk_router'] },
  },
  {
    id: 'fixture-unset',
    does: 'Nothing of the fixture is set.',
    alter: unchanged,
    settings: NOTHING,
    expects: wrong('fixture-proposed', 'CMDB_OBJ_ASST_ID', 'bk_switch_default_bk_router'),
  },
  {
    id: 'supplier-account-required',
    does: 'Instances are made and removed only with bk_supplier_account, as one ESB has it.',
    alter: needsAccount,
  },
  {
    id: 'none-made',
    does: 'No instances can be made; those of the settings can be associated.',
    alter: makesNone,
    expects: { exit: 0, cause: 'none-made', names: ['create_inst', 'asset_id'] },
  },
];
