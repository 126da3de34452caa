const acts: (() => unknown)[] = [];

/**
 * Has something done once the tests of the file are over: a folder removed, a server stopped. A
 * hook of a module would serve only the first file that imports it, as modules are shared.
 *
 * @param act - what is done, and waited for
 */
export function afterThisFile(act: () => unknown): void {
  acts.push(act);
}

/** Does what was asked for since the last file ended, the latest first. */
export async function giveBack(): Promise<void> {
  for (let act = acts.pop(); act !== undefined; act = acts.pop()) await act();
}
