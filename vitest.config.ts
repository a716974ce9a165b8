import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    typecheck: { include: ['tests/**/*.test-d.ts'] },
    maxWorkers: 2,
    // Patient, for busy machines: no test is about time.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // Names of tests stand in full.
    chaiConfig: { truncateThreshold: 0 },
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      // An index.ts only re-exports, and a record is only data.
      exclude: ['src/**/index.ts', 'src/data/**'],
      reporter: ['text-summary'],
      thresholds: { lines: 90, branches: 80 },
    },
  },
});
