import type { Settings } from '../config/settings.js';
import { ALL_CASES } from '../cases/all-cases.js';
import type { ContractFiles } from './contract-files.js';

/**
 * Tells the texts that reports hold anyway: names of the document, of requirements and cases, values
 * of other settings. A secret like that can't be hidden without hiding them.
 *
 * @returns true for a text that occurs there, whatever its letter case
 */
export function ordinaryWords(
  settings: Settings,
  contract: ContractFiles,
): (value: string) => boolean {
  const texts = [
    ...[...contract.requirements, ...contract.support].flatMap(({ id, title, source }) => [
      id,
      title.en,
      title.zh,
      source.quote,
    ]),
    ...ALL_CASES.flatMap(({ id, title }) => [id, title.en, title.zh]),
    ...settings.shown.flatMap(({ name, value }) => [name, value]),
    'an association was created all the same, but the answer has no success: refused, accepted',
  ];
  const all = texts.join('\n').toLowerCase();
  return (value) => all.includes(value.toLowerCase());
}
