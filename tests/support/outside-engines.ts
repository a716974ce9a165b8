/** Spark and ClickHouse behind the face of the other engines: each is a process of Python, and tables and results go by files. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './sources.js';
import type { Engine } from './sql-engines.js';

/** A row as a list, or as an object with c0, c1 … as Spark writes it. */
const cellsOf = (line: string): readonly unknown[] => {
  const row: unknown = JSON.parse(line);
  return Array.isArray(row) ? row : Object.values(row as Record<string, unknown>);
};

/** @param python the Python of an environment in which pyspark or chdb is: `npm run test:spark` makes it */
export const openOutside = async (dialect: 'spark' | 'clickhouse', python: string): Promise<Engine> => {
  const folder = mkdtempSync(join(tmpdir(), `stem-${dialect}-`));
  const child = spawn(python, [join(root, 'tests/support/outside_engines.py'), dialect, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PYSPARK_PYTHON: python, TZ: 'UTC' },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<Record<string, unknown>> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${dialect} has ended`);
    return JSON.parse(value as string) as Record<string, unknown>;
  };
  console.log((await answer())['version']);
  const ask = async (job: object): Promise<void> => {
    child.stdin.write(`${JSON.stringify(job)}\n`);
    const { ok, problem } = await answer();
    if (ok !== true) throw new Error(`${dialect}: ${String(problem)}`);
  };
  // Each job has a file of its own: a test that was given up may still be at work.
  let jobs = 0;
  const nextFile = () => join(folder, `rows-${jobs++}.json`);
  return {
    dialect,
    load: async ({ name, columns, rows }) => {
      // ClickHouse has 1 and 0 for true and false.
      const plain = (cell: unknown) => (dialect === 'clickhouse' && typeof cell === 'boolean' ? Number(cell) : cell);
      const file = nextFile();
      writeFileSync(file, rows.map((row) => JSON.stringify(row.map(plain))).join('\n'));
      await ask({ do: 'load', name, columns, file });
      rmSync(file);
    },
    query: async (sql) => {
      const file = nextFile();
      await ask({ do: 'query', sql, file });
      const [names, ...rows] = readFileSync(file, 'utf8').split('\n').filter(Boolean);
      rmSync(file);
      const columns = JSON.parse(names ?? '[]') as string[];
      return rows.map((line) => {
        const cells = cellsOf(line);
        return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? null]));
      });
    },
    close: async () => {
      child.stdin.end();
      await new Promise((resolve) => child.once('exit', resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
