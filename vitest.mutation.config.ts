import { defineConfig } from 'vitest/config';

/** The tests a mutant has to get past: all of the evaluation room's but the ones that draw cases by lot, which would run for every mutant. */
export default defineConfig({
  test: {
    include: ['tests/evaluation/**/*.test.ts', 'tests/data.test.ts', 'tests/data/**/*.test.ts'],
    exclude: ['tests/**/*.property.test.ts'],
    testTimeout: 120_000,
  },
});
