import { DERIVED } from '../contract/derived-names.js';
import type { Text } from '../text.js';
import type { Case } from './case.js';
import { casesOf } from './cases-of.js';
import type { OwnCases } from './cases-of.js';
import type { Subject } from './subject.js';

const COMMENT = `${DERIVED} What each fault puts in the place of the valid value stands in src/cases/faults.ts.`;

/** What the other members of a case say already, and what says nothing of what is tried. */
const UNLISTED: ReadonlySet<string> = new Set(['category', 'trial', 'refusals', 'costs']);

/**
 * The cases of an endpoint as people read and review them: a line for each member of a case, and for
 * a round the ids of what it repeats.
 *
 * @param own - what the endpoint's effect adds
 * @param creates - what a request of the endpoint creates, in words
 * @returns the text of `cases.json`; the same cases always give the same
 */
export function caseList(subject: Subject, own: OwnCases, creates: Text): string {
  const head = {
    $comment: COMMENT,
    endpoint: subject.outline.endpoint,
    binding: subject.binding.name,
    creates,
  };
  const cases = casesOf(subject, own).map(
    (entry) => `    {\n${lines(listed(entry), '      ')}\n    }`,
  );
  return `{\n${lines(head, '  ')},\n  "cases": [\n${cases.join(',\n')}\n  ]\n}\n`;
}

function listed(entry: Case): Readonly<Record<string, unknown>> {
  const { id, kind, title, requirements } = entry;
  const rest = Object.entries(entry).filter(
    ([key, value]) => !UNLISTED.has(key) && value !== false,
  );
  return {
    id,
    kind,
    title,
    requirements,
    ...Object.fromEntries(rest),
    ...(entry.kind === 'round' ? { repeats: entry.refusals.map(({ trial }) => trial) } : {}),
  };
}

function lines(object: Readonly<Record<string, unknown>>, indent: string): string {
  return Object.entries(object)
    .map(([key, value]) => `${indent}${JSON.stringify(key)}: ${onOneLine(value)}`)
    .join(',\n');
}

/** JSON on one line, with a space where a reader wants one. */
function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, one]) => `"${key}": ${onOneLine(one)}`);
  return `{ ${members.join(', ')} }`;
}
