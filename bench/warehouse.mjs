// One rubric over a table of ratings, where the data lives: compileScorer, and toSql's statement on DuckDB, ClickHouse, Spark and PostgreSQL.
// The engines read one Parquet file and write all result columns to another; compileScorer has its columns in memory and leaves them there;
// PostgreSQL (PGlite) goes from table to table, over a tenth of the rows. Afterwards one reader counts every result, and all must agree.
//   node bench/warehouse.mjs [rows] [rounds] [engine …]
// ClickHouse and Spark come with `npm run test:clickhouse` and `npm run test:spark`, into .engines/.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DuckDBInstance, version } from '@duckdb/node-api';
import { needJava, pythonWith } from '../scripts/python-environment.mjs';
import { stemNationLeadership as rubric } from '../dist/data/rubrics/stem-nation-leadership.js';
import { compileScorer, NOT_APPLICABLE, toSql, UNRATED } from '../dist/evaluation/index.js';

const rows = Number(process.argv[2] ?? 10_000_000);
const rounds = Number(process.argv[3] ?? 3);
const engines = process.argv.slice(4);
const folder = mkdtempSync(join(tmpdir(), 'warehouse-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const ratings = join(folder, 'ratings.parquet');

const duckdb = await (await DuckDBInstance.create(':memory:', { threads: String(cpus().length) })).connect();
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const levelsOf = ({ scale = rubric.scale, notApplicable = 'refused' }) => [
  ...scale.levels.map(({ id }) => id),
  ...(notApplicable === 'refused' ? [] : ['not-applicable']),
];

// One in ten is unrated; the others are spread evenly, by a hash that is the same in every run.
const drawn = rubric.criteria.map((criterion, at) => {
  const levels = levelsOf(criterion);
  return `CASE WHEN hash(setting, ${at}) % 10 > 0 THEN [${levels.map(quoted)}][(1 + hash(setting, ${at}, 1) % ${levels.length})::INTEGER] END AS "${criterion.id}"`;
});
await duckdb.run(`COPY (SELECT range AS setting, ${drawn} FROM (SELECT range, range AS setting FROM range(${rows})))
  TO ${quoted(ratings)} (FORMAT parquet)`);

const statement = (dialect) => toSql(rubric, { dialect, table: 'ratings', keys: ['setting'] }).sql;
/** Every result by name, and how often it came. */
const counted = [
  'verdict_under_way',
  'verdict_element_ready',
  'achieved',
  'state',
  'value',
  'least',
  'greatest',
  'coverage',
];
const countsOf = async (parquet) => {
  const names = counted.map((name) => `"${name}"`).join(', ');
  const reader = await duckdb.runAndReadAll(`SELECT ${names}, count(*)::DOUBLE FROM ${quoted(parquet)} GROUP BY ALL`);
  return new Map(reader.getRows().map((row) => [JSON.stringify(row.slice(0, -1)), row.at(-1)]));
};

/** Processor seconds of what is done, in every round. */
const measured = async (work) => {
  const seconds = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    seconds.push((user + system) / 1e6);
  }
  return seconds;
};

const inMemory = async () => {
  const codes = rubric.criteria.map(({ id, scale = rubric.scale }) => {
    const levels = scale.levels.map((level, code) => `WHEN "${id}" = ${quoted(level.id)} THEN ${code}`).join(' ');
    return `(CASE WHEN "${id}" IS NULL THEN ${UNRATED} ${levels} ELSE ${NOT_APPLICABLE} END)::UTINYINT`;
  });
  const columns = rubric.criteria.map(() => new Uint8Array(rows));
  const stream = await duckdb.stream(`SELECT ${codes} FROM ${quoted(ratings)} ORDER BY setting`);
  let from = 0;
  for (let chunk = await stream.fetchChunk(); chunk?.rowCount > 0; chunk = await stream.fetchChunk()) {
    columns.forEach((column, at) => column.set(chunk.getColumnValues(at), from));
    from += chunk.rowCount;
  }
  const scorer = compileScorer(rubric);
  const output = scorer.output(rows);
  const input = { ratings: Object.fromEntries(rubric.criteria.map(({ id }, at) => [id, columns[at]])) };
  const seconds = await measured(() => scorer.score(input, output));

  const counts = new Map();
  const number = (value) => (Number.isNaN(value) ? null : value);
  const verdictsOf = (row) => rubric.outcomes.map(({ id }) => scorer.verdicts[output.verdicts[id][row]]);
  for (let row = 0; row < rows; row++) {
    const verdicts = verdictsOf(row);
    const { value, least, greatest, coverage, state } = output;
    const achieved = rubric.outcomes.findLast((_, at) => verdicts[at] === 'met')?.id ?? null;
    const doubles = [value, least, greatest, coverage].map((column) => number(column[row]));
    const key = JSON.stringify([...verdicts, achieved, scorer.states[state[row]], ...doubles]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { seconds, rows, counts };
};

const inDuckdb = async () => {
  await duckdb.run(`CREATE OR REPLACE VIEW ratings AS SELECT * FROM ${quoted(ratings)}`);
  const out = join(folder, 'duckdb.parquet');
  const seconds = await measured(() => duckdb.run(`COPY (${statement('duckdb')}) TO ${quoted(out)} (FORMAT parquet)`));
  return { seconds, rows, counts: await countsOf(out) };
};

const inPostgres = async () => {
  const few = Math.ceil(rows / 10);
  const csv = join(folder, 'ratings.csv');
  await duckdb.run(
    `COPY (SELECT * FROM ${quoted(ratings)} ORDER BY setting LIMIT ${few}) TO ${quoted(csv)} (HEADER false)`,
  );
  const database = await PGlite.create();
  const names = rubric.criteria.map(({ id }) => `"${id}" text`);
  await database.exec(`CREATE TABLE ratings (setting bigint, ${names})`);
  await database.query(`COPY ratings FROM '/dev/blob' (FORMAT csv)`, [], { blob: await openAsBlob(csv) });
  const seconds = await measured(async () => {
    await database.exec(`DROP TABLE IF EXISTS scored; CREATE TABLE scored AS ${statement('postgresql')}`);
  });
  const { rows: groups } = await database.query(
    `SELECT ${counted.map((name) => `"${name}"`)}, count(*)::int AS n FROM scored GROUP BY ${counted.map((_, at) => at + 1)}`,
  );
  await database.close();
  const counts = new Map(groups.map(({ n, ...group }) => [JSON.stringify(counted.map((name) => group[name])), n]));
  return { seconds, rows: few, counts };
};

const inPython = (engine, pack) => async () => {
  if (engine === 'spark') needJava();
  const out = join(folder, engine);
  const job = { engine, sql: statement(engine), ratings, out, rounds };
  const { stdout, stderr, status } = spawnSync(pythonWith(pack), [join(import.meta.dirname, 'warehouse.py')], {
    input: JSON.stringify(job),
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC' },
  });
  if (status !== 0) throw new Error(`${engine}: ${stderr}`);
  const { seconds, version: of, written } = JSON.parse(stdout.trim().split('\n').at(-1));
  return { seconds, rows, counts: await countsOf(written), of };
};

const contestants = {
  compileScorer: { name: 'compileScorer, one thread, columns in memory', run: inMemory },
  duckdb: { name: `DuckDB ${version()}`, run: inDuckdb },
  clickhouse: { name: 'ClickHouse', run: inPython('clickhouse', 'chdb') },
  spark: { name: 'Spark', run: inPython('spark', 'pyspark') },
  postgresql: { name: 'PostgreSQL (PGlite)', run: inPostgres },
};

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
console.log(`${cpus()[0].model}, ${cpus().length} cores; Node ${process.version}`);
console.log(
  `${rows.toLocaleString('en')} rows of ${rubric.id}; processor seconds, median of ${rounds} rounds, all threads\n`,
);
console.log('| who | rows | processor s | least–most | million rows a processor second |');
console.log('|---|--:|--:|--:|--:|');
let first;
for (const engine of engines.length > 0 ? engines : Object.keys(contestants)) {
  const { name, run } = contestants[engine];
  const { seconds, rows: many, counts, of } = await run();
  const range = `${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)}`;
  const rate = many / median(seconds) / 1e6;
  console.log(
    `| ${of ?? name} | ${many.toLocaleString('en')} | ${median(seconds).toFixed(2)} | ${range} | ${rate.toFixed(2)} |`,
  );
  // The same results, as often each, or the times mean nothing. Over fewer rows: the same as of those rows.
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total !== many) throw new Error(`${engine} answers for ${total} rows`);
  if (many === rows) first ??= { engine, counts };
  const same = many === rows ? first.counts : await fewerCounts(many);
  for (const [key, count] of counts)
    if (same.get(key) !== count)
      throw new Error(`${engine} has ${count} of ${key}, ${first?.engine ?? 'DuckDB'} ${same.get(key)}`);
  if (same.size !== counts.size) throw new Error(`${engine} has ${counts.size} different results, not ${same.size}`);
}
console.log(
  `\n${first?.counts.size} different results (verdicts, state, value, interval, coverage), counted the same by all.`,
);

/** DuckDB's counts over the first rows alone. */
async function fewerCounts(many) {
  await duckdb.run(`CREATE OR REPLACE VIEW ratings AS SELECT * FROM ${quoted(ratings)} WHERE setting < ${many}`);
  const out = join(folder, 'fewer.parquet');
  await duckdb.run(`COPY (${statement('duckdb')}) TO ${quoted(out)} (FORMAT parquet)`);
  return countsOf(out);
}
