import { ConformanceError } from '../../error.js';
import type { JudgedEndpoint } from '../../engine/judged-endpoint.js';
import { CATEGORIES } from '../../record/record.js';

/** So many ids are suggested for one that there is not. */
const MAX_SUGGESTED = 8;

/**
 * Refuses names for `--only` that mean no case: a run without them would look as if it had judged
 * what was asked for.
 *
 * @param only - categories, requirement ids and case ids, as given
 * @param endpoints - those that are judged, with all their cases
 * @throws ConformanceError `usage` that names each of them, what is like it and all categories
 */
export function refuseUnknownNames(
  only: readonly string[],
  endpoints: readonly JudgedEndpoint[],
): void {
  const ids = new Set(
    endpoints.flatMap(({ outline: { endpoint }, cases }) =>
      cases.flatMap(({ id, category, requirements }) =>
        [...requirements, id, category].flatMap((name) => [name, `${endpoint}/${name}`]),
      ),
    ),
  );
  const categories: readonly string[] = CATEGORIES;
  const unknown = only.filter((name) => !ids.has(name) && !categories.includes(name));
  if (unknown.length === 0) return;
  const alike = [...ids].filter((id) => unknown.some((name) => isAlike(id, name)));
  const list = (names: readonly string[], between: string): string => names.join(between);
  const some = alike.slice(0, MAX_SUGGESTED);
  const suggested =
    some.length === 0
      ? { en: '', zh: '' }
      : { en: ` Alike: ${list(some, ', ')}.`, zh: `相近的有：${list(some, '、')}。` };
  const quoted = unknown.map((name) => JSON.stringify(name));
  throw new ConformanceError(
    'usage',
    {
      en: `--only names what no case exercises: ${list(quoted, ', ')}.${suggested.en}`,
      zh: `--only 指定的内容没有对应的用例：${list(quoted, '、')}。${suggested.zh}`,
    },
    {
      en: `Name a category (${list(categories, ', ')}), or a requirement or case id (npx cmdb-conformance requirements).`,
      zh: `请指定类别（${list(categories, '、')}）、要求或用例的 id（见 npx cmdb-conformance requirements）。`,
    },
  );
}

/** True when one holds the other, or they part only in their last segment. */
function isAlike(id: string, name: string): boolean {
  if (name === '') return false;
  const stem = name.slice(0, name.lastIndexOf('.') + 1);
  return id.includes(name) || name.includes(id) || (stem.includes('.') && id.startsWith(stem));
}
