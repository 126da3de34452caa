import type { Alteration, Where } from '../alterations/alteration.js';
import { json, standingBefore } from '../alterations/standing-before.js';
import { always, asking } from '../alterations/where.js';
import { refuse } from '../refusal.js';
import type { Expected, Variant } from './variant.js';

const ADD = asking('add_instance_association');
const FIND = asking('find_instance_association');
const MAKE = asking('create_inst');
const DELETE = asking('delete_instance_association');

/** What CMDB's permission service asks to be applied for. */
const EDIT = { id: 'edit_comobj_15', name: '实例编辑' } as const;

const lacking = (...names: readonly string[]): Expected => ({
  exit: 4,
  cause: 'permission',
  names,
});

/** Permissions that this app or this user has not: a matter of configuration. */
export const PERMISSIONS: readonly Variant[] = [
  {
    id: 'component-permission-lacking',
    does: 'The app may not call add_instance_association.',
    alter: withoutComponent(ADD),
    expects: lacking('1306403', 'BK_APP_CODE'),
  },
  {
    id: 'component-permission-lacking-for-all',
    does: 'The app may not call any of the components.',
    alter: withoutComponent(always),
    expects: lacking('1306403', 'BK_APP_CODE'),
  },
  {
    id: 'gateway-permission-lacking',
    does: 'The app may not call the API of the gateway.',
    alter: standingBefore(always, () =>
      json(403, {
        result: false,
        code: 1640301n,
        code_name: 'APP_NO_PERMISSION',
        message: 'App has no permission to the resource',
        data: null,
      }),
    ),
    expects: lacking('1640301', 'App has no permission', 'BK_APP_CODE'),
  },
  {
    id: 'user-may-not-edit',
    does: 'The user may neither edit nor make instances.',
    alter: withoutAction((call) => ADD(call) || MAKE(call)),
    expects: lacking('9900403', EDIT.name),
  },
  {
    id: 'user-may-not-edit-unnamed',
    does: 'The user may not edit instances; which permission that takes is not told.',
    alter: withoutAction(ADD, []),
    expects: lacking('9900403'),
  },
  {
    id: 'user-may-not-look',
    does: 'The user may not look associations up.',
    alter: withoutAction(FIND),
    expects: lacking('9900403', EDIT.name),
  },
  {
    id: 'user-may-not-make-instances',
    does: 'The user may not make instances, but associate those that are there.',
    alter: withoutAction(MAKE),
    expects: { exit: 0, cause: 'none-made', names: ['create_inst', '9900403'] },
  },
  {
    id: 'user-may-not-remove',
    does: 'The user may associate instances, but not remove an association.',
    alter: withoutAction(DELETE),
    expects: lacking('9900403', EDIT.name),
  },
];

/** Refuses a verified app, as the ESB does. */
function withoutComponent(where: Where): Alteration {
  return (sound) => ({
    perform: (call) =>
      where(call)
        ? {
            refusal: refuse(
              'credentials',
              1306403,
              `APP permission is insufficient, APP has no permission to access the component (${call.component ?? ''}) of the system (CC). The APP manager can go to the Developer Center and apply for permission to access the component`,
            ),
          }
        : sound.perform(call),
  });
}

/** Refuses a verified user before anything is looked at, as CMDB does that asks its permission service. */
function withoutAction(where: Where, actions: readonly unknown[] = [EDIT]): Alteration {
  return (sound) => ({
    perform: (call) =>
      where(call)
        ? { refusal: refuse('state', 9900403, 'Do not have access permission.') }
        : sound.perform(call),
    envelope: (outcome, call) => ({
      ...sound.envelope(outcome, call),
      ...(outcome.refusal?.code === 9900403
        ? { permission: { system_id: 'bk_cmdb', system_name: '配置平台', actions } }
        : {}),
    }),
  });
}
