import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFifo } from './make-fifo.js';
import { emptyFolder, run, STACK_LINE, start } from './run-product.js';

const TEXT = 'BK_APP_CODE=app\nCMDB_BASE_URL=http://127.0.0.1:9\n';
const UTF16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');

/** What `.env` is, and what the message has to say besides its path. */
const WRONG: readonly {
  readonly what: string;
  readonly make: (path: string) => Promise<unknown>;
  readonly says: readonly string[];
  /** Whoever reads it never comes to its end: in a process that can be killed. */
  readonly isEndless?: true;
}[] = [
  {
    what: 'UTF-16',
    make: (path) => writeFile(path, UTF16),
    says: ['.env:1', 'looks like UTF-16.', 'iconv -f UTF-16 -t UTF-8'],
  },
  {
    what: 'UTF-16 without a mark',
    make: (path) => writeFile(path, Buffer.from(TEXT, 'utf16le')),
    says: ['.env:1', 'looks like UTF-16LE'],
  },
  {
    what: 'Latin-1',
    make: (path) => writeFile(path, Buffer.from(`${TEXT}# f\u00fcr\n`, 'latin1')),
    says: ['.env:3', 'UTF-8'],
  },
  {
    what: 'a line without =',
    make: (path) => writeFile(path, '# my target\nCMDB_BASE_URL http://127.0.0.1:9\n'),
    says: ['.env:2 (CMDB_BASE_URL)', 'NAME=value', 'CMDB_BASE_URL=value', '.env.example'],
  },
  {
    what: 'an open quote',
    make: (path) => writeFile(path, 'BK_APP_SECRET="the-secret\nA=1\n'),
    says: ['.env:1 (BK_APP_SECRET)', 'quote'],
  },
  {
    what: 'a # in a value without quotes',
    make: (path) => writeFile(path, `${TEXT}BK_APP_SECRET=the-secret#x\n`),
    says: ['.env:3 (BK_APP_SECRET)', '#', "BK_APP_SECRET='…#…'"],
  },
  { what: 'a folder', make: (path) => mkdir(path), says: ['no regular file'] },
  {
    what: 'a link to nowhere',
    make: (path) => symlink('nowhere', path),
    says: ['can’t be read', 'ENOENT'],
  },
  {
    what: 'a link to itself',
    make: (path) => symlink('.env', path),
    says: ['can’t be read', 'ELOOP'],
  },
  {
    what: 'a device',
    make: (path) => symlink('/dev/zero', path),
    says: ['no regular file'],
    isEndless: true,
  },
  {
    what: 'a FIFO',
    make: (path) => makeFifo(path),
    says: ['no regular file'],
    isEndless: true,
  },
  {
    what: 'more than a MiB',
    make: (path) => writeFile(path, `${'#'.repeat(1024 * 1024)}\n`),
    says: ['1048576 bytes'],
  },
];

describe.concurrent('a .env', () => {
  it.each(WRONG)('that is $what: exit code 2, and how to put it right', async (wrong) => {
    const cwd = await emptyFolder();
    await wrong.make(join(cwd, '.env'));
    const { code, out, err } = await (wrong.isEndless
      ? start(['run'], { cwd }).ended
      : run(['run'], { cwd }));
    for (const words of [join(cwd, '.env'), ...wrong.says]) expect(err).toContain(words);
    expect(err).not.toContain('the-secret');
    expect(err).not.toMatch(STACK_LINE);
    expect(out).toBe('');
    expect(code).toBe(2);
    expect(existsSync(join(cwd, 'reports'))).toBe(false);
  });

  it('is told of in Chinese, too', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, '.env'), 'CMDB_BASE_URL http://127.0.0.1:9\n');
    const { err } = await run(['run', '--lang', 'zh'], { cwd });
    expect(err).toContain('.env:1（CMDB_BASE_URL）：既不是 NAME=value');
  });

  it('of UTF-8 with a byte order mark is read', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, '.env'), `\ufeff${TEXT}`);
    const { code, err } = await run(['run'], { cwd });
    expect(err).toContain('CMDB_BASE_URL is set, but these variables are missing: BK_APP_SECRET');
    expect(code).toBe(2);
  });
});
