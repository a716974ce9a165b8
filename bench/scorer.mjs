// compileScorer beside a loop written by hand for the one rubric, beside evaluate row by row, and beside DuckDB on one
// thread over the same columns. Run after a build: node bench/scorer.mjs [rows] [rounds]
import { cpus } from 'node:os';
import { DuckDBDataChunk, DuckDBInstance, INTEGER, UTINYINT, version } from '@duckdb/node-api';
import { compileScorer, evaluate, NOT_APPLICABLE, UNRATED } from '../dist/evaluation/index.js';
import { defineRubric } from '../dist/model/index.js';
import { handWritten, plainlyWritten } from './scorer-by-hand.mjs';

const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 15);
const evaluated = Math.min(rows, 20_000);

const levels = ['early', 'developing', 'prepared', 'leading'];
const weights = [1, 1, 2, 1, 3, 1, 2, 1];
/** The criteria that may be not applicable. */
const waived = new Set([1, 5]);
const ids = weights.map((_, at) => `criterion-${at + 1}`);

const rubric = defineRubric({
  id: 'eight',
  version: '1.0.0',
  label: 'Eight criteria, four levels',
  notice: 'For measuring.',
  scale: { id: 'four', label: 'Four', levels: levels.map((id, points) => ({ id, label: id, points })) },
  criteria: ids.map((id, at) => ({
    id,
    label: id,
    weight: weights[at],
    notApplicable: waived.has(at) ? 'waived' : 'refused',
  })),
  scoring: { kind: 'weighted-mean', from: 'lowest' },
  outcomes: [
    {
      id: 'secure',
      label: 'Secure',
      origin: 'project',
      rule: { kind: 'share', numerator: 3, denominator: 4, level: 'prepared' },
    },
    { id: 'begun', label: 'Begun', origin: 'project', rule: { kind: 'every', level: 'developing' } },
  ],
});

/** The same numbers on every machine (mulberry32). */
let seed = 20261122;
const chance = () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

// One in ten is unrated; one in ten of those that may be is not applicable.
const columns = ids.map((_, at) =>
  Uint8Array.from({ length: rows }, () => {
    const lot = chance();
    if (lot < 0.1) return UNRATED;
    if (lot < 0.2 && waived.has(at)) return NOT_APPLICABLE;
    return Math.floor(chance() * levels.length);
  }),
);

const scorer = compileScorer(rubric);
const input = { ratings: Object.fromEntries(ids.map((id, at) => [id, columns[at]])) };
const output = scorer.output(rows);
const fresh = () => ({
  secure: new Uint8Array(rows),
  begun: new Uint8Array(rows),
  state: new Uint8Array(rows),
  value: new Float64Array(rows),
  least: new Float64Array(rows),
  greatest: new Float64Array(rows),
  coverage: new Float64Array(rows),
});
const byHand = fresh();
const plainly = fresh();

const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
await connection.run(`CREATE TABLE assessments (row INTEGER, ${ids.map((_, at) => `c${at} UTINYINT`).join(', ')})`);
const appender = await connection.createAppender('assessments');
for (let from = 0; from < rows; from += 2048) {
  const size = Math.min(2048, rows - from);
  const chunk = DuckDBDataChunk.create([INTEGER, ...ids.map(() => UTINYINT)], size);
  chunk.setColumns([
    Array.from({ length: size }, (_, at) => from + at),
    ...columns.map((column) => [...column.subarray(from, from + size)]),
  ]);
  appender.appendDataChunk(chunk);
}
appender.closeSync();

const over = (term) => weights.map((weight, at) => term(`c${at}`, weight)).join(' + ');
const sql = `
  SELECT row,
    CASE WHEN n = 0 THEN 0 WHEN 4 * prepared >= 3 * n THEN 2 WHEN 4 * (prepared + unrated) >= 3 * n THEN 1 ELSE 0 END::UTINYINT AS secure,
    CASE WHEN n = 0 THEN 0 WHEN developing >= n THEN 2 WHEN developing + unrated >= n THEN 1 ELSE 0 END::UTINYINT AS begun,
    CASE WHEN applicable = 0 THEN 3 WHEN rated = 0 THEN 2 ELSE 0 END::UTINYINT AS state,
    reached / (3 * rated) AS value,
    reached / (3 * applicable) AS least,
    (reached + 3 * (applicable - rated)) / (3 * applicable) AS greatest,
    rated / applicable AS coverage
  FROM (SELECT row,
    ${over((c, w) => `CASE WHEN ${c} < 254 THEN ${w} * ${c}::SMALLINT ELSE 0::SMALLINT END`)} AS reached,
    ${over((c, w) => `CASE WHEN ${c} < 254 THEN ${w}::SMALLINT ELSE 0::SMALLINT END`)} AS rated,
    ${over((c, w) => `CASE WHEN ${c} <> 254 THEN ${w}::SMALLINT ELSE 0::SMALLINT END`)} AS applicable,
    ${over((c) => `(${c} <> 254)::SMALLINT`)} AS n,
    ${over((c) => `(${c} = 255)::SMALLINT`)} AS unrated,
    ${over((c) => `(${c} >= 1 AND ${c} < 254)::SMALLINT`)} AS developing,
    ${over((c) => `(${c} >= 2 AND ${c} < 254)::SMALLINT`)} AS prepared
    FROM assessments)`;
const outputs = ['secure', 'begun', 'state', 'value', 'least', 'greatest', 'coverage'];

const ratingsOf = (row) =>
  Object.fromEntries(
    ids.flatMap((id, at) => {
      const code = columns[at][row];
      if (code === UNRATED) return [];
      return [[id, code === NOT_APPLICABLE ? { notApplicable: 'not here' } : levels[code]]];
    }),
  );
const assessments = Array.from({ length: evaluated }, (_, row) => ({ ratings: ratingsOf(row) }));

const contestants = [
  { name: 'a loop by hand, packed tables', rows, run: () => handWritten(columns, byHand) },
  { name: 'compileScorer', rows, run: () => scorer.score(input, output) },
  { name: 'a loop by hand, plainly', rows, run: () => plainlyWritten(columns, plainly) },
  {
    name: 'evaluate in a loop',
    rows: evaluated,
    rounds: 3,
    run: () => assessments.map((one) => evaluate(rubric, one).score),
  },
  {
    name: 'DuckDB, into a table',
    rows,
    run: () => connection.run(`CREATE OR REPLACE TEMP TABLE scored AS ${sql}`),
  },
  {
    name: 'DuckDB, summed up only',
    rows,
    run: () => connection.runAndReadAll(`SELECT ${outputs.map((name) => `sum(${name})`).join(', ')} FROM (${sql})`),
  },
];

const times = new Map(contestants.map(({ name }) => [name, []]));
for (let round = -2; round < rounds; round++) {
  for (const { name, run, rounds: own = rounds } of contestants) {
    if (round >= own) continue;
    const start = process.hrtime.bigint();
    await run();
    const took = Number(process.hrtime.bigint() - start) / 1e6;
    // The first two rounds warm up.
    if (round >= 0) times.get(name).push(took);
  }
}

// All say the same, or the times mean nothing.
const ours = { ...output, ...output.verdicts };
const differs = (a, b) => a !== b && !(Number.isNaN(a) && Number.isNaN(b));
const complain = (who, name, row, theirs) => {
  throw new Error(`${who} has ${theirs} for ${name} of row ${row}, compileScorer ${ours[name][row]}`);
};
for (const [who, theirs] of [
  ['by hand', byHand],
  ['plainly', plainly],
]) {
  for (const name of outputs) {
    for (let row = 0; row < rows; row++) {
      if (differs(ours[name][row], theirs[name][row])) complain(who, name, row, theirs[name][row]);
    }
  }
}
const reader = await connection.runAndReadAll(`SELECT ${outputs.join(', ')} FROM scored ORDER BY row`);
reader.getColumns().forEach((column, at) => {
  column.forEach((value, row) => {
    // Where nothing is divided by nothing DuckDB says null.
    if (differs(ours[outputs[at]][row], value ?? Number.NaN)) complain('DuckDB', outputs[at], row, value);
  });
});
assessments.forEach((one, row) => {
  const { score, verdicts } = evaluate(rubric, one);
  const theirs = {
    secure: scorer.verdicts.indexOf(verdicts.secure),
    begun: scorer.verdicts.indexOf(verdicts.begun),
    value: score.value?.decimal ?? Number.NaN,
    least: score.interval?.least.decimal ?? Number.NaN,
    greatest: score.interval?.greatest.decimal ?? Number.NaN,
    coverage: score.coverage?.decimal ?? Number.NaN,
  };
  for (const [name, value] of Object.entries(theirs))
    if (differs(ours[name][row], value)) complain('evaluate', name, row, value);
});

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const perRow = ({ name, rows: many }) => (median(times.get(name)) / many) * 1e6;
const limit = perRow(contestants[0]);
const bestOf = ({ name, rows: many }) => (Math.min(...times.get(name)) / many) * 1e6;
console.log(`${cpus()[0].model}, ${cpus().length} cores; Node ${process.version}; DuckDB ${version()}, one thread`);
console.log(`${rows.toLocaleString('en')} rows, 8 criteria; median of ${rounds} rounds; every result compared\n`);
console.log('| who | ms for all rows | ns a row | best–worst ns | times the first | at best |');
console.log('|---|--:|--:|--:|--:|--:|');
for (const one of contestants) {
  const all = times.get(one.name).map((ms) => (ms / one.rows) * 1e6);
  const range = `${Math.min(...all).toFixed(1)}–${Math.max(...all).toFixed(1)}`;
  const ms = ((perRow(one) * rows) / 1e6).toFixed(1);
  const note = one.rows < rows ? ` (from ${one.rows.toLocaleString('en')} rows)` : '';
  console.log(
    `| ${one.name}${note} | ${ms} | ${perRow(one).toFixed(1)} | ${range} | ${(perRow(one) / limit).toFixed(2)} | ${(bestOf(one) / bestOf(contestants[0])).toFixed(2)} |`,
  );
}
