import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPage, ROOT } from '../project/pages.js';
import { at, JOB_FILES, mapping, sequence, stepsOf, textOfJob } from './job-files.js';

const require = createRequire(import.meta.url);

/** What the parser of GitHub finds wrong in a workflow. */
async function errorsInWorkflow(content: string): Promise<string[]> {
  const { context, value } = parseWorkflow(
    { name: 'conformance.yml', content },
    new NoOperationTraceWriter(),
  );
  if (value === undefined) return context.errors.getErrors().map(({ message }) => message);
  const { errors = [] } = await convertWorkflowTemplate(context, value);
  return [
    ...context.errors.getErrors().map(({ message }) => message),
    ...errors.map(({ Message }) => Message),
  ];
}

describe('github-actions.yml', () => {
  const text = textOfJob('github-actions.yml');

  it('is a workflow for the parser of GitHub', async () => {
    expect(await errorsInWorkflow(text)).toEqual([]);
    expect(await errorsInWorkflow(text.replace('runs-on:', 'run-on:'))).not.toEqual([]);
    expect(await errorsInWorkflow(text.replace('github.token', 'gihtub.token'))).not.toEqual([]);
  });

  it('gives each job the least permissions, and the write token to none that installs', () => {
    const document: unknown = parse(text);
    expect(at(document, 'permissions')).toEqual({});
    expect(at(document, 'jobs', 'conformance', 'permissions')).toEqual({ contents: 'read' });
    expect(at(document, 'jobs', 'comment', 'permissions')).toEqual({
      contents: 'read',
      'pull-requests': 'write',
    });
    const run = JSON.stringify(at(document, 'jobs', 'conformance'));
    expect(run).not.toContain('github.token');
    for (const [, used = ''] of text.matchAll(/uses: (.*)/g)) {
      expect(used).toMatch(/^actions\/[\w/-]+@v\d+$/);
    }
  });

  it('puts no expression into a script, where its value would be code', () => {
    for (const { script } of stepsOf('github-actions.yml')) expect(script).not.toContain('${{');
  });

  it('hands secrets over as secrets, and to the run alone', () => {
    const secrets = [...text.matchAll(/^ +(\w+): \$\{\{ secrets\.(\w+) \}\}$/gm)];
    expect(secrets.map(([, name]) => name)).toEqual(['BK_APP_SECRET', 'BK_TOKEN']);
    const [run] = stepsOf('github-actions.yml');
    expect(Object.keys(run?.env ?? {})).toEqual(expect.arrayContaining(['BK_APP_SECRET']));
  });
});

describe('gitlab-ci.yml', () => {
  it('is valid for the schema of GitLab, which gitlab-ci-local carries', async () => {
    const path = require.resolve('gitlab-ci-local/src/schema/schema.js');
    const carried: unknown = await import(pathToFileURL(path).href);
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      mapping(at(carried, 'schema')),
    );
    const text = textOfJob('gitlab-ci.yml');
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(parse(text.replace('when: always', 'when: ever')))).toBe(false);
    expect(validate(parse(text.replace('exit_codes:', 'exit_code:')))).toBe(false);
  });

  it('publishes also when red, and compares only in merge requests', () => {
    const job = at(parse(textOfJob('gitlab-ci.yml')), 'conformance');
    expect(at(job, 'artifacts', 'when')).toBe('always');
    expect(at(job, 'cache', 'policy')).toBe('$LAST_GOOD');
    expect(at(job, 'rules', 0, 'variables')).toEqual({ LAST_GOOD: 'pull' });
  });
});

// No package reads a Jenkinsfile without Java or a running Jenkins: its brackets and its parts.
describe('Jenkinsfile', () => {
  const text = textOfJob('Jenkinsfile');

  it('is a declarative pipeline whose brackets and quotes close', () => {
    const bare = text
      .replace(/^ *\/\/.*$/gm, '')
      .replace(/'''[^]*?'''/g, '')
      .replace(/'[^'\n]*'/g, '');
    expect(bare).not.toMatch(/['"]/);
    const open: string[] = [];
    const pairs: Readonly<Record<string, string>> = { '}': '{', ')': '(', ']': '[' };
    for (const [bracket] of bare.matchAll(/[{}()[\]]/g)) {
      const wanted = pairs[bracket];
      if (wanted === undefined) open.push(bracket);
      else expect(open.pop()).toBe(wanted);
    }
    expect(open).toEqual([]);
    const directives = [...bare.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name);
    expect(directives).toEqual(['agent', 'options', 'triggers', 'environment', 'stages', 'post']);
  });

  it('takes its secret from the credentials, and publishes also when red', () => {
    expect(text).toMatch(/BK_APP_SECRET = credentials\('[\w-]+'\)/);
    const always = /always \{([^]*)/.exec(text)?.[1] ?? '';
    for (const step of ['junit ', 'archiveArtifacts ', 'publishHTML ']) {
      expect(always).toContain(step);
    }
  });
});

// No package carries the schema of BlueKing CI: what its documentation says of pipelines of v3.0.
describe('bk-ci.yml', () => {
  const document: unknown = parse(textOfJob('bk-ci.yml'));

  it('has members that pipelines have', () => {
    expect(at(document, 'version')).toBe('v3.0');
    expect(Object.keys(mapping(document))).toEqual(
      expect.arrayContaining(['version', 'name', 'on', 'concurrency', 'variables', 'jobs']),
    );
    expect(Object.keys(mapping(document))).toHaveLength(6);
    for (const [name, variable] of Object.entries(mapping(at(document, 'variables')))) {
      expect(name).toMatch(/^[A-Z][A-Z0-9_]{0,63}$/);
      expect(Object.keys(mapping(variable))).toEqual(['value']);
    }
  });

  it('has steps that check out or run, the last one also when red', () => {
    const steps = sequence(at(document, 'jobs', 'conformance', 'steps')).map(mapping);
    for (const step of steps) {
      const kinds = ['checkout', 'run', 'uses'].filter((kind) => kind in step);
      expect(kinds).toHaveLength(1);
      const known = ['checkout', 'run', 'uses', 'with', 'name', 'if'];
      expect(Object.keys(step).filter((key) => !known.includes(key))).toEqual([]);
    }
    expect(steps.at(-1)?.['if']).toBe('ALWAYS_UNLESS_CANCELLED');
  });

  it('takes its secret from the credentials', () => {
    const [run] = stepsOf('bk-ci.yml');
    expect(run?.script).toContain('${{ settings.bk_app_secret.password }}');
    expect(Object.keys(mapping(at(document, 'variables')))).not.toContain('BK_APP_SECRET');
  });
});

it('docs/ci.md has every variable of the scripts, and no other', () => {
  const scripts = ['conformance.sh', 'comment.mjs'].map((name) =>
    readFileSync(join(ROOT, 'ci', name), 'utf8'),
  );
  const read = scripts.join('').matchAll(/CONFORMANCE_[A-Z_]+/g);
  const told = readPage('docs/ci.md').tables.flatMap((rows) =>
    rows.flatMap(([first]) => first?.code.filter((code) => code.startsWith('CONFORMANCE_')) ?? []),
  );
  expect(told.sort()).toEqual([...new Set([...read].map(([name]) => name))].sort());
});

it.each(JOB_FILES)('%s calls the script, in a step that a shell runs', (file) => {
  const scripts = stepsOf(file).map(({ script }) => script);
  expect(scripts.filter((script) => script.includes('bash ci/conformance.sh'))).toHaveLength(1);
});
