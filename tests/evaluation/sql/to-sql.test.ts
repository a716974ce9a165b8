import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toSql } from '../../../src/evaluation/index.js';
import type { Rubric } from '../../../src/model/index.js';
import { arbitraryCase } from '../../support/arbitrary-rubric.js';
import { kindsRubrics } from '../../support/kinds-rubric.js';
import { recordFiles, root } from '../../support/sources.js';
import { type Engine, openDuckdb, openPglite, openSqlite } from '../../support/sql-engines.js';
import { differences, expectedRows, isStray, randomRows, wideNames, wideTable } from '../../support/sql-rows.js';

const shipped: Rubric[] = await Promise.all(
  recordFiles
    .filter(({ file }) => file.startsWith('src/data/rubrics/'))
    .map(async ({ file, exportName }) => {
      const record = (await import(`${root}/${file}`)) as Record<string, Rubric>;
      return record[exportName]!;
    }),
);
const drawn = (count: number): Rubric[] =>
  fc
    .sample(arbitraryCase, { seed: 20261128, numRuns: count })
    .map(({ rubric }, at) => ({ ...rubric, id: `drawn-${at + 1}` }));

const isThorough = process.env['SQL_ROWS'] !== undefined;
const rowsOf = (usual: number): number => Number(process.env['SQL_ROWS'] ?? usual);

const engines = [
  { name: 'DuckDB', open: openDuckdb, rows: rowsOf(2000), drawn: isThorough ? 60 : 20 },
  { name: 'PostgreSQL', open: openPglite, rows: rowsOf(300), drawn: isThorough ? 60 : 6 },
  { name: 'SQLite', open: openSqlite, rows: rowsOf(300), drawn: isThorough ? 60 : 8 },
];

describe.each(engines)('$name says of every row what compileScorer says', ({ open, rows, drawn: count }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  test.each([...shipped, ...kindsRubrics, ...drawn(count)])('of $id', async (rubric) => {
    const given = randomRows(rubric, rows, 7);
    await engine.load(wideTable(given, 'ratings'));
    const { sql, columns, strays } = toSql(rubric, {
      dialect: engine.dialect,
      table: 'ratings',
      keys: ['key'],
      columns: wideNames(rubric),
    });
    const got = await engine.query(sql);
    expect(differences(got, expectedRows(given, columns), columns).slice(0, 5)).toEqual([]);
    // The rows counted by the second statement are those of the first: a row here has one stray at most.
    const counted = await engine.query(strays);
    const sum = counted.reduce((total, row) => total + Number(row['stray_rows']), 0);
    expect(sum).toBe(got.filter((_, row) => isStray(given, row)).length);
  });
});
