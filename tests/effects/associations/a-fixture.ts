import { ESB } from '../../../src/binding/bindings.js';
import type { Fixture } from '../../../src/effects/associations/fixture.js';
import type { ModelAssociation } from '../../../src/effects/associations/model-associations.js';
import { slotOf } from '../../../src/effects/associations/pair.js';
import type { Means } from '../../../src/effects/means.js';
import type { Slot } from '../../../src/effects/slot.js';
import { isObject } from '../../../src/json/json-value.js';
import type { JsonObject, JsonValue } from '../../../src/json/json-value.js';
import type { Answer } from '../../../src/judge/answer.js';
import type { Row } from '../../../src/judge/creation.js';
import { refusalSignature } from '../../../src/judge/signature.js';

/** Two instances, under the association `a`. */
export function pair(source: bigint, target: bigint, made = false): Slot {
  return slotOf({ bk_obj_asst_id: 'a', bk_inst_id: source, bk_asst_inst_id: target }, made);
}

/** What the settings name: 11 and 22. */
export const FIXTURE: Fixture = {
  association: 'a',
  sourceModel: 'switch',
  targetModel: 'host',
  source: 11n,
  target: 22n,
  business: '2',
  account: '0',
  takesProposed: false,
};

/** The model association of the fixture. */
export const ASSOCIATION: ModelAssociation = {
  id: 'a',
  sourceModel: 'switch',
  targetModel: 'host',
};

/** A row as a lookup shows it. */
export function row(source: bigint, target: bigint, association = 'a', id = 7n): Row {
  const sides = { bk_inst_id: source, bk_asst_inst_id: target };
  return { id, holds: { bk_obj_asst_id: association, ...sides, bk_obj_id: 'switch' } };
}

/** A request as an effect sends it. */
interface Asked {
  readonly endpoint: string;
  readonly members: JsonObject;
  readonly purpose: string;
}

/** Means that send nothing: each request is answered here, and kept. */
export function fakeMeans(answer: (condition: JsonObject) => Answer): {
  readonly means: Means;
  readonly asked: Asked[];
} {
  const asked: Asked[] = [];
  const entry = {
    created: () => undefined,
    notCreated: () => undefined,
    removed: () => undefined,
    notRemoved: () => undefined,
    isOpen: () => false,
  };
  const means: Means = {
    runId: 'r1',
    send: (endpoint, members, purpose) => {
      asked.push({ endpoint, members, purpose });
      const { condition } = members;
      return Promise.resolve(answer(isObject(condition) ? condition : {}));
    },
    signature: ({ body }) => refusalSignature(body, {}, ESB.envelope),
    enter: () => entry,
    enterNamed: () => ({ entry, name: 'n' }),
    note: () => undefined,
    isOver: () => false,
    isSilent: () => false,
  };
  return { means, asked };
}

/** A success with this data. */
export function accepted(data?: JsonValue): Answer {
  return { kind: 'accepted', body: { result: true, ...(data === undefined ? {} : { data }) } };
}

/** A well-formed failure. */
export const REFUSED: Answer = {
  kind: 'refused',
  body: { result: false, code: 5n, message: 'no' },
  said: { code: '5', message: 'no' },
};
