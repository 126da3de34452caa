import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import { PARTS, wantedPart } from './scripts/mutation-parts.mjs';

const { tests } = PARTS[wantedPart()];

/** Vitest would begin with the slowest file, and a mutant is done with the first failure. */
class AsListed extends BaseSequencer {
  sort(files) {
    const rank = ({ moduleId }) => tests.findIndex((name) => moduleId.endsWith(name));
    return Promise.resolve([...files].sort((a, b) => rank(a) - rank(b)));
  }
}

// The tests of one part only: those that start processes say nothing of a mutant.
export default defineConfig({
  test: { include: [...tests], testTimeout: 30_000, sequence: { sequencer: AsListed } },
});
