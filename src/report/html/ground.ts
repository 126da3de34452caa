import type { EndpointRun } from '../../record/record.js';
import type { Text } from '../../text.js';
import { groundName, groundValue } from '../sentences/ground.js';
import { cut } from '../visible.js';
import { both, type Markup, markup } from './markup.js';

/** This much was looked up at most that is shown. */
const MAX_SHOWN = 8;

/** What was looked up about the ground of an endpoint's requests, in words where there are some. */
export function groundOf({ ground }: EndpointRun): [name: Text, value: Markup][] {
  return Object.entries(ground)
    .slice(0, MAX_SHOWN)
    .map(([name, value]) => {
      const words = groundValue(name, value);
      return [
        groundName(name),
        words === undefined
          ? markup`${cut(value, 60)}`
          : markup`${both(words)} <span class="soft">${value}</span>`,
      ];
    });
}
