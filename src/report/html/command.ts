import { both, breakable, type Markup, markup } from './markup.js';

/** A command line with a button that copies it. */
export function drawCommand(command: string): Markup {
  return markup`<div class="command"><div class="shell" tabindex="0"><code>${breakable(command)}</code></div><button type="button" class="copy needs-js" hidden>${both({ en: 'Copy', zh: '复制' })}</button></div>`;
}
