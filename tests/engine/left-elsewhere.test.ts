import { describe, expect, it } from 'vitest';
import { drive } from '../../src/cli/run/drive.js';
import type { LeftReason } from '../../src/record/ending.js';
import { openSession } from '../../src/engine/session.js';
import { writeJson } from '../../src/json/write-json.js';
import { aClock } from './a-clock.js';
import { cleanUp, openIn } from './a-cleanup.js';
import { FRAME } from './a-bare-run.js';
import { sessionParts } from './a-session.js';
import { startFront } from './front.js';
import type { Call, Front } from './front.js';

const ADD = 'add_instance_association';
const DELETE = 'delete_instance_association';
const SOURCE = 9007199254740993n;
const TARGET = 9007199254741001n;
/** Instances of other people. */
const OTHER_SOURCE = 9007199254740995n;
const OTHER_TARGET = 9007199254741003n;

/** What a server stores in the place of what a valid request asks for. */
interface Instead {
  readonly bk_inst_id?: bigint;
  readonly bk_asst_inst_id?: bigint;
}

/** True for a request that is accepted. */
function isValid({ endpoint, members }: Call, front: Front): boolean {
  const { settings } = front;
  return (
    endpoint === ADD &&
    members['bk_app_code'] === settings['BK_APP_CODE'] &&
    members['bk_app_secret'] === settings['BK_APP_SECRET'] &&
    members['bk_obj_asst_id'] === settings['CMDB_OBJ_ASST_ID'] &&
    (members['bk_username'] === settings['BK_USERNAME'] ||
      members['bk_token'] === settings['BK_TOKEN'])
  );
}

/** A server that stores what valid requests ask for between other instances. */
async function storingElsewhere(instead: Instead): Promise<Front> {
  const front: Front = await startFront((call, forward) =>
    isValid(call, front) ? forward(writeJson({ ...call.members, ...instead })) : forward(),
  );
  return front;
}

/**
 * Runs until the answer to a valid request for a pair is there, and no further.
 *
 * @param isPair - which pair
 * @returns the ledger as it is then
 */
async function killedBehind(front: Front, isPair: (source: bigint) => boolean): Promise<string> {
  let ledger = '';
  const sent: bigint[] = [];
  let kill = (): void => undefined;
  const killed = new Promise<undefined>((resolve) => {
    kill = () => {
      resolve(undefined);
    };
  });
  const parts = await sessionParts(front.settings, {
    writeLedger: (line) => (ledger += line),
    world: aClock().world,
    frame: { ...FRAME, only: ['success'] },
  });
  const { wire } = parts;
  const session = openSession({
    ...parts,
    wire: {
      ...wire,
      async send(request, signal) {
        const last = front.calls.at(-1);
        const source = last?.members['bk_inst_id'];
        if (last !== undefined && typeof source === 'bigint' && isValid(last, front)) {
          sent.push(source);
          if (isPair(source)) {
            kill();
            return new Promise(() => undefined);
          }
        }
        return wire.send(request, signal);
      },
    },
  });
  await Promise.race([drive(session, () => undefined), killed]);
  await wire.close();
  return ledger;
}

/** A whole run, and its ledger. */
async function wholeRun(front: Front) {
  let ledger = '';
  const parts = await sessionParts(front.settings, {
    writeLedger: (line) => (ledger += line),
    world: aClock().world,
    frame: { ...FRAME, only: ['success.identity.both'] },
  });
  const record = await drive(openSession(parts), () => undefined);
  await parts.wire.close();
  return { record, ledger };
}

const isFixture = (source: bigint): boolean => source === SOURCE;

/** Ids that were asked to be removed. */
function removed({ calls }: Front): unknown[] {
  return calls.filter(({ endpoint }) => endpoint === DELETE).map(({ members }) => members['id']);
}

function reasonsOf(left: readonly { readonly why: LeftReason }[]): LeftReason[] {
  return left.map(({ why }) => why);
}

describe('what a killed run left elsewhere than it asked', () => {
  it.each([
    ['between other people’s instances', OTHER_SOURCE, OTHER_TARGET],
    ['on one instance of the user’s', SOURCE, OTHER_TARGET],
    ['on the other', OTHER_SOURCE, TARGET],
  ])('is told and not touched, as it may be somebody else’s: %s', async (_, source, target) => {
    await using front = await storingElsewhere({ bk_inst_id: source, bk_asst_inst_id: target });
    const ledger = await killedBehind(front, isFixture);
    const [line] = openIn(ledger).filter(({ kind }) => kind === 'association');
    const first = await cleanUp(front.settings, ledger, { world: aClock().world });
    expect(first.ended).toBeUndefined();
    expect(first.left).toEqual([
      {
        kind: 'association',
        of: 'bk_switch_default_bk_router',
        id: line?.id,
        why: {
          kind: 'elsewhere',
          found: {
            bk_obj_asst_id: 'bk_switch_default_bk_router',
            bk_inst_id: source.toString(),
            bk_asst_inst_id: target.toString(),
            bk_obj_id: 'bk_switch',
          },
        },
      },
    ]);
    expect(removed(front)).not.toContain(BigInt(line?.id ?? 0));
    expect(front.embedded.snapshot()).toMatch(new RegExp(`^row ${line?.id ?? ''} `, 'm'));

    // It stays open, until somebody who knows has removed it.
    expect(openIn(first.ledger)).toHaveLength(1);
    const id = BigInt(line?.id ?? 0);
    await front.beside(DELETE, { bk_obj_id: 'bk_switch', id });
    const second = await cleanUp(front.settings, first.ledger, { world: aClock().world });
    expect(second).toMatchObject({ found: [], left: [] });
    expect(openIn(second.ledger)).toEqual([]);
  });

  const onOne: readonly (readonly [string, Instead])[] = [
    ['on its source', { bk_asst_inst_id: OTHER_TARGET }],
    ['on its target', { bk_inst_id: OTHER_SOURCE }],
  ];

  it.each(onOne)('is removed on an instance that the suite made: %s', async (_, instead) => {
    await using front = await storingElsewhere(instead);
    const before = front.embedded.snapshot();
    const made = (source: bigint): boolean => source !== SOURCE;
    const ledger = await killedBehind(front, made);
    expect(openIn(ledger).map(({ kind }) => kind)).toContain('instance');
    const { left, ...cleaned } = await cleanUp(front.settings, ledger, { world: aClock().world });
    // What was stored for the user’s pair may be somebody else’s.
    for (const why of reasonsOf(left)) {
      expect(why).toMatchObject({ kind: 'elsewhere' });
      expect(why.kind === 'elsewhere' ? Object.values(why.found) : []).toContain(
        (instead.bk_inst_id === undefined ? SOURCE : TARGET).toString(),
      );
    }
    for (const { id } of left) {
      await front.beside(DELETE, { bk_obj_id: 'bk_switch', id: BigInt(id ?? 0) });
    }
    expect(front.embedded.snapshot()).toBe(before);
    expect(openIn(cleaned.ledger)).toHaveLength(left.length);
  });
});

describe('what a run that was not killed left elsewhere', () => {
  it('stays open in its ledger, and a cleanup tells the same of it', async () => {
    await using front = await storingElsewhere({ bk_asst_inst_id: OTHER_TARGET });
    const { record, ledger } = await wholeRun(front);
    expect(record.leftovers.length).toBeGreaterThan(0);
    for (const why of reasonsOf(record.leftovers)) expect(why.kind).toBe('elsewhere');
    const { left } = await cleanUp(front.settings, ledger, { world: aClock().world });
    const byId = (a: { id?: string }, b: { id?: string }): number =>
      (a.id ?? '').localeCompare(b.id ?? '');
    expect(left.toSorted(byId)).toEqual(record.leftovers.toSorted(byId));
  });
});
