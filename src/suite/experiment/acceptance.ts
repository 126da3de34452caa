import type { Text } from '../../text.js';
import type { JsonObject } from '../../json/json-value.js';
import { wordsOf } from '../../judge/answer.js';
import { keyOf } from '../places.js';
import type { Finding } from '../../record/finding.js';
import type { Scene } from '../state.js';
import { look } from './look.js';
import type { Reply } from './send.js';

/**
 * Judges that a valid request is accepted, by the identity that it carries. Where the pair is the
 * user's and nothing shows that it is right, a refusal may be due to the fixture: inconclusive.
 *
 * @param created - ids of what was created all the same, though the answer is no success
 */
export async function judgeAcceptance(
  scene: Scene,
  body: JsonObject,
  { answer, sent }: Reply,
  created: readonly bigint[],
): Promise<Finding[]> {
  const identities = (['bk_username', 'bk_token'] as const).filter((name) => name in body);
  const requirements = [
    ...identities.map((name) => `auth.${name}.accepted`),
    'endpoint.method',
    'endpoint.address',
    'response.result.meaning',
    // The document's own sample with the fixture's values: every valid request is one.
    'request.sample',
  ];
  const make = (
    status: Finding['status'],
    reason?: Text,
    more: readonly string[] = [],
  ): Finding[] =>
    [...requirements, ...more].map((requirement) => ({
      requirement,
      status,
      experiment: {
        en: `accepted by ${identities.join(' and ')}`,
        zh: `凭 ${identities.join(' 与 ')} 成功`,
      },
      evidence: [sent.exchange.n],
      ...(reason === undefined ? {} : { reason }),
    }));
  if (answer.kind === 'accepted') return make('passed');
  if (answer.kind === 'none') return make('inconclusive', answer.why, ['effect.created']);
  if (created.length > 0) {
    const ids = created.join(', ');
    return make('failed', {
      en: `the answer is no success, but an association was created (id ${ids})`,
      zh: `应答不是成功，但创建了关联关系（id ${ids}）`,
    });
  }
  if (answer.kind !== 'refused') return make('failed', answer.why);
  const said = wordsOf(answer);
  if (isHeld(scene)) {
    return make(
      'inconclusive',
      {
        en: `an association that the suite made between the same instances could not be removed: ${said.en}`,
        zh: `套件此前在相同实例间创建的关联关系未能删除：${said.zh}`,
      },
      ['effect.created'],
    );
  }
  return (await isTrusted(scene))
    ? make(
        'failed',
        { en: `a valid request is refused: ${said.en}`, zh: `合法请求被拒绝：${said.zh}` },
        ['effect.created'],
      )
    : make('inconclusive', fixtureMayBeWrong(said), ['effect.created']);
}

/** True where an association of this run between the scene's instances is not known to be removed. */
function isHeld({ state, slot }: Scene): boolean {
  for (const [id, given] of state.given) {
    if (keyOf(given.slot) === keyOf(slot) && state.ids.get(id) === 'there') return true;
  }
  return false;
}

/** What to say where a refusal may be due to the fixture. */
export function fixtureMayBeWrong(said: Text): Text {
  return {
    en: `the fixture may be wrong; check CMDB_OBJ_ASST_ID, CMDB_INST_ID and CMDB_ASST_INST_ID. The target says: ${said.en}`,
    zh: `测试数据可能有误，请检查 CMDB_OBJ_ASST_ID、CMDB_INST_ID 与 CMDB_ASST_INST_ID。目标返回：${said.zh}`,
  };
}

/**
 * True when it is known that the scene's pair can be associated: the association is there, and the suite made its instances, it
 * was accepted before, it is the embedded CMDB's, or lookups show that both instances exist.
 */
export async function isTrusted(scene: Scene): Promise<boolean> {
  const { state, slot } = scene;
  if (state.associationMissing) return false;
  if (slot.made || state.fixtureAccepted || state.settings.embedded) return true;
  state.fixtureSeen ??= isKnownToExist(scene);
  return state.fixtureSeen;
}

/** True when lookups show that both instances are a side of some association, so that they exist. */
async function isKnownToExist(scene: Scene): Promise<boolean> {
  const { slot } = scene;
  const source = await look(scene, { bk_inst_id: slot.source });
  const target = await look(scene, { bk_asst_inst_id: slot.target });
  return (source ?? []).length > 0 && (target ?? []).length > 0;
}
