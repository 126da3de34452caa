import type { Call } from './call.js';
import { COMPONENT_NAMES } from './components/names.js';

const PREFIX = 'api/c/compapi/v2/cc/';

/**
 * The component that a call names. As the ESB does: slashes around the path do not matter, letter
 * case and inner slashes do; GET and POST are served, though the document says POST.
 */
export function routeOf({ received, path }: Call): string | undefined {
  if (received.method !== 'POST' && received.method !== 'GET') return undefined;
  const bare = stripSlashes(path);
  if (!bare.startsWith(PREFIX)) return undefined;
  const name = bare.slice(PREFIX.length);
  return COMPONENT_NAMES.has(name) ? name : undefined;
}

function stripSlashes(path: string): string {
  let start = 0;
  let end = path.length;
  while (start < end && path[start] === '/') start += 1;
  while (end > start && path[end - 1] === '/') end -= 1;
  return path.slice(start, end);
}
