import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    typecheck: { include: ['tests/**/*.test-d.ts'] },
    maxWorkers: 2,
    // Tests change nothing that other files see, so those of one worker share what they import: a quarter less of the processor.
    isolate: false,
    // Properties draw up to so many cases here; `.ci/run` sets STEM_RUNS to all of them.
    env: { STEM_RUNS: process.env['STEM_RUNS'] ?? '150' },
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
