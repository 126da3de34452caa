import { ConformanceError } from '../error.js';
import type { ApiDocument } from '../document/api-document.js';
import type { ConventionsDocument } from '../document/conventions.js';
import type { SharedParts } from './contract.js';
import { rulesOf } from './same-rules.js';
import { argumentsSchema, envelopeSchema } from './shared-schemas.js';

/**
 * The parts of a document that other documents have too.
 *
 * @param document - the document
 * @returns its common arguments, and its envelope with what its sample shows as null
 */
export function partsOf(document: ApiDocument): SharedParts {
  const { path, common, response: envelope } = document;
  const sample = document.responseSample?.value;
  const members = sample?.kind === 'object' ? [...sample.members] : [];
  const nulls = members.flatMap(([name, value]) => (value.kind === 'null' ? [name] : []));
  return { path, common, envelope, nullable: new Set(nulls) };
}

/**
 * The shared parts of a folder of documents: those of the document that the conventions name; of
 * what most documents say where they name none, which a further document may change.
 *
 * @param documents - sorted by path; those that this project wrote have a voice only among
 *   themselves
 * @param conventions - the conventions, where there are any
 * @returns the parts; undefined without a document
 * @throws ConformanceError `usage` when the conventions name a document that is not there
 */
export function sharedParts(
  documents: readonly ApiDocument[],
  conventions: ConventionsDocument | undefined,
): SharedParts | undefined {
  if (conventions?.sharedBy !== undefined) {
    const { line, quote: name } = conventions.sharedBy;
    const named = documents.find(({ path }) => path.split('/').at(-1) === name);
    return named === undefined ? notThere(conventions.path, line, name) : partsOf(named);
  }
  const others = documents.filter(({ ours }) => ours === undefined);
  return mostCommon((others.length > 0 ? others : documents).map(partsOf));
}

function notThere(path: string, line: number, name: string): never {
  throw new ConformanceError(
    'usage',
    {
      en: `${path}:${line}: there is no document ${name}.`,
      zh: `${path}:${line}：没有文档 ${name}。`,
    },
    {
      en: 'Name one of the documents of the folder there, or leave the section out.',
      zh: '请在此处填写目录中某篇文档的文件名，或删去这一节。',
    },
  );
}

/** What most say; of several that as many say, what is said first. */
function mostCommon(parts: readonly SharedParts[]): SharedParts | undefined {
  const said = new Map<string, SharedParts[]>();
  for (const each of parts) {
    const rules = rulesOf([argumentsSchema(each), envelopeSchema(each)]);
    said.set(rules, [...(said.get(rules) ?? []), each]);
  }
  const [most] = [...said.values()].sort((a, b) => b.length - a.length);
  return most?.[0];
}
