import { json, page, redirect, standingBefore } from '../alterations/standing-before.js';
import { always } from '../alterations/where.js';
import type { Call, Reply } from '../call.js';
import { CMDB_AWAY } from './cmdb-away.js';
import type { Variant } from './variant.js';

/** What answers where the API does not: nothing of it is seen, and there is nothing to judge. */
export const STRANGERS: readonly Variant[] = [
  stranger('redirects-to-https', 'Redirects everything to https://.', ['301', 'https://paas'], () =>
    redirect(301, 'https://paas.example.com/'),
  ),
  stranger('redirects-to-a-login', 'Redirects everything to a login.', ['302', '/login/'], () =>
    redirect(302, 'https://paas.example.com/login/?c_url=%2Fapi%2F'),
  ),
  stranger(
    'redirects-with-308',
    'Redirects everything, method and body too.',
    ['308'],
    ({ path }) => redirect(308, `//cmdb.example.com${path}`),
  ),
  stranger('login-page', 'Shows a login page, with HTTP 200.', ['200', 'Sign in'], () =>
    page(200, 'Sign in | BlueKing'),
  ),
  stranger('proxy-not-found', 'A proxy before it has no such path.', ['404', 'nginx'], () =>
    page(404, '404 Not Found (nginx)'),
  ),
  stranger('firewall-blocks', 'A firewall blocks everything.', ['403', 'blocked'], () =>
    page(403, 'Your request has been blocked'),
  ),
  stranger(
    'proxy-wants-a-login',
    'A proxy before it wants a login.',
    ['401', 'Authorization'],
    () => page(401, 'Authorization Required', { 'WWW-Authenticate': 'Basic realm="ops"' }),
  ),
  stranger('plain-http-at-tls', 'Is a port that speaks TLS, asked without it.', ['TLS'], () =>
    page(400, '400 The plain HTTP request was sent to HTTPS port'),
  ),
  stranger('another-service', 'Another service answers, in JSON.', ['another service'], () =>
    json(200, { status: 'UP', groups: ['liveness', 'readiness'] }),
  ),
  stranger('another-service-not-found', 'Another service has no such path.', ['404'], ({ path }) =>
    json(404, { timestamp: '2024-05-06T07:08:09Z', status: 404, error: 'Not Found', path }),
  ),
  stranger(
    'another-service-empty',
    'Another service takes everything, without a word.',
    ['204'],
    () => ({
      status: 204,
      headers: {},
      body: Buffer.alloc(0),
    }),
  ),
  stranger(
    'esb-has-no-such-address',
    'Answers as an ESB does at a wrong address.',
    ['404', 'The content does not exist'],
    () => json(404, { result: false, data: null, message: 'The content does not exist' }),
  ),
  stranger(
    'component-not-found',
    'Answers code 1306404 to everything, as an ESB without these components does.',
    ['1306404'],
    () => json(200, refusal(1306404n, 'Not found, component class not found')),
  ),
  stranger('gateway-has-no-such-api', 'Is a gateway without this API.', ['1640401'], () =>
    json(404, { ...refusal(1640401n, 'API not found'), code_name: 'API_NOT_FOUND' }),
  ),
  {
    id: 'cmdb-is-down',
    does: 'An ESB answers, but the CMDB behind it is away.',
    alter: () => ({ perform: () => CMDB_AWAY }),
    expects: { exit: 3, cause: 'lookups-unusable', names: ['1306201', 'third-party system'] },
  },
  {
    id: 'address-not-allowed',
    does: 'A gateway before it takes no requests from this address.',
    alter: standingBefore(always, () =>
      json(403, {
        ...refusal(1640302n, 'Request rejected by ip restriction'),
        code_name: 'IP_NOT_ALLOWED',
      }),
    ),
    expects: {
      exit: 4,
      cause: 'shut-out',
      names: ['1640302', 'ip restriction', 'allow the address of this machine'],
    },
  },
  {
    id: 'channel-inactive',
    does: 'An ESB whose channel is switched off.',
    alter: standingBefore(always, () =>
      json(200, refusal(1306405n, 'Not found, inactive channel')),
    ),
    expects: {
      exit: 4,
      cause: 'shut-out',
      names: ['1306405', 'inactive channel', 'switch the channel of this component on'],
    },
  },
  stranger('always-bad-gateway', 'A proxy before it never reaches it.', ['502'], () =>
    page(502, '502 Bad Gateway'),
  ),
];

function stranger(
  id: string,
  does: string,
  told: readonly string[],
  make: (call: Call) => Reply,
): Variant {
  return {
    id,
    does,
    alter: standingBefore(always, make),
    expects: { exit: 4, cause: 'not-the-api', names: ['CMDB_BASE_URL', ...told] },
  };
}

function refusal(code: bigint, message: string): Readonly<Record<string, unknown>> {
  return { result: false, code, message, data: null };
}
