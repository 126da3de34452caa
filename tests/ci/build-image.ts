import { chmod, copyFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { Copy, DockerfileParser, Entrypoint, From } from 'dockerfile-ast';
import type { Instruction } from 'dockerfile-ast';
import { ROOT } from '../project/pages.js';
import { ended } from './ended.js';

/** What was built from the Dockerfile without Docker. */
export interface Image {
  /** What is `/` in the image. */
  readonly root: string;
  readonly workdir: string;
  readonly user: string;
  readonly entrypoint: readonly string[];
}

/** A stage while it is built. */
interface Stage {
  readonly root: string;
  workdir: string;
  user: string;
  entrypoint: readonly string[];
}

/** The instructions of the Dockerfile, in their order. */
export async function readDockerfile(): Promise<Instruction[]> {
  return DockerfileParser.parse(await readFile(join(ROOT, 'Dockerfile'), 'utf8')).getInstructions();
}

/** What `.dockerignore` lets through: it excludes everything, and then names what it does not. */
async function readContext(): Promise<string[]> {
  const text = await readFile(join(ROOT, '.dockerignore'), 'utf8');
  const [first, ...names] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const strange = names.find((name) => !name.startsWith('!'));
  if (first !== '*' || strange !== undefined) throw new Error(`.dockerignore: ${String(strange)}`);
  return names.map((name) => name.slice(1));
}

/**
 * Performs the instructions of the Dockerfile as they stand, each stage below a folder of its own in
 * place of `/`, with the Node that runs the tests in place of that of the base image. Only what npm
 * would install for building is the `node_modules` of the project, which are from the same lock.
 *
 * @param folder - an empty folder, without a space in its path
 */
export async function buildImage(folder: string): Promise<Image> {
  // Another user has to read what is built in there.
  await chmod(folder, 0o755);
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  for (const instruction of await readDockerfile()) {
    if (instruction instanceof From) {
      const name = instruction.getBuildStage() ?? 'image';
      stage = await baseImage(join(folder, name));
      stages.set(name, stage);
    } else if (stage === undefined) throw new Error(`${instruction.toString()} without FROM`);
    else await perform(instruction, stage, stages);
  }
  if (stage === undefined) throw new Error('The Dockerfile has no FROM.');
  return stage;
}

/**
 * To install all five hundred packages once more takes longer than everything else. Those that the
 * product needs are installed.
 */
const NPM = `#!/bin/sh
[ "$*" = 'ci --ignore-scripts' ] && exec ln -s '${join(ROOT, 'node_modules')}' node_modules
exec '${join(dirname(process.execPath), 'npm')}' "$@"
`;

async function baseImage(root: string): Promise<Stage> {
  const bin = join(root, 'usr', 'local', 'bin');
  await mkdir(bin, { recursive: true });
  await mkdir(join(root, 'tmp'));
  await copyFile(process.execPath, join(bin, 'node'));
  await writeFile(join(bin, 'npm'), NPM, { mode: 0o755 });
  return { root, workdir: '/', user: 'root', entrypoint: [] };
}

async function perform(
  instruction: Instruction,
  stage: Stage,
  stages: ReadonlyMap<string, Stage>,
): Promise<void> {
  const content = instruction.getRawArgumentsContent() ?? '';
  if (instruction instanceof Copy) return copyInto(stage, instruction, stages);
  if (instruction instanceof Entrypoint) {
    stage.entrypoint = instruction.getJSONStrings().map((string) => string.getJSONValue());
    return;
  }
  switch (instruction.getKeyword()) {
    case 'RUN':
      return runIn(stage, content);
    case 'WORKDIR':
      stage.workdir = content;
      await mkdir(join(stage.root, content), { recursive: true });
      return;
    case 'USER':
      stage.user = content;
      return;
    case 'VOLUME':
      return;
    default:
      throw new Error(`No test performs ${instruction.toString()}.`);
  }
}

async function copyInto(
  stage: Stage,
  instruction: Copy,
  stages: ReadonlyMap<string, Stage>,
): Promise<void> {
  const [from = '', to = ''] = instruction.getArguments().map((each) => each.getValue());
  const target = to.startsWith('/') ? join(stage.root, to) : join(stage.root, stage.workdir, to);
  const source = stages.get(instruction.getFromFlag()?.getValue() ?? '');
  if (source !== undefined) {
    // A folder: what is in it. `cp` of Node would take seconds for what `npm ci` installed.
    await mkdir(target, { recursive: true });
    const args = ['-a', `${join(source.root, from)}/.`, target];
    const { code, err } = await ended('cp', args, { cwd: stage.root, env: process.env });
    if (code !== 0) throw new Error(err);
    return;
  }
  for (const name of await readContext()) {
    await cp(join(ROOT, from, name), join(target, name), { recursive: true });
  }
}

/** Every absolute path of a command is one below the stage. */
async function runIn({ root, workdir }: Stage, command: string): Promise<void> {
  const mapped = command.replace(/(?<=^|\s)\/(?=\w)/g, `${root}/`);
  const { code, out, err } = await ended('/bin/sh', ['-c', mapped], {
    cwd: join(root, workdir),
    env: environmentOf(root),
  });
  if (code !== 0) throw new Error(`RUN ${command}\nended with ${code}:\n${out}${err}`);
}

/** That of the tests, where the cache of npm is found, without what npm says of the project. */
function environmentOf(root: string): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(CMDB|BK)_|^npm_(?!config_)|^npm_config_(local_|global_)?prefix$/.test(name),
  );
  const path = [join(root, 'usr', 'local', 'bin'), process.env['PATH']].join(delimiter);
  return { ...Object.fromEntries(own), PATH: path, npm_config_prefer_offline: 'true' };
}
