/** A workflow command as GitHub's runner understands it. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Those that act in one way or another; the runner leaves other names alone. */
const NAMES =
  'add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output stop-commands warning';

const KNOWN: ReadonlySet<string> = new Set(NAMES.split(' '));

/**
 * Finds the commands in an output as the runner does: line by line, in either of its two forms.
 *
 * @param output - what a step wrote on either stream
 */
export function commandsIn(output: string): WorkflowCommand[] {
  return output.split(/\r\n|\r|\n/).flatMap((line) => ofLine(line) ?? ofOldLine(line) ?? []);
}

/** `::name key=value,key=value::message`, behind what .NET takes for white space. */
function ofLine(line: string): WorkflowCommand | undefined {
  const found = /^[\s\u0085]*::(.*?)::(.*)$/s.exec(line);
  return found === null ? undefined : command(found[1] ?? '', found[2] ?? '', ',');
}

/** `##[name key=value;key=value]message`, anywhere in a line. */
function ofOldLine(line: string): WorkflowCommand | undefined {
  const found = /##\[([^\]]*)\](.*)$/s.exec(line);
  return found === null ? undefined : command(found[1] ?? '', found[2] ?? '', ';');
}

function command(head: string, data: string, between: string): WorkflowCommand | undefined {
  const [name = '', ...rest] = head.split(' ');
  if (!KNOWN.has(name.toLowerCase())) return undefined;
  const pairs = rest
    .join(' ')
    .trim()
    .split(between)
    .flatMap((pair): [string, string][] => {
      const at = pair.indexOf('=');
      return at > 0 ? [[pair.slice(0, at), unescaped(pair.slice(at + 1))]] : [];
    });
  return { name, properties: Object.fromEntries(pairs), message: unescaped(data) };
}

function unescaped(text: string): string {
  const pairs = [
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%3A', ':'],
    ['%2C', ','],
    ['%25', '%'],
  ] as const;
  return pairs.reduce((sum, [from, to]) => sum.replaceAll(from, to), text);
}
