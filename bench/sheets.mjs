// How long sheets of ratings take to read and to write: `node bench/sheets.mjs` after `npm run build`. Each at n, 2n, 4n and 8n.
import { cpus } from 'node:os';
import { defineRubric } from '../dist/model/index.js';
import { parseCsv, ratingsFromRows, toCsv, toRatingRows } from '../dist/tables/index.js';

const rubricOf = (criteria) =>
  defineRubric({
    id: 'sheet',
    version: '1.0.0',
    label: 'Sheet',
    notice: 'For measuring.',
    scale: {
      id: 'three',
      label: 'Three',
      levels: [
        { id: 'not-yet', label: 'Not yet' },
        { id: 'partly', label: 'Partly' },
        { id: 'met', label: 'Met' },
      ],
    },
    criteria: Array.from({ length: criteria }, (_, n) => ({ id: `c-${n}`, label: `Criterion ${n}`, weight: 1 })),
    facts: [{ id: 'visited', label: 'A visit has been made' }],
    priorities: { atMost: 3 },
    scoring: { kind: 'none' },
    outcomes: [],
  });
const by = { kind: 'peer', assessor: 'A. Visitor', date: '2026-03-02' };
const CELLS = ['Met', 'partly ', 'NOT YET', 'Met', ''];

const sheetOf = (rubric, rows) => [
  ['School', ...rubric.criteria.map(({ label }) => label), 'Criterion 0 – evidence', 'visited', 'priorities'],
  ...Array.from({ length: rows }, (_, row) => [
    `School ${row}`,
    ...rubric.criteria.map((_criterion, at) => CELLS[(row + at) % CELLS.length]),
    '2',
    row % 2 === 0 ? 'yes' : 'no – snow',
    'Criterion 0; c-1',
  ]),
];

const seconds = (run) => {
  run();
  const start = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(start);
  return [((user + system) / 1e6).toFixed(2), result];
};

console.log(`${cpus()[0]?.model}, Node ${process.version}; seconds of the processor`);
for (const [what, sizes] of [
  ['columns, one row', [1_000, 2_000, 4_000, 8_000].map((columns) => [columns, 1])],
  ['rows, 8 columns', [12_500, 25_000, 50_000, 100_000].map((rows) => [8, rows])],
]) {
  console.log(`\n${what}\n${['size', 'parseCsv', 'ratingsFromRows', 'toRatingRows', 'toCsv'].join('\t')}`);
  for (const [columns, rows] of sizes) {
    const rubric = rubricOf(columns);
    const text = toCsv(sheetOf(rubric, rows));
    const [parsing, parsed] = seconds(() => parseCsv(text));
    const [reading, read] = seconds(() => ratingsFromRows(rubric, parsed.value, by));
    const [writing, written] = seconds(() => toRatingRows(rubric, read.value));
    const [saving] = seconds(() => toCsv(written));
    console.log([Math.max(columns, rows), parsing, reading, writing, saving].join('\t'));
  }
}
