import { createHash } from 'node:crypto';
import type { Text } from '../../text.js';
import type { Lang } from '../lang.js';
import { inLanguage, type Markup, markup } from './markup.js';

/** What a page consists of. */
export interface Frame {
  /** The language of the page where its script does not run; the script asks the browser. */
  readonly lang: Lang;
  readonly title: Text;
  /** Of the page's sign, as a URL has it: `%230a7d55`. */
  readonly colour: string;
  readonly style: string;
  readonly script: string;
  readonly body: Markup;
  /** JSON that the script draws from, with every `<` escaped. */
  readonly data?: string;
}

/**
 * Draws one self-contained page: no request leaves it, and its policy allows no style and no script but
 * its own two, by their hashes.
 *
 * @returns an HTML document in which text of a server is only text
 */
export function drawFrame(frame: Frame): string {
  const { lang, title, style, script, body, data } = frame;
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const block =
    data === undefined
      ? undefined
      : markup`${scriptElement(data, ' type="application/json" id="data"')}
`;
  return `<!doctype html>
${
  markup`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}" data-lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title data-en="${title.en}" data-zh="${title.zh}">${title[lang]}</title>
<link rel="icon" href="data:image/svg+xml,${favicon(frame.colour)}">
<style>${trusted(style)}</style>
</head>
<body>
${{ markup: inLanguage(body.markup, lang) }}
${block}${scriptElement(script)}
</body>
</html>`.markup
}
`;
}

function favicon(color: string): string {
  return `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Ccircle cx='4' cy='4' r='4' fill='${color}'/%3E%3C/svg%3E`;
}

/** Our own style and script, and the escaped data block: the only texts that are not escaped. */
function trusted(text: string): Markup {
  return { markup: text };
}

/** A script of ours. It ends outside a tagged template, which bundlers would rewrite for its sake. */
function scriptElement(text: string, attributes = ''): Markup {
  return trusted(`<script${attributes}>${text}</script>`);
}

/** A hash as a content security policy takes it (CSP 3, 2.3.1). */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
