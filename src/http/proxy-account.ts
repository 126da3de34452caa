import { ConformanceError } from '../error.js';
import type { Secret } from '../redact/secrets.js';

/** How a proxy is told who asks. */
export interface ProxyAccount {
  /** Value of the header `proxy-authorization` (RFC 7617); absent where the URL names nobody. */
  readonly authorization?: string;
  /** What is never shown, in the forms in which it travels. */
  readonly secrets: readonly Secret[];
}

const NAME = 'proxy password';

/**
 * The account in a proxy's URL.
 *
 * @param proxy - the URL
 * @param variable - the variable that it stands in, for the message
 * @throws ConformanceError `usage` when its percent-encoding is wrong; repeats nothing of it
 */
export function accountOf(proxy: URL, variable: string): ProxyAccount {
  const user = decoded(proxy.username, variable);
  const password = decoded(proxy.password, variable);
  if (user === '' && password === '') return { secrets: [] };
  const both = `${user}:${password}`;
  return {
    authorization: `Basic ${Buffer.from(both).toString('base64')}`,
    // In base64 the password stands behind the name, and is another text then.
    secrets: (password === '' ? [] : [password, both]).map((value) => ({ name: NAME, value })),
  };
}

function decoded(text: string, variable: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ConformanceError(
      'usage',
      {
        en: `${variable} holds a user name or password whose percent-encoding is wrong.`,
        zh: `${variable} 中的用户名或密码不是有效的百分号编码。`,
      },
      {
        en: 'Write % itself as %25, as in http://name:50%25@proxy.example.com:3128',
        zh: '请将 % 本身写成 %25，例如 http://name:50%25@proxy.example.com:3128',
      },
    );
  }
}
