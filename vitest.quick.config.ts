import { configDefaults, defineConfig, mergeConfig } from 'vitest/config';
import all from './vitest.config.js';

/**
 * `npm run test:quick`: all tests but those that draw very many cases (`*.property.test.ts`) and those that need the library built
 * and packed. They are told by the names of their files, wherever these stand; what the others draw by lot is drawn fewer times.
 */
export default mergeConfig(
  all,
  defineConfig({
    test: {
      exclude: [
        ...configDefaults.exclude,
        '**/*.property.test.ts',
        '**/package.test.ts',
        '**/docs.test.ts',
        '**/purity.test.ts',
      ],
      env: { STEM_RUNS: '100' },
    },
  }),
);
