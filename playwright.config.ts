import { defineConfig } from '@playwright/test';
import { CATEGORIES } from './src/record/record.js';
import { reportsFolder } from './tests/conformance/host/reports-folder.js';

/** What judges all answers comes last. */
const categories = [...CATEGORIES.filter((category) => category !== 'envelope'), 'envelope'];

/**
 * The conformance suite with Playwright as front end. It takes its settings from the variables in
 * `.env.example`, and from CMDB_OUT (where the reports go), CMDB_EFFORT and CMDB_STRICT.
 *
 * The target is one and the cases build on each other: one worker, nothing is tried again. The
 * suite bounds every exchange by itself, so a test has no time limit of its own.
 */
export default defineConfig({
  testDir: 'tests/conformance',
  projects: categories.map((category) => ({ name: category, testMatch: `${category}.spec.ts` })),
  globalSetup: './tests/conformance/host/setup.ts',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 0,
  outputDir: 'node_modules/.cache/playwright',
  reporter: [
    ['list'],
    ['html', { outputFolder: `${reportsFolder()}/playwright`, open: 'never' }],
    ['./tests/conformance/host/reporter.ts'],
  ],
});
