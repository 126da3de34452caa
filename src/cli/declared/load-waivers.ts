import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Requirement } from '../../contract/requirement.js';
import type { Waiver } from '../../record/waiver.js';
import { mistakes, readYaml, schemaOf } from '../file/yaml-file.js';

/** The file that is read where none is named. */
export const WAIVERS_FILE = 'cmdb-conformance.waivers.yaml';

/** What a waiver may name, by endpoint. */
export interface Nameable {
  readonly endpoint: string;
  readonly requirements: readonly Pick<Requirement, 'id'>[];
  /** Ids of all cases. */
  readonly cases: readonly string[];
}

/**
 * Reads waivers.
 *
 * @param path - as it was given; empty: {@link WAIVERS_FILE} in `folder`, where there is one
 * @param folder - undefined: only what was given is read
 * @param nameable - all endpoints with their requirements; asked only where there are waivers
 * @throws ConformanceError `usage` that names the line of what is wrong
 */
export function loadWaivers(
  path: string,
  folder: string | undefined,
  nameable: () => readonly Nameable[],
): readonly Waiver[] {
  const isThere = folder !== undefined && existsSync(join(folder, WAIVERS_FILE));
  if (path === '' && !isThere) return [];
  const file = path === '' ? WAIVERS_FILE : path;
  const validate = schemaOf<{ readonly waivers: readonly Waiver[] }>('waivers/waivers.schema.json');
  const { value, lineOf } = readYaml(file, validate);
  const { waivers } = value;
  if (waivers.length === 0) return [];
  const known = nameable();
  const wrong = waivers.flatMap((waiver, at) => {
    const [member, names] = unknownIn(waiver, known) ?? [];
    if (member === undefined || names === undefined) return [];
    const got = JSON.stringify(waiver[member]);
    return [
      {
        line: lineOf(['waivers', at, member]),
        en: `there is no ${member} ${got}; ${names.length === 0 ? 'none' : `for example ${names.slice(0, 3).join(', ')}`}`,
        zh: `没有名为 ${got} 的 ${member}；${names.length === 0 ? '无' : `例如 ${names.slice(0, 3).join('、')}`}`,
      },
    ];
  });
  if (wrong.length > 0) throw mistakes(file, wrong);
  return waivers;
}

/** The member of a waiver that names nothing, and what it might name. */
function unknownIn(
  waiver: Waiver,
  known: readonly Nameable[],
): readonly ['endpoint' | 'requirement' | 'case', readonly string[]] | undefined {
  const own = known.find(({ endpoint }) => endpoint === waiver.endpoint);
  if (own === undefined) return ['endpoint', known.map(({ endpoint }) => endpoint)];
  const ids = own.requirements.map(({ id }) => id);
  if (!ids.includes(waiver.requirement)) {
    return ['requirement', nearest(ids, waiver.requirement)];
  }
  if (waiver.case === undefined || own.cases.includes(waiver.case)) return undefined;
  return ['case', nearest(own.cases, waiver.case)];
}

/** Names with the longest beginning in common first. */
function nearest(names: readonly string[], wanted: string): string[] {
  const common = (name: string): number => {
    let at = 0;
    while (at < name.length && name[at] === wanted[at]) at += 1;
    return at;
  };
  return names.toSorted((a, b) => common(b) - common(a));
}
