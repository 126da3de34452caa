import { isMembers, readJson } from '../../src/embedded/json.js';

const IDS: ReadonlySet<string> = new Set(['id', 'bk_inst_id', 'bk_asst_inst_id']);

/** The text of an answer with ids, times and names masked, JSON without white space. */
export function masked(text: string, settings: Readonly<Record<string, string>>): string {
  const code = settings['BK_APP_CODE'] ?? '';
  const open = text.replaceAll(code, '<code>').replaceAll(code.toUpperCase(), '<CODE>');
  return open.startsWith('{') ? JSON.stringify(mask(readJson(open), false)) : open;
}

function mask(value: unknown, inData: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => mask(one, inData));
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string') return value.replace(/^\d{4}-\d\d-\d\dT[0-9:.]+Z$/, '<time>');
  if (!isMembers(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      if (name === 'request_id') return [name, '<id>'];
      if (inData && IDS.has(name)) return [name, '<n>'];
      return [name, mask(one, inData || name === 'data')];
    }),
  );
}
