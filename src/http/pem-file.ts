import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ConformanceError } from '../error.js';
import type { Sentence } from '../error.js';
import { messageOf } from './message-of.js';

/** A file that a variable names, read. */
export interface PemFile {
  /** The variable that names it. */
  readonly variable: string;
  readonly path: string;
  readonly text: string;
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const PRIVATE_KEY =
  /-----BEGIN ((?:[A-Z0-9]+ )*)PRIVATE KEY-----[\s\S]+?-----END \1PRIVATE KEY-----/;
const ENCRYPTED = /BEGIN ENCRYPTED|^Proc-Type:.*ENCRYPTED/m;

const ONLY_CERTIFICATES: Sentence = {
  en: 'Name a file of PEM certificates.',
  zh: '请指定 PEM 证书文件。',
};

/**
 * The certificates of a file, in their order.
 *
 * @throws ConformanceError `usage` that names variable and file when there is none, or one that
 *   can't be read: Node leaves those out without a word
 */
export function certificatesOf(file: PemFile): readonly string[] {
  const all = file.text.match(CERTIFICATE) ?? [];
  if (all.length === 0) {
    throw unusable(
      file,
      { en: 'holds no PEM certificate', zh: '不含 PEM 证书' },
      ONLY_CERTIFICATES,
    );
  }
  for (const one of all) {
    const cause = whyUnreadable(one);
    if (cause === undefined) continue;
    const why = messageOf(cause);
    const what = {
      en: `holds a certificate that can’t be read: ${why}`,
      zh: `含有无法读取的证书：${why}`,
    };
    throw unusable(file, what, ONLY_CERTIFICATES, cause);
  }
  return all;
}

/** The certificates of a text that can be read; Node warns of what it can't read by itself. */
export function readableIn(text: string): readonly string[] {
  return (text.match(CERTIFICATE) ?? []).filter((one) => whyUnreadable(one) === undefined);
}

function whyUnreadable(certificate: string): unknown {
  try {
    new X509Certificate(certificate);
    return undefined;
  } catch (cause) {
    return cause;
  }
}

/**
 * The private key of a file.
 *
 * @throws ConformanceError `usage` that names variable and file, and nothing of the key, when there
 *   is none, or one that can't be read
 */
export function privateKeyOf(file: PemFile): KeyObject {
  const [key] = PRIVATE_KEY.exec(file.text) ?? [];
  if (key === undefined) {
    throw unusable(
      file,
      { en: 'holds no PEM private key', zh: '不含 PEM 私钥' },
      {
        en: 'Name the file of the key that belongs to CMDB_CLIENT_CERT_FILE.',
        zh: '请指定与 CMDB_CLIENT_CERT_FILE 对应的私钥文件。',
      },
    );
  }
  if (ENCRYPTED.test(key)) {
    throw unusable(
      file,
      { en: 'holds a key that is locked with a passphrase', zh: '中的私钥受口令保护' },
      {
        en: 'Unlock it into a file of its own: openssl pkey -in locked.pem -out key.pem',
        zh: '请解除口令后另存：openssl pkey -in locked.pem -out key.pem',
      },
    );
  }
  try {
    return createPrivateKey(key);
  } catch (cause) {
    throw unusable(
      file,
      { en: 'holds a private key that can’t be read', zh: '中的私钥无法读取' },
      { en: 'Name a file with one PEM private key.', zh: '请指定含有一个 PEM 私钥的文件。' },
      cause,
    );
  }
}

/**
 * Why a file is of no use.
 *
 * @param what - what is wrong with it, behind its path
 * @param remedy - the next step
 */
export function unusable(
  { variable, path }: PemFile,
  what: { readonly en: string; readonly zh: string },
  remedy: Sentence,
  cause?: unknown,
): ConformanceError {
  return new ConformanceError(
    'usage',
    {
      en: `${variable} names ${path}, which ${what.en}.`,
      zh: `${variable} 指定的 ${path} ${what.zh}。`,
    },
    remedy,
    cause,
  );
}
