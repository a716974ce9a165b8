// Everything of this folder at one size, each program in a Node of its own, as Markdown; the targets of all at the end.
//   npm run build && node bench/graph/all.mjs [articles]
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { relatedArticleModel, shapeOf, wordNetGraph } from './model.mjs';
import { TARGETS } from './turns.mjs';

const nodeCount = Number(process.argv[2] ?? 100_000);
const here = fileURLToPath(new URL('.', import.meta.url));
const programs = [
  ['build.mjs', nodeCount],
  ['ranks.mjs', nodeCount],
  ['structure.mjs', nodeCount],
  // Texts have sizes of their own: 2,000 and 20,000.
  ['text.mjs'],
];

const shapes = {
  [`model, ${nodeCount.toLocaleString('en')}`]: shapeOf(relatedArticleModel(nodeCount)),
  WordNet: shapeOf(wordNetGraph()),
};
const [first] = Object.values(shapes);
console.log(`| graph | ${Object.keys(first).join(' | ')} |\n|---|${'---:|'.repeat(Object.keys(first).length)}`);
for (const [name, shape] of Object.entries(shapes)) console.log(`| ${name} | ${Object.values(shape).join(' | ')} |`);

const targets = [];
let failed = 0;
for (const [program, ...args] of programs) {
  const child = spawn(process.execPath, ['--max-old-space-size=12000', here + program, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let isTargets = false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith(TARGETS)) isTargets = true;
    if (!isTargets) console.log(line);
    else if (line.startsWith('|')) targets.push(line);
  }
  if ((await ended) !== 0) failed++;
}
// Each program has the two lines of the head.
const rows = targets.filter((line, at) => at < 2 || !(line.startsWith('| job') || line.startsWith('|---')));
console.log(`\n${TARGETS}, ${nodeCount.toLocaleString('en')} articles; texts: 20,000 documents\n\n${rows.join('\n')}`);
process.exitCode = failed > 0 ? 1 : 0;
