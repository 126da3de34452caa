import type { Level } from '../../contract/requirement.js';
import type { Status } from '../record.js';
import type { Change, DifferenceKind, Severity } from './comparison.js';

/** How clients feel each kind of difference: the table of docs/comparison.md. */
export const DIFFERENCE_SEVERITIES: Readonly<Record<DifferenceKind, Severity>> = {
  'refused-now': 'breaking',
  'accepted-now': 'breaking',
  'unreadable-now': 'breaking',
  'silent-now': 'breaking',
  'member-gone': 'breaking',
  'type-changed': 'breaking',
  'success-code-changed': 'breaking',
  'code-changed': 'risky',
  'message-changed': 'risky',
  'refused-otherwise': 'risky',
  'other-cause': 'risky',
  'success-message-changed': 'risky',
  'status-changed': 'risky',
  'header-changed': 'risky',
  'header-gone': 'risky',
  'null-now': 'risky',
  'value-now': 'risky',
  'request-id-form': 'risky',
  'observed-otherwise': 'risky',
  'member-new': 'additive',
  'header-new': 'additive',
  'readable-now': 'additive',
  'answered-now': 'additive',
};

/**
 * How clients feel what became of a requirement: the table of docs/comparison.md.
 *
 * @param after - its verdict now; undefined where it is gone
 * @returns undefined where nothing got better or worse
 */
export function changeSeverity(
  change: Change,
  level: Level,
  after: Status | undefined,
): Severity | undefined {
  const broken = level === 'must' ? 'breaking' : 'risky';
  switch (change) {
    case 'broken':
    case 'found-failing':
      return broken;
    case 'deviation-gone':
      return after === 'failed' ? broken : 'additive';
    case 'no-longer-judged':
    case 'gone':
      return 'risky';
    case 'deviation-come':
      return 'risky';
    case 'new':
      return after === 'failed' ? 'risky' : 'additive';
    case 'judged-now':
    case 'fixed':
      return 'additive';
    case 'still-failing':
    case 'unchanged':
      return undefined;
  }
}

/** Whether a requirement got worse, or is no longer judged: what no severity makes less of. */
export function isWorse({
  change,
  after,
}: {
  readonly change: Change;
  readonly after?: Status;
}): boolean {
  return (
    change === 'broken' ||
    change === 'found-failing' ||
    change === 'no-longer-judged' ||
    (change === 'deviation-gone' && after === 'failed')
  );
}
