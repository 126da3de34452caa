import type { Settings } from '../config/settings.js';
import type { ContractFiles } from '../contract/contract-files.js';
import { CATEGORIES } from '../record/record.js';
import type { JudgedEndpoint } from './judged-endpoint.js';

/**
 * Tells the texts that reports hold anyway: names of the documents, of requirements and cases, values
 * of other settings, words of the reports' own. A secret like that can't be hidden without hiding them.
 *
 * @param isReportWord - whether a text occurs in what every report says
 * @returns true for a text that occurs there, whatever its letter case
 */
export function ordinaryWords(
  settings: Settings,
  { outlines, conventions }: ContractFiles,
  endpoints: readonly Pick<JudgedEndpoint, 'cases' | 'effect'>[],
  isReportWord: (value: string) => boolean,
): (value: string) => boolean {
  const requirements = [...outlines.values()].flatMap((outline) => outline.requirements);
  const texts = [
    ...[...requirements, ...conventions].flatMap(({ id, title, source }) => [
      id,
      title.en,
      title.zh,
      source.quote,
    ]),
    ...endpoints.flatMap(({ cases, effect }) => [
      ...cases.flatMap(({ id, title }) => [id, title.en, title.zh]),
      ...(effect === undefined ? [] : [effect.thing.en, effect.thing.zh]),
    ]),
    ...settings.shown.flatMap(({ name, value }) => [name, value]),
    ...CATEGORIES,
  ];
  const all = texts.join('\n').toLowerCase();
  return (value) => all.includes(value.toLowerCase()) || isReportWord(value);
}
