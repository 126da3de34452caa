import { FAULTS } from '../../cases/faults.js';
import { writeJson } from '../../json/write-json.js';
import type { PlannedRequest } from '../../record/planned-request.js';
import type { RunRecord } from '../../record/record.js';
import { wholeRequest } from '../../record/whole-exchange.js';

/** Something that a run created, as its ledger tells it. */
export interface CreatedThing {
  readonly kind: string;
  /** Decimal text, where the server gave one. */
  readonly id: string | undefined;
}

/** Shorter ids could be any number. */
const SHORTEST_ID = 10;

/**
 * The requests of a record in the order of a run, with placeholders in the place of the ids that its
 * server gave: `<instance 3>`, and `<instance 3, the same in 32 bits>` for a value that is made from
 * it.
 *
 * @param created - what the run created, in order
 */
export function plannedRequests(
  record: RunRecord,
  created: readonly CreatedThing[],
): PlannedRequest[] {
  const named = placeholders(created);
  const hide = (text: string): string =>
    text.replace(/-?[0-9]+(?:\.[0-9]+)?/g, (number) => named.get(number) ?? number);
  const planned = [
    ...record.cases.flatMap(({ id, exchanges }) =>
      exchanges.map((exchange) => ({ exchange, case: id })),
    ),
    ...record.housekeeping.map((exchange) => ({ exchange })),
  ];
  return planned
    .map(({ exchange, ...of }) => {
      const { method, path, body } = wholeRequest(exchange, record.usual);
      const { n, endpoint, purpose } = exchange;
      return { n, method, path, endpoint, purpose, ...of, body: hide(body) };
    })
    .sort((a, b) => a.n - b.n);
}

/**
 * What a run created, in order, from the lines of its ledger.
 *
 * @param lines - as the session wrote them
 */
export function createdIn(lines: readonly string[]): CreatedThing[] {
  const created = new Map<unknown, CreatedThing>();
  for (const line of lines) {
    const said: unknown = JSON.parse(line);
    if (typeof said !== 'object' || said === null) continue;
    if (!('step' in said && 'kind' in said && 'creation' in said)) continue;
    if (said.step !== 'created' || typeof said.kind !== 'string') continue;
    const id = 'id' in said && typeof said.id === 'string' ? said.id : undefined;
    if (!created.has(said.creation)) created.set(said.creation, { kind: said.kind, id });
  }
  return [...created.values()];
}

/** Numbers, as they are written, by what stands for them. */
function placeholders(created: readonly CreatedThing[]): Map<string, string> {
  const named = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { kind, id } of created) {
    if (id === undefined || id.length < SHORTEST_ID || named.has(id)) continue;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const name = `${kind} ${number}`;
    for (const [fault, make] of Object.entries(FAULTS)) {
      if (make === 'absent') continue;
      const value = BigInt(id);
      const text = writeJson(make({ value, otherSecret: undefined, otherCode: undefined }));
      const isDerived = /^-?[0-9]{10,}(?:\.[0-9]+)?$/.test(text) && !isConstant(text, make);
      if (isDerived && text !== id) named.set(text, `<${name}, ${fault}>`);
    }
    named.set(id, `<${name}>`);
  }
  return named;
}

/** True for a wrong value that is the same whatever the right one is. */
function isConstant(
  text: string,
  make: Exclude<(typeof FAULTS)[keyof typeof FAULTS], 'absent'>,
): boolean {
  return writeJson(make({ value: 7n, otherSecret: undefined, otherCode: undefined })) === text;
}
