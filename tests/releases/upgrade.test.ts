import { describe, expect, it } from 'vitest';
import { loadProfiles } from '../../src/cli/declared/load-profiles.js';
import { startEmbedded } from '../../src/embedded/start.js';
import type { Release } from '../../src/embedded/releases/release.js';
import type { Profile } from '../../src/record/profile.js';
import type { RunRecord } from '../../src/record/record.js';
import { changesBetween } from '../../src/record/release-changes.js';
import { runAll } from '../engine/a-run.js';
import { compared } from '../record/comparison/compared.js';
import { type ExpectedDifference, UPGRADES } from './upgrade-differences.js';

const records = new Map<string, Promise<RunRecord>>();

/** What is declared of it, as a user who knows his installation declares it. */
function recordOf(release: Release): Promise<RunRecord> {
  const name = `${release.cmdb} ${release.esb}`;
  const known = records.get(name) ?? run(release);
  records.set(name, known);
  return known;
}

async function run(release: Release): Promise<RunRecord> {
  const server = await startEmbedded({ release });
  const declared = { CMDB_RELEASE: release.cmdb, CMDB_ESB: release.esb };
  return runAll({ ...server.settings, ...declared }, { effort: 'quick' }).finally(server.close);
}

/** In the words of a profile. */
function knownBetween(profile: Profile, from: Release, to: Release): string[] {
  const [one, other] = profile.family === 'esb' ? [from.esb, to.esb] : [from.cmdb, to.cmdb];
  const { begun, ended, otherwise } = changesBetween(profile, one, other);
  return [...begun, ...ended, ...otherwise.map(({ manner }) => manner)].map(
    ({ about }) => about.en,
  );
}

describe.each(UPGRADES)(
  'from $from.cmdb behind $from.esb to $to.cmdb behind $to.esb',
  ({ from, to, differences, verdicts, unseen }) => {
    it('is found what the facts give, each once, and nothing else', async () => {
      const found = compared(await recordOf(from), await recordOf(to));
      expect(sorted(found.differences)).toEqual(sorted(differences));
      expect(found.differences.every(({ cause }) => cause === 'server')).toBe(true);
      expect(found.requirements.map(({ id, change }) => [id, change])).toEqual(
        Object.entries(verdicts).map(([id, [change]]) => [id, change]),
      );
      expect(found.exitCode).toBe(11);
    });

    it('everything that is known to differ is found, or can’t be seen, and why', () => {
      const known = loadProfiles().flatMap((profile) => knownBetween(profile, from, to));
      const seen = [
        ...differences.flatMap(({ since }) => since),
        ...Object.values(verdicts).map(([, since]) => since),
      ];
      expect([...new Set([...seen, ...Object.keys(unseen)])].sort()).toEqual(
        [...new Set(known)].sort(),
      );
    });
  },
);

type Told = Omit<ExpectedDifference, 'since'>;

function sorted(list: readonly Told[]): string[] {
  const told = list.map(({ kind, endpoints, at = '', before, after }) =>
    JSON.stringify([kind, at, endpoints, before, after]),
  );
  return told.sort();
}
