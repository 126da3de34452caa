import { expect, it } from 'vitest';
import { drive } from '../../src/cli/run/drive.js';
import { prepareRun } from '../../src/cli/run/prepare-run.js';
import { startEmbedded } from '../../src/embedded/start.js';
import { openSession } from '../../src/engine/session.js';
import { ConformanceError } from '../../src/error.js';
import { aHurriedWorld } from './a-hurried-world.js';

/** A ledger on a disk that is full after so many lines: what is gone may be lost, nothing else. */
function aFullDisk(after: number) {
  let lines = 0;
  let refused = 0;
  return {
    refused: () => refused,
    write: (line: string): void => {
      lines += 1;
      if (lines <= after || !line.includes('about-to-create')) return;
      refused += 1;
      throw new ConformanceError('usage', 'ledger.jsonl can’t be written.', 'Make room.');
    },
  };
}

it.each([0, 1, 7, 30, 60, 120, 200])(
  'a disk that is full after %d lines of the ledger ends the run, and nothing is left',
  async (after) => {
    const server = await startEmbedded();
    const before = server.snapshot();
    const { options, close } = await prepareRun({
      ...{ commandLine: {}, environment: server.settings, out: '', inMemory: true },
      ...{ only: [], strict: false, effort: 'quick', endpoints: [], frontEnd: 'run' },
      ...{ fullCommand: 'npx cmdb-conformance run', world: aHurriedWorld() },
    });
    const disk = aFullDisk(after);
    const session = openSession({ ...options, writeLedger: disk.write });
    try {
      await expect(drive(session, () => undefined)).rejects.toMatchObject({ code: 'usage' });
      expect(disk.refused()).toBeGreaterThan(0);
      expect(server.snapshot()).toBe(before);
    } finally {
      await close();
      await server.close();
    }
  },
);
