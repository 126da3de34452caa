import type { DocumentFinding } from '../../document/finding.js';
import type { Lang } from '../../report/lang.js';
import { drawRows } from '../draw-rows.js';
import type { Row } from '../draw-rows.js';
import type { ListedDocument, ListedRequirement } from './listed-requirements.js';

/** Most case ids that are named; `--json` has them all. */
const MAX_CASES = 3;

const LEVELS = {
  must: { en: 'must', zh: '必须' },
  should: { en: 'should', zh: '应当' },
} as const;

const WORDS = {
  en: {
    ours: 'written by this project',
    requirements: row(['level', 'line'], 'requirement'),
    excluded: row(['line'], 'not a requirement'),
    findings: row(['line:column', 'finding'], 'in the document'),
    unaccounted: row(['line:column'], 'unaccounted for'),
    quote: 'quote: ',
    cases: 'cases: ',
    because: 'because: ',
    total: (n: number, m: number) => `${n} requirements, ${m} statements excluded with a reason.`,
  },
  zh: {
    ours: '由本项目编写',
    requirements: row(['级别', '行'], '要求'),
    excluded: row(['行'], '不作为要求'),
    findings: row(['行:列', '文档问题'], '说明'),
    unaccounted: row(['行:列'], '未能解释的文字'),
    quote: '原文：',
    cases: '用例：',
    because: '原因：',
    total: (n: number, m: number) => `共 ${n} 条要求，${m} 处说明不作为要求（附原因）。`,
  },
} as const;

/**
 * Draws the requirements of documents for a terminal.
 *
 * @param documents - what each document yields
 * @param lang - language of the words around the quotations
 * @param width - columns of the terminal
 * @returns lines, without colour; control characters of the documents are made visible
 */
export function requirementsTable(
  documents: readonly ListedDocument[],
  lang: Lang,
  width: number,
): string {
  const words = WORDS[lang];
  const sections = documents.map((document) => {
    const requirements = document.requirements.map((one) => requirementRow(one, lang));
    const exclusions = document.exclusions.map(({ source, reason }) =>
      row([String(source.line)], source.quote, words.because + reason[lang]),
    );
    const findings = document.findings.map((one) => row([place(one), one.kind], one.text[lang]));
    const unaccounted = document.unaccounted.map((text) => row([place(text)], text.quote));
    return [
      headOf(document, lang),
      drawRows(words.requirements, requirements, width),
      drawRows(words.excluded, exclusions, width),
      drawRows(words.findings, findings, width),
      drawRows(words.unaccounted, unaccounted, width),
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  });
  const requirements = documents.flatMap((document) => document.requirements);
  const exclusions = documents.flatMap((document) => document.exclusions);
  return [...sections, words.total(requirements.length, exclusions.length)].join('\n\n');
}

function headOf({ document, endpoint, ours }: ListedDocument, lang: Lang): string {
  if (endpoint === undefined) return document.path;
  const title = ours === true ? `${endpoint} · ${WORDS[lang].ours}` : endpoint;
  return `${title}\n${document.path}`;
}

function requirementRow(requirement: ListedRequirement, lang: Lang): Row {
  const { id, level, title, source, cases, reason } = requirement;
  const words = WORDS[lang];
  const more = cases.length > MAX_CASES ? ` +${cases.length - MAX_CASES}` : '';
  const named = cases.slice(0, MAX_CASES).join(', ') + more;
  const exercised = named === '' ? (reason?.[lang] ?? '') : words.cases + named;
  return row(
    [LEVELS[level][lang], String(source.line)],
    id,
    title[lang],
    words.quote + source.quote,
    exercised,
  );
}

function place({ line, column }: Pick<DocumentFinding, 'line' | 'column'>): string {
  return `${line}:${column}`;
}

function row(cells: readonly string[], ...told: readonly string[]): Row {
  return { cells, told };
}
