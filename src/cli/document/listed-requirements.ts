import type { RequirementsFile } from '../../contract/derived-files.js';
import type { Exclusion, Requirement } from '../../contract/requirement.js';
import type { Text } from '../../text.js';
import type { Quoted } from '../../document/quoted.js';

/** A requirement with its cases, or the reason why it has none. */
export interface ListedRequirement extends Requirement {
  readonly cases: readonly string[];
  readonly reason?: Text;
}

/** What one document yields. */
export interface ListedDocument extends RequirementsFile {
  readonly requirements: readonly ListedRequirement[];
  readonly exclusions: readonly Exclusion[];
  readonly unaccounted: readonly Quoted[];
}
