import type { Ending } from '../../record/ending.js';
import type { RequirementResult, RunRecord } from '../../record/record.js';
import type { Text } from '../../text.js';
import { commonCauses } from '../causes/common-causes.js';
import { thingOf } from './about.js';
import { declaredInShort } from './conditions.js';
import { causeName } from './common-cause.js';
import { endingSentence } from './ending.js';
import { counted } from './listed.js';
import { nextStep } from './next-step.js';

type Told = Pick<
  RunRecord,
  'outcome' | 'requirements' | 'cases' | 'endpoints' | 'ended' | 'partial' | 'notes'
>;

/** This many causes are named in the sentence; the sections below have them all. */
const MAX_CAUSES = 3;

/** After these there is no verdict: it is not the API that was found wrong. */
const NOTHING_JUDGED: ReadonlySet<Ending['kind']> = new Set([
  'misconfigured',
  'no-connection',
  'not-the-api',
  'identities-refused',
  'shut-out',
  'permission',
  'fixture-wrong',
  'no-removal',
  'fixture-held',
]);

/** What a run says in short, and the next step that fits the cause: whole sentences. */
export function outcomeSentence(record: Told): Text {
  if (record.ended !== undefined && NOTHING_JUDGED.has(record.ended.kind)) {
    return nothingJudged(record, record.ended);
  }
  switch (record.outcome) {
    case 'conformant':
      return conformant(record);
    case 'nonconformant':
      return nonconformant(record);
    case 'incomplete':
      return incomplete(record);
  }
}

function nothingJudged(record: Told, ended: NonNullable<Told['ended']>): Text {
  const why = endingSentence(ended, { thing: thingOf(record.endpoints) });
  const next = nextStep(ended);
  return {
    en: `Nothing could be judged: ${why.en}. ${next === undefined ? '' : `${next.en}.`}`.trim(),
    zh: `无法判定：${why.zh}。${next === undefined ? '' : `${next.zh}。`}`,
  };
}

function conformant({ requirements }: Told): Text {
  const passed = countOf(requirements, 'must', 'passed');
  const open = countOf(requirements, 'must', 'not-applicable');
  const warned = countOf(requirements, 'should', 'failed');
  const isDeclared = requirements.some(
    ({ level, status }) => level === 'must' && status === 'deviation',
  );
  const kept =
    open === 0 && !isDeclared
      ? {
          en: `All ${passed} rules of the document are kept`,
          zh: `文档的 ${passed} 条规则全部满足`,
        }
      : {
          en: `${counted(passed, 'rule')} of the document ${passed === 1 ? 'is' : 'are'} kept${open === 0 ? '' : `, ${open} not applicable here (each says why)`}`,
          zh: `满足文档的 ${passed} 条规则${open === 0 ? '' : `，另有 ${open} 条在当前配置下不适用（各条均注明原因）`}`,
        };
  const more =
    warned === 0
      ? { en: '', zh: '' }
      : {
          en: ` ${counted(warned, 'recommendation')} ${warned === 1 ? 'is' : 'are'} not kept (${warned === 1 ? 'a warning' : 'warnings'}).`,
          zh: `另有 ${warned} 条建议未满足（警告）。`,
        };
  return { en: `${kept.en}.${more.en}`, zh: `${kept.zh}。${more.zh}` };
}

/** How much is declared, where it is not what the outcome rests on. */
function declaredBeside(record: Told): Text {
  const declared = declaredInShort(record);
  return declared === undefined
    ? { en: '', zh: '' }
    : { en: ` Not counted: ${declared.en}.`, zh: `另有${declared.zh}，不计入结论。` };
}

/** With --strict, what is declared and did not occur counts too. */
function staleOnly({ notes }: Told): Text {
  const count = notes.filter(
    ({ kind }) => kind === 'stale-deviation' || kind === 'stale-waiver',
  ).length;
  return {
    en: `${counted(count, 'declaration')} did not occur, and --strict makes that count. Take out what no longer holds: the notes below name it.`,
    zh: `有 ${count} 条声明的情况没有出现（--strict 计入结论）。请移除不再成立的声明，见下方说明。`,
  };
}

function nonconformant(record: Told): Text {
  const { requirements } = record;
  const failed = countOf(requirements, 'must', 'failed');
  const open = countOf(requirements, 'must', 'inconclusive');
  const warned = countOf(requirements, 'should', 'failed');
  if (failed === 0 && warned === 0) return staleOnly(record);
  const beside = declaredBeside(record);
  const broken =
    failed === 0
      ? {
          en: `${counted(warned, 'recommendation')} not kept, and --strict makes that count`,
          zh: `${warned} 条建议未满足（--strict 计入结论）`,
        }
      : {
          en: `${counted(failed, 'rule')} of the document ${failed === 1 ? 'is' : 'are'} broken`,
          zh: `违反了 ${failed} 条文档规则`,
        };
  const why = reasonsInShort(record, failed === 0 ? 'should' : 'must');
  const more =
    open === 0
      ? { en: '', zh: '' }
      : { en: `; ${open} could not be judged`, zh: `；另有 ${open} 条无法判定` };
  return {
    en: `${broken.en}${why.en}${more.en}. Look at the first failure below: its evidence shows what was sent and what came back.${beside.en}`,
    zh: `${broken.zh}${why.zh}${more.zh}。请从下方第一条失败看起，证据中有发送与返回的内容。${beside.zh}`,
  };
}

/** How many of the broken rules have one cause, and which: the causes of most. */
function reasonsInShort(record: Told, level: RequirementResult['level']): Text {
  const told = commonCauses(record)
    .map((cause) => ({
      count: cause.results.filter((result) => result.level === level).length,
      name: causeName(cause),
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MAX_CAUSES);
  const [first] = told;
  if (first?.count === countOf(record.requirements, level, 'failed')) {
    return { en: `, because ${first.name.en}`, zh: `，原因是${first.name.zh}` };
  }
  return {
    en: told
      .map(({ count, name }, at) => `, ${count}${at === 0 ? ' of them' : ''} because ${name.en}`)
      .join(''),
    zh: told
      .map(({ count, name }, at) => `，${at === 0 ? '其中 ' : ''}${count} 条是因为${name.zh}`)
      .join(''),
  };
}

function incomplete({ requirements, endpoints, ended, partial }: Told): Text {
  const count = countOf(requirements, 'must', 'inconclusive');
  const open = {
    en: `${counted(count, 'rule')} could not be judged.`,
    zh: `${count} 条规则无法判定`,
  };
  if (ended === undefined && count === 0 && countOf(requirements, 'must', 'passed') === 0) {
    return {
      en: 'Nothing was judged: no rule of the document is applicable here. Each says why below.',
      zh: '没有任何判定：文档的规则在此均不适用，原因见下文。',
    };
  }
  if (ended === undefined) {
    const command = partial?.command;
    return {
      en: `${open.en} Each says why below.${command === undefined ? '' : ` For the full run: ${command}`}`,
      zh: `${open.zh}，原因见下文。${command === undefined ? '' : `完整运行：${command}`}`,
    };
  }
  const why = endingSentence(ended, { thing: thingOf(endpoints) });
  const next = nextStep(ended);
  return {
    en: `The run ended early: ${why.en}. ${open.en} ${next === undefined ? 'Run again' : `${next.en}, and run again`}.`,
    zh: `运行提前结束：${why.zh}。${open.zh}。${next === undefined ? '请重新运行' : `${next.zh}，然后重新运行`}。`,
  };
}

function countOf(
  requirements: Told['requirements'],
  level: RequirementResult['level'],
  status: RequirementResult['status'],
): number {
  return requirements.filter((one) => one.level === level && one.status === status).length;
}
