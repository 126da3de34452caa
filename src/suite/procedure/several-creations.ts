import type { Text } from '../../text.js';
import { accepted } from '../experiment/accepted.js';
import { create } from '../experiment/create.js';
import type { Creation } from '../experiment/create.js';
import { sweep } from '../experiment/look.js';
import type { FoundRow } from '../experiment/look.js';
import { notApplicable } from '../../record/finding.js';
import type { Finding } from '../../record/finding.js';
import { validRequest } from '../request.js';
import { isOver, keep } from '../state.js';
import type { Scene, Slot } from '../state.js';

const TWO: Text = { en: 'two creations', zh: '两次创建' };
const EIGHT: Text = { en: 'eight at once', zh: '八个并发创建' };

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
  if (isOver(scene.state)) return;
  const three = await accepted({ ...scene, slot: first });
  await three.remove();
  if (!isOver(scene.state)) await sharedSides(scene, first, second);
}

const SHARED: Text = { en: 'a second association of one instance', zh: '同一实例的第二个关联' };

/**
 * A creation changes nothing but what it creates: another association of the same source, or of the
 * same target, stays. Whether there may be another is for the mapping to say, not for the document.
 */
async function sharedSides(scene: Scene, first: Slot, second: Slot): Promise<void> {
  const { mapping } = scene.state;
  const others: Slot[] = [
    ...(mapping === 'n:n' || mapping === '1:n' ? [{ ...first, target: second.target }] : []),
    ...(mapping === 'n:n' ? [{ ...second, target: first.target }] : []),
  ];
  if (others.length === 0) return;
  const one = await accepted({ ...scene, slot: first });
  const more: Creation[] = [];
  for (const slot of others) {
    const body = validRequest(scene.state.settings, slot, scene.state.identity);
    more.push(await create({ ...scene, slot }, body, 'request', true));
  }
  if (one.id !== undefined && more.some(({ accepted: taken }) => taken)) {
    const rows = await sweep({ ...scene, slot: first }, [{ source: first.source }]);
    if (rows !== undefined) keep(scene, [stays(one, rows)]);
  }
  for (const creation of [...more, one]) await creation.remove();
}

function stays(creation: Creation, rows: readonly FoundRow[]): Finding {
  const id = creation.id ?? 0n;
  const base = {
    requirement: 'effect.created',
    experiment: SHARED,
    evidence: [creation.reply.sent.exchange.n],
  };
  if (rows.some((row) => row.id === id)) return { ...base, status: 'passed' };
  return {
    ...base,
    status: 'failed',
    reason: {
      en: `association ${id} was gone after another one with the same source or target was created`,
      zh: `创建源实例或目标实例相同的另一个关联后，关联关系 ${id} 消失了`,
    },
  };
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
