import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  compareFiles,
  hashOf,
  manifestText,
  readManifest,
} from '../../../src/cli/statement/manifest.js';
import { statementCommand } from '../../../src/cli/statement/statement-command.js';
import { verifyCommand } from '../../../src/cli/statement/verify-command.js';
import { startEmbedded } from '../../../src/embedded/start.js';
import type { RunRecord } from '../../../src/record/record.js';
import { recordText } from '../../../src/report/write/record-text.js';
import { runAll } from '../../engine/a-run.js';
import { PAIRS } from '../../releases/pairs.js';
import { emptyFolder, run } from '../run-product.js';

let cwd = '';
let record: RunRecord;
const original = (): string => join(cwd, 'original');
const key = (name: string): string => join(cwd, `${name}.pem`);
let printed = '';

beforeAll(async () => {
  cwd = await emptyFolder();
  const server = await startEmbedded();
  record = await runAll(server.settings, {
    effort: 'quick',
    only: ['success', 'missing-field'],
  }).finally(server.close);
  await mkdir(join(cwd, 'runs', 'it'), { recursive: true });
  await writeFile(join(cwd, 'runs', 'it', 'results.json'), recordText(record));
  for (const name of ['signer', 'other']) {
    const pair = generateKeyPairSync('ed25519');
    await writeFile(key(name), pair.privateKey.export({ format: 'pem', type: 'pkcs8' }));
    await writeFile(key(`${name}.pub`), pair.publicKey.export({ format: 'pem', type: 'spki' }));
  }
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await statementCommand('it', {
    out: original(),
    runsDir: join(cwd, 'runs'),
    sign: key('signer'),
    lang: 'en',
  });
  vi.restoreAllMocks();
});

beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  return () => {
    vi.restoreAllMocks();
  };
});

const FAILED = '"status":"failed","problem":{"kind":"accepted"}';

/** A copy of the statement, changed; its manifest is made anew where asked for. */
async function copy(
  change: (folder: string) => Promise<void>,
  manifest: 'old' | 'new' = 'old',
): Promise<string> {
  const folder = await emptyFolder();
  await cp(original(), folder, { recursive: true });
  await change(folder);
  if (manifest === 'new') {
    const { manifest: was } = readManifest(folder);
    const files = await Promise.all(
      was.files.map(async ({ path }) => hashOf(path, await readFile(join(folder, path)))),
    );
    await writeFile(join(folder, 'manifest.json'), manifestText({ ...was, files }));
  }
  return folder;
}

function changingRecord(change: (text: string) => string): (folder: string) => Promise<void> {
  return async (folder) => {
    const path = join(folder, 'results.json');
    await writeFile(path, change(await readFile(path, 'utf8')));
  };
}

const verify = (folder: string, signer?: string): Promise<number> =>
  verifyCommand(folder, { lang: 'en', ...(signer === undefined ? {} : { key: key(signer) }) });

describe('a statement', () => {
  it('holds, signed by the owner of the key', async () => {
    const made = await run(['statement', 'it', '--out', 'made', '--sign', 'signer.pem'], { cwd });
    expect(made.err).toBe('');
    expect(made.code).toBe(0);
    const { code, out } = await run(
      ['statement', 'verify', 'made', '--key', 'signer.pub.pem', '--lang', 'zh'],
      { cwd },
    );
    expect(out).toContain('声明成立');
    expect(out).toContain('由该密钥的持有者签名');
    expect(code).toBe(0);
  });

  it('says what it means and what not, in both languages', async () => {
    const page = await readFile(join(original(), 'statement.html'), 'utf8');
    for (const words of ['What it does not mean', '它不意味着什么', 'one']) {
      expect(page).toContain(words);
    }
  });

  it('has a hash of each file, and a changed byte in any of them is found', async () => {
    const { manifest } = readManifest(original());
    expect(manifest.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'results.json',
        'conformance.html',
        'docs/api/add_instance_association.md',
      ]),
    );
    const folder = await copy(() => Promise.resolve());
    expect(compareFiles(folder, manifest)).toEqual({ changed: [], missing: [], unlisted: [] });
    for (const { path } of manifest.files) {
      const bytes = await readFile(join(folder, path));
      for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 1;
        await writeFile(join(folder, path), changed);
        expect(compareFiles(folder, manifest).changed).toEqual([path]);
      }
      await writeFile(join(folder, path), bytes);
    }
  });

  it('does not hold with a file more, or less', async () => {
    const more = await copy((folder) => writeFile(join(folder, 'more.txt'), ''));
    expect(await verify(more)).toBe(1);
    expect(printed).toContain('more.txt');
    const less = await copy((folder) => rm(join(folder, 'junit.xml')));
    expect(await verify(less)).toBe(1);
    expect(printed).toContain('Missing: junit.xml');
  });

  it.each([
    ['verdict', '"status":"passed"', FAILED, 'do not follow from the exchanges'],
    [
      'answer',
      '\\"code\\":1199010',
      '\\"code\\":\\"1199010\\"',
      'do not follow from the exchanges',
    ],
    ['outcome', '"outcome": "incomplete"', '"outcome": "conformant"', 'it is incomplete'],
  ])('does not hold where the %s of its record is another', async (_, from, to, says) => {
    const changed = changingRecord((text) => {
      expect(text).toContain(from);
      return text.replaceAll(from, to);
    });
    expect(await verify(await copy(changed, 'new'))).toBe(1);
    expect(printed).toContain(says);
  });

  it('does not hold where a report is not what the record gives', async () => {
    const folder = await copy(async (at) => {
      const path = join(at, 'summary.md');
      await writeFile(path, (await readFile(path, 'utf8')).replace('Incomplete', 'Perfect'));
    }, 'new');
    expect(await verify(folder)).toBe(1);
    expect(printed).toContain('Not what the record gives: summary.md');
  });

  it('does not hold under another key, or without the signature that a key asks for', async () => {
    expect(await verify(original(), 'other.pub')).toBe(1);
    expect(printed).toContain('not of this key');
    const unsigned = await copy((folder) => rm(join(folder, 'manifest.json.sig')));
    expect(await verify(unsigned, 'signer.pub')).toBe(1);
    printed = '';
    expect(await verify(unsigned)).toBe(0);
    expect(printed).toContain('not signed');
  });

  it('is refused as such where there is no manifest, or one of another form', async () => {
    await expect(verify(await emptyFolder())).rejects.toThrow('manifest.json');
    const folder = await copy((at) =>
      writeFile(join(at, 'manifest.json'), JSON.stringify({ files: [{ path: '../../x' }] })),
    );
    await expect(verify(folder)).rejects.toThrow('no manifest of a statement');
  });
});

describe('no statement is made', () => {
  const make = async (text: string, sign?: string): Promise<string> => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'record.json'), text);
    const out = join(folder, 'out');
    const options = { out, runsDir: 'runs', lang: 'en' as const };
    await statementCommand(join(folder, 'record.json'), {
      ...options,
      ...(sign === undefined ? {} : { sign }),
    });
    return out;
  };

  it('of a record whose verdicts do not follow from its exchanges', async () => {
    const text = recordText(record).replace('"status":"passed"', FAILED);
    await expect(make(text)).rejects.toThrow('do not follow');
  });

  it('of a record that lacks exchanges, or rests on other documents', async () => {
    const cases = record.cases.filter(({ id }) => id !== 'missing-field.bk_inst_id.absent');
    await expect(make(recordText({ ...record, cases }))).rejects.toThrow('lacks exchanges');
    const documents = record.suite.documents.map((one) => ({ ...one, sha256: 'a'.repeat(64) }));
    const other = { ...record, suite: { ...record.suite, documents } };
    await expect(make(recordText(other))).rejects.toThrow('other documents');
  });

  it('with a key that is none, of which nothing is repeated', async () => {
    const path = join(cwd, 'no-key.pem');
    await writeFile(path, 'my secret');
    await expect(make(recordText(record), path)).rejects.toThrow(/no-key\.pem(?![^]*my secret)/);
  });

  it('in a folder that is not empty', async () => {
    const options = { out: cwd, runsDir: join(cwd, 'runs'), lang: 'en' as const };
    await expect(statementCommand('it', options)).rejects.toThrow('is not empty');
  });
});

it('a statement of a run with declared releases holds their profiles, and follows by them', async () => {
  const [pair] = PAIRS;
  const server = await startEmbedded({ release: pair.release });
  const declared = { CMDB_RELEASE: 'cmdb-3.9', CMDB_ESB: 'a' };
  const run = await runAll(
    { ...server.settings, ...declared },
    { effort: 'quick', only: ['success', 'missing-field'] },
  ).finally(server.close);
  expect(run.counts.deviation).toBeGreaterThan(0);
  const folder = await emptyFolder();
  await writeFile(join(folder, 'results.json'), recordText(run));
  const out = join(folder, 'statement');
  const options = { out, runsDir: folder, lang: 'en' } as const;
  expect(await statementCommand(join(folder, 'results.json'), options)).toBe(0);
  const { manifest } = readManifest(out);
  expect(manifest.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['profiles/cmdb.yaml', 'profiles/esb.yaml']),
  );
  expect(await verifyCommand(out, { lang: 'en' })).toBe(0);
});
