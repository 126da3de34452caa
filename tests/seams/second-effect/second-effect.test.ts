import { describe, expect, it } from 'vitest';
import type { Effect } from '../../../src/effects/effect.js';
import { RIGHT, SETTINGS } from './behaviour.js';
import { NOTE_DOCUMENTS, noteContract } from './contract.js';
import { judge } from './judge.js';
import { startNotes } from './note-server.js';
import { notes } from './notes.js';

describe('the documents of notes', () => {
  it('are read to the last word', () => {
    expect(NOTE_DOCUMENTS.flatMap(({ unaccounted }) => unaccounted)).toEqual([]);
  });

  it('give requirements of their own', () => {
    const ids = noteContract()
      .outlines.get('create_note')
      ?.requirements.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'effect.created',
        'request.bk_note_name.type',
        'response.data.id.identity',
      ]),
    );
  });
});

describe('a second effect, judged by the same engine', () => {
  it('finds a right server conformant, and leaves it as it was', async () => {
    await using server = await startNotes();
    const record = await judge(server, { effort: 'full' });
    expect(record.outcome).toBe('conformant');
    expect(record.requirements.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(record.endpoints).toMatchObject([
      { endpoint: 'create_note', thing: notes.thing, ground: { folder: SETTINGS.NOTE_FOLDER } },
    ]);
    expect(server.store.created).toBeGreaterThan(50);
    expect([...server.store.notes.values()]).toEqual([]);
    expect(record.leftovers).toEqual([]);

    const statuses = new Map(record.cases.map(({ id, status }) => [id, status]));
    for (const id of [
      'success.sample.as documented',
      'missing-field.bk_note_name.absent',
      'wrong-type.bk_note_folder.in an object',
      'bad-auth.bk_app_code.unknown',
      'bad-auth.bk_app_secret.without its last character',
      'bad-auth.bk_token.in other case',
      'bad-auth.identity.absent',
    ]) {
      expect([id, statuses.get(id)]).toEqual([id, 'passed']);
    }
    const again = record.cases.find(({ id }) => id === 'semantics.name.repeated');
    expect(again?.observed).toMatchObject({ did: 'refused', said: { code: '40901' } });
    // No word of the record is another effect's; its documents may name what they like.
    const told = JSON.stringify({ ...record, suite: {} });
    expect(told).not.toMatch(/association|bk_inst_id|关联关系/);
  });

  it('leaves alone what others have stored', async () => {
    await using server = await startNotes();
    const { store } = server;
    store.created = 1;
    store.notes.set(1, { id: 1, folder: SETTINGS.NOTE_FOLDER, name: '' });
    expect((await judge(server)).outcome).toBe('conformant');
    expect([...store.notes.keys()]).toEqual([1]);
  });

  it('judges on its own ground where the user’s is taken', async () => {
    await using server = await startNotes();
    const { store } = server;
    store.created = 1;
    store.notes.set(1, { id: 1, folder: SETTINGS.NOTE_FOLDER, name: SETTINGS.NOTE_NAME });
    const record = await judge(server);
    expect(record.outcome).toBe('conformant');
    expect(record.notes).toContainEqual({
      kind: 'fixture-taken',
      taken: { how: 'stored', settings: ['NOTE_NAME'], ids: [SETTINGS.NOTE_NAME], by: '1' },
    });
    expect([...store.notes.keys()]).toEqual([1]);
  });

  it('may know nothing that a request could name in vain', async () => {
    const effect: Effect = {
      ...notes,
      open: (...given) => ({ ...notes.open(...given), unknown: () => undefined }),
    };
    await using server = await startNotes();
    expect((await judge(server, { effect })).outcome).toBe('conformant');
  });

  it('ends the run where what it removes stays, and names what is left', async () => {
    await using server = await startNotes({ ...RIGHT, remove: () => undefined });
    const record = await judge(server);
    expect(record.outcome).toBe('incomplete');
    expect(record.ended).toMatchObject({ kind: 'removal-fails', endpoint: 'delete_note' });
    expect(record.leftovers).toMatchObject([{ kind: 'note', id: '1' }]);
  });
});
