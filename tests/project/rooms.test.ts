import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesOf, linesWith, nodesOf, SOURCE } from './source.js';
import type { SourceFile } from './source.js';

/** Rooms that know no endpoint. */
const NO_ENDPOINT = ['json', 'http', 'redact', 'binding', 'cases', 'engine', 'judge', 'record'];

/** Rooms in which a request and an answer are the same whichever way they travel. */
const NO_WAY_IN = ['engine', 'cases', 'judge', 'record', 'effects'];

/** Rooms that find and keep problems, of which reports make sentences. */
const NO_SENTENCE = ['judge', 'engine', 'effects', 'record'];

const inText = (path: string, text: string): SourceFile[] => [{ path, text }];

describe('a room that knows no endpoint', () => {
  const words = /add_instance_association|bk_inst_id|bk_asst_inst_id|bk_obj_asst_id|association/i;

  it.each(NO_ENDPOINT)('is %s', (room) => {
    expect(filesOf(room)).not.toEqual([]);
    expect(linesWith(filesOf(room), words)).toEqual([]);
  });
});

describe('a room that knows no way in', () => {
  const credentials = /\bbk_(?:app_code|app_secret|token|username)\b/;
  const address = /\/api\/c\//;
  const literal = /\[['"](?:result|code|message)['"]\]|\bbody\??\.(?:result|code|message)\b/;
  const destructured = /\{[^}]*\b(?:result|code|message)\b[^}]*\}\s*=\s*(?:\w+\.)*body\b/;

  it.each(NO_WAY_IN)('is %s', (room) => {
    expect(filesOf(room)).not.toEqual([]);
    for (const pattern of [credentials, address, literal, destructured]) {
      expect(linesWith(filesOf(room), pattern)).toEqual([]);
    }
  });

  it('would be found out', () => {
    for (const line of [
      "if (body['code'] === 0n) return;",
      'if (answer.body.result === true) return;',
      'const { result } = answer.body;',
    ]) {
      const found = [literal, destructured].flatMap((one) => linesWith(inText('x.ts', line), one));
      expect(found).toEqual([`x.ts:1: ${line}`]);
    }
  });
});

/** A text of both languages, written as it stands. */
function isSentence(node: ts.Node, file: ts.SourceFile): boolean {
  if (!ts.isObjectLiteralExpression(node)) return false;
  const names = node.properties.map(({ name }) => name?.getText(file));
  return names.includes('en') && names.includes('zh');
}

/** Where words belong to a thing as its name does: a title, a word for a thing, a variable's text. */
function isName(node: ts.Node, file: ts.SourceFile): boolean {
  const { parent } = node;
  const isNamed =
    ts.isPropertyAssignment(parent) &&
    ['title', 'thing', 'about', 'takes'].includes(parent.name.getText(file));
  // The case that a file of cases declares with its title.
  return isNamed || (file.fileName.endsWith('/cases.ts') && ts.isCallExpression(parent));
}

describe('a room that makes no sentence', () => {
  const sentences = (file: SourceFile): string[] =>
    nodesOf(file, (node, of) => isSentence(node, of) && !isName(node, of));

  it.each(NO_SENTENCE)('is %s', (room) => {
    expect(filesOf(room)).not.toEqual([]);
    expect(filesOf(room).flatMap(sentences)).toEqual([]);
  });

  it('would be found out, but for titles', () => {
    const [told] = inText('effects/x.ts', "keep({ problem: { en: 'it is gone', zh: '已消失' } })");
    const [title] = inText('effects/x.ts', "const one = { title: { en: 'again', zh: '再次' } };");
    expect(told && sentences(told)).toHaveLength(1);
    expect(title && sentences(title)).toEqual([]);
  });
});

/** What takes a text as a key, or asks what stands in it. */
const KEYED = ['get', 'set', 'has', 'add', 'indexOf', 'includes', 'startsWith', 'endsWith', 'test'];
const ASKED = ['includes', 'startsWith', 'endsWith', 'indexOf', 'match', 'search', 'split'];

function isWords(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && ['en', 'zh'].includes(node.name.text);
}

/** True for one language of a text that something is decided by. */
function isDecidedBy(node: ts.Node): boolean {
  if (!isWords(node)) return false;
  const { parent } = node;
  if (ts.isElementAccessExpression(parent)) return parent.argumentExpression === node;
  if (ts.isBinaryExpression(parent)) {
    const { EqualsEqualsEqualsToken, ExclamationEqualsEqualsToken } = ts.SyntaxKind;
    const { kind } = parent.operatorToken;
    if (kind !== EqualsEqualsEqualsToken && kind !== ExclamationEqualsEqualsToken) return false;
    // Whether a text is the same in both languages, or empty, says nothing of what it says.
    const other = parent.left === node ? parent.right : parent.left;
    return !isWords(other) && other.getText() !== "''";
  }
  if (ts.isPropertyAccessExpression(parent)) return ASKED.includes(parent.name.text);
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression)) {
    return false;
  }
  return KEYED.includes(parent.expression.name.text);
}

describe('no sentence is a key', () => {
  it('anywhere', () => {
    expect(SOURCE.flatMap((file) => nodesOf(file, isDecidedBy))).toEqual([]);
  });

  it.each([
    "if (title.en === 'again') stop();",
    'groups.set(reason.en, []);',
    'return groups[reason.en];',
    "return takes.en.includes('int64');",
    '/gone/.test(reason.en);',
  ])('and would be found out: %s', (text) => {
    expect(inText('x.ts', text).flatMap((file) => nodesOf(file, isDecidedBy))).toHaveLength(1);
  });
});
