import type { DocumentFinding } from '../document/finding.js';
import { displayWidth, padDisplay } from './display-width.js';
import type { ListedDocument, ListedRequirement } from './listed-requirements.js';

/** Widest column that is filled up with spaces; a longer quotation runs over. */
const MAX_COLUMN = 56;

/** Most case ids that are named in a row; `--json` has them all. */
const MAX_CASES = 3;

const WORDS = {
  en: {
    head: ['requirement', 'level', 'line', 'quote', 'cases'],
    excluded: ['line', 'not a requirement', 'because'],
    findings: ['line:column', 'finding', 'in the document'],
    unaccounted: ['line:column', 'unaccounted for'],
    total: (n: number, m: number) => `${n} requirements, ${m} statements excluded with a reason.`,
  },
  zh: {
    head: ['要求', '级别', '行', '原文', '用例'],
    excluded: ['行', '不作为要求', '原因'],
    findings: ['行:列', '文档问题', '说明'],
    unaccounted: ['行:列', '未能解释的文字'],
    total: (n: number, m: number) => `共 ${n} 条要求，${m} 处说明不作为要求（附原因）。`,
  },
} as const;

/**
 * Draws the requirements of documents for a terminal.
 *
 * @param documents - what each document yields
 * @param lang - language of the words around the quotations
 * @returns lines, without colour; control characters of the documents are made visible
 */
export function requirementsTable(documents: readonly ListedDocument[], lang: 'en' | 'zh'): string {
  const words = WORDS[lang];
  const sections = documents.map((document) => {
    const requirements = document.requirements.map((r) => requirementRow(r, lang));
    const exclusions = document.exclusions.map(({ source, reason }) => [
      String(source.line),
      source.quote,
      reason[lang],
    ]);
    const findings = document.findings.map((f) => [place(f), f.kind, f.text[lang]]);
    const unaccounted = document.unaccounted.map((text) => [place(text), text.quote]);
    return [
      document.document.path,
      grid(words.head, requirements),
      grid(words.excluded, exclusions),
      grid(words.findings, findings),
      grid(words.unaccounted, unaccounted),
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  });
  const requirements = documents.flatMap((document) => document.requirements);
  const exclusions = documents.flatMap((document) => document.exclusions);
  return [...sections, words.total(requirements.length, exclusions.length)].join('\n\n');
}

function requirementRow(requirement: ListedRequirement, lang: 'en' | 'zh'): string[] {
  const { id, level, source, cases, reason } = requirement;
  const more = cases.length > MAX_CASES ? ` +${cases.length - MAX_CASES}` : '';
  const named = cases.slice(0, MAX_CASES).join(', ') + more;
  return [
    id,
    level,
    String(source.line),
    source.quote,
    named === '' ? (reason?.[lang] ?? '') : named,
  ];
}

function place({ line, column }: Pick<DocumentFinding, 'line' | 'column'>): string {
  return `${line}:${column}`;
}

function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const lines = [head, ...rows].map((row) => row.map(visible));
  const widths = head.map((_, column) =>
    lines.reduce((widest, row) => {
      const width = displayWidth(row[column] ?? '');
      return width > MAX_COLUMN ? widest : Math.max(widest, width);
    }, 0),
  );
  return lines
    .map((row) => row.map((cell, column) => padDisplay(cell, widths[column] ?? 0)).join('  '))
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}

/** One line, runs of spaces drawn together, control and formatting characters as escapes. */
function visible(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
}
