import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** Rooms whose tests take long, as they start processes or run the suite: they go first. */
const LONG = ['tests/ci/', 'tests/cli/', 'tests/project/', 'tests/engine/', 'tests/releases/'];

/** Begins with what takes long, so that no worker is left alone with it in the end. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      LONG.some((room) => moduleId.includes(`/${room}`));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  // Below it are only missing source maps of the package that is inlined.
  logLevel: 'error',
  test: {
    include: ['tests/**/*.test.ts'],
    // Test files share the modules of their worker: to load and to warm them up anew for each file
    // took half the time. So no module that files share may keep hooks or state of a test.
    isolate: false,
    // Tests of the command line change the folder of their worker, which a thread has none of.
    pool: 'forks',
    sequence: { sequencer: LongFirst },
    setupFiles: ['tests/after-file.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // It imports JSON without saying so, which Node refuses.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
  },
});
