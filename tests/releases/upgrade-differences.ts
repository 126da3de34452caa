import type { DifferenceKind, RequirementChange } from '../../src/record/comparison/comparison.js';
import type { Release } from '../../src/embedded/releases/release.js';

/** One thing that a client sees differ. */
export interface ExpectedDifference {
  /** What is known of the releases, in the words of the profiles, that it follows from. */
  readonly since: readonly string[];
  readonly kind: DifferenceKind;
  readonly endpoints: readonly string[];
  readonly at?: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** An upgrade, and what a run before and a run after it differ in. */
export interface Upgrade {
  readonly from: Release;
  readonly to: Release;
  readonly differences: readonly ExpectedDifference[];
  /** Verdicts that are others, by requirement, and what they follow from. */
  readonly verdicts: Readonly<
    Record<string, readonly [RequirementChange['change'], since: string]>
  >;
  /** What is known to differ, and no run can see; why. */
  readonly unseen: Readonly<Record<string, string>>;
}

const ADD = 'add_instance_association';
const CREATE = 'create_inst';
const EVERY = [
  ADD,
  CREATE,
  'delete_inst',
  'delete_instance_association',
  'find_instance_association',
  'find_object_association',
  'search_inst',
  'search_object_attribute',
];

/** What the ESB says where CMDB could not be asked. */
function notAsked(why: string): string {
  return `Component request third-party system [CC] interface [${ADD}] error: ${why}, please try again later or contact component developer to handle this`;
}

/** A user name that can't stand in a header, as each generation says it. */
function userName(
  [two, typeOfTwo]: readonly [value: string, type: string],
  [three, typeOfThree]: readonly [value: string, type: string],
): ExpectedDifference {
  return {
    since: ['a user name that is no text'],
    kind: 'message-changed',
    endpoints: [ADD],
    before: [
      notAsked(
        `Value for header {BK_USER: ${two}} must be of type str or bytes, not <type '${typeOfTwo}'>`,
      ),
    ],
    after: [
      notAsked(
        `Value for header {Bk-Username: ${three}} must be of type str or bytes, not <class '${typeOfThree}'>`,
      ),
    ],
  };
}

function newMember(name: string, type: string): ExpectedDifference {
  return {
    since: ['data of a success'],
    kind: 'member-new',
    endpoints: [CREATE],
    at: `data.${name}`,
    before: [''],
    after: [type],
  };
}

function notRegistered(code: string): string {
  return `Invalid APP Code [<member>=${code}], please confirm if the APP Code has been registered`;
}

const COMPONENT_ERROR = 'Component error, please contact the component developer to handle it.';

/** The upgrades of the rehearsal. */
export const UPGRADES: readonly Upgrade[] = [
  {
    from: { cmdb: 'cmdb-3.9', esb: 'a' },
    to: { cmdb: 'cmdb-3.12', esb: 'b' },
    differences: [
      {
        since: ['spaces around the token are cut off'],
        kind: 'accepted-now',
        endpoints: [ADD],
        before: ['1306000 User authentication failed, please check if the <member> is valid'],
        after: [''],
      },
      {
        since: ['an id that does not exist'],
        kind: 'accepted-now',
        endpoints: ['delete_instance_association'],
        before: ['1199019 No relevant data found'],
        after: [''],
      },
      {
        since: ['a body that is no JSON'],
        kind: 'member-gone',
        endpoints: [ADD],
        at: 'request_id',
        before: ['string'],
        after: [''],
      },
      {
        since: ['data of a success'],
        kind: 'null-now',
        endpoints: ['delete_instance_association'],
        at: 'data',
        before: ['string'],
        after: ['null'],
      },
      {
        since: ['an app code, a secret or a token in an array or an object'],
        kind: 'message-changed',
        endpoints: [ADD],
        before: [
          'User authentication failed, please check if the <member> is valid',
          'User authentication failed, please provide a valid user <member>, such as <member>, <member>',
        ],
        after: [COMPONENT_ERROR],
      },
      userName(['<bk_username>', 'int'], ['<bk_username>', 'int']),
      userName(['True', 'bool'], ['True', 'bool']),
      userName(["[u'<BK_USERNAME>']", 'list'], ["['<BK_USERNAME>']", 'list']),
      userName(["{u'value': u'<BK_USERNAME>'}", 'dict'], ["{'value': '<BK_USERNAME>'}", 'dict']),
      {
        since: ['a success'],
        kind: 'member-new',
        endpoints: EVERY,
        at: 'permission',
        before: [''],
        after: ['null'],
      },
      newMember('bk_created_at', 'string'),
      newMember('bk_created_by', 'string'),
      newMember('bk_updated_at', 'string'),
      newMember('bk_updated_by', 'null'),
    ],
    verdicts: {
      'response.permission.present': ['deviation-gone', 'no answer has a permission'],
      'response.permission.type': [
        'deviation-gone',
        'no answer has a permission, so that nothing has a type',
      ],
    },
    unseen: {
      'one space behind the token is cut off': 'it is cut off by the later one too',
      'a second source for a target, or the same pair again, under a mapping of 1:n':
        'the embedded CMDB has an association of n:n',
      'the same pair created twice at the same moment':
        'a run has one creation of a pair at a time',
      'bk_obj_id in the request': 'a run always sends it',
      'the model of one side, bk_obj_id': 'a run sends the right one',
      'an instance name that is taken': 'a run has a name for each',
      'creating, searching and counting many associations in one request': 'a run does not use it',
      'before 3.9.28, an instance that does not exist is reported as a failure of the audit log':
        'the embedded CMDB is a later 3.9',
      'in front of CMDB 3.10 and later': 'the ESB a stands in front of CMDB 3.9 here',
      'bk_supplier_account in the request': 'a run always sends it',
      'credentials in the header X-Bkapi-Authorization': 'the documents do not know it',
    },
  },
  {
    from: { cmdb: 'cmdb-3.12', esb: 'b' },
    to: { cmdb: 'cmdb-3.14', esb: 'c' },
    differences: [
      {
        since: ['spaces around the secret are cut off'],
        kind: 'accepted-now',
        endpoints: [ADD],
        before: [
          '1306000 APP Secret verification failed, pelase confirm if the APP Secret and APP Code [<member>=<BK_APP_CODE>] match',
        ],
        after: [''],
      },
      {
        // One difference, since the words for a secret in an array stand on both sides.
        since: ['a wrong secret', 'an app code, a secret or a token in an array or an object'],
        kind: 'message-changed',
        endpoints: [ADD],
        before: [
          'APP Secret verification failed, pelase confirm if the APP Secret and APP Code [<member>=<BK_APP_CODE>] match',
          'APP Secret verification failed, pelase confirm if the APP Secret and APP Code [<member>=<CMDB_OTHER_APP_CODE>] match',
          COMPONENT_ERROR,
        ],
        after: [
          '<member> or <member> invalid',
          'request bkauth api error, please try again later or contact component developer to handle',
        ],
      },
      {
        since: ['an app that is not registered'],
        kind: 'message-changed',
        endpoints: [ADD],
        before: [notRegistered('<bk_app_code>')],
        after: ['bkauth: not found:App(<bk_app_code>) not exists'],
      },
      {
        since: ['an app that is not registered'],
        kind: 'message-changed',
        endpoints: [ADD],
        before: [notRegistered('True')],
        after: ['bkauth: not found:App(True) not exists'],
      },
      {
        since: ['a space in front of the app code'],
        kind: 'refused-otherwise',
        endpoints: [ADD],
        before: [`1306000 ${notRegistered(' <BK_APP_CODE>')}`],
        after: [
          `1306201 ${notAsked('Invalid return character or leading space in header: Bk-App-Code')}`,
        ],
      },
    ],
    verdicts: {
      'auth.bk_app_secret.exact': ['deviation-come', 'spaces around the secret are cut off'],
    },
    unseen: {
      'a second source for a target, or the same pair again, under a mapping of 1:n':
        'the embedded CMDB has an association of n:n',
    },
  },
];
