import { CMDB_RELEASES } from '../../embedded/releases/cmdb.js';
import { ESB_GENERATIONS } from '../../embedded/releases/esb.js';
import type { Release } from '../../embedded/releases/release.js';
import { ConformanceError } from '../../error.js';
import type { Text } from '../../text.js';

/**
 * Reads which pair the embedded CMDB is to be.
 *
 * @returns undefined where none is named
 * @throws ConformanceError `usage` for a name that there is not, and for one without the other
 */
export function readRelease({
  release,
  esb,
}: {
  readonly release?: string;
  readonly esb?: string;
}): Release | undefined {
  if (release === undefined && esb === undefined) return undefined;
  if (release === undefined || !isKey(release, CMDB_RELEASES)) {
    throw wrong('--release', release, CMDB_RELEASES);
  }
  if (esb === 'd') throw onlyRead();
  if (esb === undefined || !isKey(esb, ESB_GENERATIONS)) throw wrong('--esb', esb, ESB_GENERATIONS);
  return { cmdb: release, esb };
}

function isKey<T extends object>(name: string, table: T): name is keyof T & string {
  return Object.hasOwn(table, name);
}

function wrong(option: string, got: string | undefined, table: object): ConformanceError {
  const names = Object.keys(table);
  const found: Text =
    got === undefined
      ? { en: `${option} is missing.`, zh: `缺少 ${option}。` }
      : {
          en: `${option} takes ${names.join(', ')}, but got ${JSON.stringify(got)}.`,
          zh: `${option} 可取 ${names.join('、')}，实际为 ${JSON.stringify(got)}。`,
        };
  return new ConformanceError('usage', found, {
    en: `Name both: --release ${Object.keys(CMDB_RELEASES).join(', ')}; --esb ${Object.keys(ESB_GENERATIONS).join(', ')}.`,
    zh: `请两者都给出：--release 可取 ${Object.keys(CMDB_RELEASES).join('、')}；--esb 可取 ${Object.keys(ESB_GENERATIONS).join('、')}。`,
  });
}

function onlyRead(): ConformanceError {
  return new ConformanceError(
    'usage',
    {
      en: 'ESB d, the API gateway before the ESB, is known from its source only; the embedded CMDB can’t answer as it does.',
      zh: 'ESB d（ESB 之前的 API 网关）仅通过源码了解，内置 CMDB 无法按其方式应答。',
    },
    { en: 'Name --esb a, b or c.', zh: '请用 --esb a、b 或 c。' },
  );
}
