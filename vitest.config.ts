import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that count work. A count looks at all code that its worker has loaded, so each of these files has a worker of its own. */
export const counting = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((file) => `tests/${file}`)
  .filter((file) => file.endsWith('.test.ts') && /from '.*\/counted-work\.js'/u.test(readFileSync(file, 'utf8')));

/** The longest files, begun first, so that one worker does not wait for the other at the end. */
const LONGEST = /(?:package|to-sql|data)\.test\.ts$/u;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONGEST.test(moduleId);
    return [...others.filter(isLong), ...others.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...counting],
          typecheck: {
            enabled: process.argv.includes('--typecheck'),
            include: ['tests/**/*.test-d.ts'],
            tsconfig: 'tests/types.tsconfig.json',
          },
          // Tests change nothing that other files see, so those of one worker share what they import: a quarter less of the processor.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'counting', include: counting, typecheck: { enabled: false, include: [] } } },
    ],
    maxWorkers: 2,
    // What is transformed is kept for the next run, and for the other project.
    experimental: { fsModuleCache: true },
    sequence: { sequencer: LongestFirst },
    // Properties draw up to so many cases here; `.ci/run` sets STEM_RUNS to all of them.
    env: { STEM_RUNS: process.env['STEM_RUNS'] ?? '50' },
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
