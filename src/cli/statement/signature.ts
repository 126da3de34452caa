import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ConformanceError } from '../../error.js';
import { readWhole } from '../file/read-whole.js';

const MAX_KEY = 65_536;

/**
 * Signs a manifest (Ed25519, RFC 8032).
 *
 * @param path - a private key in PEM
 * @returns the signature in base64, with a line break
 * @throws ConformanceError `usage` for what is no such key; nothing of the key is ever repeated
 */
export function signatureOf(manifest: Uint8Array, path: string): string {
  return `${sign(null, manifest, keyOf(path, createPrivateKey)).toString('base64')}\n`;
}

/**
 * Whether a signature is that of a manifest.
 *
 * @param path - a public key in PEM
 * @throws ConformanceError `usage` for what is no such key
 */
export function isSignedBy(manifest: Uint8Array, signature: string, path: string): boolean {
  const key = keyOf(path, createPublicKey);
  return verify(null, manifest, key, Buffer.from(signature.trim(), 'base64'));
}

function keyOf(path: string, read: (pem: Buffer) => KeyObject): KeyObject {
  try {
    const key = read(readWhole(path, MAX_KEY));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Whatever a library says of a key may hold some of it.
  }
  throw new ConformanceError(
    'usage',
    {
      en: `${path} is no Ed25519 key in PEM that can be used here.`,
      zh: `${path} 不是可用的 PEM 格式 Ed25519 密钥。`,
    },
    {
      en: 'Make a pair: openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out key.pub.pem',
      zh: '生成密钥对：openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out key.pub.pem',
    },
  );
}
