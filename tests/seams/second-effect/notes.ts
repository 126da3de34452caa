import { A_TEXT, text } from '../../../src/config/variable.js';
import type { Variable } from '../../../src/config/variable.js';
import type { Effect, Ground, Looked, OpenEffect } from '../../../src/effects/effect.js';
import type { Means } from '../../../src/effects/means.js';
import type { Place, Slot } from '../../../src/effects/slot.js';
import type { Stage } from '../../../src/effects/stage.js';
import { isObject } from '../../../src/json/json-value.js';
import type { JsonObject, JsonValue } from '../../../src/json/json-value.js';
import type { Row } from '../../../src/judge/creation.js';
import type { Observed } from '../../../src/record/record.js';

const FOLDER = 'bk_note_folder';
const NAME = 'bk_note_name';

const AGAIN = 'semantics.name.repeated';

/** Slots that cases work with, and the one to spare. */
const SLOTS = 9;

const variable = (name: string, en: string, zh: string): Variable => ({
  name,
  schema: text,
  takes: A_TEXT,
  target: 'required',
  about: { en, zh },
});

/** `create_note` stores a note: what it stores is told by texts, and nothing is made beforehand. */
export const notes: Effect = {
  endpoint: 'create_note',
  kind: 'note',
  thing: { en: 'note', zh: '便签' },
  variables: [
    variable('NOTE_FOLDER', 'the folder of notes', '便签目录'),
    variable('NOTE_NAME', 'a name that no note has', '尚未使用的便签名'),
  ],
  costs: { lookup: 1, ground: { requests: 1, creations: 0 } },
  cases: () => ({
    cases: [
      {
        kind: 'deep',
        id: AGAIN,
        category: 'semantics',
        title: { en: 'the same name again', zh: '重复使用同一名称' },
        requirements: [],
        alone: false,
        costs: { requests: 6, creations: 1 },
      },
    ],
  }),
  open,
};

function open(setting: (variable: string) => string): OpenEffect {
  const folder = setting('NOTE_FOLDER');
  const slotOf = (name: string, made: boolean): Slot => ({
    asks: { [FOLDER]: folder, [NAME]: name },
    made,
  });
  return {
    ground: groundOf(slotOf(setting('NOTE_NAME'), false), (name) => slotOf(name, true)),
    request: ({ asks }) => ({ [FOLDER]: folder, [NAME]: nameOf(asks) }),
    unknown: (runId) => ({ difference: { [FOLDER]: `no folder ${runId}` } }),
    isUnknown: () => Promise.resolve(false),
    needed: [],
    standsAt: ({ asks }) => ({ [NAME]: nameOf(asks) }),
    mayBeAt: (sent, slot) => namesOf(sent, slot).map((name) => ({ [NAME]: name })),
    look,
    isAt: ({ holds }, place) => holds[NAME] === place[NAME],
    claim: ({ holds }, slot, sent) =>
      slot.made || namesOf(sent, slot).includes(nameOf(holds)) ? 'ours' : 'foreign',
    mayRemove: ({ holds }, slot, sent = {}) => namesOf(sent, slot).includes(nameOf(holds)),
    removal: {
      endpoint: 'delete_note',
      ways: [(means, { id }) => means.send('delete_note', { id }, 'cleanup')],
    },
    kept: ({ [FOLDER]: of, [NAME]: name }) => ({
      kind: 'note',
      of: String(of),
      name: String(name),
    }),
    remnants: {
      of: () => Promise.resolve({ remnants: [] }),
      marked: () => Promise.resolve({ remnants: [] }),
    },
    deep: repeated,
  };
}

function groundOf(fixture: Slot, slotOf: (name: string) => Slot): Ground {
  const find = (means: Means): Promise<Looked> => look(means, { [NAME]: nameOf(fixture.asks) });
  return {
    opening: () => fixture,
    settings: ['NOTE_FOLDER', 'NOTE_NAME'],
    survey: (means) => means.send('find_note', { [NAME]: nameOf(fixture.asks) }, 'setup'),
    async taken(means) {
      const { rows: [row] = [] } = await find(means);
      if (row === undefined) return undefined;
      const ids = [nameOf(fixture.asks)];
      return { how: 'stored', settings: ['NOTE_NAME'], ids, by: row.id.toString() };
    },
    own: () => Promise.resolve(fixture),
    hold: () => Promise.resolve(undefined),
    isSeen: () => Promise.resolve(false),
    make({ runId }) {
      const slots = Array.from({ length: SLOTS }, (_, n) => slotOf(`${runId} ${n}`));
      return Promise.resolve({ spare: slots.pop(), slots });
    },
    unmake: () => Promise.resolve(),
    known: () => ({
      facts: { folder: String(fixture.asks[FOLDER]) },
      missing: false,
      standIns: {},
    }),
  };
}

async function look(means: Means, place: Place): Promise<Looked> {
  const answer = await means.send('find_note', place, 'lookup');
  if (answer.kind === 'refused') {
    const why = { kind: 'lookup-refused', endpoint: 'find_note', said: answer.said } as const;
    return { why, refusal: means.signature(answer) };
  }
  if (answer.kind !== 'accepted') return { why: answer.why };
  const { data } = answer.body;
  return { rows: Array.isArray(data) ? data.flatMap(rowOf) : [] };
}

function rowOf(shown: JsonValue): Row[] {
  if (!isObject(shown)) return [];
  const { id, [FOLDER]: folder, [NAME]: name } = shown;
  if (typeof id !== 'bigint' || typeof folder !== 'string' || typeof name !== 'string') return [];
  return [{ id, holds: { [FOLDER]: folder, [NAME]: name } }];
}

function nameOf(holds: Place): string {
  return String(holds[NAME]);
}

/** Names under which a sloppy server could have stored a request. */
function namesOf(sent: JsonObject, { asks }: Slot): string[] {
  const name = sent[NAME];
  const coerced = typeof name === 'string' || typeof name === 'bigint' ? [String(name)] : [];
  return [...new Set([nameOf(asks), '', ...coerced])];
}

async function repeated(stage: Stage): Promise<Observed> {
  const first = await stage.accept();
  const { observed } = await stage.observe();
  await first.remove();
  return observed;
}
