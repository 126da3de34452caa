import type { Alteration, Where } from '../alterations/alteration.js';
import { reply } from '../alterations/answering.js';
import { json, page, standingBefore } from '../alterations/standing-before.js';
import {
  always,
  asking,
  beyond,
  everyNth,
  onceFor,
  onlyNth,
  onSuccess,
} from '../alterations/where.js';
import { CMDB_AWAY } from './cmdb-away.js';
import type { Expected, Variant } from './variant.js';

const healed = (status: number): Expected => ({
  exit: 0,
  cause: 'healed',
  names: [String(status)],
});

const SLOWER: Expected = { exit: 0, cause: 'rate-limited', names: ['CMDB_MAX_RATE'] };

const restartingBehindAnEsb: Alteration = (sound) => {
  const isAway = onceFor(900, 300, always);
  return { perform: (call) => (isAway(call) ? CMDB_AWAY : sound.perform(call)) };
};

/** What stands before the API does not let everything through, now and then. */
export const WEATHER: readonly Variant[] = [
  {
    id: 'gateway-away-for-a-second',
    does: 'A gateway before it restarts in the middle of a run: 503 for a while, with Retry-After.',
    alter: standingBefore({ counted: () => onceFor(700, 300, always) }, () =>
      page(503, '503 Service Temporarily Unavailable', { 'Retry-After': '1' }),
    ),
    expects: healed(503),
  },
  {
    id: 'gateway-away-at-first',
    does: 'The gateway before it is still starting when a run begins.',
    alter: standingBefore({ counted: () => onceFor(700, 1, always) }, () =>
      page(503, '503 Service Temporarily Unavailable'),
    ),
    expects: healed(503),
  },
  {
    id: 'api-gateway-cannot-reach-it-for-a-second',
    does: 'The API gateway before it does not reach it for a while, which it says with a code and HTTP 200.',
    alter: standingBefore({ counted: () => onceFor(600, 300, always) }, () =>
      json(200, {
        result: false,
        code: 1650200n,
        code_name: 'BAD_GATEWAY',
        message: 'Bad Gateway [upstream_error="cannot connect to upstream"]',
        data: null,
      }),
    ),
    expects: healed(502),
  },
  {
    id: 'cmdb-restarts-behind-the-esb',
    does: 'The CMDB behind an ESB restarts in the middle of a run.',
    alter: restartingBehindAnEsb,
    expects: healed(502),
  },
  {
    id: 'bad-gateway-now-and-then',
    does: 'A proxy before it does not reach it every 250th time.',
    alter: standingBefore({ counted: () => everyNth(250, always) }, () =>
      page(502, '502 Bad Gateway'),
    ),
    expects: healed(502),
  },
  {
    id: 'time-out-of-a-deletion',
    does: 'A proxy before it gives up on one deletion, which is done all the same.',
    alter: givenUpOn(3, asking('delete_instance_association')),
    expects: healed(504),
  },
  {
    id: 'time-out-of-a-lookup',
    does: 'A proxy before it gives up on a lookup.',
    alter: givenUpOn(40, asking('find_instance_association')),
    expects: healed(504),
  },
  {
    id: 'time-out-of-a-creation',
    does: 'A proxy before it gives up on one creation, which is done all the same.',
    alter: givenUpOn(20, onSuccess),
    expects: healed(504),
  },
  {
    id: 'time-out-of-an-instance',
    does: 'A proxy before it gives up on one instance, which is made all the same.',
    alter: givenUpOn(5, asking('create_inst')),
    expects: { exit: 0, cause: 'none-made', names: ['create_inst', '504'] },
  },
  {
    id: 'limits-with-a-503-page',
    does: 'A gateway before it limits how fast requests may come, with a page and HTTP 503.',
    alter: standingBefore({ counted: () => beyond(400, 500) }, () =>
      page(503, '503 Service Temporarily Unavailable'),
    ),
    expects: { ...healed(503), names: ['503', 'CMDB_MAX_RATE'] },
  },
  {
    id: 'limits-with-a-429-page',
    does: 'A gateway before it limits how fast requests may come, with HTTP 429 and Retry-After.',
    alter: standingBefore({ counted: () => beyond(400, 500) }, () =>
      page(429, '429 Too Many Requests', { 'Retry-After': '1' }),
    ),
    expects: SLOWER,
  },
  {
    id: 'limits-as-the-gateway',
    does: 'The API gateway before it limits how fast one app may ask, with a code of its own.',
    alter: standingBefore({ counted: () => beyond(400, 500) }, () =>
      json(429, {
        result: false,
        code: 1642902n,
        code_name: 'RATE_LIMIT_RESTRICTION',
        message: 'API rate limit exceeded by stage strategy',
        data: null,
      }),
    ),
    expects: SLOWER,
  },
  {
    id: 'away-for-a-second',
    does: 'Takes no connection for a second in the middle of a run.',
    alter: leaving(300, 900),
    expects: { exit: 0, cause: 'unstable' },
  },
];

/** Answers a time-out in the place of an answer, once the API has done what was asked. */
function givenUpOn(nth: number, where: Where): Alteration {
  return reply({ counted: () => onlyNth(nth, where) }, () => page(504, '504 Gateway Time-out'));
}

/** Goes away for some milliseconds after so many calls. */
function leaving(calls: number, milliseconds: number): Alteration {
  return (sound) => {
    const isTime = onlyNth(calls, always);
    return {
      before: (call) => {
        if (isTime(call)) call.site.leave(milliseconds);
        return sound.before(call);
      },
    };
  };
}
