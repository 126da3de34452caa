import type { ApiDocument, DocumentMember } from './api-document.js';
import { MAX_DOCUMENT_LENGTH, readBlocks } from './blocks.js';
import { checkSample } from './check-samples.js';
import { checkCharacters, checkWording } from './check-wording.js';
import { find, type DocumentFinding, type Notes } from './finding.js';
import { readMembers } from './nested-tables.js';
import type { Quoted } from './quoted.js';
import { readSampleOf } from './section-sample.js';
import { readProse, readWord } from './section-words.js';
import { readSections, type SectionName } from './sections.js';
import { withoutTemplateLines } from './template-lines.js';

const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

const SECTIONS: readonly (readonly [SectionName, string])[] = [
  ['method', '请求方法'],
  ['address', '请求地址'],
  ['common', '通用参数'],
  ['function', '功能描述'],
  ['request', '接口参数'],
  ['requestSample', '请求参数示例'],
  ['responseSample', '返回结果示例'],
  ['response', '返回结果参数说明'],
];

/**
 * Reads the Markdown text of one API endpoint. Any text gives a document: what is wrong in it
 * becomes a finding, what nothing explains is listed as unaccounted for.
 *
 * @param text - the Markdown
 * @param path - its path, relative to the project, with forward slashes
 * @returns what the document states, each statement with line, column and quoted words
 */
export function readDocument(text: string, path: string): ApiDocument {
  const notes: Notes = { findings: [], unaccounted: [] };
  const bounded = withinBounds(text, notes);
  const written = readBlocks(bounded.startsWith('\uFEFF') ? bounded.slice(1) : bounded);
  const blocks = withoutTemplateLines(written, notes);
  checkCharacters(bounded, notes);
  checkWording(blocks, notes);
  const { preamble, sections } = readSections(blocks, notes);
  for (const [name, heading] of SECTIONS) {
    if (sections.has(name)) continue;
    const at = { line: 1, column: 1 };
    find(notes, at, 'missing', `There is no section "${heading}".`, `缺少章节“${heading}”。`);
  }

  const ours = readProse(preamble, 'document', notes).find(({ rule }) => rule === 'ours');
  const method = readWord(sections.get('method'), (word) => METHODS.has(word), notes);
  const address = readWord(sections.get('address'), isAddress, notes);
  const endpoint = address?.quote.split('/').findLast((step) => step !== '');
  const common = readMembers(sections.get('common'), 'common', notes);
  const purpose = sections.get('function')?.blocks ?? [];
  const descriptionClauses = readProse(purpose, 'function', notes);
  const description = purpose[0]?.words[0];
  const request = readMembers(sections.get('request'), 'request', notes);
  const requestSample = readSampleOf(sections.get('requestSample'), notes);
  const responseSample = readSampleOf(sections.get('responseSample'), notes);
  const response = readMembers(sections.get('response'), 'response', notes);

  if (requestSample?.value) checkSample([...common, ...request], requestSample.value, false, notes);
  if (responseSample?.value) checkSample(response, responseSample.value, true, notes);
  checkSilence(response, notes);
  checkNames(common, notes);

  return {
    path,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(method === undefined ? {} : { method }),
    ...(address === undefined ? {} : { address }),
    ...(description === undefined ? {} : { description }),
    descriptionClauses,
    ...(ours === undefined ? {} : { ours }),
    common,
    request,
    ...(requestSample === undefined ? {} : { requestSample }),
    ...(responseSample === undefined ? {} : { responseSample }),
    response,
    findings: inOrder(notes.findings),
    unaccounted: inOrder(notes.unaccounted).map(({ line, column, quote }) => ({
      line,
      column,
      quote,
    })),
  };
}

function withinBounds(text: string, notes: Notes): string {
  if (text.length <= MAX_DOCUMENT_LENGTH) return text;
  const at = { line: 1, column: 1 };
  const en = `The document has ${text.length} characters; at most ${MAX_DOCUMENT_LENGTH} are read.`;
  const zh = `文档共 ${text.length} 个字符，最多读取 ${MAX_DOCUMENT_LENGTH} 个。`;
  find(notes, at, 'too-long', en, zh);
  notes.unaccounted.push({ ...at, quote: '…' });
  return '';
}

function isAddress(word: string): boolean {
  return /^(?:\/[\w.-]+)*\/[A-Za-z_]\w*\/?$/u.test(word);
}

function checkSilence(response: readonly DocumentMember[], notes: Notes): void {
  const [first] = response;
  if (first === undefined || first.required !== undefined) return;
  find(
    notes,
    first.row,
    'silent-table',
    'The response table does not say which members every answer holds, on failure too.',
    '返回结果表没有说明哪些字段在每个应答（包括失败应答）中必有。',
  );
}

/** A clause that speaks of a member which is not in the table says nothing that can be checked. */
function checkNames(common: readonly DocumentMember[], notes: Notes): void {
  const names = new Set(common.map((member) => member.name));
  for (const clause of common.flatMap((member) => member.clauses)) {
    if (!clause.names.every((name) => names.has(name))) notes.unaccounted.push(clause);
  }
}

function inOrder<T extends DocumentFinding | Quoted>(notes: readonly T[]): T[] {
  return [...notes].sort((a, b) => a.line - b.line || a.column - b.column);
}
