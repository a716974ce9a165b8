// What an import costs: processor time of a new process that imports one door of the built library, less nothing, as the median of many.
//   node bench/imports.mjs [RUNS] [DOOR …]      doors as a host names them; without, the front door, every room and zod
//   … --against FOLDER                          the same doors of another checkout too, built there, in the same turns
import { execFileSync } from 'node:child_process';
import { readdirSync, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { cpus } from 'node:os';

const words = process.argv.slice(2);
const mark = words.indexOf('--against');
const other = mark < 0 ? undefined : words.splice(mark, 2)[1];
const runs = Number(words[0] ?? 31);
const rooms = readdirSync('dist').filter((room) => existsSync(`dist/${room}/index.js`));
const named = words.slice(1);
const doors = named.length > 0 ? named : ['stem-leadership', ...rooms.map((room) => `stem-leadership/${room}`), 'zod'];

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Milliseconds: of the processor, and by the clock, from before the import to after it; and of the processor for the whole process. */
const once = ({ code, cwd }) => {
  const text = `
    const before = process.cpuUsage(), begun = performance.now();
    ${code}
    const { user, system } = process.cpuUsage(before), took = performance.now() - begun, whole = process.cpuUsage();
    console.log(JSON.stringify([(user + system) / 1000, took, (whole.user + whole.system) / 1000]));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8', cwd }));
};

const kinds = [
  ['an empty module', { code: "await import('data:text/javascript,');" }],
  ...doors.flatMap((door) => {
    const code = `await import('${door}');`;
    const there =
      other !== undefined && door.startsWith('stem-leadership')
        ? [[`${door} (${basename(other)})`, { code, cwd: other }]]
        : [];
    return [[door, { code }], ...there];
  }),
];
const measured = new Map(kinds.map(([name]) => [name, []]));
// In turns, so that a busy moment falls on all of them.
for (let run = 0; run < runs; run++) for (const [name, door] of kinds) measured.get(name).push(once(door));

console.log(`Node ${process.version}, ${cpus()[0]?.model}; median of ${runs} processes each, in ms`);
console.log(
  'import'.padEnd(44),
  'processor'.padStart(9),
  'clock'.padStart(7),
  'whole process'.padStart(14),
  '× empty'.padStart(8),
);
const empty = median(measured.get('an empty module').map(([, , whole]) => whole));
for (const [name, values] of measured) {
  const [processor, clock, whole] = [0, 1, 2].map((at) => median(values.map((value) => value[at])));
  console.log(
    name.padEnd(44),
    processor.toFixed(1).padStart(9),
    clock.toFixed(1).padStart(7),
    whole.toFixed(1).padStart(14),
    (whole / empty).toFixed(2).padStart(8),
  );
}
