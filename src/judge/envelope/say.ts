import type { Problem } from '../../record/problem.js';

/** Fails a requirement with a problem, or passes it without one. */
export type Say = (requirement: string, problem: Problem | undefined) => void;
