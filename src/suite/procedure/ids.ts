import type { Text } from '../../contract/text.js';
import { create } from '../experiment/create.js';
import type { Creation } from '../experiment/create.js';
import { wordsOf } from '../judge/answer.js';
import { notApplicable } from '../judge/finding.js';
import type { Finding } from '../judge/finding.js';
import { fixtureMayBeWrong, isTrusted } from '../experiment/acceptance.js';
import { validRequest } from '../request.js';
import { keep } from '../state.js';
import type { Scene, Slot } from '../state.js';

const EXACT_IN_DOUBLES = 2n ** 53n;
const EXACT = [
  ['request.bk_inst_id.exact', 'CMDB_INST_ID'],
  ['request.bk_asst_inst_id.exact', 'CMDB_ASST_INST_ID'],
] as const;

const EXACT_IDS: Text = { en: 'exact ids', zh: 'id 精确' };
const TWO: Text = { en: 'two creations', zh: '两次创建' };
const EIGHT: Text = { en: 'eight at once', zh: '八个并发创建' };

/** Ids above 2^53 are kept exactly: a success between instances that have such ids shows it. */
export async function exactIds(scene: Scene): Promise<void> {
  const slot = bigSlot(scene);
  const lacking = EXACT.filter((_, side) => !isBig(side === 0 ? slot.source : slot.target));
  for (const [requirement, variable] of lacking) {
    keep(
      scene,
      notApplicable([requirement], EXACT_IDS, {
        en: `no instance with an id above 2^53; set ${variable} to one`,
        zh: `没有 id 大于 2^53 的实例；可将 ${variable} 设为这样的实例`,
      }),
    );
  }
  if (lacking.length === EXACT.length) return;
  const creation = await accepted({ ...scene, slot });
  await creation.remove();
  if (creation.accepted) return;
  const trusted = await isTrusted({ ...scene, slot });
  const status = trusted && creation.reply.answer.kind !== 'none' ? 'failed' : 'inconclusive';
  const reason = refusedReason(creation, trusted);
  keep(
    scene,
    EXACT.filter((entry) => !lacking.includes(entry)).map(([requirement]): Finding => ({
      requirement,
      status,
      experiment: EXACT_IDS,
      reason,
      evidence: [creation.reply.sent.exchange.n],
    })),
  );
}

function refusedReason(creation: Creation, trusted: boolean): Text {
  const said = wordsOf(creation.reply.answer);
  return trusted
    ? {
        en: `instances with such ids exist, but associating them does not succeed: ${said.en}`,
        zh: `这样的实例存在，但关联未成功：${said.zh}`,
      }
    : fixtureMayBeWrong(said);
}

function isBig(id: bigint): boolean {
  return id > EXACT_IN_DOUBLES || id < -EXACT_IN_DOUBLES;
}

/** The fixture, or a pair that the suite made where only that has large ids or can be associated. */
function bigSlot({ state, slot }: Scene): Slot {
  const { fixture, fixtureTaken, made } = state;
  const candidates = fixtureTaken === undefined ? [fixture, ...made] : made;
  return (
    candidates.find(({ source, target }) => isBig(source) && isBig(target)) ?? candidates[0] ?? slot
  );
}

function accepted(scene: Scene): Promise<Creation> {
  const { settings, identity } = scene.state;
  return create(scene, validRequest(settings, scene.slot, identity), 'request');
}

/** Two associations at once have two ids; an id is not given again after its deletion. */
export async function twoCreations(scene: Scene): Promise<void> {
  const [first, second] = scene.state.made;
  if (first === undefined || second === undefined) {
    // Without pairs of its own the suite can still see whether an id comes again.
    for (let round = 0; round < 2; round += 1) await (await accepted(scene)).remove();
    return;
  }
  const one = await accepted({ ...scene, slot: first });
  const two = await accepted({ ...scene, slot: second });
  keep(scene, [distinct([one, two], TWO)]);
  await one.remove();
  await two.remove();
  if (scene.state.ended !== undefined) return;
  const three = await accepted({ ...scene, slot: first });
  await three.remove();
}

function distinct(creations: readonly Creation[], experiment: Text): Finding {
  const evidence = creations.map((creation) => creation.reply.sent.exchange.n);
  const ids = creations.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const base = { requirement: 'response.data.id.identity', experiment, evidence };
  if (ids.length < creations.length) {
    return {
      ...base,
      status: 'inconclusive',
      reason: { en: 'not every creation gave an id', zh: '并非每次创建都返回 id' },
    };
  }
  if (new Set(ids).size < ids.length) {
    const list = ids.join(', ');
    return {
      ...base,
      status: 'failed',
      reason: { en: `ids are not distinct: ${list}`, zh: `id 有重复：${list}` },
    };
  }
  return { ...base, status: 'passed' };
}

/** Eight creations under way at the same time give eight associations with eight ids. */
export async function eightAtOnce(scene: Scene): Promise<void> {
  const { made, whyNoneMade } = scene.state;
  if (made.length < 8) {
    const why = whyNoneMade ?? { en: 'no instances', zh: '没有实例' };
    keep(
      scene,
      notApplicable(['response.data.id.identity', 'effect.created'], EIGHT, {
        en: `it takes eight pairs of instances that the suite makes: ${why.en}`,
        zh: `需要由套件创建八对实例：${why.zh}`,
      }),
    );
    return;
  }
  const creations = await Promise.all(made.map((slot) => accepted({ ...scene, slot })));
  keep(scene, [distinct(creations, EIGHT)]);
  const refused = creations.filter(
    ({ accepted: taken, reply }) => !taken && reply.answer.kind !== 'none',
  );
  if (refused.length > 0) {
    keep(scene, [
      {
        requirement: 'effect.created',
        status: 'failed',
        experiment: EIGHT,
        reason: {
          en: `${refused.length} of 8 creations at once were not accepted`,
          zh: `8 个并发创建中有 ${refused.length} 个未被接受`,
        },
        evidence: refused.map((creation) => creation.reply.sent.exchange.n),
      },
    ]);
  }
  for (const creation of creations) await creation.remove();
}
