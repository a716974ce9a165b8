/** Three engines that run inside a test, behind one face: tables go in as rows of plain values, results come out as plain values. */
import { PGlite } from '@electric-sql/pglite';
import { DuckDBInstance } from '@duckdb/node-api';
import initSqlJs from 'sql.js';
import type { SqlDialect } from '../../src/evaluation/index.js';

export type Cell = string | number | boolean | null;
export type CellType = 'text' | 'integer' | 'truth';

export interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: CellType }[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Engine {
  readonly dialect: SqlDialect;
  readonly load: (table: Table) => Promise<void>;
  readonly query: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly close: () => Promise<void>;
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

const created = ({ name, columns }: Table, types: Readonly<Record<CellType, string>>) =>
  `CREATE TABLE ${quote(name)} (${columns.map((column) => `${quote(column.name)} ${types[column.type]}`).join(', ')})`;

/** Whole numbers as numbers, whatever their width. */
const plainly = (value: unknown): unknown => {
  if (typeof value === 'bigint') return Number(value);
  return value;
};

const plainRows = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainly(value)])));

export const openDuckdb = async (): Promise<Engine> => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  return {
    dialect: 'duckdb',
    load: async (table) => {
      await connection.run(`DROP TABLE IF EXISTS ${quote(table.name)}`);
      await connection.run(created(table, { text: 'VARCHAR', integer: 'INTEGER', truth: 'BOOLEAN' }));
      const appender = await connection.createAppender(table.name);
      for (const row of table.rows) {
        row.forEach((cell, at) => {
          if (cell === null) appender.appendNull();
          else if (table.columns[at]?.type === 'text') appender.appendVarchar(String(cell));
          else if (table.columns[at]?.type === 'truth') appender.appendBoolean(cell === true);
          else appender.appendInteger(Number(cell));
        });
        appender.endRow();
      }
      appender.closeSync();
    },
    query: async (sql) => plainRows((await connection.runAndReadAll(sql)).getRowObjectsJS()),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};

export const openPglite = async (): Promise<Engine> => {
  const database = await PGlite.create();
  return {
    dialect: 'postgresql',
    load: async (table) => {
      await database.exec(`DROP TABLE IF EXISTS ${quote(table.name)}`);
      await database.exec(created(table, { text: 'TEXT', integer: 'INTEGER', truth: 'BOOLEAN' }));
      const rows = table.rows.map((row) => Object.fromEntries(row.map((cell, at) => [`c${at}`, cell])));
      const types = { text: 'TEXT', integer: 'INTEGER', truth: 'BOOLEAN' };
      const shape = table.columns.map(({ type }, at) => `c${at} ${types[type]}`).join(', ');
      await database.query(
        `INSERT INTO ${quote(table.name)} SELECT * FROM json_to_recordset($1::json) AS x(${shape})`,
        [JSON.stringify(rows)],
      );
    },
    query: async (sql) => plainRows((await database.query<Record<string, unknown>>(sql)).rows),
    close: () => database.close(),
  };
};

export const openSqlite = async (): Promise<Engine> => {
  const sqlite = await initSqlJs();
  const database = new sqlite.Database();
  return {
    dialect: 'sqlite',
    load: async (table) => {
      database.run(`DROP TABLE IF EXISTS ${quote(table.name)}`);
      database.run(created(table, { text: 'TEXT', integer: 'INTEGER', truth: 'INTEGER' }));
      const statement = database.prepare(
        `INSERT INTO ${quote(table.name)} VALUES (${table.columns.map(() => '?').join(', ')})`,
      );
      database.run('BEGIN');
      for (const row of table.rows) statement.run(row.map((cell) => (typeof cell === 'boolean' ? Number(cell) : cell)));
      database.run('COMMIT');
      statement.free();
    },
    query: async (sql) => {
      const statement = database.prepare(sql);
      const rows: Record<string, unknown>[] = [];
      while (statement.step()) rows.push(statement.getAsObject());
      statement.free();
      return rows;
    },
    close: async () => database.close(),
  };
};
