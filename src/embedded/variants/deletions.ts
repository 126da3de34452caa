import type { Alteration } from '../alterations/alteration.js';
import { asking } from '../alterations/where.js';
import type { Call } from '../call.js';
import { member } from '../json.js';
import { ESB, refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Variant } from './variant.js';

const isAsked = asking('delete_instance_association');

/** An ESB that got CMDB's own text for a path that CMDB does not have. */
function pageNotFound(): Refusal {
  return refuse(
    'state',
    ESB.common,
    'Request interface error, the response content is not a json string: 404: Page Not Found',
  );
}

/** Serves deletions for one method only, or for none. */
function servedFor(method: string | undefined): Alteration {
  return (sound) => ({
    route: (call) => {
      if (!isAsked(call)) return sound.route(call);
      const { received } = call;
      return received.method === method
        ? sound.route({ ...call, received: { ...received, method: 'POST' } })
        : undefined;
    },
  });
}

/** Deletes what `find` says for a call, in place of what the call says. */
function deleting(find: (call: Call) => bigint | undefined): Alteration {
  return (sound) => ({
    perform: (call) => {
      if (!isAsked(call)) return sound.perform(call);
      const id = find(call);
      if (id === undefined) return { refusal: pageNotFound() };
      const model = call.site.world.rows.get(id)?.bk_obj_id ?? 'bk_switch';
      call.members = { ...call.members, bk_obj_id: model };
      return sound.perform(call);
    },
  });
}

/** Servers that want to be asked for a deletion in another way, or know none. */
export const DELETIONS: readonly Variant[] = [
  {
    id: 'deletion-wants-delete',
    does: 'Serves the deletion of an association for the method DELETE only.',
    alter: servedFor('DELETE'),
  },
  {
    id: 'deletion-without-model',
    does: 'Deletes an association by its id alone, and finds no path where a model is named.',
    alter: deleting(({ members }) => {
      const id = member(members, 'id');
      return member(members, 'bk_obj_id') === undefined && typeof id === 'bigint' ? id : undefined;
    }),
  },
  {
    id: 'deletion-not-served',
    does: 'Has no component that deletes an association.',
    alter: servedFor(undefined),
    expects: { exit: 2, cause: 'no-removal', names: ['delete_instance_association', '1306404'] },
  },
  {
    id: 'deletion-mapped-to-another-release',
    does: 'An ESB that maps the deletion to a path which the CMDB behind it does not have.',
    alter: deleting(() => undefined),
    expects: { exit: 2, cause: 'no-removal', names: ['1306000', '404: Page Not Found'] },
  },
];
