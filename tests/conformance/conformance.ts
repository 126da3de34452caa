import { test } from '@playwright/test';
import { ALL_CASES } from '../../src/cases/all-cases.js';
import type { Category } from '../../src/record/record.js';
import { ask } from './host/ask.js';

/** A case as a test: its id, and what Playwright's report shows besides. */
export interface NamedCase {
  readonly id: string;
  readonly details: {
    readonly annotation: { readonly type: string; readonly description: string }[];
  };
}

/**
 * The cases of a category, after a check that the spec names each of them and no other.
 *
 * @param names - ids of the cases, without the category
 * @throws Error that lists what is named on one side only
 */
export function casesNamed(category: Category, names: readonly string[]): readonly NamedCase[] {
  const cases = ALL_CASES.filter((entry) => entry.category === category);
  const named = names.map((name) => `${category}.${name}`);
  const source = `src/suite/cases/${category}.ts`;
  const problems = [
    ...cases
      .filter(({ id }) => !named.includes(id))
      .map(({ id }) => `${id} is in ${source}, but ${category}.spec.ts does not name it`),
    ...named
      .filter((id) => !cases.some((entry) => entry.id === id))
      .map((id) => `${category}.spec.ts names ${id}, but ${source} has no such case`),
    ...named
      .filter((id, at) => named.indexOf(id) !== at)
      .map((id) => `${category}.spec.ts names ${id} twice`),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return cases.map(({ id, title, requirements }) => ({
    id,
    details: {
      annotation: [
        { type: 'case', description: `${title.en} · ${title.zh}` },
        ...requirements.map((requirement) => ({ type: 'requirement', description: requirement })),
      ],
    },
  }));
}

/** `member.fault` for each fault of each member. */
export function each(faults: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(faults).flatMap(([member, those]) =>
    those.map((fault) => `${member}.${fault}`),
  );
}

/**
 * Has a case run, and passes, skips or fails the test by what came of it.
 *
 * @throws Error with the reason, the document's sentence and a line that repeats it
 */
export async function verdictOn(entry: NamedCase): Promise<void> {
  const info = test.info();
  const { status, told, remarks, exchanges } = await ask(entry.id);
  info.annotations.push(...remarks);
  if (exchanges !== undefined) {
    await info.attach('exchanges.json', { body: exchanges, contentType: 'application/json' });
  }
  test.skip(status === 'skipped', told);
  if (status === 'failed') throw new NotKept(told);
}

/** Its stack would show this file instead of what the server did. */
class NotKept extends Error {
  override readonly name = 'NotKept';

  constructor(told: string) {
    super(told);
    this.stack = told;
  }
}
