import { defineConfig } from 'vitest/config';

/** The tests a mutant has to get past: all of the evaluation room's, with a few dozen cases for each property. */
export default defineConfig({
  test: {
    include: ['tests/evaluation/**/*.test.ts'],
    env: { STEM_RUNS: '60' },
    testTimeout: 120_000,
  },
});
