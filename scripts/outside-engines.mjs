// node scripts/outside-engines.mjs spark|clickhouse: every rubric's statement on an engine that npm does not have, row by row against
// compileScorer; SQL_ROWS says otherwise how many rows a rubric.
// node scripts/outside-engines.mjs dialects: every statement parsed by sqlglot, in each dialect.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { needJava, pythonWith } from './python-environment.mjs';

const PACKAGE_OF = { spark: 'pyspark', clickhouse: 'chdb', dialects: 'sqlglot' };

const [engine, ...toVitest] = process.argv.slice(2);
if (!Object.hasOwn(PACKAGE_OF, engine ?? '')) throw new Error('say which: spark, clickhouse or dialects');
if (engine === 'spark') needJava();
const python = pythonWith(PACKAGE_OF[engine]);
const files = engine === 'dialects' ? ['parsed-dialects'] : ['to-sql', 'layouts'];
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--maxWorkers=1',
    '--reporter=verbose',
    '--testTimeout=600000',
    ...files.map((file) => `tests/evaluation/sql/${file}.test.ts`),
    ...toVitest,
  ],
  {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
    env: { ...process.env, SQL_ENGINE: engine, SQL_PYTHON: python },
  },
);
process.exit(status ?? 1);
