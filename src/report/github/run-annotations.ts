import type { RequirementResult, RunRecord } from '../../record/record.js';
import type { StaleNote } from '../../record/stale.js';
import { decisive } from '../evidence.js';
import { type FailureGroup, groupFailures } from '../group-failures.js';
import { groupReasons } from '../group-reasons.js';
import { answeredInShort, sentInShort } from '../in-short.js';
import type { Lang } from '../lang.js';
import { reasonOf } from '../reason.js';
import { aboutOf, indexRecord, nameIn, type RecordIndex } from '../record-index.js';
import { thingOf } from '../sentences/about.js';
import { asHeading, causeSentence } from '../sentences/common-cause.js';
import { outcomeHeadline } from '../sentences/conditions.js';
import { declaredSentence } from '../sentences/declared.js';
import { noteSentence } from '../sentences/note.js';
import { outcomeSentence } from '../sentences/outcome.js';
import { requirementsThat } from '../tally.js';
import { VERDICT_WORDS } from '../verdict.js';
import { followWords, rulesWords, togetherWords } from '../words.js';
import type { Annotation } from './annotation.js';

/** This many of the rules that an annotation is about are named, the rest counted. */
const MAX_NAMED = 8;

const WORDS = {
  sent: { en: 'sent: ', zh: '发送：' },
  back: { en: 'came back: ', zh: '返回：' },
  expired: { en: 'a waiver has run out', zh: '豁免已到期' },
  stale: { en: 'declared, and did not occur', zh: '已声明，但没有出现' },
} as const;

/**
 * What GitHub is to show of a run: an error for each cause of failures, and one for a run that ends
 * with another exit code than 0 though nothing failed; a warning for each reason of broken
 * recommendations and of what could not be judged, and for each waiver that has run out; a notice for
 * what is declared and did not occur.
 *
 * @param record - the record
 * @param lang - the language of the words
 * @returns each at the line of the document; text of a server in them is not yet made visible
 */
export function runAnnotations(record: RunRecord, lang: Lang): readonly Annotation[] {
  const index = indexRecord(record);
  const failed = requirementsThat(record, 'failed');
  return [
    ...(failed.length === 0 && record.exitCode !== 0 ? [ofOutcome(record, lang)] : []),
    ...groupFailures(failed, index).map((group) => ofFailure(group, index, lang)),
    ...(['warning', 'inconclusive'] as const).flatMap((verdict) =>
      groupReasons(requirementsThat(record, verdict), index).map(
        ({ reason, results }): Annotation => ({
          level: 'warning',
          title: `${VERDICT_WORDS[verdict][lang]}: ${titleOf(results, lang)}`,
          lines: [reason[lang], namesOf(results, index)],
          ...placeOf(results[0]),
        }),
      ),
    ),
    ...record.requirements.flatMap((result) => ofExpired(result, index, lang)),
    ...record.notes.flatMap((note) =>
      note.kind === 'stale-deviation' || note.kind === 'stale-waiver'
        ? [ofStale(note, record, lang)]
        : [],
    ),
  ];
}

function ofOutcome(record: RunRecord, lang: Lang): Annotation {
  const title = outcomeHeadline(record)[lang];
  return { level: 'error', title, lines: [outcomeSentence(record)[lang]] };
}

function ofFailure(
  { cause, common, followers }: FailureGroup,
  index: RecordIndex,
  lang: Lang,
): Annotation {
  const placed = decisive(index, cause);
  const together =
    common === undefined
      ? []
      : [`${togetherWords(common.results)[lang]} ${namesOf(common.results, index)}`];
  const title =
    common === undefined
      ? cause.title
      : asHeading(causeSentence(common, aboutOf(index, common.endpoint)));
  return {
    level: 'error',
    title: title[lang],
    lines: [
      `${nameIn(index, cause)}: ${reasonOf(index, cause)?.[lang] ?? ''}`,
      ...(placed === undefined
        ? []
        : [
            `${WORDS.sent[lang]}${sentInShort(placed, index.usual, 400)[lang]}`,
            `${WORDS.back[lang]}${answeredInShort(placed.exchange, 400)[lang]}`,
          ]),
      ...together,
      ...(followers.length === 0
        ? []
        : [`${followWords(followers.length)[lang]} ${namesOf(followers, index)}`]),
    ],
    ...placeOf(cause),
  };
}

function ofExpired(result: RequirementResult, index: RecordIndex, lang: Lang): Annotation[] {
  if (result.status !== 'failed' || result.waiver === undefined) return [];
  const why = declaredSentence(result)?.[lang] ?? '';
  return [
    {
      level: 'warning',
      title: WORDS.expired[lang],
      lines: [`${nameIn(index, result)}: ${why}`],
      ...placeOf(result),
    },
  ];
}

function ofStale(note: StaleNote, record: RunRecord, lang: Lang): Annotation {
  const { endpoint, requirement } = note.kind === 'stale-waiver' ? note.waiver : note;
  const result = record.requirements.find(
    (each) => each.endpoint === endpoint && each.id === requirement,
  );
  return {
    level: 'notice',
    title: WORDS.stale[lang],
    lines: [noteSentence(note, { thing: thingOf(record.endpoints) })[lang]],
    ...placeOf(result),
  };
}

function placeOf(result: RequirementResult | undefined): Pick<Annotation, 'place'> {
  return result === undefined
    ? {}
    : { place: { path: result.source.path, line: result.source.line } };
}

function titleOf(results: readonly RequirementResult[], lang: Lang): string {
  const [first] = results;
  return first !== undefined && results.length === 1
    ? first.title[lang]
    : rulesWords(results)[lang];
}

function namesOf(results: readonly RequirementResult[], index: RecordIndex): string {
  const names = results.slice(0, MAX_NAMED).map((each) => nameIn(index, each));
  const more = results.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` … +${more}` : ''}`;
}
