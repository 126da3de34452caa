import { printParseErrorCode, visit } from 'jsonc-parser';
import { find, type Notes } from './finding.js';

/** A JSON value of a sample, with its place in the document. Integers are exact. */
export type SampleNode = { readonly line: number; readonly column: number } & (
  | { readonly kind: 'object'; readonly members: Map<string, SampleNode> }
  | { readonly kind: 'array'; readonly items: SampleNode[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
);

/** Most brackets that are read; documents need a dozen. It bounds how deep the parser recurses. */
const MAX_BRACKETS = 500;

/** Longest integer that is read, in characters; int64 needs twenty. */
const MAX_DIGITS = 400;

/**
 * Reads the JSON of a sample, and goes on where it is not quite JSON.
 *
 * @param text - text of the code block
 * @param place - line and column in the document of an offset line and character (from 0)
 * @param notes - takes what is wrong, with line and column
 * @returns the value, or undefined when there is none or its meaning is in doubt
 */
export function readSample(
  text: string,
  place: (line: number, character: number) => { line: number; column: number },
  notes: Notes,
): SampleNode | undefined {
  if (text.replace(/[^[{]/gu, '').length > MAX_BRACKETS) {
    const at = place(0, 0);
    find(notes, at, 'too-long', 'The sample has too many brackets.', '示例中的括号过多。');
    return undefined;
  }
  const open: { node: SampleNode; name?: string }[] = [];
  const read: { root?: SampleNode; broken: boolean } = { broken: false };
  let comma: { line: number; column: number } | undefined;

  const add = (node: SampleNode): void => {
    comma = undefined;
    const parent = open.at(-1);
    if (parent === undefined) read.root ??= node;
    else if (parent.node.kind === 'array') parent.node.items.push(node);
    else if (parent.node.kind === 'object') parent.node.members.set(parent.name ?? '', node);
  };
  const close = (): void => {
    open.pop();
    if (comma !== undefined) {
      find(
        notes,
        comma,
        'trailing-comma',
        'The sample is not JSON: a comma stands before the closing bracket.',
        '示例不是合法的 JSON：右括号之前多了一个逗号。',
      );
    }
    comma = undefined;
  };

  visit(
    text,
    {
      onObjectBegin: (_offset, _length, line, character) => {
        const node: SampleNode = { kind: 'object', members: new Map(), ...place(line, character) };
        add(node);
        open.push({ node });
      },
      onArrayBegin: (_offset, _length, line, character) => {
        const node: SampleNode = { kind: 'array', items: [], ...place(line, character) };
        add(node);
        open.push({ node });
      },
      onObjectProperty: (name, _offset, _length, line, character) => {
        comma = undefined;
        const parent = open.at(-1);
        if (parent?.node.kind !== 'object') return;
        parent.name = name;
        if (parent.node.members.has(name)) {
          find(
            notes,
            place(line, character),
            'duplicate-member',
            `The sample holds ${JSON.stringify(name)} twice in one object.`,
            `示例的同一个对象中 ${JSON.stringify(name)} 出现了两次。`,
          );
        }
      },
      onLiteralValue: (value: unknown, offset, length, line, character) => {
        add(literal(value, text.slice(offset, offset + length), place(line, character)));
      },
      onSeparator: (character, _offset, _length, line, column) => {
        if (character === ',') comma = place(line, column);
      },
      onObjectEnd: close,
      onArrayEnd: close,
      onError: (error, _offset, _length, line, character) => {
        if (read.broken) return;
        read.broken = true;
        const what = printParseErrorCode(error);
        find(
          notes,
          place(line, character),
          'broken-sample',
          `The sample is not JSON (${what}).`,
          `示例不是合法的 JSON（${what}）。`,
        );
      },
    },
    { disallowComments: true, allowTrailingComma: true },
  );
  return read.broken ? undefined : read.root;
}

function literal(value: unknown, token: string, at: { line: number; column: number }): SampleNode {
  if (typeof value === 'string') return { kind: 'string', value, ...at };
  if (typeof value === 'boolean') return { kind: 'boolean', value, ...at };
  if (typeof value !== 'number') return { kind: 'null', ...at };
  return /^-?\d+$/u.test(token) && token.length <= MAX_DIGITS
    ? { kind: 'integer', value: BigInt(token), ...at }
    : { kind: 'number', value: token, ...at };
}
