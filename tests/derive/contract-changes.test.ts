import { describe, expect, it } from 'vitest';
import { buildContract } from '../../src/contract/build-contract.js';
import { typeDeclarations } from '../../src/contract/type-declarations.js';
import { readDocument } from '../../src/document/read-document.js';
import { CONVENTIONS } from '../contract/main-contract.js';
import { MAIN, MAIN_TEXT } from '../document/documents.js';
import { complaints } from './complaints.js';

const SUCCESS = 'tests/conformance/success.spec.ts';
const MISSING = 'tests/conformance/missing-field.spec.ts';
const BAD_AUTH = 'tests/conformance/bad-auth.spec.ts';

const CREDENTIALS = 'src/binding/esb/credentials.ts';
const ENVELOPE = 'src/binding/esb/envelope.ts';
const MEMBERS = 'src/effects/associations/members.ts';
const PAIR = 'src/effects/associations/pair.ts';
const REQUEST = 'src/effects/associations/request.ts';

interface Row {
  readonly name: string;
  /** Its row in the document up to the type. */
  readonly row: string;
  /** Another type. */
  readonly retyped: string;
  /** Where `tsc` complains whatever becomes of it. */
  readonly always: readonly string[];
  /** Where else once it has another name or is gone. */
  readonly ifGone?: readonly string[];
}

const credential = { always: [SUCCESS, CREDENTIALS], ifGone: [BAD_AUTH] };
const parameter = { always: [SUCCESS, REQUEST], ifGone: [MISSING, BAD_AUTH] };
const side = { always: [SUCCESS, PAIR], ifGone: [MISSING, BAD_AUTH, MEMBERS, REQUEST] };
const ofEnvelope = { always: [SUCCESS, ENVELOPE] };
const ofData = { always: [SUCCESS, MEMBERS] };

const ROWS: readonly Row[] = [
  { name: 'bk_app_code', row: '| bk_app_code  |  string ', retyped: 'int64', ...credential },
  { name: 'bk_app_secret', row: '| bk_app_secret|  string ', retyped: 'int64', ...credential },
  { name: 'bk_token', row: '| bk_token     |  string ', retyped: 'bool', ...credential },
  { name: 'bk_username', row: '| bk_username  |  string ', retyped: 'object', ...credential },
  {
    name: 'bk_obj_asst_id',
    row: '| bk_obj_asst_id           | string ',
    retyped: 'int64',
    ...side,
  },
  { name: 'bk_inst_id', row: '| bk_inst_id           | int64 ', retyped: 'string', ...side },
  {
    name: 'bk_asst_inst_id',
    row: '| bk_asst_inst_id           | int64 ',
    retyped: 'bool',
    ...side,
  },
  { name: 'metadata', row: '| metadata           | object ', retyped: 'string', ...parameter },
  { name: 'label', row: '| label           | string map ', retyped: 'object array', ...parameter },
  { name: 'bk_biz_id', row: '| bk_biz_id           | string ', retyped: 'int64', ...parameter },
  { name: 'result', row: '| result  | bool ', retyped: 'string', ...ofEnvelope },
  { name: 'code', row: '| code    | int ', retyped: 'string', ...ofEnvelope },
  { name: 'message', row: '| message | string ', retyped: 'int', ...ofEnvelope },
  { name: 'data', row: '| data    | object ', retyped: 'string', ...ofData },
  { name: 'id', row: '|id|int64|', retyped: 'string', ...ofData },
  { name: 'permission', row: '| permission    | object ', retyped: 'string', ...ofEnvelope },
  { name: 'request_id', row: '| request_id    | string ', retyped: 'int64', ...ofEnvelope },
];

/** The files, of all or of some, in which `tsc` complains once the document is another. */
async function complaintsAbout(text: string, among?: readonly string[]): Promise<string[]> {
  const contract = buildContract([readDocument(text, MAIN)], CONVENTIONS);
  return complaints(await typeDeclarations(contract), among);
}

/** The document with other words; fails where they are not in it. */
function edited(from: string | RegExp, to: string): string {
  const text = MAIN_TEXT.replace(from, () => to);
  if (text === MAIN_TEXT) throw new Error(`the edit changes nothing: ${String(from)}`);
  return text;
}

describe('the specs, the effect and the binding', () => {
  it('compile while the document is as it is', async () => {
    expect(await complaintsAbout(MAIN_TEXT)).toEqual([]);
  });

  it.each(ROWS)('do not once $name is retyped', async ({ row, retyped, always }) => {
    const type = /\|\s*([a-z0-9 ]+?)\s*\|?$/u.exec(row)?.[1] ?? '';
    const found = await complaintsAbout(edited(row, row.replace(type, retyped)), always);
    expect(found).toEqual(always);
  });

  it.each(ROWS)('do not once $name is renamed', async ({ name, row, always, ifGone = [] }) => {
    const all = [...always, ...ifGone];
    const found = await complaintsAbout(edited(row, row.replace(name, `${name}_x`)), all);
    expect(found).toEqual(all);
  });

  it.each(ROWS)('do not once $name is removed', async ({ row, always, ifGone = [] }) => {
    const lines = MAIN_TEXT.split('\n');
    const others = lines.filter((line) => !line.includes(row));
    expect(others).toHaveLength(lines.length - 1);
    const all = [...always, ...ifGone];
    expect(await complaintsAbout(others.join('\n'), all)).toEqual(all);
  });

  it('do not once a member is added', async () => {
    const label = '| label           | string map ';
    const all = [SUCCESS, MISSING, REQUEST];
    const text = edited(label, `| more | string | Yes | |\n${label}`);
    expect(await complaintsAbout(text, all)).toEqual(all);
  });

  it('do not once a whole nested table is removed', async () => {
    const found = await complaintsAbout(edited(/label params[^#]*/u, ''));
    expect(found).toEqual([BAD_AUTH, MISSING, SUCCESS]);
  });

  it('are not told anything else by words that end a comment', async () => {
    const words = edited('| 源模型实例id|', '| */ [any: string]: any; /* |');
    const more = words.replace('| 目标模型实例id|', '| `${x}` \\u002a/ any |');
    expect(more).not.toBe(words);
    expect(await complaintsAbout(more)).toEqual([]);
  });
});
