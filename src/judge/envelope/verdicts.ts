import type { Text } from '../../text.js';
import type { Finding } from '../../record/finding.js';

/** Gathers the verdicts that one answer gives. */
export class Verdicts {
  readonly findings: Finding[] = [];
  readonly #experiment: Text;
  readonly #n: number;

  constructor(experiment: Text, n: number) {
    this.#experiment = experiment;
    this.#n = n;
  }

  /** Fails a requirement with a reason, or passes it without one. */
  say(requirement: string, problem: Text | undefined): void {
    this.findings.push({
      requirement,
      status: problem === undefined ? 'passed' : 'failed',
      experiment: this.#experiment,
      evidence: [this.#n],
      ...(problem === undefined ? {} : { reason: problem }),
    });
  }
}
