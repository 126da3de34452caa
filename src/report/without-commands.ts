/**
 * Text in which no CI system finds a command. GitHub's runner takes a line for one that has `::` behind
 * white space at its beginning, or `##[` anywhere (`ActionCommand.cs` of actions/runner); BlueKing CI
 * one that begins with `::`, or with `"::` (`CommandLineUtils.kt` of bk-ci); Azure Pipelines and
 * TeamCity know `##vso[` and `##teamcity[`. Lines end with LF, CR or both. One character of each is
 * written as an escape, which JSON reads as that character and a person as what `oneLine` writes for
 * others.
 *
 * @param text - whole lines, in any number
 */
export function withoutCommands(text: string): string {
  return text
    .replace(/^((?:[^\S\r\n]|\u0085)*"?):(?=:)/gm, '$1\\u003a')
    .replace(/##(?=\w*\[)/g, '#\\u0023');
}
