/** The engines that SQL is tried on: those of npm, or the one that `npm run test:spark` and `npm run test:clickhouse` name. */
import { openOutside } from './outside-engines.js';
import { sized } from './runs.js';
import { openDuckdb, openPglite, openSqlite } from './sql-engines.js';

// `.ci/run` draws all cases; SQL_ROWS says otherwise how many rows a rubric.
const rowsOf = (usual: number, whole = usual): number => Number(process.env['SQL_ROWS'] ?? sized(whole, usual));

const inNpm = [
  { name: 'DuckDB', open: openDuckdb, rows: rowsOf(2000, 10_000), drawn: sized(30, 20) },
  { name: 'PostgreSQL', open: openPglite, rows: rowsOf(300, 1000), drawn: sized(12, 6) },
  { name: 'SQLite', open: openSqlite, rows: rowsOf(300, 1000), drawn: sized(12, 8) },
];

const python = process.env['SQL_PYTHON'] ?? '';
const outside = [
  { name: 'Spark', open: () => openOutside('spark', python), rows: rowsOf(20_000), drawn: 10 },
  { name: 'ClickHouse', open: () => openOutside('clickhouse', python), rows: rowsOf(100_000), drawn: 10 },
];

const named = process.env['SQL_ENGINE'];

export const chosenEngines = named === undefined ? inNpm : outside.filter(({ name }) => name.toLowerCase() === named);
