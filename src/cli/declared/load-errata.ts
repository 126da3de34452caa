import { existsSync } from 'node:fs';
import type { Erratum } from '../../contract/erratum.js';
import { readYaml, schemaOf } from '../file/yaml-file.js';

/**
 * Reads the errata of documents.
 *
 * @param path - nothing need be there
 * @throws ConformanceError `usage` that names the line of what is wrong
 */
export function loadErrata(path: string): readonly Erratum[] {
  if (!existsSync(path)) return [];
  const validate = schemaOf<{ readonly errata: readonly Erratum[] }>('errata/errata.schema.json');
  return readYaml(path, validate).value.errata;
}
