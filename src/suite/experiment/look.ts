import type { Text } from '../../text.js';
import { commonArguments } from '../../target/identity.js';
import type { JsonObject, JsonValue } from '../../json/json-value.js';
import { integerOf, isObject, saidIn } from '../../judge/answer.js';
import type { Answer } from '../../judge/answer.js';
import type { Row } from '../../judge/creation.js';
import { refusalSignature } from '../../judge/signature.js';
import { keyOf } from '../places.js';
import type { Place, Scene } from '../state.js';
import { send } from './send.js';
import { keepSupport } from './support.js';

/** A row with the model that its lookup and its deletion go by. */
export interface FoundRow extends Row {
  readonly model: string;
}

/**
 * Looks up the associations that meet a condition.
 *
 * @returns undefined when the lookup can't be used: no answer, a refusal, or rows that lack the id,
 *   the association or a side
 */
export async function look(scene: Scene, condition: JsonObject): Promise<FoundRow[] | undefined> {
  const { lookups } = scene.state;
  let found = await tryToLook(scene, condition);
  // A lookup that fails once says nothing of the one that is judged: it is asked again.
  if (found.rows === undefined && lookups.used) found = await tryToLook(scene, condition);
  if (found.rows === undefined) lookups.unusable ??= found.why;
  else lookups.used = true;
  return found.rows;
}

type Looked =
  | { readonly rows: FoundRow[]; readonly why?: never }
  | { readonly rows?: never; readonly why: Text };

async function tryToLook(scene: Scene, condition: JsonObject): Promise<Looked> {
  const answer = await ask(scene, condition);
  if (answer.kind === 'refused') {
    const said = saidIn(answer.body);
    return {
      why: {
        en: `find_instance_association is refused: ${said}`,
        zh: `find_instance_association 被拒绝：${said}`,
      },
    };
  }
  if (answer.kind !== 'accepted') return { why: answer.why };
  const data = answer.body['data'];
  if (data === null) return { rows: [] };
  const rows = Array.isArray(data) ? data.map((row: JsonValue) => rowOf(row, scene)) : [undefined];
  const found = rows.filter((row) => row !== undefined);
  if (found.length === rows.length) return { rows: found };
  return {
    why: {
      en: 'rows of find_instance_association lack id, bk_obj_asst_id or a side',
      zh: 'find_instance_association 的结果缺少 id、bk_obj_asst_id 或实例 id',
    },
  };
}

/** Some servers look up by association only: those are asked for the fixture's. */
async function ask(scene: Scene, condition: JsonObject): Promise<Answer> {
  const { settings, identity, lookups } = scene.state;
  const { sourceModel, association } = settings.fixture;
  const once = async (): Promise<Answer> => {
    const body = {
      ...commonArguments(settings.credentials, identity),
      bk_obj_id: sourceModel,
      condition: lookups.byAssociation ? { bk_obj_asst_id: association, ...condition } : condition,
    };
    const { answer, sent } = await send(scene, 'find_instance_association', body, 'lookup');
    keepSupport(scene, 'find_instance_association', answer, sent);
    if (answer.kind === 'refused' && !lookups.used) {
      lookups.refusals.add(refusalSignature(answer.body, body));
    }
    return answer;
  };
  const answer = await once();
  if (answer.kind !== 'refused' || lookups.byAssociation || lookups.used) return answer;
  lookups.byAssociation = true;
  return once();
}

function rowOf(row: JsonValue, scene: Scene): FoundRow | undefined {
  if (!isObject(row)) return undefined;
  const id = integerOf(row['id']);
  const association = row['bk_obj_asst_id'];
  // Real releases leave out members that are zero (v3.10 and later).
  const source = integerOf(row['bk_inst_id'] ?? 0n);
  const target = integerOf(row['bk_asst_inst_id'] ?? 0n);
  if (id === undefined || source === undefined || target === undefined) return undefined;
  if (typeof association !== 'string') return undefined;
  const model = row['bk_obj_id'];
  const { sourceModel } = scene.state.settings.fixture;
  return {
    id,
    association,
    source,
    target,
    model: typeof model === 'string' ? model : sourceModel,
  };
}

/**
 * Looks at places, in both directions.
 *
 * @returns all rows there, each once; undefined when lookups can't be used
 */
export async function sweep(
  scene: Scene,
  places: readonly Place[],
): Promise<FoundRow[] | undefined> {
  const both = new Map<string, Place>();
  for (const place of places) {
    const turned = {
      ...(place.target === undefined ? {} : { source: place.target }),
      ...(place.source === undefined ? {} : { target: place.source }),
    };
    for (const direction of [place, turned]) both.set(keyOf(direction), direction);
  }
  const looks = await Promise.all(
    [...both.values()].map(({ source, target }) =>
      look(scene, {
        ...(source === undefined ? {} : { bk_inst_id: source }),
        ...(target === undefined ? {} : { bk_asst_inst_id: target }),
      }),
    ),
  );
  const rows = new Map<string, FoundRow>();
  for (const found of looks) {
    if (found === undefined) return undefined;
    for (const row of found) rows.set(`${row.id} ${row.association} ${keyOf(row)}`, row);
  }
  return [...rows.values()];
}
