import { createSecureContext } from 'node:tls';
import type { SecureContext } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { ConformanceError } from '../error.js';
import { messageOf } from './message-of.js';
import { certificatesOf, privateKeyOf, readableIn, unusable } from './pem-file.js';
import type { PemFile } from './pem-file.js';

/** A certificate that says who asks, with those that lead to its authority, and its key. */
export interface ClientCertificate {
  readonly certificate: PemFile;
  readonly key: PemFile;
}

/** Authorities that are trusted besides those that Node brings. */
export interface OwnAuthorities {
  readonly file: PemFile;
  /** Text of the file in `NODE_EXTRA_CA_CERTS`: Node itself trusts it only where nothing is added. */
  readonly extra?: string;
}

/**
 * Whom TLS trusts, and who it says that we are. Own authorities are trusted besides those that Node
 * trusts by itself: its own list, `NODE_EXTRA_CA_CERTS`, and the system's where Node is told so.
 *
 * @param ca - own authorities
 * @param client - shown to a server that asks for it
 * @returns undefined where Node's defaults do
 * @throws ConformanceError `usage` that names the variable and the file that can't be used
 */
export function secureContextOf(
  ca: OwnAuthorities | undefined,
  client: ClientCertificate | undefined,
): SecureContext | undefined {
  if (ca === undefined && client === undefined) return undefined;
  const own = ca === undefined ? [] : [...certificatesOf(ca.file), ...readableIn(ca.extra ?? '')];
  // Node's option `ca` would take the place of everything that is trusted otherwise.
  const context = client === undefined ? createSecureContext() : contextOf(client);
  const store: unknown = context.context;
  if (!isStore(store)) {
    throw new ConformanceError(
      'internal',
      {
        en: `Node ${process.version} has no way to trust CMDB_CA_FILE too.`,
        zh: `Node ${process.version} 无法另外信任 CMDB_CA_FILE。`,
      },
      { en: 'Use NODE_EXTRA_CA_CERTS instead.', zh: '请改用 NODE_EXTRA_CA_CERTS。' },
    );
  }
  for (const one of own) store.addCACert(one);
  return context;
}

/** What Node's own option `ca` is made of: it adds to a copy of what is trusted by default. */
interface Store {
  addCACert(pem: string): void;
}

function isStore(value: unknown): value is Store {
  return (
    typeof value === 'object' &&
    value !== null &&
    'addCACert' in value &&
    typeof value.addCACert === 'function'
  );
}

function contextOf({ certificate, key }: ClientCertificate): SecureContext {
  const chain = certificatesOf(certificate);
  const privateKey = privateKeyOf(key);
  const [first = ''] = chain;
  if (!new X509Certificate(first).checkPrivateKey(privateKey)) {
    throw unusable(
      key,
      {
        en: `holds another key than that of the first certificate in ${certificate.path} (${certificate.variable})`,
        zh: `中的私钥与 ${certificate.path}（${certificate.variable}）中的第一个证书不匹配`,
      },
      {
        en: 'Name the key of that certificate, and put that certificate before those of its authorities.',
        zh: '请指定该证书的私钥；证书链文件中该证书应排在最前。',
      },
    );
  }
  try {
    return createSecureContext({
      cert: chain.join('\n'),
      key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    });
  } catch (cause) {
    const why = messageOf(cause);
    throw unusable(
      certificate,
      { en: `can’t be used: ${why}`, zh: `无法使用：${why}` },
      { en: 'Name another client certificate.', zh: '请指定其他客户端证书。' },
      cause,
    );
  }
}
