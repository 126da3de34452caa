/**
 * Text in which GitHub's runner finds no workflow command. It takes a line for one that has `::` behind
 * white space at its beginning, or `##[` anywhere (`ActionCommand.cs` of actions/runner); lines end
 * with LF, CR or both. One character of either is written as an escape, which JSON reads as that
 * character and a person as what `oneLine` writes for others.
 *
 * @param text - whole lines, in any number
 */
export function withoutCommands(text: string): string {
  return text
    .replace(/^((?:[^\S\r\n]|\u0085)*):(?=:)/gm, '$1\\u003a')
    .replaceAll('##[', '#\\u0023[');
}
