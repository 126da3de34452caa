import type { Alteration, Where } from '../alterations/alteration.js';
import { hasPlaceFor, valueAt } from '../alterations/reading.js';
import type { MemberPath } from '../alterations/reading.js';
import { storeUnchecked, wantedIn } from '../alterations/storing.js';
import type { Call, Outcome } from '../call.js';
import { isRefusal, refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Defect } from './defect.js';
import { REQUIRED_MEMBERS } from './members.js';
import { SAYS } from './sentences.js';

/** True where the member is absent or null, and nothing above it is. */
function lacks(call: Call, path: MemberPath): boolean {
  const { members } = call;
  return hasPlaceFor(members, path) && (valueAt(members, path) ?? null) === null;
}

function createAnyway(where: (call: Call, outcome: Outcome) => boolean): Defect['alter'] {
  return (sound) => ({
    perform: (call) => {
      const outcome = sound.perform(call);
      if (where(call, outcome)) storeUnchecked(wantedIn(call), call);
      return outcome;
    },
  });
}

/** What this server says of a wrong secret. */
function credentialRefusal({ members }: Call): Refusal {
  return refuse(
    'credentials',
    1306000,
    `APP Secret verification failed, pelase confirm if the APP Secret and APP Code [bk_app_code=${String(members['bk_app_code'])}] match`,
  );
}

/** Answers refusals of parameters as if the credentials were bad. */
function blameCredentials(where: Where): Defect['alter'] {
  return (sound) => ({
    checkMembers: (members, call) => {
      const checked = sound.checkMembers(members, call);
      return isRefusal(checked) && where(call) ? credentialRefusal(call) : checked;
    },
  });
}

const isAddRefused = ({ component }: Call, { refusal }: Outcome): boolean =>
  component === 'add_instance_association' && refusal?.refused === 'parameter';

/** Answers all that is wrong with the parameters, and all that the store has to say, so. */
const blameSecret: Alteration = (sound) => ({
  checkMembers: (members, call) => {
    const checked = sound.checkMembers(members, call);
    return isRefusal(checked) ? credentialRefusal(call) : checked;
  },
  admit: (wanted, call) =>
    sound.admit(wanted, call) === undefined ? undefined : credentialRefusal(call),
});

/** Creates five associations and no more. */
const fiveOnly: Alteration = (sound) => {
  let created = 0;
  return {
    checkMembers: (members, call) =>
      created < 5
        ? sound.checkMembers(members, call)
        : refuse('parameter', 1199006, 'Deserializing JSON data failed'),
    create: (wanted, call) => {
      created += 1;
      return sound.create(wanted, call);
    },
  };
};

/** Refused in words, but created all the same; and refused for the wrong reason. */
export const REFUSALS: readonly Defect[] = [
  {
    id: 'all-blamed-on-the-secret',
    does: 'Refuses wrong parameters, and what does not exist, as it refuses a wrong secret.',
    breaks: SAYS.message,
    requirement: 'request.bk_inst_id.required',
    alter: blameSecret,
  },
  ...REQUIRED_MEMBERS.flatMap(({ name, slug, path, breaks }): Defect[] => [
    {
      id: `${slug}-missing-refused-but-created`,
      does: `Refuses a request without ${name} in words, but creates an association.`,
      breaks,
      requirement: `request.${name}.required`,
      alter: createAnyway((call, outcome) => isAddRefused(call, outcome) && lacks(call, path)),
    },
    {
      id: `${slug}-missing-blamed-on-credentials`,
      does: `Refuses a request without ${name} with the words for a wrong secret.`,
      breaks,
      requirement: `request.${name}.required`,
      alter: blameCredentials((call) => lacks(call, path)),
    },
    {
      id: `${slug}-type-refused-but-created`,
      does: `Refuses a wrong type of ${name} in words, but creates an association.`,
      breaks,
      requirement: `request.${name}.type`,
      alter: createAnyway(
        (call, outcome) =>
          isAddRefused(call, outcome) &&
          outcome.refusal?.message.includes(`${name} must be`) === true,
      ),
    },
  ]),
  {
    id: 'types-blamed-on-credentials',
    does: 'Refuses every parameter of a wrong type with the words for a wrong secret.',
    breaks: SAYS.source,
    requirement: 'request.bk_inst_id.type',
    alter: (sound) => ({
      checkMembers: (members, call) => {
        const checked = sound.checkMembers(members, call);
        return isRefusal(checked) && checked.message.includes('must be')
          ? credentialRefusal(call)
          : checked;
      },
    }),
  },
  {
    id: 'parameters-blamed-on-credentials',
    does: 'Refuses every wrong parameter with the words for a wrong secret.',
    breaks: SAYS.association,
    requirement: 'request.bk_obj_asst_id.required',
    alter: blameCredentials(() => true),
  },
  {
    id: 'everything-refused',
    does: 'Refuses every creation for its parameters, the valid ones too.',
    breaks: SAYS.function,
    requirement: 'response.result.meaning',
    alter: () => ({
      checkMembers: () => refuse('parameter', 1199006, 'Deserializing JSON data failed'),
    }),
  },
  {
    id: 'everything-refused-from-the-sixth-creation-on',
    does: 'Creates five associations, then refuses every creation for its parameters.',
    breaks: SAYS.function,
    requirement: 'response.result.meaning',
    alter: fiveOnly,
  },
];
