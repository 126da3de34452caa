/** What the main process says of one case to the test that asked. Secrets are removed. */
export interface TestVerdict {
  readonly status: 'passed' | 'failed' | 'skipped';
  /** What failed and how to repeat it, or why it was skipped; several lines. */
  readonly told: string;
  /** What else the reader should know, by kind: `observed`, `warning`. */
  readonly remarks: readonly { readonly type: string; readonly description: string }[];
  /** The exchanges of a case that did not pass, as JSON text. */
  readonly exchanges?: string;
}

/** True for what {@link TestVerdict} describes. */
export function isTestVerdict(value: unknown): value is TestVerdict {
  return (
    isRecord(value) &&
    (value['status'] === 'passed' ||
      value['status'] === 'failed' ||
      value['status'] === 'skipped') &&
    typeof value['told'] === 'string' &&
    (value['exchanges'] === undefined || typeof value['exchanges'] === 'string') &&
    Array.isArray(value['remarks']) &&
    value['remarks'].every(
      (remark: unknown) =>
        isRecord(remark) &&
        typeof remark['type'] === 'string' &&
        typeof remark['description'] === 'string',
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
