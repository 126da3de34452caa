import { ConformanceError } from '../error.js';
import type { EndpointFile, RequirementsFile } from './derived-files.js';
import { outlineOf, type EndpointOutline, type Schema } from './outline.js';
import type { Exclusion, Requirement } from './requirement.js';

/** The derived files, as far as a run needs them. */
export interface ContractFiles {
  /** Every document that they were derived from, the conventions among them. */
  readonly documents: readonly { readonly path: string; readonly sha256: string }[];
  /** By endpoint, in the order of their names. */
  readonly outlines: ReadonlyMap<string, EndpointOutline>;
  /** Statements that yield no requirement, by endpoint. */
  readonly exclusions: ReadonlyMap<string, readonly Exclusion[]>;
  /** What no document says, but holds for every endpoint. */
  readonly conventions: readonly Requirement[];
  /** All derived schemas, each with its `$id`. */
  readonly schemas: readonly Schema[];
}

/**
 * Puts the derived files together.
 *
 * @param files - all `requirements.json`, parsed and known to be of that form, sorted by endpoint
 * @param schemas - all derived schemas, each with its `$id`
 * @returns what a run needs of them
 * @throws ConformanceError `internal` when a schema is missing
 */
export function assembleFiles(
  files: readonly RequirementsFile[],
  schemas: readonly Schema[],
): ContractFiles {
  const schema = (name: string): Schema =>
    schemas.find(({ $id }) => typeof $id === 'string' && $id.endsWith(`/${name}.schema.json`)) ??
    missing(name);
  const endpoints = files.filter(isEndpointFile);
  return {
    documents: files.map((file) => file.document),
    outlines: new Map(
      endpoints.map((requirements) => {
        const { endpoint } = requirements;
        const outline = outlineOf({
          requirements,
          request: schema(`${endpoint}/request`),
          success: schema(`${endpoint}/success`),
          commonArguments: schema('esb/common-arguments'),
          envelope: schema('esb/envelope'),
        });
        return [endpoint, outline];
      }),
    ),
    exclusions: new Map(endpoints.map(({ endpoint, exclusions }) => [endpoint, exclusions])),
    conventions: files.flatMap((file) => (isEndpointFile(file) ? [] : file.requirements)),
    schemas,
  };
}

function isEndpointFile(file: RequirementsFile): file is EndpointFile {
  return file.endpoint !== undefined;
}

function missing(name: string): never {
  throw new ConformanceError(
    'internal',
    {
      en: `The derived file ${name}.schema.json is missing.`,
      zh: `缺少派生文件 ${name}.schema.json。`,
    },
    {
      en: 'Run `npx cmdb-conformance derive` in the project.',
      zh: '请在项目中运行 `npx cmdb-conformance derive`。',
    },
  );
}
