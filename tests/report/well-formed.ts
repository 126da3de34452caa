/** An element of a parsed document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const TOKEN = /<\?[^?]*\?>|<\/([\w-]+)>|<([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ENTITY = /&(?:amp|lt|gt|quot|apos|#10);/g;
// XML 1.0, 2.2: what is no Char may not even stand as a reference.
const NO_CHAR = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Reads the XML that the JUnit report may use: elements, quoted attributes, five entities.
 *
 * @throws Error at the first thing that is not well-formed
 */
export function parseXml(text: string): XmlElement {
  const bad = NO_CHAR.exec(text);
  if (bad !== null) throw new Error(`no XML character at ${bad.index}`);
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text);
    const parent = open.at(-1);
    if (token === null || parent === undefined) throw new Error(`not well-formed at ${at}`);
    const [, closing, opening, attributes = '', empty, data] = token;
    if (data !== undefined) parent.text += decode(data);
    if (closing !== undefined && open.pop()?.name !== closing) {
      throw new Error(`</${closing}> at ${at} closes nothing`);
    }
    if (opening !== undefined) {
      const element = { name: opening, attributes: read(attributes), children: [], text: '' };
      parent.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  const top = root.children[0];
  if (open.length !== 1 || root.children.length !== 1 || top === undefined) {
    throw new Error('not one whole element');
  }
  return top;
}

function read(attributes: string): Record<string, string> {
  return Object.fromEntries(
    [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      decode(value),
    ]),
  );
}

function decode(text: string): string {
  if (text.replace(ENTITY, '').includes('&')) throw new Error('a bare &');
  return text.replace(ENTITY, (entity) => ENTITIES.get(entity) ?? '');
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&#10;', '\n'],
]);

/** All elements of a name, in order. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap((child) => all(child, name)),
  ];
}
