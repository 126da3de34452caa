import { readFile, stat } from 'node:fs/promises';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { ConformanceError } from '../error.js';
import { RECORD_FORMAT, type RunRecord } from '../record/record.js';
import type { Text } from '../text.js';
import { schemaMistake } from './schema-mistake.js';
import { oneLine } from './visible.js';

const MAX_BYTES = 256 * 1024 * 1024;
const SCHEMA = new URL('../../schemas/record/results.schema.json', import.meta.url);

/**
 * Reads a record that somebody hands in, and believes nothing of it before it was checked against
 * `schemas/record/results.schema.json`.
 *
 * @param path - of a `results.json`
 * @throws ConformanceError `usage` when it can't be read, is above 256 MB, is no JSON, has another
 *   format version or another form
 */
export async function readRecord(path: string): Promise<RunRecord> {
  const value = parse(await readText(path), path);
  const format = isObject(value) ? value['format'] : undefined;
  if (format !== RECORD_FORMAT) throw otherFormat(path, format);
  compiled ??= compileSchema();
  const validate = await compiled;
  if (isValid(validate, value)) return value;
  const told = tell(validate.errors?.[0]);
  throw new ConformanceError(
    'usage',
    {
      en: `${path} is not a valid record: ${told.en}.`,
      zh: `${path} 不是有效的结果记录：${told.zh}。`,
    },
    {
      en: 'Give a results.json as a run wrote it; schemas/record/results.schema.json describes it.',
      zh: '请提供运行时写出的 results.json；其格式见 schemas/record/results.schema.json。',
    },
  );
}

/** The versions that write and read other formats than this one. */
const READERS: ReadonlyMap<unknown, string> = new Map([['cmdb-conformance/results@1', '0.1']]);

function otherFormat(path: string, format: unknown): ConformanceError {
  const reader = READERS.get(format);
  const found = format === undefined ? 'none' : oneLine(JSON.stringify(format), 80);
  return new ConformanceError(
    'usage',
    {
      en: `${path} is not a record that this version reads: its "format" is ${found}.`,
      zh: `${path} 不是此版本可读取的结果记录：其 "format" 为 ${found}。`,
    },
    reader === undefined
      ? {
          en: `Give the results.json of a run; its "format" is "${RECORD_FORMAT}".`,
          zh: `请提供某次运行的 results.json，其 "format" 为 "${RECORD_FORMAT}"。`,
        }
      : {
          en: `Version ${reader} wrote it and reads it; or run again.`,
          zh: `该文件由 ${reader} 版写出，请用该版本读取，或重新运行。`,
        },
  );
}

/** What is nested so deeply that a validator gives up is no record either. */
function isValid(validate: ValidateFunction<RunRecord>, value: unknown): value is RunRecord {
  try {
    return validate(value);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

async function readText(path: string): Promise<string> {
  const about = {
    en: 'Give the path of a results.json that a run wrote.',
    zh: '请提供某次运行写出的 results.json 的路径。',
  };
  try {
    const found = await stat(path);
    if (!found.isFile()) {
      const what = { en: `${path} is no file.`, zh: `${path} 不是文件。` };
      throw new ConformanceError('usage', what, about);
    }
    const { size } = found;
    if (size > MAX_BYTES) {
      throw new ConformanceError(
        'usage',
        {
          en: `${path} has ${size} bytes; at most ${MAX_BYTES} are read.`,
          zh: `${path} 有 ${size} 字节，最多读取 ${MAX_BYTES} 字节。`,
        },
        about,
      );
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof ConformanceError) throw error;
    throw new ConformanceError(
      'usage',
      {
        en: `${path} can't be read: ${reason(error)}.`,
        zh: `无法读取 ${path}：${reason(error)}。`,
      },
      about,
      error,
    );
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConformanceError(
      'usage',
      {
        en: `${path} is not JSON: ${oneLine(reason(error), 200)}.`,
        zh: `${path} 不是 JSON：${oneLine(reason(error), 200)}。`,
      },
      {
        en: 'Give a results.json as a run wrote it; was it cut short?',
        zh: '请提供运行时写出的完整 results.json；它是否被截断了？',
      },
      error,
    );
  }
}

/** Compiled once: a comparison reads two records, a history hundreds. */
let compiled: Promise<ValidateFunction<RunRecord>> | undefined;

async function compileSchema(): Promise<ValidateFunction<RunRecord>> {
  const schema: unknown = JSON.parse(await readFile(SCHEMA, 'utf8'));
  if (!isObject(schema)) {
    throw new ConformanceError('internal', `${SCHEMA.pathname} is no object.`, 'Install again.');
  }
  return new Ajv2020({
    strict: true,
    strictRequired: false,
    discriminator: true,
  }).compile<RunRecord>(schema);
}

/** Place and expectation of a schema error, for example `/cases/3/status must be one of "passed"`. */
function tell(error: ErrorObject | undefined): Text {
  if (error === undefined) return { en: 'it does not keep its schema', zh: '不符合其 schema' };
  const params: Readonly<Record<string, unknown>> = error.params;
  const given = params['allowedValues'] ?? params['allowedValue'] ?? params['additionalProperty'];
  const detail = given === undefined ? '' : oneLine(JSON.stringify(given), 200);
  const at = oneLine(error.instancePath === '' ? '/' : error.instancePath, 200);
  const { en, zh } = schemaMistake(error);
  return {
    en: `at ${at} it ${en}${detail === '' ? '' : ` (${detail})`}`,
    zh: `${at} ${zh}${detail === '' ? '' : `（${detail}）`}`,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
