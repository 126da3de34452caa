import { isObject } from '../../json/json-value.js';
import type { JsonObject, JsonValue } from '../../json/json-value.js';
import { integerOf } from '../../json/int64.js';
import type { Answer } from '../../judge/answer.js';
import type { Row } from '../../judge/creation.js';
import type { Looked } from '../effect.js';
import type { Place } from '../slot.js';
import type { Means } from '../means.js';
import { ASSOCIATION, SOURCE, TARGET } from './members.js';
import type { ModelAssociation } from './model-associations.js';
import { bothWays } from './places.js';

const ENDPOINT = 'find_instance_association';

/** Looks associations up, and knows how this target wants to be asked. */
export interface Lookups {
  /** Rows that meet a condition. */
  readonly find: (means: Means, condition: JsonObject) => Promise<Looked>;
  /** All rows at a place, in both directions, each once; by an id alone the row that has it. */
  readonly look: (means: Means, place: Place) => Promise<Looked>;
}

/**
 * Opens the lookups of a run.
 *
 * @param association - the one that is looked up by, as far as it is known by now
 */
export function openLookups(association: () => ModelAssociation): Lookups {
  /** True for a target that takes no lookup without an association. */
  let byAssociation = false;
  let isUsed = false;

  const ask = async (means: Means, condition: JsonObject): Promise<Answer> => {
    const once = (): Promise<Answer> => {
      const { id, sourceModel } = association();
      return means.send(
        ENDPOINT,
        {
          bk_obj_id: sourceModel,
          condition: byAssociation ? { [ASSOCIATION]: id, ...condition } : condition,
        },
        'lookup',
      );
    };
    const answer = await once();
    if (answer.kind !== 'refused' || byAssociation || isUsed) return answer;
    byAssociation = true;
    const again = await once();
    if (again.kind === 'refused') byAssociation = false;
    return again;
  };
  const find = async (means: Means, condition: JsonObject): Promise<Looked> => {
    const answer = await ask(means, condition);
    if (answer.kind === 'refused') {
      const why = { kind: 'lookup-refused', endpoint: ENDPOINT, said: answer.said } as const;
      return { why, refusal: means.signature(answer) };
    }
    if (answer.kind !== 'accepted') return { why: answer.why };
    const data = answer.body['data'];
    const rows =
      data === null
        ? []
        : Array.isArray(data)
          ? data.map((row: JsonValue) => rowOf(row, association().sourceModel))
          : [undefined];
    const found = rows.filter((row) => row !== undefined);
    if (found.length < rows.length) {
      const members = ['id', ASSOCIATION, SOURCE, TARGET];
      return { why: { kind: 'lookup-unreadable', endpoint: ENDPOINT, members } };
    }
    isUsed = true;
    return { rows: found };
  };
  return {
    find,
    async look(means, place) {
      const looks = await Promise.all(bothWays(place).map((way) => find(means, way)));
      const rows = new Map<string, Row>();
      for (const looked of looks) {
        if (looked.rows === undefined) return looked;
        for (const row of looked.rows) rows.set(keyOf(row), row);
      }
      return { rows: [...rows.values()] };
    },
  };
}

function keyOf({ id, holds }: Row): string {
  return `${id} ${String(holds[ASSOCIATION])} ${String(holds[SOURCE])} ${String(holds[TARGET])}`;
}

/** An id of a row. Some write int64 as text, as a browser rounds it otherwise: lookups are not judged. */
function idIn(value: JsonValue | undefined): bigint | undefined {
  const isText = typeof value === 'string' && /^-?[0-9]{1,19}$/.test(value);
  return integerOf(isText ? BigInt(value) : value);
}

function rowOf(row: JsonValue, sourceModel: string): Row | undefined {
  if (!isObject(row)) return undefined;
  const id = idIn(row['id']);
  const association = row[ASSOCIATION];
  // Real releases leave out members that are zero (v3.10 and later).
  const source = idIn(row[SOURCE] ?? 0n);
  const target = idIn(row[TARGET] ?? 0n);
  if (id === undefined || source === undefined || target === undefined) return undefined;
  if (typeof association !== 'string') return undefined;
  const model = row['bk_obj_id'];
  return {
    id,
    holds: {
      [ASSOCIATION]: association,
      [SOURCE]: source,
      [TARGET]: target,
      bk_obj_id: typeof model === 'string' ? model : sourceModel,
    },
  };
}
