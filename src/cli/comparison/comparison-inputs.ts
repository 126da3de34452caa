import { ESB } from '../../binding/bindings.js';
import { ConformanceError } from '../../error.js';
import type { AcceptEntry } from '../../record/comparison/comparison.js';
import type { NamedRun } from '../../record/comparison/named-run.js';
import type { PlaceholderRule } from '../../record/comparison/placeholders.js';
import { readRecord } from '../../report/read-record.js';
import { oneLine } from '../../report/visible.js';
import { mistakes, readYaml, schemaOf } from '../file/yaml-file.js';
import { findRecord } from './run-names.js';

const BINDINGS = [ESB];

/**
 * Reads a run that a command line names.
 *
 * @throws ConformanceError `usage` when there is none, or its record can't be read
 */
export async function readRun(argument: string, runsFolder: string): Promise<NamedRun> {
  const path = findRecord(argument, runsFolder);
  const record = await readRecord(path);
  const { binding: name } = record.target;
  const binding = BINDINGS.find((one) => one.name === name);
  if (binding === undefined) {
    const shown = oneLine(JSON.stringify(name), 100);
    throw new ConformanceError(
      'usage',
      {
        en: `${path} was recorded through the binding ${shown}, which this version does not know.`,
        zh: `${path} 经接入方式 ${shown} 记录，此版本不支持。`,
      },
      {
        en: `It knows ${BINDINGS.map((one) => one.name).join(', ')}. Take the version that recorded it.`,
        zh: `此版本支持 ${BINDINGS.map((one) => one.name).join('、')}。请使用记录它的版本。`,
      },
    );
  }
  return { name: argument, record, members: binding.envelope };
}

/**
 * Reads further rules for placeholders.
 *
 * @throws ConformanceError `usage` that names the line of what is wrong
 */
export function readRules(path: string): PlaceholderRule[] {
  const schema = schemaOf<{ readonly rules: readonly { name: string; pattern: string }[] }>(
    'comparison/rules.schema.json',
  );
  const { value, lineOf } = readYaml(path, schema);
  return value.rules.map(({ name, pattern }, at) => {
    try {
      return { name, pattern: new RegExp(pattern, 'gu') };
    } catch (error) {
      const why = oneLine(error instanceof Error ? error.message : String(error), 200);
      throw mistakes(path, [{ line: lineOf(['rules', at, 'pattern']), en: why, zh: why }]);
    }
  });
}

/**
 * Reads the expected differences.
 *
 * @throws ConformanceError `usage` that names the line of what is wrong
 */
export function readAccepted(path: string): readonly AcceptEntry[] {
  const schema = schemaOf<{ readonly accepted: readonly AcceptEntry[] }>(
    'comparison/accept.schema.json',
  );
  return readYaml(path, schema).value.accepted;
}
