// PageRank, personalised PageRank and the update after an edit beside the peers, on the same graphs, in turns. After `npm run build`:
//   node --max-old-space-size=12000 bench/graph/ranks.mjs [articles] [rounds]
import { createRequire } from 'node:module';
import { pageRank, personalisedPageRank } from '../../dist/graph/index.js';
import { startLimit, startPython, writePairs } from './child.mjs';
import { updateTimes } from './edits.mjs';
import { chances } from './model.mjs';
import { graphologyOf, graphsOf, inOrder, ngraphOf, ours } from './peers.mjs';
import {
  greatestDifference,
  judge,
  judgeTimes,
  machine,
  mustAgree,
  printTargets,
  printTimes,
  takeTurns,
  timed,
} from './turns.mjs';

const require = createRequire(import.meta.url);
const graphologyRank = require('graphology-metrics/centrality/pagerank');
const ngraphRank = require('ngraph.pagerank');

const nodeCount = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? (nodeCount > 200_000 ? 5 : 9));
const DAMPING = 0.85;
const TOLERANCE = 1e-10;

/** One step of power iteration; dangling nodes and the teleport lead to `base`. Returns by how much the ranks changed in total. */
const step = ({ nodeCount: n, inStarts, inSources }, shares, base, ranks, next) => {
  let kept = 0;
  for (let v = 0; v < n; v++) {
    let sum = 0;
    for (let e = inStarts[v]; e < inStarts[v + 1]; e++) sum += shares[inSources[e]] * ranks[inSources[e]];
    next[v] = DAMPING * sum;
    kept += next[v];
  }
  const restart = 1 - kept;
  let change = 0;
  for (let v = 0; v < n; v++) {
    if (typeof base === 'number' || v === base.seed) next[v] += typeof base === 'number' ? restart * base : restart;
    change += Math.abs(next[v] - ranks[v]);
  }
  return change;
};

const sharesOf = ({ nodeCount: n, outStarts }) =>
  Float64Array.from({ length: n }, (_, v) =>
    outStarts[v + 1] > outStarts[v] ? 1 / (outStarts[v + 1] - outStarts[v]) : 0,
  );

/** How far ranks are from solving the equation, in total: the yardstick for all who answer. */
const residualOf = (graph, ranks) =>
  step(graph, sharesOf(graph), 1 / graph.nodeCount, ranks, new Float64Array(graph.nodeCount));

/** What one writes who has no other way: power iteration over the whole graph for one seed. */
const fullPersonalised = (graph, shares, seed, tolerance = TOLERANCE) => {
  let ranks = new Float64Array(graph.nodeCount);
  let next = new Float64Array(graph.nodeCount);
  ranks[seed] = 1;
  while (step(graph, shares, { seed }, ranks, next) >= tolerance) [ranks, next] = [next, ranks];
  return next;
};

/** The same for eight seeds at a time, which is faster than one after the other. Ranks of node v are at 8v … 8v + 7. */
const eightPersonalised = ({ nodeCount: n, inStarts, inSources }, shares, seeds, steps) => {
  let ranks = new Float64Array(8 * n);
  let next = new Float64Array(8 * n);
  const kept = new Float64Array(8);
  seeds.forEach((seed, s) => {
    ranks[8 * seed + s] = 1;
  });
  for (let k = 0; k < steps; k++) {
    kept.fill(0);
    for (let v = 0; v < n; v++) {
      let [a, b, c, d, f, g, h, i] = [0, 0, 0, 0, 0, 0, 0, 0];
      for (let e = inStarts[v]; e < inStarts[v + 1]; e++) {
        const share = DAMPING * shares[inSources[e]];
        const at = 8 * inSources[e];
        a += share * ranks[at];
        b += share * ranks[at + 1];
        c += share * ranks[at + 2];
        d += share * ranks[at + 3];
        f += share * ranks[at + 4];
        g += share * ranks[at + 5];
        h += share * ranks[at + 6];
        i += share * ranks[at + 7];
      }
      const at = 8 * v;
      next[at] = a;
      next[at + 1] = b;
      next[at + 2] = c;
      next[at + 3] = d;
      next[at + 4] = f;
      next[at + 5] = g;
      next[at + 6] = h;
      next[at + 7] = i;
      for (let s = 0; s < 8; s++) kept[s] += next[at + s];
    }
    seeds.forEach((seed, s) => {
      next[8 * seed + s] += 1 - kept[s];
    });
    [ranks, next] = [next, ranks];
  }
  return seeds.map((_, s) => Float64Array.from({ length: n }, (__, v) => ranks[8 * v + s]));
};

/** The rank of the tenth. */
const tenthOf = (ranks) => {
  const top = new Float64Array(10);
  for (const rank of ranks) {
    if (rank <= top[0]) continue;
    let at = 0;
    for (; at < 9 && top[at + 1] < rank; at++) top[at] = top[at + 1];
    top[at] = rank;
  }
  return top[0];
};

const ranking = async (title, isModel, pairs, { graph, python, limit }) => {
  const name = '**pageRank**';
  const graphology = graphologyOf(pairs);
  const ngraph = ngraphOf(pairs);
  // Graphology’s tolerance is one for each node, the others’ is one for all together.
  const options = { alpha: DAMPING, tolerance: TOLERANCE / pairs.nodeCount, maxIterations: 1000, getEdgeWeight: null };
  const answers = [
    [name, pageRank(graph, { damping: DAMPING, tolerance: TOLERANCE }).ranks],
    ['graphology-metrics', inOrder(graphologyRank(graphology, options), pairs.nodeCount)],
    ['ngraph.pagerank', inOrder(ngraphRank(ngraph, DAMPING, TOLERANCE), pairs.nodeCount)],
    ...(python ? [['scipy, power iteration', await python.answer('scipy-rank', Float64Array)]] : []),
    ...(python?.greeting.igraph ? [['igraph, PRPACK', await python.answer('igraph-rank', Float64Array)]] : []),
    ...(limit ? [['the limit, in C', await limit.answer('rank', Float64Array)]] : []),
  ];
  const said = new Map();
  for (const [who, ranks] of answers) {
    const difference = greatestDifference(answers[0][1], ranks);
    mustAgree(`the PageRank of ${who}`, difference, 1e-9);
    said.set(who, `${residualOf(graph, ranks).toExponential(1)}, ${difference.toExponential(1)}`);
  }
  mustAgree('the residual of pageRank', residualOf(graph, answers[0][1]), 1.01 * TOLERANCE);
  const times = await takeTurns(
    [
      { name, run: () => void pageRank(graph, { damping: DAMPING, tolerance: TOLERANCE }) },
      // The same frozen graph as if it had just come in, so that nothing kept from an earlier call can help.
      {
        name: 'pageRank, graph new each time',
        run: () => {
          const fresh = ours(pairs);
          return timed(() => pageRank(fresh, { tolerance: TOLERANCE }));
        },
      },
      { name: 'graphology-metrics', run: () => void graphologyRank(graphology, options) },
      { name: 'ngraph.pagerank', run: () => void ngraphRank(ngraph, DAMPING, TOLERANCE) },
      python && { name: 'scipy, power iteration', run: () => python.time('scipy-rank') },
      python?.greeting.igraph && { name: 'igraph, PRPACK', run: () => python.time('igraph-rank') },
      limit && { name: 'the limit, in C', run: () => limit.time('rank') },
    ].filter(Boolean),
    { rounds },
  );
  printTimes(`PageRank, ${title}`, times, { said, saying: 'residual, greatest difference to pageRank' });
  if (!isModel) return;
  judgeTimes('PageRank against graphology-metrics', times, name, 'graphology-metrics', { atLeast: 8 });
  judgeTimes('PageRank against ngraph.pagerank', times, name, 'ngraph.pagerank', { atLeast: 5 });
  judgeTimes('PageRank against scipy', times, name, 'scipy, power iteration', { atLeast: 2 });
  judgeTimes('PageRank, times igraph’s PRPACK', times, name, 'igraph, PRPACK', { atMost: 1 });
  judgeTimes('PageRank, times the limit in C', times, name, 'the limit, in C', { atMost: 3 });
};

const personalising = async (title, isModel, { graph }) => {
  const name = '**personalisedPageRank**, top 10';
  const shares = sharesOf(graph);
  const chance = chances(11);
  const many = graph.nodeCount > 200_000 ? 40 : 200;
  const seeds = Array.from({ length: many }, () => Math.floor(chance() * graph.nodeCount));
  const tens = seeds.map((seed) => personalisedPageRank(graph, seed, { limit: 10 }));
  let [found, there] = [0, 0];
  for (let s = 0; s < many; s += 8) {
    // 0.85¹⁰⁰ is below 1e-7: enough to tell the ten greatest.
    eightPersonalised(graph, shares, seeds.slice(s, s + 8), 100).forEach((ranks, at) => {
      // One that ties with the tenth is as good.
      const tenth = tenthOf(ranks);
      // From a node that leads to fewer than nine others there are not ten to find.
      there += ranks.reduce((many, rank) => (many < 10 && rank > 0 ? many + 1 : many), 0);
      found += tens[s + at].top.filter(({ node }) => ranks[node] >= tenth - 1e-9).length;
    });
  }
  const recall = found / there;
  let turn = 0;
  const times = await takeTurns(
    [
      {
        name,
        // Many at once, because one is too short for the clock.
        run: () => timed((k) => personalisedPageRank(graph, seeds[k], { limit: 10 }), many),
      },
      {
        name: 'power iteration in JavaScript, to 1e-10',
        run: () => void tenthOf(fullPersonalised(graph, shares, seeds[turn++ % many])),
      },
    ],
    { rounds },
  );
  printTimes(`Personalised PageRank, ${title}`, times, {
    said: new Map([[name, recall.toFixed(4)]]),
    saying: `recall@10 over ${many} seeds`,
  });
  if (!isModel) return;
  judgeTimes('personalised PageRank against power iteration', times, name, 'power iteration in JavaScript, to 1e-10', {
    atLeast: 200,
  });
  judge('personalised PageRank, recall@10', recall, { atLeast: 0.98 });
};

const updating = async (title, isModel, { graph }) => {
  const { times, said, name, full } = await updateTimes(graph, rounds);
  printTimes(`Ranks after one edit, ${title}`, times, { said, saying: 'greatest relative error after all edits' });
  if (isModel) judgeTimes('rank update after one edit against a full solve', times, name, full, { atLeast: 30 });
};

for (const { title, isModel, ...pairs } of graphsOf(nodeCount)) {
  const file = writePairs(pairs);
  const peers = { graph: ours(pairs), python: await startPython(file), limit: await startLimit('graph', file) };
  if (isModel) {
    const { scipy, igraph } = peers.python?.greeting ?? {};
    console.log(machine([scipy && `scipy ${scipy}`, igraph && `igraph ${igraph}`].filter(Boolean)));
  }
  await ranking(title, isModel, pairs, peers);
  peers.python?.stop();
  peers.limit?.stop();
  await personalising(title, isModel, peers);
  await updating(title, isModel, peers);
}
printTargets(`${nodeCount.toLocaleString('en')} articles`);
