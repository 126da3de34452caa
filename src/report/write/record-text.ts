import type { RunRecord } from '../../record/record.js';

/**
 * The text of `results.json`: one line for each requirement, each exchange and each head of a case,
 * so that it is short and two records can be compared line by line.
 *
 * @param record - the record
 * @returns JSON with a line break at its end
 */
export function recordText(record: RunRecord): string {
  const { cases, ...rest } = record;
  const members = Object.entries({ ...rest, cases }).map(([name, value]) => {
    const lines = name === 'cases' ? cases.map(caseText) : linesOf(value);
    return `${JSON.stringify(name)}: ${lines === undefined ? JSON.stringify(value) : list(lines)}`;
  });
  return `{\n${members.join(',\n')}\n}\n`;
}

/** A case: all that it has besides its exchanges on a line, then a line for each of those. */
function caseText({ exchanges, ...head }: RunRecord['cases'][number]): string {
  const text = JSON.stringify(head);
  return `${text.slice(0, -1)},"exchanges":${list(exchanges.map((each) => JSON.stringify(each)))}}`;
}

function linesOf(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.map((each: unknown) => JSON.stringify(each)) : undefined;
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`;
}
