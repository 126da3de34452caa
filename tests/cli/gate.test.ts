import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContract } from '../../src/cli/document/load-contract.js';
import { REMOVAL_OF_FREE } from '../../src/engine/preflight/seen-answer.js';
import { loadProfiles } from '../../src/cli/declared/load-profiles.js';
import { startEmbedded } from '../../src/embedded/start.js';
import type { Embedded } from '../../src/embedded/start.js';
import type { RunRecord } from '../../src/record/record.js';
import { drawHtml } from '../../src/report/html/draw-html.js';
import { drawJunit } from '../../src/report/test-results/junit.js';
import { drawSummary } from '../../src/report/summary/summary.js';
import { drawOutcome } from '../../src/report/console/console.js';
import { problemKinds } from '../../src/report/sentences/problem.js';
import { outcomeHeadline } from '../../src/report/sentences/conditions.js';
import { runAll, verdictOn } from '../engine/a-run.js';
import cases from '../../schemas/add_instance_association/cases.json' with { type: 'json' };
import profileSchema from '../../schemas/profiles/profile.schema.json' with { type: 'json' };
import waiverSchema from '../../schemas/waivers/waivers.schema.json' with { type: 'json' };
import { emptyFolder, run, targetVariables } from './run-product.js';

const REQUIRED = 'request.metadata.required';

let server: Embedded;
beforeAll(async () => {
  server = await startEmbedded({ defect: 'metadata-absent-accepted' });
});
afterAll(async () => {
  await server.close();
});

/** A file of waivers in a folder of its own. */
async function waivers(text: string): Promise<string> {
  const path = join(await emptyFolder(), 'waivers.yaml');
  await writeFile(path, text);
  return path;
}

function judge(variables: Readonly<Record<string, string>>, strict = false): Promise<RunRecord> {
  return runAll({ ...server.settings, ...variables }, { effort: 'quick', strict });
}

describe('a gate', () => {
  it('tells what is known of a release from what is new, and names what did not occur', async () => {
    const record = await judge({ CMDB_RELEASE: 'cmdb-3.9', CMDB_ESB: 'b' });
    expect(record).toMatchObject({ outcome: 'conformant', exitCode: 0 });
    expect(record.target.releases).toEqual({ cmdb: 'cmdb-3.9', esb: 'b' });
    expect(verdictOn(record, REQUIRED)).toMatchObject({
      ...{ status: 'deviation', deviation: [{ family: 'cmdb', release: 'cmdb-3.9' }] },
    });
    expect(outcomeHeadline(record).en).toBe(
      'Conformant to CMDB 3.9 behind ESB b, with 1 declared deviation',
    );
    expect(drawJunit(record)).toMatch(
      /name="request.metadata.required"[^>]*>\s*<system-out>declared deviation: [^<]*known of CMDB 3.9/,
    );
    const stale = record.notes.flatMap((note) =>
      note.kind === 'stale-deviation' ? [note.requirement] : [],
    );
    expect(stale).toContain('request.metadata.type');
    expect(stale).not.toContain(REQUIRED);
    // Its app codes are compared as they are, which depends on the database.
    expect(stale).not.toContain('auth.bk_app_code.exact');
  });

  it('accepts what is waived, as long as the waiver lasts', async () => {
    const entry = `waivers:
  - endpoint: add_instance_association
    requirement: ${REQUIRED}
    reason: every client sends it
    owner: platform team`;
    const until = await waivers(`${entry}\n    expires: 2999-12-31\n`);
    const waived = await judge({ CMDB_WAIVERS: until }, true);
    expect(waived).toMatchObject({ outcome: 'conformant', exitCode: 0 });
    expect(verdictOn(waived, REQUIRED).waiver?.[0]?.reason).toBe('every client sends it');
    const conditions = 'with 1 waiver (until 2999-12-31)';
    expect(outcomeHeadline(waived).en).toBe(`Conformant ${conditions}`);
    for (const text of [
      drawJunit(waived),
      drawSummary(waived, 'en').replaceAll('\\', ''),
      drawHtml(waived),
      drawOutcome(waived, 'en', { color: false, width: 400 }),
    ]) {
      expect(text).toContain(conditions);
      expect(text).toContain('waived by platform team until 2999-12-31: every client sends it');
    }
    expect(drawJunit(waived)).toMatch(
      /name="request.metadata.required"[^>]*>\s*<skipped message="waived by platform team/,
    );
    const over = await judge({
      CMDB_WAIVERS: await waivers(`${entry}\n    expires: 2020-01-01\n`),
    });
    expect(over).toMatchObject({ outcome: 'nonconformant', exitCode: 1 });
    const failed = verdictOn(over, REQUIRED);
    expect(failed.waiver?.[0]?.expires).toBe('2020-01-01');
    expect(failed.erratum?.since).toBe('2024-01');
    for (const text of [
      drawJunit(over),
      drawSummary(over, 'en').replaceAll('\\', ''),
      drawHtml(over),
      drawOutcome(over, 'en', { color: false, width: 400 }),
    ]) {
      expect(text).toContain('its waiver by platform team ran out on 2020-01-01');
      expect(text).toContain('upstream took it out of the document');
    }
  });

  it('with --strict also counts what is declared and did not occur', async () => {
    const path = await waivers(`waivers:
  - endpoint: add_instance_association
    requirement: ${REQUIRED}
    reason: every client sends it
  - endpoint: add_instance_association
    requirement: endpoint.method
    reason: it was broken once
`);
    const record = await judge({ CMDB_WAIVERS: path }, true);
    expect(record).toMatchObject({ outcome: 'nonconformant', exitCode: 1 });
    expect(record.notes).toMatchObject([
      { kind: 'stale-waiver', waiver: { requirement: 'endpoint.method' } },
    ]);
  });
});

const target = targetVariables('http://127.0.0.1:9');

describe('nothing is sent', () => {
  it.each([
    [
      ['--release', 'cmdb-3.11'],
      ['--release', '"cmdb-3.11"', 'cmdb-3.10, cmdb-3.12', 'releases'],
    ],
    [
      ['--esb', 'e'],
      ['--esb', '"e"', 'a, b, c, d'],
    ],
    [
      ['--waivers', 'nowhere.yaml'],
      ['nowhere.yaml', 'no such file'],
    ],
  ])('for %j', async (args, says) => {
    const { code, err } = await run(['run', ...args], { cwd: await emptyFolder(), env: target });
    expect(code).toBe(2);
    for (const words of says) expect(err).toContain(words);
  });

  it('for what is wrong in the waivers of the working directory', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'cmdb-conformance.waivers.yaml'), 'waivers: none\n');
    const { code, err } = await run(['run', '--lang', 'zh'], { cwd, env: target });
    expect(code).toBe(2);
    expect(err).toContain('cmdb-conformance.waivers.yaml:1: waivers 类型须为 array');
    expect(err).toContain('请更正');
  });
});

describe('the profiles', () => {
  it('name requirements and cases that there are', async () => {
    const { outlines, conventions } = await loadContract();
    const ids = cases.cases.map(({ id }) => id);
    for (const { deviations, manners } of loadProfiles()) {
      for (const { endpoint, requirement, cases: own = [] } of deviations) {
        const rules = [...(outlines.get(endpoint)?.requirements ?? []), ...conventions];
        expect(rules.map(({ id }) => id)).toContain(requirement);
        for (const id of own) expect(ids).toContain(id);
      }
      for (const { case: id } of manners) {
        if (id !== undefined) expect([...ids, REMOVAL_OF_FREE]).toContain(id);
      }
    }
  });

  it('and waivers may name every kind of problem', () => {
    const kinds = [...problemKinds()].sort();
    expect(profileSchema.$defs.problem.properties.kind.enum).toEqual(kinds);
    expect(waiverSchema.properties.waivers.items.properties.problem.enum).toEqual(kinds);
  });
});
