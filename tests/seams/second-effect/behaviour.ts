/** One thing that is stored. */
export interface Note {
  readonly id: number;
  readonly folder: string;
  readonly name: string;
}

/** Members of a request, not yet looked at. */
export type Members = Readonly<Record<string, unknown>>;

/** Why a request is refused. */
export interface Refusal {
  readonly code: number;
  readonly message: string;
}

/** What the server does, one step at a time: a wrong one does one of them otherwise. */
export interface Behaviour {
  readonly verifyApp: (members: Members) => Refusal | undefined;
  readonly verifyUser: (members: Members) => Refusal | undefined;
  /** What is wrong with a request to store a note. */
  readonly check: (members: Members, store: Store) => Refusal | undefined;
  /** Stores a note and gives its id. */
  readonly create: (members: Members, store: Store) => number;
  /** Does something with a request to store a note that is refused. */
  readonly refused: (members: Members, store: Store) => void;
  readonly remove: (id: number, store: Store) => void;
}

/** What is stored, and how often anything was. */
export interface Store {
  readonly notes: Map<number, Note>;
  created: number;
}

/** The server's own variables, as a run is told them. */
export const SETTINGS = {
  BK_APP_CODE: 'note_app',
  BK_APP_SECRET: 'a1f0c2e4-7b6d-note-9e8d',
  BK_USERNAME: 'note_user',
  BK_TOKEN: 'zQ7w-note-token-42',
  CMDB_OTHER_APP_CODE: 'other_app',
  CMDB_OTHER_APP_SECRET: '5d4c3b2a-other-1f0e',
  NOTE_FOLDER: 'inbox',
  NOTE_NAME: 'shopping list',
} as const;

const APPS: ReadonlyMap<unknown, string> = new Map([
  [SETTINGS.BK_APP_CODE, SETTINGS.BK_APP_SECRET],
  [SETTINGS.CMDB_OTHER_APP_CODE, SETTINGS.CMDB_OTHER_APP_SECRET],
]);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Puts a note into a store and gives its id. */
export function put(store: Store, folder: unknown, name: unknown): number {
  store.created += 1;
  const id = store.created;
  store.notes.set(id, { id, folder: textOf(folder), name: textOf(name) });
  return id;
}

/** The right one. */
export const RIGHT: Behaviour = {
  verifyApp({ bk_app_code: code, bk_app_secret: secret }) {
    if (!isText(code)) return { code: 20101, message: 'bk_app_code is required' };
    if (!isText(secret)) return { code: 20102, message: 'bk_app_secret is required' };
    const known = APPS.get(code);
    if (known === undefined) return { code: 20103, message: `no app ${code} is registered` };
    if (known !== secret) return { code: 20104, message: 'the secret is not that of the app' };
    return undefined;
  },
  verifyUser({ bk_token: token, bk_username: user }) {
    if (isText(token) && token === SETTINGS.BK_TOKEN) return undefined;
    if (token === undefined && isText(user)) return undefined;
    return { code: 20105, message: 'the user is not authenticated' };
  },
  check({ bk_note_folder: folder, bk_note_name: name }, { notes }) {
    if (!isText(folder)) return { code: 40001, message: 'bk_note_folder has to be a text' };
    if (!isText(name)) return { code: 40001, message: 'bk_note_name has to be a text' };
    if (folder !== SETTINGS.NOTE_FOLDER) return { code: 40401, message: 'no such folder' };
    const isThere = [...notes.values()].some((note) => note.name === name);
    return isThere ? { code: 40901, message: 'a note of that name is there' } : undefined;
  },
  create: ({ bk_note_folder: folder, bk_note_name: name }, store) => put(store, folder, name),
  refused: () => undefined,
  remove: (id, { notes }) => {
    notes.delete(id);
  },
};
