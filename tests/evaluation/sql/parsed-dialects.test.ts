/** BigQuery and Snowflake are not to be had on a machine of one's own: their statements are parsed by sqlglot, which knows both dialects. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type SqlDialect, toSql } from '../../../src/evaluation/index.js';
import { kindsRubrics } from '../../support/kinds-rubric.js';
import { drawnRubrics, shippedRubrics } from '../../support/rubrics.js';
import { wideNames } from '../../support/sql-rows.js';

const PARSER = `
import json, sys, sqlglot
from sqlglot import exp
faults = []
for at, (dialect, sql, names) in enumerate(json.load(sys.stdin)):
    try:
        [statement] = sqlglot.parse(sql, read=dialect, error_level=sqlglot.ErrorLevel.RAISE)
        # What cannot be parsed as an expression of the dialect sqlglot would keep as a command.
        if isinstance(statement, exp.Command) or statement.named_selects != names:
            faults.append([at, dialect, "is no query with these columns"])
    except Exception as problem:
        faults.append([at, dialect, str(problem)[:300]])
print(json.dumps(faults))
`;
// `npm run test:dialects` names the Python that has sqlglot.
const python = process.env['SQL_PYTHON'] ?? '';
const dialects: readonly SqlDialect[] = ['bigquery', 'snowflake'];

test.skipIf(python === '')('every statement parses in its dialect', () => {
  const statements = [...shippedRubrics, ...kindsRubrics, ...drawnRubrics(10)].flatMap((rubric) =>
    dialects.flatMap((dialect) =>
      (['wide', 'long'] as const).flatMap((layout) => {
        const columns = layout === 'wide' ? wideNames(rubric) : {};
        const {
          sql,
          strays,
          columns: result,
        } = toSql(rubric, { dialect, table: 'ratings', keys: ['key'], layout, columns });
        const names = result.map(({ name }) => name);
        const ofStrays = ['input', 'id', 'reason', 'stray_rows'];
        return [
          [dialect, sql, names],
          [dialect, strays, ofStrays],
        ];
      }),
    ),
  );
  const { stdout, stderr } = spawnSync(python, ['-c', PARSER], { input: JSON.stringify(statements), encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([]);
  console.log(`${statements.length} statements parsed in ${dialects.length} dialects`);
});
