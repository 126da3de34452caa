import { existsSync, readFileSync, rmSync } from 'node:fs';
import { ConformanceError } from '../../error.js';

/**
 * Scans what a run wrote for secrets; a file that has one is removed.
 *
 * @param files - paths of everything that was written
 * @param leak - the name of a secret that a text contains
 * @param printed - texts that will be printed and stand in no file, by what they are called
 * @throws ConformanceError `internal` that names the file and the secret, never its value
 */
export function scanForSecrets(
  files: readonly string[],
  leak: (text: string) => string | undefined,
  printed: Readonly<Record<string, string>> = {},
): void {
  const inFiles = files.flatMap((file) => {
    const name = existsSync(file) ? leak(readFileSync(file, 'utf8')) : undefined;
    if (name === undefined) return [];
    rmSync(file, { force: true });
    return [`${file} (<${name}>)`];
  });
  const inTexts = Object.entries(printed).flatMap(([name, text]) => {
    const secret = leak(text);
    return secret === undefined ? [] : [`${name} (<${secret}>)`];
  });
  const found = [...inFiles, ...inTexts];
  if (found.length > 0) {
    throw new ConformanceError(
      'internal',
      {
        en: `A secret was about to be published and these files were removed: ${found.join(', ')}.`,
        zh: `有密钥险些被公开，以下文件已删除：${found.join('、')}。`,
      },
      {
        en: 'This is a fault of the suite; please report it, without the files.',
        zh: '这是本工具的缺陷，请反馈（不要附上这些文件）。',
      },
    );
  }
}
