import { basename } from 'node:path';
import { buildContract } from '../../contract/build-contract.js';
import { requirementFiles } from '../../contract/derived-files.js';
import { readDocument } from '../../document/read-document.js';
import { ConformanceError } from '../../error.js';
import { documentChanges } from '../../record/comparison/document-changes.js';
import type { StatedRequirement } from '../../record/comparison/document-changes.js';
import { COMPARISON_EXIT_CODES } from '../../record/exit-code.js';
import { drawDocumentChanges } from '../../report/comparison/document-changes.js';
import type { Lang } from '../../report/lang.js';
import { readWhole } from '../file/read-whole.js';
import { utf8Text } from '../file/utf8-text.js';

/** No text that is larger is a document. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Compares what two documents state: the requirements that the contract of each yields.
 *
 * @returns the exit code: 0 where nothing differs, else 10
 * @throws ConformanceError `usage` for a file that can't be read, or is no document of an endpoint
 */
export function docsDiffCommand(
  before: string,
  after: string,
  options: { readonly json: boolean; readonly lang: Lang },
): number {
  const changes = documentChanges(statedIn(before), statedIn(after));
  const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  const width = process.stdout.columns || 100;
  process.stdout.write(
    options.json
      ? `${JSON.stringify(changes, null, 2)}\n`
      : drawDocumentChanges(changes, options.lang, { color, width }),
  );
  return changes.length === 0 ? COMPARISON_EXIT_CODES.same : COMPARISON_EXIT_CODES.different;
}

function statedIn(path: string): StatedRequirement[] {
  const contract = buildContract([readDocument(textOf(path), basename(path))]);
  return [...requirementFiles(contract, undefined, () => '').values()].flatMap(
    ({ endpoint, requirements }) =>
      endpoint === undefined
        ? []
        : requirements.map(({ id, level, source }) => ({ endpoint, id, level, source })),
  );
}

function textOf(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readWhole(path, MAX_BYTES);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConformanceError(
      'usage',
      {
        en: `The document ${path} can’t be read: ${why}.`,
        zh: `无法读取文档 ${path}：${why}。`,
      },
      { en: 'Give the Markdown file of an endpoint.', zh: '请提供某个接口的 Markdown 文件。' },
      cause,
    );
  }
  return utf8Text(path, bytes);
}
