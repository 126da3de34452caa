import { readFileSync } from 'node:fs';
import type { Category } from '../../src/record/record.js';

/** A case as a test: its id, and what Playwright's report shows besides. */
export interface NamedCase {
  readonly id: string;
  readonly details: {
    readonly annotation: { readonly type: string; readonly description: string }[];
  };
}

/** What is read here of a case in {@link LIST}. */
interface ListedCase {
  readonly id: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly requirements: readonly string[];
}

/** The cases, as `derive` generates them from the document. */
const LIST = 'schemas/add_instance_association/cases.json';

const listed = readList();

/** The cases of a category that the document gives. */
export function casesOf(category: Category): readonly NamedCase[] {
  return listed
    .filter(({ id }) => id.startsWith(`${category}.`))
    .map(({ id, title, requirements }) => ({
      id,
      details: {
        annotation: [
          { type: 'case', description: `${title.en} · ${title.zh}` },
          ...requirements.map((requirement) => ({ type: 'requirement', description: requirement })),
        ],
      },
    }));
}

/**
 * The cases of a category, after a check that its spec names each of them and no other.
 *
 * @param names - ids of the cases, without the category
 * @throws Error that lists what is named on one side only, and where
 */
export function casesNamed(category: Category, names: readonly string[]): readonly NamedCase[] {
  const cases = casesOf(category);
  const named = names.map((name) => `${category}.${name}`);
  const spec = `tests/conformance/${category}.spec.ts`;
  const problems = [
    ...cases
      .filter(({ id }) => !named.includes(id))
      .map(({ id }) => `${id} is in ${LIST}, but ${spec} does not name it`),
    ...named
      .filter((id) => !cases.some((entry) => entry.id === id))
      .map((id) => `${spec} names ${id}, but ${LIST} has no such case`),
    ...named
      .filter((id, at) => named.indexOf(id) !== at)
      .map((id) => `${spec} names ${id} more than once`),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return cases;
}

/** `member.fault` for each fault of each member. */
export function each(faults: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(faults).flatMap(([member, those]) =>
    those.map((fault) => `${member}.${fault}`),
  );
}

function readList(): readonly ListedCase[] {
  const text = readFileSync(new URL(`../../${LIST}`, import.meta.url), 'utf8');
  const value: unknown = JSON.parse(text);
  if (isRecord(value) && Array.isArray(value['cases']) && value['cases'].every(isListedCase)) {
    return value['cases'];
  }
  throw new Error(`${LIST} is of another form: run \`npx cmdb-conformance derive\``);
}

function isListedCase(value: unknown): value is ListedCase {
  if (!isRecord(value) || !isRecord(value['title'])) return false;
  const { id, title, requirements } = value;
  return (
    typeof id === 'string' &&
    typeof title['en'] === 'string' &&
    typeof title['zh'] === 'string' &&
    Array.isArray(requirements) &&
    requirements.every((requirement) => typeof requirement === 'string')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
