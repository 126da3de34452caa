/** What the proof of the suite showed: how many wrong servers it catches, how many right it blames. */
export interface ProofSummary {
  /** Deliberate single faults that were run. */
  readonly defects: number;
  /** Those that the requirement named for them caught. */
  readonly caught: number;
  /** Unusual but right servers that were run. */
  readonly variants: number;
  /** Those that were blamed, or of which the wrong thing was told. */
  readonly blamed: number;
  /** Hash of the suite that was proved. */
  readonly suiteHash: string;
}
