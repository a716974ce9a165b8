import { configDefaults, defineConfig, mergeConfig } from 'vitest/config';
import all, { counting } from './vitest.config.js';

/**
 * `npm run test:quick`: all tests but those that draw very many cases, count work, run databases or an editor, or need the library built and
 * packed. They are told by the names of their files; what the others draw by lot is drawn fewer times.
 */
export default mergeConfig(
  all,
  defineConfig({
    test: {
      exclude: [
        ...configDefaults.exclude,
        '**/*.property.test.ts',
        ...counting,
        '**/*oracle.test.ts',
        '**/published-rules.test.ts',
        'tests/evaluation/sql/**',
        'tests/editor*/**',
        'tests/editor.test.ts',
        '**/package.test.ts',
        '**/docs.test.ts',
        '**/purity.test.ts',
      ],
      env: { STEM_RUNS: '20' },
    },
  }),
);
