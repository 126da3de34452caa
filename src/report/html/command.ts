import { both, type Markup, markup } from './markup.js';

/** A command line with a button that copies it. */
export function drawCommand(command: string): Markup {
  return markup`<div class="command"><pre tabindex="0"><code>${command}</code></pre><button type="button" class="copy needs-js">${both({ en: 'Copy', zh: '复制' })}</button></div>`;
}
