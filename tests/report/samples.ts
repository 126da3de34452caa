import type { Deviation } from '../../src/record/declaration.js';
import type { Waiver } from '../../src/record/waiver.js';
import type { Ending, LeftReason, Note, Part, Proposed, Taken } from '../../src/record/ending.js';
import type { Lack, Problem, Said } from '../../src/record/problem.js';
import type { Observed } from '../../src/record/record.js';

/** At least one sample of each kind: the compiler misses a kind that has none. */
type SamplesOf<T, Tag extends keyof T> = T[Tag] extends infer K extends string
  ? { readonly [P in K]: readonly [Extract<T, Record<Tag, P>>, ...Extract<T, Record<Tag, P>>[]] }
  : never;

const SAID: Said = {
  code: '1199048',
  message: `no such thing here, says a server that takes its time: ${'and so on, '.repeat(9)}done`,
};
const CODELESS: Said = { message: 'words alone' };
const FAULT = { fault: 'timeout', words: 'no first byte within 10000 ms' } as const;
const REFUSED: Problem = { kind: 'lookup-refused', endpoint: 'find_it', said: SAID };
const ROW = { id: '7001', holds: { member_a: '11', member_b: 'name-b' } };
const OTHER = { id: '7002', holds: { member_a: '12' } };

/** Of each kind of problem. */
export const PROBLEMS: SamplesOf<Problem, 'kind'> = {
  'no-answer': [
    { kind: 'no-answer', ...FAULT },
    { kind: 'no-answer', fault: 'unreachable', words: 'connect ECONNREFUSED' },
  ],
  'too-fast': [{ kind: 'too-fast' }, { kind: 'too-fast', said: SAID }],
  weather: [
    { kind: 'weather', status: 503 },
    { kind: 'weather', status: 429 },
  ],
  'answer-broken': [{ kind: 'answer-broken', fault: 'broken', words: 'bad chunk' }],
  redirected: [
    { kind: 'redirected', status: 302, to: 'https://login.example/' },
    { kind: 'redirected', status: 301 },
  ],
  'not-json': [{ kind: 'not-json', words: 'unexpected character', offset: 4711 }],
  'not-an-object': [{ kind: 'not-an-object' }],
  'no-well-formed-failure': [{ kind: 'no-well-formed-failure', members: ['result', 'code'] }],
  unstable: [
    { kind: 'unstable', fault: 'reset', words: 'ECONNRESET', healed: true },
    { kind: 'unstable', fault: 'reset', words: 'ECONNRESET', healed: false },
  ],
  accepted: [{ kind: 'accepted' }],
  'created-all-the-same': [{ kind: 'created-all-the-same', ids: ['1041', '1042'] }],
  'appeared-later': [{ kind: 'appeared-later', id: '1043' }],
  'appeared-beside': [{ kind: 'appeared-beside', ids: ['1044', '1045'] }],
  'wrong-cause': [{ kind: 'wrong-cause', said: SAID }],
  'twin-not-accepted': [
    { kind: 'twin-not-accepted', said: SAID },
    { kind: 'twin-not-accepted', said: CODELESS },
    { kind: 'twin-not-accepted' },
  ],
  'twin-unanswered': [{ kind: 'twin-unanswered' }],
  'valid-refused': [
    { kind: 'valid-refused', said: SAID },
    { kind: 'valid-refused', said: { code: '9', message: '' } },
  ],
  'identity-refused': [
    { kind: 'identity-refused', settings: ['BK_TOKEN'], said: SAID },
    { kind: 'identity-refused', settings: ['BK_USERNAME'], said: SAID },
    { kind: 'identity-refused', settings: ['CMDB_ONE', 'CMDB_TWO'], said: SAID },
  ],
  permission: [
    { kind: 'permission', said: { code: '1306403', message: 'no component permission' } },
    { kind: 'permission', said: { code: '1640301', message: 'no gateway permission' } },
    { kind: 'permission', said: { code: '9900403', message: 'no access' } },
    { kind: 'permission', said: SAID, actions: ['action-a', 'action-b'] },
    { kind: 'permission', said: CODELESS },
  ],
  'fixture-doubtful': [
    { kind: 'fixture-doubtful', settings: ['CMDB_ONE', 'CMDB_TWO', 'CMDB_THREE'], said: SAID },
  ],
  'ground-held': [{ kind: 'ground-held', said: SAID }],
  'created-without-success': [
    { kind: 'created-without-success', ids: ['1046'] },
    { kind: 'created-without-success', ids: ['1046'], said: SAID },
  ],
  'some-not-accepted': [
    { kind: 'some-not-accepted', refused: 3, of: 8 },
    { kind: 'some-not-accepted', refused: 3, of: 8, said: SAID },
  ],
  'not-created': [{ kind: 'not-created' }],
  'stored-otherwise': [{ kind: 'stored-otherwise', asked: ROW, found: OTHER }],
  'created-more': [{ kind: 'created-more', found: [ROW, OTHER] }],
  vanished: [
    { kind: 'vanished', id: '1047', when: 'before-removal' },
    { kind: 'vanished', id: '1047', when: 'by-the-end' },
    { kind: 'vanished', id: '1047', when: 'beside-another' },
    { kind: 'vanished', id: '1047', when: 'by-a-refusal' },
  ],
  'value-changed': [
    {
      kind: 'value-changed',
      at: 'member_a',
      sent: '9007199254740993',
      found: '9007199254740992',
    },
  ],
  'not-looked-up': [{ kind: 'not-looked-up', why: REFUSED }, { kind: 'not-looked-up' }],
  'lookup-refused': [REFUSED],
  'lookup-unreadable': [
    { kind: 'lookup-unreadable', endpoint: 'find_it', members: ['id', 'member_a'] },
  ],
  'not-made': [
    { kind: 'not-made', endpoint: 'make_it', of: 'model-a', said: SAID },
    { kind: 'not-made', endpoint: 'make_it', of: 'model-a' },
    { kind: 'not-made', endpoint: 'make_it', of: 'model-a', why: { kind: 'weather', status: 504 } },
  ],
  'not-filled': [
    { kind: 'not-filled', of: 'it_is', at: 'member_a', type: 'enumquote' },
    { kind: 'not-filled', of: 'it_is', at: 'member_a', type: 'singlechar', rule: '^z$' },
  ],
  'none-free': [{ kind: 'none-free', ids: ['71', '72'] }],
  'none-fits': [{ kind: 'none-fits', endpoint: 'find_it', seen: 5 }],
  'built-in': [{ kind: 'built-in', of: 'it_is' }],
  'id-missing': [{ kind: 'id-missing' }],
  'id-unknown': [
    { kind: 'id-unknown', id: '1048', found: ['1049', '1050'] },
    { kind: 'id-unknown', id: '1048', found: [] },
  ],
  'id-in-use': [{ kind: 'id-in-use', id: '1051' }],
  'id-given-again': [{ kind: 'id-given-again', id: '1052' }],
  'ids-equal': [{ kind: 'ids-equal', ids: ['1053', '1053'] }],
  'member-missing': [{ kind: 'member-missing', at: 'data.id' }],
  'wrong-type': [{ kind: 'wrong-type', at: 'code', expected: 'int64', found: 'string' }],
  contradiction: [{ kind: 'contradiction', code: '17', result: true }],
  'message-empty': [{ kind: 'message-empty' }],
  'message-says-nothing': [{ kind: 'message-says-nothing', message: '[object Object]' }],
  'message-lacks-name': [
    { kind: 'message-lacks-name', name: 'member_a', message: 'something is wrong' },
  ],
  'id-in-failure': [{ kind: 'id-in-failure', at: 'data', id: '1054' }],
  'key-twice': [{ kind: 'key-twice', at: ['code', 'data.id'] }],
  'byte-order-mark': [{ kind: 'byte-order-mark' }],
  'content-type': [{ kind: 'content-type', found: 'text/html' }, { kind: 'content-type' }],
  'integer-form': [{ kind: 'integer-form', written: ['1038.0', '1e3'] }],
  'request-id-again': [{ kind: 'request-id-again', id: 'e43da4ef' }],
  'secret-repeated': [{ kind: 'secret-repeated', name: 'bk_token' }],
  'not-configured': [{ kind: 'not-configured', settings: ['BK_USERNAME', 'BK_TOKEN'] }],
  lacking: [
    { kind: 'lacking', lack: { of: 'own-ground', number: 8, why: REFUSED } },
    { kind: 'lacking', lack: { of: 'own-ground', number: 1 } },
    { kind: 'lacking', lack: { of: 'removed-thing', why: REFUSED } },
    { kind: 'lacking', lack: { of: 'removed-thing' } },
    { kind: 'lacking', lack: { of: 'large-id', setting: 'CMDB_ONE' } },
    { kind: 'lacking', lack: { of: 'letters', setting: 'CMDB_ONE' } },
    { kind: 'lacking', lack: { of: 'two-kinds' } },
  ],
  'no-effect': [{ kind: 'no-effect' }],
  'not-exercised': [{ kind: 'not-exercised' }],
  undecided: [{ kind: 'undecided' }],
  'run-ended': [{ kind: 'run-ended' }],
};

/** Of each kind of what a case lacks. */
export const LACKS: SamplesOf<Lack, 'of'> = {
  'own-ground': [{ of: 'own-ground', number: 8 }],
  'removed-thing': [{ of: 'removed-thing' }],
  'large-id': [{ of: 'large-id', setting: 'CMDB_ONE' }],
  letters: [{ of: 'letters', setting: 'CMDB_ONE' }],
  'two-kinds': [{ of: 'two-kinds' }],
};

const PROPOSED: Proposed = {
  setting: 'CMDB_ONE',
  value: 'it_is',
  between: ['this', 'that'],
  rule: 'n:n',
  usable: 3,
  seen: 5,
};

/** Of each way in which a fixture is taken. */
export const TAKENS: SamplesOf<Taken, 'how'> = {
  stored: [{ how: 'stored', settings: ['CMDB_ONE', 'CMDB_TWO'], ids: ['31', '32'], by: '1055' }],
  'no-room': [{ how: 'no-room', setting: 'CMDB_ONE', id: '31', by: '1056', rule: 'mapping 1:1' }],
};

const MISMATCHES = [
  { setting: 'CMDB_ONE', value: 'set-a', shown: 'shown-a' },
  { setting: 'CMDB_TWO', value: 'set-b', shown: 'shown-b' },
];

/** Of each kind of ending. */
export const ENDINGS: SamplesOf<Ending, 'kind'> = {
  misconfigured: [
    {
      kind: 'misconfigured',
      variables: [
        { variable: 'CMDB_ONE', what: 'unexpanded' },
        { variable: 'CMDB_TWO', what: 'placeholder' },
      ],
    },
    { kind: 'misconfigured', variables: [{ variable: 'CMDB_ONE', what: 'ordinary' }] },
  ],
  'no-connection': [{ kind: 'no-connection', fault: 'unreachable', words: 'ECONNREFUSED' }],
  'not-the-api': [
    {
      kind: 'not-the-api',
      answer: { what: 'redirect', status: 302, location: 'https://login.example/' },
    },
    { kind: 'not-the-api', answer: { what: 'page', status: 200, title: 'Please log in' } },
    { kind: 'not-the-api', answer: { what: 'error-page', status: 502, title: 'Bad Gateway' } },
    { kind: 'not-the-api', answer: { what: 'other-service', status: 404, said: CODELESS } },
    { kind: 'not-the-api', answer: { what: 'esb-not-found', status: 404, said: SAID } },
    {
      kind: 'not-the-api',
      answer: { what: 'esb-not-found', status: 404 },
      hasEndpointPath: true,
    },
    { kind: 'not-the-api', answer: { what: 'tls-port', status: 400 } },
    { kind: 'not-the-api', answer: { what: 'other-service' } },
  ],
  'identities-refused': [
    { kind: 'identities-refused', said: SAID },
    { kind: 'identities-refused', said: { code: '1306403', message: 'no component permission' } },
  ],
  'shut-out': [{ kind: 'shut-out', said: SAID }],
  permission: [
    { kind: 'permission', said: { code: '1640301', message: 'no gateway permission' } },
    { kind: 'permission', said: SAID, actions: ['action-a', 'action-b'] },
  ],
  'lookups-unusable': [{ kind: 'lookups-unusable', why: REFUSED }, { kind: 'lookups-unusable' }],
  'fixture-taken': [
    { kind: 'fixture-taken', taken: TAKENS.stored[0] },
    { kind: 'fixture-taken', taken: TAKENS['no-room'][0] },
  ],
  'fixture-held': [{ kind: 'fixture-held', settings: ['CMDB_ONE', 'CMDB_TWO'], by: 'name-c' }],
  'fixture-wrong': [
    { kind: 'fixture-wrong', settings: ['CMDB_ONE'], missing: 'it_is', said: SAID },
    { kind: 'fixture-wrong', settings: ['CMDB_ONE', 'CMDB_TWO'], said: CODELESS },
    { kind: 'fixture-wrong', settings: ['CMDB_ONE', 'CMDB_TWO'] },
  ],
  'fixture-proposed': [{ kind: 'fixture-proposed', proposed: PROPOSED }],
  'fixture-lacking': [
    { kind: 'fixture-lacking', settings: ['CMDB_ONE'], why: { kind: 'built-in', of: 'it_is' } },
    { kind: 'fixture-lacking', settings: ['CMDB_ONE', 'CMDB_TWO'], why: REFUSED },
    {
      kind: 'fixture-lacking',
      settings: ['CMDB_ONE'],
      why: { kind: 'lookup-refused', endpoint: 'find_it', said: { ...SAID, code: '1306403' } },
    },
  ],
  'fixture-mismatched': [{ kind: 'fixture-mismatched', of: 'it_is', mismatches: MISMATCHES }],
  'no-removal': [
    { kind: 'no-removal', endpoint: 'delete_it', said: SAID },
    { kind: 'no-removal', endpoint: 'delete_it', why: REFUSED },
    { kind: 'no-removal', endpoint: 'delete_it', why: { kind: 'none-free', ids: ['71'] } },
  ],
  'removal-fails': [{ kind: 'removal-fails', endpoint: 'delete_it', id: '1057' }],
  'too-much-left': [
    { kind: 'too-much-left', number: 3, endpoint: 'delete_it', said: SAID },
    { kind: 'too-much-left', number: 3, endpoint: 'delete_it' },
  ],
  'limit-endless': [{ kind: 'limit-endless' }, { kind: 'limit-endless', said: SAID }],
  weather: [
    { kind: 'weather', status: 503, words: 'upstream is away' },
    { kind: 'weather', status: 504 },
    { kind: 'weather', status: 429 },
  ],
  'creations-exhausted': [{ kind: 'creations-exhausted', number: 3, ...FAULT }],
  'target-silent': [{ kind: 'target-silent', ...FAULT }],
  'slow-and-wrong': [{ kind: 'slow-and-wrong' }],
  interrupted: [{ kind: 'interrupted', by: 'SIGTERM' }],
  'suite-failed': [{ kind: 'suite-failed' }],
};

/** What is known of a release. */
const DEVIATION: Deviation = {
  ...{ family: 'cmdb', release: 'cmdb-3.12' },
  about: { en: 'the member is not required', zh: '该成员不是必填' },
  ...{ observed: 'requests without it', read: 'the handler' },
};

/** A failure that is accepted. */
const WAIVER: Waiver = {
  ...{ endpoint: 'add_it', requirement: 'request.x', reason: 'we never send it' },
  ...{ ticket: 'OPS-1', owner: 'platform team', expires: '2027-03-31' },
};

/** Of each kind of note. */
export const NOTES: SamplesOf<Note, 'kind'> = {
  'weak-secret': [{ kind: 'weak-secret', name: 'bk_token' }],
  'fixture-not-shown': [
    { kind: 'fixture-not-shown', endpoint: 'find_it', setting: 'CMDB_ONE', value: 'it_is' },
  ],
  'fixture-mismatched': [{ kind: 'fixture-mismatched', of: 'it_is', mismatches: MISMATCHES }],
  'fixture-taken': [{ kind: 'fixture-taken', taken: TAKENS.stored[0] }],
  'fixture-proposed': [{ kind: 'fixture-proposed', proposed: PROPOSED }],
  'fixture-refused': [{ kind: 'fixture-refused', settings: ['CMDB_ONE', 'CMDB_TWO'], said: SAID }],
  'identity-refused': [{ kind: 'identity-refused', settings: ['BK_TOKEN'], said: SAID }],
  'one-refusal': [{ kind: 'one-refusal' }],
  'none-made': [{ kind: 'none-made', why: REFUSED }],
  'lookups-lag': [{ kind: 'lookups-lag' }],
  'rate-limited': [{ kind: 'rate-limited', times: 12 }],
  healed: [{ kind: 'healed', times: 7, statuses: [502, 504] }],
  insecure: [{ kind: 'insecure' }],
  'stale-deviation': [
    { kind: 'stale-deviation', endpoint: 'add_it', requirement: 'request.x', deviation: DEVIATION },
  ],
  'stale-waiver': [{ kind: 'stale-waiver', waiver: WAIVER }],
  'releases-fit': [
    {
      kind: 'releases-fit',
      ...{ family: 'cmdb', releases: ['cmdb-3.9', 'cmdb-3.10'] },
      because: [{ endpoint: 'add_it', case: 'semantics.it', said: SAID, evidence: 3 }],
    },
    {
      kind: 'releases-fit',
      ...{ family: 'esb', releases: ['a'] },
      because: [
        { endpoint: 'add_it', case: 'success.it', said: SAID, lacks: 'permission', evidence: 3 },
      ],
    },
    {
      kind: 'releases-fit',
      ...{ family: 'esb', releases: ['b'] },
      because: [
        { endpoint: 'add_it', case: 'success.it', said: SAID, has: 'permission', evidence: 3 },
      ],
    },
  ],
};

/** Of each reason why something is left. */
export const LEFT_REASONS: SamplesOf<LeftReason, 'kind'> = {
  'not-removed': [
    { kind: 'not-removed', name: 'name-a' },
    { kind: 'not-removed', name: 'name-a', said: SAID },
    { kind: 'not-removed' },
  ],
  unknown: [{ kind: 'unknown', name: 'name-b' }, { kind: 'unknown' }],
  'still-shown': [{ kind: 'still-shown', endpoint: 'delete_it' }],
  'not-looked-up': [{ kind: 'not-looked-up', why: REFUSED }],
  elsewhere: [{ kind: 'elsewhere', found: { member_a: '41', member_b: '42' } }],
};

/** Of each kind of part. */
export const PARTS: SamplesOf<Part, 'kind'> = {
  ended: [{ kind: 'ended' }],
  chosen: [
    { kind: 'chosen', cases: 12 },
    { kind: 'chosen', cases: 1 },
  ],
  'list-shortened': [{ kind: 'list-shortened', missing: ['wrong-type.a', 'wrong-type.b'] }],
};

/** Of each thing that a server may have done. */
export const OBSERVATIONS: SamplesOf<Observed, 'did'> = {
  accepted: [{ did: 'accepted', status: 200 }],
  refused: [{ did: 'refused', said: SAID, status: 400 }],
  other: [
    { did: 'other', problem: REFUSED, status: 502 },
    { did: 'other', problem: { kind: 'no-answer', ...FAULT } },
  ],
};
