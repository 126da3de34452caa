import { credentialOf } from '../binding/binding.js';
import type { Text } from '../text.js';
import type { ObservationCase } from './case.js';
import type { Fault } from './faults.js';
import type { Subject } from './subject.js';

/** What the documents leave open about who asks: two identities at once, and cookies. */
export function observedIdentities(subject: Subject): ObservationCase[] {
  return [...twoIdentities(subject), ...cookies(subject)];
}

/** One of the two identities has to be valid; what a bad one beside a good one does is observed. */
function twoIdentities({ binding }: Subject): ObservationCase[] {
  const user = credentialOf(binding, 'user');
  const token = credentialOf(binding, 'token');
  const both = (at: string, fault: Fault, title: Text): ObservationCase => ({
    kind: 'observation',
    id: `bad-auth.both identities.${at} ${fault}`,
    category: 'bad-auth',
    title,
    requirements: [],
    changes: [{ at, fault }],
    identity: 'both',
    needs: [user.variable, token.variable],
  });
  return [
    both(token.name, 'wrong', {
      en: 'a bad token beside a valid user name',
      zh: `${user.name} 有效而 ${token.name} 错误`,
    }),
    both(user.name, 'of another user', {
      en: 'a valid token beside another user name',
      zh: `${token.name} 有效而 ${user.name} 为他人`,
    }),
  ];
}

/** That a credential is taken from a cookie is observed, not judged. */
function cookies({ binding }: Subject): ObservationCase[] {
  return binding.credentials.flatMap(({ name, cookie, variable }) =>
    cookie === undefined
      ? []
      : [
          {
            kind: 'observation',
            id: `bad-auth.${name}.as a cookie`,
            category: 'bad-auth',
            title: { en: `${name} as a cookie`, zh: `${name} 放在 Cookie 中` },
            requirements: [],
            changes: [{ at: name, fault: 'absent' }],
            cookie: name,
            identity: 'token',
            needs: [variable],
          },
        ],
  );
}
