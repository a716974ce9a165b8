// Components and communities beside the peers, on the same graphs, in turns. Run after `npm run build`:
//   node --max-old-space-size=12000 bench/graph/structure.mjs [articles] [rounds]
import { createRequire } from 'node:module';
import { communities, strongComponents, weakComponents } from '../../dist/graph/index.js';
import { startLimit, startPython, writePairs } from './child.mjs';
import { chances } from './model.mjs';
import { graphologyOf, graphsOf, inOrder, ours, undirectedGraphologyOf } from './peers.mjs';
import {
  isSamePartition,
  judge,
  judgeTimes,
  machine,
  mustAgree,
  printTargets,
  printTimes,
  takeTurns,
} from './turns.mjs';

const require = createRequire(import.meta.url);
const { connectedComponents, stronglyConnectedComponents } = require('graphology-components');
const louvain = require('graphology-communities-louvain');

const nodeCount = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? (nodeCount > 200_000 ? 5 : 9));

const labelsOf = (components, many) => {
  const labels = new Int32Array(many);
  components.forEach((members, label) => {
    for (const node of members) labels[node] = label;
  });
  return labels;
};

/**
 * Modularity of a partition of the graph without directions, where a link and its return make one edge of weight 2:
 * the sum over communities of w/W − (d/2W)², with w the weight inside, d the weighted degrees, W the weight in all.
 */
const modularityOf = ({ sources, targets }, labels) => {
  const inside = new Map();
  const degree = new Map();
  const add = (map, key, much) => map.set(key, (map.get(key) ?? 0) + much);
  for (let i = 0; i < sources.length; i++) {
    const [one, other] = [labels[sources[i]], labels[targets[i]]];
    if (one === other) add(inside, one, 1);
    add(degree, one, 1);
    add(degree, other, 1);
  }
  let sum = 0;
  for (const [label, d] of degree) sum += (inside.get(label) ?? 0) / sources.length - (d / (2 * sources.length)) ** 2;
  return sum;
};

/** Why a call does not end well, or `undefined`. */
const failureOf = (run) => {
  try {
    run();
  } catch (error) {
    return error instanceof RangeError ? 'stack overflow' : String(error);
  }
};

const components = async ({ title, isModel, ...pairs }, { graph, graphology, python, limit }) => {
  const many = pairs.nodeCount;
  const jobs = [
    ['weak', weakComponents, connectedComponents],
    ['strong', strongComponents, stronglyConnectedComponents],
  ];
  for (const [kind, own, graphologys] of jobs) {
    const name = `**${kind}Components**`;
    const labels = own(graph).labels;
    const failure = failureOf(() => graphologys(graphology));
    const partitions = [
      ['graphology', failure ? undefined : () => labelsOf(graphologys(graphology), many)],
      ['igraph', python?.greeting.igraph && (() => python.answer(`igraph-${kind}`, Int32Array))],
      ['scipy', python && (() => python.answer(`scipy-${kind}`, Int32Array))],
      ['the limit, in C', limit && (() => limit.answer(kind, Int32Array))],
    ];
    for (const [who, answer] of partitions) {
      if (answer) mustAgree(`${kind} components of ${who}`, isSamePartition(labels, await answer()) ? 0 : 1, 0);
    }
    const times = await takeTurns(
      [
        { name, run: () => void own(graph) },
        !failure && { name: 'graphology-components', run: () => void graphologys(graphology) },
        python?.greeting.igraph && { name: 'igraph', run: () => python.time(`igraph-${kind}`) },
        python && { name: 'scipy', run: () => python.time(`scipy-${kind}`) },
        limit && { name: 'the limit, in C', run: () => limit.time(kind) },
      ].filter(Boolean),
      { rounds },
    );
    printTimes(`${kind} components, ${title}: ${new Set(labels).size.toLocaleString('en')}`, times);
    if (failure) console.log(`\ngraphology-components: ${failure}.`);
    if (!isModel) continue;
    if (kind === 'weak')
      judgeTimes('weak components against graphology', times, name, 'graphology-components', { atLeast: 80 });
    judgeTimes(`${kind} components, times the limit in C`, times, name, 'the limit, in C', { atMost: 3 });
  }
};

const louvains = async ({ title, isModel, ...pairs }, { graph, python }) => {
  const many = pairs.nodeCount;
  const name = '**communities**';
  const undirected = undirectedGraphologyOf(pairs);
  const options = { getEdgeWeight: 'weight', rng: chances(1) };
  const answer = communities(graph);
  const partitions = [
    [name, answer.labels],
    ['graphology-communities-louvain', inOrder(louvain(undirected, options), many, Int32Array)],
    ...(python?.greeting.igraph ? [['igraph', await python.answer('igraph-louvain', Int32Array)]] : []),
  ];
  const modularities = new Map(partitions.map(([who, labels]) => [who, modularityOf(pairs, labels)]));
  mustAgree('the modularity returned', Math.abs(answer.modularity - modularities.get(name)), 1e-9);
  const times = await takeTurns(
    [
      { name, run: () => void communities(graph) },
      { name: 'graphology-communities-louvain', run: () => void louvain(undirected, options) },
      python?.greeting.igraph && { name: 'igraph', run: () => python.time('igraph-louvain') },
    ].filter(Boolean),
    { rounds: Math.min(rounds, 5) },
  );
  const said = new Map(
    partitions.map(([who, labels]) => [
      who,
      `${modularities.get(who).toFixed(4)}, ${new Set(labels).size.toLocaleString('en')}`,
    ]),
  );
  printTimes(`Communities (Louvain), ${title}`, times, { said, saying: 'modularity, communities' });
  if (!isModel) return;
  judgeTimes('Louvain against graphology', times, name, 'graphology-communities-louvain', { atLeast: 2 });
  const best = Math.max(...[...modularities.values()].slice(1));
  judge('Louvain, modularity below the best peer', best - modularities.get(name), { atMost: 0.003 });
};

for (const one of graphsOf(nodeCount)) {
  const file = writePairs(one);
  const peers = {
    graph: ours(one),
    graphology: graphologyOf(one),
    python: await startPython(file),
    limit: await startLimit('graph', file),
  };
  if (one.isModel) {
    const { scipy, igraph } = peers.python?.greeting ?? {};
    console.log(machine([scipy && `scipy ${scipy}`, igraph && `igraph ${igraph}`].filter(Boolean)));
  }
  await components(one, peers);
  peers.graphology = undefined;
  await louvains(one, peers);
  peers.python?.stop();
  peers.limit?.stop();
}
printTargets(`${nodeCount.toLocaleString('en')} articles`);
