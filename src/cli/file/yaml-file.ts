import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { ConformanceError } from '../../error.js';
import { schemaMistake } from '../../report/schema-mistake.js';
import { oneLine } from '../../report/visible.js';
import { PROJECT } from '../project.js';
import { readWhole } from './read-whole.js';

/** A file of this kind is written by hand: no right one is larger. */
const MOST_BYTES = 262_144;
/** This many mistakes are told at once. */
const MAX_TOLD = 10;

/** Steps from the root of a file: names of members, and places in lists. */
export type Steps = readonly (string | number)[];

/** A YAML file of a known form. */
export interface YamlFile<T> {
  readonly value: T;
  /** The line of what stands at a place, from 1. */
  readonly lineOf: (at: Steps) => number;
}

/** Compiles a schema of the product. */
export function schemaOf<T>(file: string): ValidateFunction<T> {
  const schema: unknown = JSON.parse(readFileSync(`${PROJECT}/schemas/${file}`, 'utf8'));
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    // It is ours, and tests hold it to the schema of schemas: here that would take longest.
    meta: false,
    validateSchema: false,
    code: { optimize: false },
  });
  addFormats.default(ajv, ['date', 'regex']);
  if (typeof schema === 'object' && schema !== null) return ajv.compile<T>(schema);
  throw new ConformanceError('internal', `schemas/${file} is no object.`, 'Install again.');
}

/**
 * Reads a YAML file and checks it. It may have no alias and no key twice, and is bounded in size.
 *
 * @param validate - for its schema
 * @throws ConformanceError `usage` that names the line of each mistake
 */
export function readYaml<T>(path: string, validate: ValidateFunction<T>): YamlFile<T> {
  const text = textOf(path);
  const lines = new LineCounter();
  const { document, value } = parsed(path, text, lines);
  const lineOf = (at: Steps): number => lines.linePos(offsetOf(document, at)).line;
  if (validate(value)) return { value, lineOf };
  throw mistakes(
    path,
    // That one of two forms was not met says nothing beside what is wrong with it.
    (validate.errors ?? [])
      .filter(({ keyword }) => keyword !== 'if')
      .map((error) => tell(error, lineOf)),
  );
}

/** What is wrong at lines of a file. */
export function mistakes(
  path: string,
  all: readonly { readonly line: number; readonly en: string; readonly zh: string }[],
): ConformanceError {
  const told = all.slice(0, MAX_TOLD);
  const more = all.length > told.length ? ` … +${all.length - told.length}` : '';
  const list = (lang: 'en' | 'zh'): string =>
    told.map((one) => `${path}:${one.line}: ${one[lang]}`).join('\n') + more;
  return new ConformanceError(
    'usage',
    { en: list('en'), zh: list('zh') },
    {
      en: 'Put right what is named; the form of the file is described in schemas/.',
      zh: '请更正以上各处；文件格式见 schemas/ 目录。',
    },
  );
}

function textOf(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readWhole(path, MOST_BYTES));
  } catch (error) {
    const why = oneLine(error instanceof Error ? error.message : String(error), 300);
    throw new ConformanceError(
      'usage',
      { en: `${path} can't be read: ${why}.`, zh: `无法读取 ${path}：${why}。` },
      { en: 'Give a YAML file in UTF-8.', zh: '请提供 UTF-8 编码的 YAML 文件。' },
      error,
    );
  }
}

function parsed(
  path: string,
  text: string,
  lineCounter: LineCounter,
): { readonly document: Document; readonly value: unknown } {
  try {
    const document = parseDocument(text, { lineCounter, uniqueKeys: true, prettyErrors: false });
    const wrong = [...document.errors, ...document.warnings].map(({ message, pos }) => {
      const words = oneLine(message, 200);
      return { line: lineCounter.linePos(pos[0]).line, en: words, zh: words };
    });
    if (wrong.length > 0) throw mistakes(path, wrong);
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return { document, value };
  } catch (error) {
    if (error instanceof ConformanceError) throw error;
    // An alias, or nesting so deep that the reader gives up.
    const words = oneLine(error instanceof Error ? error.message : String(error), 200);
    throw mistakes(path, [{ line: 1, en: words, zh: words }]);
  }
}

/** Where the key of a place stands, or the item of a list. */
function offsetOf(document: Document, at: Steps): number {
  for (let steps = at; ; steps = steps.slice(0, -1)) {
    const last = steps.at(-1);
    const parent: unknown =
      steps.length < 2 ? document.contents : document.getIn(steps.slice(0, -1), true);
    if (typeof last === 'string' && isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
      if (isScalar(pair?.key)) return pair.key.range?.[0] ?? 0;
    }
    const node: unknown = document.getIn(steps, true);
    if (isNode(node)) return node.range?.[0] ?? 0;
    if (steps.length === 0) return 0;
  }
}

function tell(
  error: ErrorObject,
  lineOf: YamlFile<unknown>['lineOf'],
): { readonly line: number; readonly en: string; readonly zh: string } {
  const { instancePath, params, keyword } = error;
  const steps = instancePath
    .split('/')
    .slice(1)
    .map((step) =>
      /^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~'),
    );
  const values: Readonly<Record<string, unknown>> = params;
  const extra = values['additionalProperty'];
  const line = lineOf(typeof extra === 'string' ? [...steps, extra] : steps);
  const given = extra ?? (keyword === 'enum' ? values['allowedValues'] : undefined);
  const detail = given === undefined ? '' : oneLine(JSON.stringify(given), 1500);
  const at = steps.length === 0 ? '/' : steps.join('.');
  const { en, zh } = schemaMistake(error);
  return {
    line,
    en: oneLine(`${at} ${en}${detail === '' ? '' : ` (${detail})`}`, 2000),
    zh: oneLine(`${at} ${zh}${detail === '' ? '' : `（${detail}）`}`, 2000),
  };
}
