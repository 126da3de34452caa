import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/record/problem.js';
import { put, RIGHT, SETTINGS } from './behaviour.js';
import type { Behaviour, Members } from './behaviour.js';
import { judge } from './judge.js';
import { startNotes } from './note-server.js';

/** A server that is wrong in one way, and what has to be found. */
interface WrongServer {
  readonly what: string;
  readonly behaviour: Partial<Behaviour>;
  readonly requirement: string;
  readonly kind: Problem['kind'];
}

const writtenName = ({ bk_note_name: name }: Members): unknown =>
  typeof name === 'number' ? name.toString() : name;

/** One line of difference each. */
const WRONG_SERVERS: readonly WrongServer[] = [
  {
    what: 'stores each note twice',
    behaviour: {
      create(members, store) {
        put(store, members['bk_note_folder'], members['bk_note_name']);
        return RIGHT.create(members, store);
      },
    },
    requirement: 'effect.created',
    kind: 'created-more',
  },
  {
    what: 'stores nothing',
    behaviour: { create: (_, store) => (store.created += 1) },
    requirement: 'effect.created',
    kind: 'not-created',
  },
  {
    what: 'stores names in capitals',
    behaviour: {
      create: ({ bk_note_folder: folder, bk_note_name: name }, store) =>
        put(store, folder, String(name).toUpperCase()),
    },
    requirement: 'effect.created',
    kind: 'stored-otherwise',
  },
  {
    what: 'stores what it refuses',
    behaviour: {
      refused: ({ bk_note_folder: folder, bk_note_name: name }, store) => {
        put(store, folder, name);
      },
    },
    requirement: 'request.bk_note_name.required',
    kind: 'created-all-the-same',
  },
  {
    what: 'forgets an older note when it stores another',
    behaviour: {
      create(members, store) {
        store.notes.clear();
        return RIGHT.create(members, store);
      },
    },
    requirement: 'effect.created',
    kind: 'vanished',
  },
  {
    what: 'answers a wrong id',
    behaviour: { create: (members, store) => RIGHT.create(members, store) + 1000 },
    requirement: 'response.data.id.identity',
    kind: 'id-unknown',
  },
  {
    what: 'gives the ids of removed notes again',
    behaviour: {
      remove(id, store) {
        store.notes.delete(id);
        store.created = id - 1;
      },
    },
    requirement: 'response.data.id.not_reused',
    kind: 'id-given-again',
  },
  {
    what: 'takes any secret',
    behaviour: {
      verifyApp: (members) =>
        RIGHT.verifyApp({ ...members, bk_app_secret: SETTINGS.BK_APP_SECRET }),
    },
    requirement: 'auth.bk_app_secret.verified',
    kind: 'created-all-the-same',
  },
  {
    what: 'takes any login state',
    behaviour: { verifyUser: () => undefined },
    requirement: 'auth.bk_token.verified',
    kind: 'created-all-the-same',
  },
  {
    what: 'takes a name of any type',
    behaviour: {
      check: (members, store) =>
        RIGHT.check({ ...members, bk_note_name: writtenName(members) }, store),
      create: (members, store) => put(store, members['bk_note_folder'], writtenName(members)),
    },
    requirement: 'request.bk_note_name.type',
    kind: 'created-all-the-same',
  },
  {
    what: 'blames the secret for a missing name',
    behaviour: {
      check: (members, store) =>
        members['bk_note_name'] === undefined
          ? { code: 20104, message: 'the secret is not that of the app' }
          : RIGHT.check(members, store),
    },
    requirement: 'request.bk_note_name.required',
    kind: 'wrong-cause',
  },
];

describe('a server of notes that is wrong', () => {
  it.each(WRONG_SERVERS)('is noticed: it $what', async ({ behaviour, requirement, kind }) => {
    await using server = await startNotes({ ...RIGHT, ...behaviour });
    const record = await judge(server);
    const found = record.requirements.find(({ id }) => id === requirement);
    expect(found).toMatchObject({ status: 'failed', problem: { kind } });
    expect(record.outcome).toBe(found?.level === 'must' ? 'nonconformant' : 'conformant');
  });
});
