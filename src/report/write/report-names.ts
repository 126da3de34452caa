/** The files that are drawn from a record, the record itself first, in the order in which they are written. */
export const REPORT_NAMES = [
  'results.json',
  'conformance.html',
  'junit.xml',
  'ctrf.json',
  'summary.md',
] as const;

/** One of {@link REPORT_NAMES}. */
export type ReportName = (typeof REPORT_NAMES)[number];
