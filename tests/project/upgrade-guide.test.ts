import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startEmbedded } from '../../src/embedded/start.js';
import type { Embedded } from '../../src/embedded/start.js';
import { emptyFolder, run } from '../cli/run-product.js';
import type { Ended } from '../cli/run-product.js';
import { readPage, ROOT } from './pages.js';

/** How a command of the guide ends, and what it says. */
interface Step {
  readonly command: string;
  readonly exitCode: number;
  readonly says: string;
  /** What the guide asks for before the command. */
  readonly first?: (folder: string) => Promise<void>;
  /** From here on the target is the upgraded one. */
  readonly isUpgraded?: true;
}

/** The first command. It rests on nothing, and nothing on it: it has a test of its own. */
const REHEARSAL = 'npm run rehearsal';

const STEPS: readonly Step[] = [
  {
    command: 'npx cmdb-conformance releases --from cmdb-3.9 --to cmdb-3.14',
    exitCode: 0,
    says: 'a success, though nothing is deleted',
  },
  {
    command: 'npx cmdb-conformance releases --from a --to c',
    exitCode: 0,
    says: 'spaces around the secret are cut off',
  },
  {
    command: 'npx cmdb-conformance docs-diff old.md new.md',
    first: twoEditions,
    exitCode: 10,
    says: 'request.bk_inst_id',
  },
  { command: 'npx cmdb-conformance doctor', exitCode: 0, says: 'A run can go ahead' },
  {
    command: 'npx cmdb-conformance run --name before --release cmdb-3.9 --esb a',
    exitCode: 0,
    says: 'CMDB 3.9 behind ESB a',
  },
  {
    command: 'npx cmdb-conformance run --name before-again --release cmdb-3.9 --esb a',
    exitCode: 0,
    says: 'CMDB 3.9 behind ESB a',
  },
  {
    command: 'npx cmdb-conformance compare before before-again --out reports/before',
    exitCode: 0,
    says: 'No difference that counts',
  },
  {
    command: 'npx cmdb-conformance doctor',
    exitCode: 0,
    says: 'A run can go ahead',
    isUpgraded: true,
  },
  {
    command: 'npx cmdb-conformance run --name after --release cmdb-3.14 --esb c',
    exitCode: 0,
    says: 'CMDB 3.14 behind ESB c',
  },
  {
    command: 'npx cmdb-conformance compare before after --out reports/after',
    exitCode: 11,
    says: 'permission',
  },
  {
    command:
      'npx cmdb-conformance compare before after --out reports/after --write-accept accept.yaml',
    exitCode: 11,
    says: 'accept.yaml',
  },
  {
    command: 'npx cmdb-conformance compare before after --out reports/after --accept accept.yaml',
    first: withReasons,
    exitCode: 0,
    says: 'No difference that counts',
  },
  { command: 'npx cmdb-conformance cleanup', exitCode: 0, says: 'Nothing' },
  { command: 'npx cmdb-conformance history runs', exitCode: 0, says: 'history.html' },
  {
    command: 'npx cmdb-conformance statement after --out signed-off',
    exitCode: 0,
    says: 'manifest.json',
  },
  {
    command: 'npx cmdb-conformance statement verify signed-off',
    exitCode: 0,
    says: 'The statement holds',
  },
];

/** The document in two editions: the later one asks for one member less. */
async function twoEditions(folder: string): Promise<void> {
  const document = join(ROOT, 'docs', 'api', 'add_instance_association.md');
  const old = await readFile(document, 'utf8');
  const row = /^\| bk_inst_id\b.*$/m;
  expect(old).toMatch(row);
  await writeFile(join(folder, 'old.md'), old);
  await writeFile(
    join(folder, 'new.md'),
    old.replace(row, (line) => line.replace(/\bYes\b/, 'No')),
  );
}

async function withReasons(folder: string): Promise<void> {
  const path = join(folder, 'accept.yaml');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replaceAll('reason: ""', 'reason: no client of ours minds'));
}

/**
 * Runs a command of the guide. Runs send each case once: rounds find faults that come and go, and the
 * embedded releases have none.
 */
function perform(
  command: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const [, , name = '', ...rest] = command.split(' ');
  return run([name, ...rest, ...(name === 'run' ? ['--effort', 'quick'] : [])], { cwd, env });
}

it('the guide of an upgrade leads from its first command to its last', async () => {
  const { blocks, code } = readPage('docs/upgrade.md');
  const commands = blocks.flatMap(({ lang, text }) => (lang === 'sh' ? text.split('\n') : []));
  expect(commands).toEqual([REHEARSAL, ...STEPS.map(({ command }) => command)]);
  expect(code.filter((text) => /^(npx|npm) /.test(text))).toEqual([]);

  const folder = await emptyFolder();
  const servers: Embedded[] = [];
  try {
    let target = await startEmbedded({ release: { cmdb: 'cmdb-3.9', esb: 'a' } });
    servers.push(target);
    for (const { command, first, isUpgraded, exitCode, says } of STEPS) {
      await first?.(folder);
      if (isUpgraded) {
        target = await startEmbedded({ release: { cmdb: 'cmdb-3.14', esb: 'c' } });
        servers.push(target);
      }
      const { code, out, err } = await perform(command, folder, target.settings);
      expect(out + err, command).toContain(says);
      expect(code, out + err).toBe(exitCode);
    }
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
});
