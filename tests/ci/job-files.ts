import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../project/pages.js';

/** The jobs that users copy. */
export const JOB_FILES = [
  'github-actions.yml',
  'gitlab-ci.yml',
  'Jenkinsfile',
  'bk-ci.yml',
] as const;

/** The file of a CI system. */
export type JobFile = (typeof JOB_FILES)[number];

/** A part of a script that a CI system hands to a shell. */
export interface Step {
  readonly script: string;
  /** As the job file has it, expressions included. */
  readonly env: Readonly<Record<string, string>>;
  /** It is run also when one before it failed. */
  readonly always: boolean;
}

/** The text of a job file. */
export function textOfJob(file: JobFile): string {
  return readFileSync(join(ROOT, 'ci', file), 'utf8');
}

/** A mapping of a YAML document. */
export type Mapping = Readonly<Record<string, unknown>>;

/** What stands in a YAML document at a place; throws where there is nothing. */
export function at(document: unknown, ...path: readonly (string | number)[]): unknown {
  let found = document;
  for (const key of path) found = Array.isArray(found) ? found[Number(key)] : mapping(found)[key];
  if (found === undefined) throw new Error(`There is nothing at ${path.join('.')}.`);
  return found;
}

/** Throws where a value is no mapping. */
export function mapping(value: unknown): Mapping {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${JSON.stringify(value)} is no mapping.`);
  }
  return Object.fromEntries(Object.entries(value));
}

/** Throws where a value is no sequence. */
export function sequence(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${JSON.stringify(value)} is no sequence.`);
  return value;
}

/** The steps of a job that a shell runs, in their order. */
export function stepsOf(file: JobFile): readonly Step[] {
  const text = textOfJob(file);
  if (file === 'Jenkinsfile') {
    const scripts = [...text.matchAll(/\bsh '''([^]*?)'''/g)];
    return scripts.map(([, script = '']) => ({ script, env: {}, always: false }));
  }
  const document: unknown = parse(text);
  if (file === 'gitlab-ci.yml') {
    const job = at(document, 'conformance');
    return [
      ...linesOf(at(job, 'script')).map((script) => ({ script, env: {}, always: false })),
      ...linesOf(at(job, 'after_script')).map((script) => ({ script, env: {}, always: true })),
    ];
  }
  return Object.values(mapping(at(document, 'jobs'))).flatMap((job) =>
    sequence(at(job, 'steps'))
      .map(mapping)
      .flatMap(({ run, env, if: condition }) =>
        typeof run === 'string'
          ? [
              {
                script: run,
                env: texts(env),
                always: isAlways(condition) || isAlways(mapping(job)['if']),
              },
            ]
          : [],
      ),
  );
}

function isAlways(condition: unknown): boolean {
  return typeof condition === 'string' && /always/i.test(condition);
}

function linesOf(value: unknown): string[] {
  return sequence(value).map(String);
}

function texts(value: unknown): Record<string, string> {
  const entries = value === undefined ? [] : Object.entries(mapping(value));
  return Object.fromEntries(entries.map(([name, text]) => [name, String(text)]));
}
