import { defineConfig } from 'vitest/config';
import { PARTS, wantedPart } from './scripts/mutation-parts.mjs';

// The tests of one part only: those that start processes say nothing of a mutant.
export default defineConfig({
  test: { include: [...PARTS[wantedPart()].tests], testTimeout: 30_000 },
});
