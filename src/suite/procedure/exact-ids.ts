import type { Text } from '../../text.js';
import { accepted } from '../experiment/accepted.js';
import type { Creation } from '../experiment/create.js';
import { wordsOf } from '../../judge/answer.js';
import { notApplicable } from '../../record/finding.js';
import type { Finding } from '../../record/finding.js';
import { fixtureMayBeWrong, isTrusted } from '../experiment/acceptance.js';
import { keep } from '../state.js';
import type { Scene, Slot } from '../state.js';

const EXACT_IN_DOUBLES = 2n ** 53n;
const EXACT = [
  ['request.bk_inst_id.exact', 'CMDB_INST_ID'],
  ['request.bk_asst_inst_id.exact', 'CMDB_ASST_INST_ID'],
] as const;

const EXACT_IDS: Text = { en: 'exact ids', zh: 'id 精确' };

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
