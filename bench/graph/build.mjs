// Building graphs beside the peers: time from pairs, memory, and from article objects to a checked graph. After `npm run build`:
//   node --max-old-space-size=12000 bench/graph/build.mjs [articles] [rounds]
import { inOwnNode, startLimit, startPython, writePairs } from './child.mjs';
import { relatedArticleModel } from './model.mjs';
import { graphologyOf, ngraphOf, ours } from './peers.mjs';
import { judge, judgeTimes, machine, median, mustAgree, printTargets, printTimes, takeTurns } from './turns.mjs';

const nodeCount = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? (nodeCount > 200_000 ? 3 : 7));
const title = `model, ${nodeCount.toLocaleString('en')} articles`;
const pairs = relatedArticleModel(nodeCount);
const file = writePairs(pairs);

const fromPairs = async () => {
  const python = await startPython(file);
  const limit = await startLimit('graph', file);
  const { scipy, igraph } = python?.greeting ?? {};
  console.log(machine([scipy && `scipy ${scipy}`, igraph && `igraph ${igraph}`].filter(Boolean)));
  const name = '**buildLinkGraph**';
  const times = await takeTurns(
    [
      { name, run: () => void ours(pairs) },
      { name: 'graphology', run: () => void graphologyOf(pairs) },
      { name: 'ngraph.graph', run: () => void ngraphOf(pairs) },
      igraph && { name: 'igraph', run: () => python.time('igraph-build') },
      python && { name: 'scipy, rows one way', run: () => python.time('scipy-build') },
      limit && { name: 'the limit, in C', run: () => limit.time('build') },
    ].filter(Boolean),
    { rounds },
  );
  python?.stop();
  limit?.stop();
  printTimes(`From pairs of numbers, ${title}`, times);
  judgeTimes('build from pairs against graphology', times, name, 'graphology', { atLeast: 40 });
};

const megabytes = (many) => many.toFixed(many < 10 ? 1 : 0);

const memoryOfFrozen = () => {
  const empty = median([0, 1, 2].map(() => inOwnNode('own-node.mjs', ['empty']).resident));
  const runs = [0, 1, 2].map(() => inOwnNode('own-node.mjs', ['frozen', file]));
  const above = median(runs.map(({ resident }) => resident)) - empty;
  console.log(`\n### Memory of graph and ranks, ${title}\n`);
  console.log('Built from pairs, the pairs let go; resident above an empty Node, each a process of its own.\n');
  console.log(`| an empty Node, MB | above it, MB | of that in arrays, MB |\n|---:|---:|---:|`);
  console.log(`| ${megabytes(empty)} | **${megabytes(above)}** | ${megabytes(runs[0].arrays)} |`);
  if (nodeCount >= 1_000_000) judge('graph and ranks above an empty Node, MB', above, { atMost: 100 });
};

const NAMES = { ours: '**articleGraphBuilder, checkArticleGraph**', graphology: 'graphology' };

/** Each side in turn, each time in a Node of its own. */
const ofArticles = (what, turns) => {
  const runs = { ours: [], graphology: [] };
  for (let turn = 0; turn < turns; turn++) {
    for (const who of Object.keys(runs)) runs[who].push(inOwnNode('own-node.mjs', [who, nodeCount, what]));
  }
  return runs;
};

const medianOf = (list, field) => median(list.map((one) => one[field]));

const fromArticles = () => {
  const turns = nodeCount > 200_000 || nodeCount < 10_000 ? 1 : 5;
  const [warm, first] = [ofArticles('warm', turns), ofArticles('first', turns)];
  const memoryOf = ofArticles('memory', 1);
  const { counts } = warm.graphology[0];
  for (const sort of Object.keys(counts)) {
    mustAgree(`the count of ${sort} links`, Math.abs(warm.ours[0].counts[sort] - counts[sort]), 0);
  }
  console.log(`\n### From article objects to a checked graph, ${title}\n`);
  console.log(
    `${Object.entries(counts)
      .map(([sort, many]) => `${many.toLocaleString('en')} ${sort}`)
      .join(', ')}: both find the same.\n`,
  );
  console.log(
    '| who | median, ms | best–worst | of the processor, ms | first in its process, ms | of the processor, ms | added resident, MB | added live, MB |\n|---|---:|---:|---:|---:|---:|---:|---:|',
  );
  const timesOf = (list) => ({
    ms: list.map(({ time }) => time.ms),
    cpu: list.map(({ time }) => time.cpu),
  });
  for (const [who, name] of Object.entries(NAMES)) {
    const [{ ms, cpu }, cold] = [timesOf(warm[who]), timesOf(first[who])];
    const range = `${Math.min(...ms).toFixed(0)}–${Math.max(...ms).toFixed(0)}`;
    const times = [median(ms), median(cpu), median(cold.ms), median(cold.cpu)].map((one) => one.toFixed(0));
    const [resident, live] = ['resident', 'live'].map((field) => megabytes(medianOf(memoryOf[who], field)));
    console.log(
      `| ${name} | ${times[0]} | ${range} | ${times[1]} | ${times[2]} | ${times[3]} | ${resident} | ${live} |`,
    );
  }
  const mine = warm.ours;
  const parts = Object.keys(mine[0].parts).map(
    (part) => `${part} ${median(mine.map((one) => one.parts[part].ms)).toFixed(0)}`,
  );
  const { rows, table } = memoryOf.ours[0].buffers;
  console.log(
    `\nOf ours: ${parts.join(', ')} ms; the rows are ${megabytes(rows)} MB, the table of urls and titles ${megabytes(table)} MB.`,
  );
  console.log(
    `All checks, with repairs: ${median(mine.map((one) => one.fullCheck.ms)).toFixed(0)} ms for the check alone.`,
  );
  const ratios = (runs) =>
    [({ ms }) => median(ms), ({ ms }) => Math.min(...ms), ({ cpu }) => median(cpu)].map(
      (from) => from(timesOf(runs.graphology)) / from(timesOf(runs.ours)),
    );
  const [ratio, ...besides] = ratios(warm);
  judge('articles to checked graph against graphology', ratio, { atLeast: 3.5 }, besides);
  const [firstRatio, ...firstBesides] = ratios(first);
  judge('the same, first in its process', firstRatio, {}, firstBesides);
  judge(
    'the same, added live memory, strings held included: graphology’s by ours',
    medianOf(memoryOf.graphology, 'live') / medianOf(memoryOf.ours, 'live'),
    {
      atLeast: 3,
    },
  );
};

await fromPairs();
memoryOfFrozen();
fromArticles();
printTargets(`${nodeCount.toLocaleString('en')} articles`);
