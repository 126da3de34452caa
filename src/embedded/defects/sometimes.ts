import { readingAs } from '../alterations/reading.js';
import type { Alteration } from '../alterations/alteration.js';
import { storeUnchecked } from '../alterations/storing.js';
import { isAdd } from '../alterations/where.js';
import { isFalsy } from '../json.js';
import type { Members } from '../json.js';
import { isRefusal } from '../refusal.js';
import type { Wanted } from '../world.js';
import type { Defect } from './defect.js';
import { SAYS } from './sentences.js';

/** Which identities a request carries. */
type By = (members: Members) => boolean;

const byToken: By = ({ bk_token, bk_username }) => !isFalsy(bk_token) && isFalsy(bk_username);
const byBoth: By = ({ bk_token, bk_username }) => !isFalsy(bk_token) && !isFalsy(bk_username);

/** Checks neither app nor secret of the requests that carry some identity, where both are there. */
function appUnchecked(by: By, member: 'bk_app_code' | 'bk_app_secret'): Alteration {
  return (sound) => ({
    verifyApp: (given, call) => {
      const refusal = sound.verifyApp(given, call);
      const right = [...call.site.registry.apps].some(([code, { secret }]) =>
        member === 'bk_app_secret' ? code === given.bk_app_code : secret === given.bk_app_secret,
      );
      const isLet = isAdd(call) && by(call.members) && right && typeof given[member] === 'string';
      return isLet && !isFalsy(given[member]) ? undefined : refusal;
    },
  });
}

/** Reads a member as another value where a request carries some identity. */
function coercingFor(by: By, coerce: Alteration): Alteration {
  return (sound) => {
    const { decode = sound.decode } = coerce(sound);
    return {
      decode: (call) => {
        const members = sound.decode(call);
        return isRefusal(members) || !by(members) ? members : decode(call);
      },
    };
  };
}

/** Takes something that there is not for existing where a test holds. */
function letting(code: number, test: (wanted: Wanted) => boolean): Alteration {
  return (sound) => ({
    admit: (wanted, call) => {
      const refusal = sound.admit(wanted, call);
      return refusal?.code === code && test(wanted) ? undefined : refusal;
    },
    create: (wanted, call) => storeUnchecked(wanted, call).id,
  });
}

/** Goes by a name that only begins like that of an association, or that begins with it. */
function associationBy(isMeant: (name: string, sent: string) => boolean): Alteration {
  return (sound) => ({
    checkMembers: (members, call) => {
      const { bk_obj_asst_id: sent } = members;
      const names = [...call.site.world.associations.keys()];
      if (typeof sent !== 'string' || sent === '' || names.includes(sent)) {
        return sound.checkMembers(members, call);
      }
      const name = names.find((one) => isMeant(one, sent)) ?? sent;
      return sound.checkMembers({ ...members, bk_obj_asst_id: name }, call);
    },
  });
}

/** Answers the next id where a pair is associated already, and stores nothing under it. */
const idOfNothing: Alteration = (sound) => {
  const repeated = new WeakSet<Wanted>();
  return {
    admit: (wanted, call) => {
      const refusal = sound.admit(wanted, call);
      if (refusal?.code !== 1199014) return refusal;
      repeated.add(wanted);
      return undefined;
    },
    create: (wanted, call) =>
      repeated.has(wanted) ? sound.nextRowId(call.site.world) : sound.create(wanted, call),
  };
};

/** Takes the first association of a pair away where it refuses another. */
const exchangedForNothing: Alteration = (sound) => ({
  admit: (wanted, call) => {
    const refusal = sound.admit(wanted, call);
    for (const row of refusal?.code === 1199014 ? call.site.world.rows.values() : []) {
      const { bk_obj_asst_id: association, bk_inst_id: source, bk_asst_inst_id: target } = row;
      const isSame = association === wanted.association && source === wanted.source;
      if (isSame && target === wanted.target) sound.remove(row, call);
    }
    return refusal;
  },
});

/** Faults that come by one identity only, or with some values of the right type only. */
export const SOMETIMES: readonly Defect[] = [
  {
    id: 'bk-app-secret-unchecked-by-bk-token',
    does: 'Checks no secret where the user is known by a login state alone.',
    breaks: SAYS.appSecret,
    requirement: 'auth.bk_app_secret.verified',
    alter: appUnchecked(byToken, 'bk_app_secret'),
  },
  {
    id: 'bk-app-code-unchecked-by-both-identities',
    does: 'Checks no app code where both identities are there.',
    breaks: SAYS.appCode,
    requirement: 'auth.bk_app_code.verified',
    alter: appUnchecked(byBoth, 'bk_app_code'),
  },
  {
    id: 'metadata-absent-accepted-by-bk-token',
    does: 'Requires no metadata where the user is known by a login state alone.',
    breaks: SAYS.metadata,
    requirement: 'request.metadata.required',
    alter: coercingFor(
      byToken,
      readingAs(
        ['metadata'],
        (value) => value === undefined,
        () => ({ label: { bk_biz_id: '2' } }),
      ),
    ),
  },
  {
    id: 'bk-inst-id-from-numeric-string-by-both-identities',
    does: 'Accepts a string of digits as bk_inst_id where both identities are there.',
    breaks: SAYS.source,
    requirement: 'request.bk_inst_id.type',
    alter: coercingFor(
      byBoth,
      readingAs(
        ['bk_inst_id'],
        (value) => typeof value === 'string' && /^[0-9]{1,18}$/.test(value),
        (value) => BigInt(String(value)),
      ),
    ),
  },
  {
    id: 'association-by-its-beginning',
    does: 'Takes the beginning of the id of a model association for the whole.',
    breaks: SAYS.association,
    requirement: 'request.bk_obj_asst_id.exists',
    alter: associationBy((name, sent) => name.startsWith(sent)),
  },
  {
    id: 'association-with-more-behind-it',
    does: 'Takes anything that begins with the id of a model association for that.',
    breaks: SAYS.association,
    requirement: 'request.bk_obj_asst_id.exists',
    alter: associationBy((name, sent) => sent.startsWith(name)),
  },
  {
    id: 'association-in-other-case',
    does: 'Ignores the letter case of the id of a model association.',
    breaks: SAYS.association,
    requirement: 'request.bk_obj_asst_id.exists',
    alter: associationBy((name, sent) => name.toLowerCase() === sent.toLowerCase()),
  },
  {
    id: 'association-trimmed',
    does: 'Ignores spaces behind the id of a model association.',
    breaks: SAYS.association,
    requirement: 'request.bk_obj_asst_id.exists',
    alter: associationBy((name, sent) => name === sent.trimEnd()),
  },
  {
    id: 'negative-source-accepted',
    does: 'Looks for source instances with a positive id only.',
    breaks: SAYS.source,
    requirement: 'request.bk_inst_id.exists',
    alter: letting(1101073, ({ source }) => source < 0n),
  },
  {
    id: 'large-missing-target-accepted',
    does: 'Does not look for a target instance whose id is above 2^53.',
    breaks: SAYS.target,
    requirement: 'request.bk_asst_inst_id.exists',
    alter: letting(1101074, ({ target }) => target > 9007199254740992n),
  },
  {
    id: 'repeated-pair-answered-with-an-id-of-nothing',
    does: 'Answers a new id where a pair is associated already, and stores nothing under it.',
    breaks: SAYS.id,
    requirement: 'response.data.id.identity',
    alter: idOfNothing,
  },
  {
    id: 'repeated-pair-refused-and-taken-away',
    does: 'Refuses a pair that is associated already, and removes its association.',
    breaks: SAYS.function,
    requirement: 'effect.created',
    alter: exchangedForNothing,
  },
];
