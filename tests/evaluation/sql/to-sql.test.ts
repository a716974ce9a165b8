import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toSql } from '../../../src/evaluation/index.js';
import { kindsRubrics } from '../../support/kinds-rubric.js';
import { openOutside } from '../../support/outside-engines.js';
import { drawnRubrics, shippedRubrics } from '../../support/rubrics.js';
import { type Engine, openDuckdb, openPglite, openSqlite } from '../../support/sql-engines.js';
import { differences, expectedRows, isStray, randomRows, wideNames, wideTable } from '../../support/sql-rows.js';

const isThorough = process.env['SQL_ROWS'] !== undefined;
const rowsOf = (usual: number): number => Number(process.env['SQL_ROWS'] ?? usual);

const inNpm = [
  { name: 'DuckDB', open: openDuckdb, rows: rowsOf(2000), drawn: isThorough ? 60 : 20 },
  { name: 'PostgreSQL', open: openPglite, rows: rowsOf(300), drawn: isThorough ? 60 : 6 },
  { name: 'SQLite', open: openSqlite, rows: rowsOf(300), drawn: isThorough ? 60 : 8 },
];
// `npm run test:spark` and `npm run test:clickhouse` name one, and the Python that has it.
const python = process.env['SQL_PYTHON'] ?? '';
const outside = [
  { name: 'Spark', open: () => openOutside('spark', python), rows: rowsOf(20_000), drawn: 10 },
  { name: 'ClickHouse', open: () => openOutside('clickhouse', python), rows: rowsOf(100_000), drawn: 10 },
];
const chosen = process.env['SQL_ENGINE'];
const engines =
  chosen === undefined ? inNpm : [...inNpm, ...outside].filter(({ name }) => name.toLowerCase() === chosen);

describe.each(engines)('$name says of every row what compileScorer says', ({ open, rows, drawn: count }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  test.each([...shippedRubrics, ...kindsRubrics, ...drawnRubrics(count)])('of $id', async (rubric) => {
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
