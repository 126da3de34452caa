import type { Observed } from '../../record/record.js';
import type { Text } from '../../text.js';
import type { About } from './about.js';
import { problemSentence } from './problem.js';
import { quoteSaid } from './said.js';

/** What a server did with a request that has no verdict, without a full stop. */
export function observedSentence(observed: Observed, about: About): Text {
  const status = observed.status === undefined ? '' : ` (HTTP ${observed.status})`;
  switch (observed.did) {
    case 'accepted':
      return { en: `accepted${status}`, zh: `接受${status}` };
    case 'refused': {
      const { en, zh } = quoteSaid(observed.said);
      return { en: `refused with ${en}${status}`, zh: `拒绝，${zh}${status}` };
    }
    case 'other': {
      const { en, zh } = problemSentence(observed.problem, about);
      return { en: `${en}${status}`, zh: `${zh}${status}` };
    }
  }
}
