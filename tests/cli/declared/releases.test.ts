import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadProfiles } from '../../../src/cli/declared/load-profiles.js';
import { loadWaivers } from '../../../src/cli/declared/load-waivers.js';
import { PROJECT } from '../../../src/cli/project.js';
import { RELEASE_PAGES } from '../../../src/cli/declared/releases-command.js';
import { waiveCommand } from '../../../src/cli/declared/waive-command.js';
import { changesBetween } from '../../../src/record/release-changes.js';
import { drawReleasesPage } from '../../../src/report/releases/releases-page.js';
import { aRecord, aRequirement } from '../../report/a-record.js';
import { emptyFolder, run } from '../run-product.js';

const [cmdb] = loadProfiles();
if (cmdb === undefined) throw new Error('no profile');

describe('what is known of releases', () => {
  it.each(RELEASE_PAGES)('stands in %s as in the profiles', async (page, lang) => {
    // Stale: npx cmdb-conformance releases --update
    const text = await readFile(join(PROJECT, page), 'utf8');
    expect(text).toBe(drawReleasesPage(loadProfiles(), lang));
  });

  it('tells what changes between two releases, and not what comes back to what it was', () => {
    const told = (from: string, to: string): string[] =>
      changesBetween(cmdb, from, to).otherwise.map(
        ({ manner, before, after }) =>
          `${manner.endpoint} ${manner.about.en}: ${before?.about.en} / ${after?.about.en}`,
      );
    const unknown =
      'delete_instance_association an id that does not exist: refused with code 1199019 / a success, though nothing is deleted';
    expect(told('cmdb-3.9', 'cmdb-3.14')).toContain(unknown);
    expect(told('cmdb-3.10', 'cmdb-3.14')).not.toContain(unknown);
    const mapping = (changes: string[]): string[] => changes.filter((one) => one.includes('1:n'));
    expect(mapping(told('cmdb-3.9', 'cmdb-3.12'))).toHaveLength(1);
    expect(mapping(told('cmdb-3.9', 'cmdb-3.14'))).toEqual([]);
    const { begun, ended } = changesBetween(cmdb, 'cmdb-3.8', 'cmdb-3.9');
    expect(begun.map(({ requirement }) => requirement)).toContain('request.metadata.type');
    expect(ended.map(({ since }) => since)).toContain('cmdb-3.8');
    expect(changesBetween(cmdb, 'cmdb-3.9', 'cmdb-3.9').begun).toEqual([]);
  });

  it('is printed, and what changes between two', async () => {
    const cwd = await emptyFolder();
    const { code, out } = await run(['releases', '--from', 'a', '--to', 'b'], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(/From ESB a to ESB b[^]*ESB a: has no permission\n +ESB b: has permission/);
    const all = await run(['releases', '--lang', 'zh'], { cwd });
    expect(all.out).toMatch(/cmdb-3\.14[^]*cmdb-3\.8：返回 1109002/);
    const wrong = await run(['releases', '--from', 'a', '--to', 'cmdb-3.9'], { cwd });
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('a, b, c, d');
  });
});

describe('waivers for what failed', () => {
  const failed = aRequirement({
    ...{ id: 'request.x.required', status: 'failed', level: 'must' },
    problem: { kind: 'created-all-the-same', ids: ['7'] },
  });
  const warned = aRequirement({
    ...{ id: 'request.x.nonempty', status: 'failed', level: 'should' },
    problem: { kind: 'accepted' },
  });

  async function waive(strict: boolean) {
    const folder = await emptyFolder();
    const path = join(folder, 'results.json');
    const record = aRecord({ outcome: 'nonconformant', requirements: [failed, warned] });
    await writeFile(path, JSON.stringify(record));
    const out = join(folder, 'waivers.yaml');
    expect(await waiveCommand(path, { out, strict, lang: 'en' })).toBe(0);
    return { path, out, text: await readFile(out, 'utf8') };
  }

  it('are written with the reasons left to be filled in', async () => {
    const { path, out, text } = await waive(false);
    const nameable = (): [] => [];
    expect(() => loadWaivers(out, undefined, nameable)).toThrow(/waivers\.yaml:\d+: .*reason/);
    const entry = { endpoint: failed.endpoint, requirement: failed.id, reason: '' };
    expect(parse(text)).toMatchObject({
      waivers: [{ ...entry, problem: 'created-all-the-same' }],
    });
    // What is there stays: reasons stand in it.
    await expect(waiveCommand(path, { out, strict: false, lang: 'en' })).rejects.toThrow(
      'not written over',
    );
    expect(await readFile(out, 'utf8')).toBe(text);
  });

  it('are for recommendations too, where they count', async () => {
    expect((await waive(true)).text).toContain(warned.id);
  });
});
