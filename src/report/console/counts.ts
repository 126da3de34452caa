import type { RunRecord } from '../../record/record.js';
import { columnsOf, padTo, type Paint, SIGNS, STYLES } from './text.js';
import type { Lang } from '../lang.js';
import { hasSeveral, sectionsOf } from '../sections.js';
import { type Tally, tallyRequirements } from '../tally.js';
import { REQUIREMENT_VERDICTS, VERDICT_WORDS } from '../verdict.js';
import { oneLine } from '../visible.js';
import { LEVEL_WORDS } from '../words.js';

/**
 * Tells the counts by level, and of several endpoints those of each.
 *
 * @param record - the record
 * @returns lines without line breaks
 */
export function countLines(record: RunRecord, lang: Lang, paint: Paint): string[] {
  const levels = (['must', 'should'] as const).map(
    (level) =>
      `  ${padTo(LEVEL_WORDS[level][lang], 8)}${tellCounts(tallyRequirements(record, level), lang, paint)}`,
  );
  if (!hasSeveral(record)) return levels;
  const sections = sectionsOf(record).map(
    (section) => [oneLine(section.endpoint, 60), tallyRequirements(section.record)] as const,
  );
  const width = Math.max(...sections.map(([name]) => columnsOf(name))) + 2;
  return [
    ...levels,
    '',
    ...sections.map(
      ([name, counts]) => `  ${padTo(name, width)}${tellCounts(counts, lang, paint)}`,
    ),
  ];
}

function tellCounts(counts: Tally, lang: Lang, paint: Paint): string {
  return REQUIREMENT_VERDICTS.filter((verdict) => counts[verdict] > 0)
    .map((verdict) =>
      paint(
        `${SIGNS[verdict]} ${counts[verdict]} ${VERDICT_WORDS[verdict][lang]}`,
        STYLES[verdict],
      ),
    )
    .join('   ');
}
