// The graphs of a run, and the same graphs as each JavaScript library holds them.
import { createRequire } from 'node:module';
import { buildArticleGraph, buildLinkGraph } from '../../dist/graph/index.js';
import { parseArticle } from '../../dist/text/index.js';
import { articlesUnder, relatedArticleModel, wordNetGraph } from './model.mjs';

const require = createRequire(import.meta.url);
const { DirectedGraph, UndirectedGraph } = require('graphology');
const createNgraph = require('ngraph.graph');

/** The pairs of a frozen graph. */
export const pairsOf = ({ nodeCount, linkCount, outStarts, outTargets }) => {
  const sources = new Int32Array(linkCount);
  for (let v = 0; v < nodeCount; v++) sources.fill(v, outStarts[v], outStarts[v + 1]);
  return { nodeCount, sources, targets: outTargets.slice() };
};

const corpus = process.env.STEM_CORPUS_DIR;

/** The model at a size; from 10,000 to 100,000 articles the real graphs too. */
export const graphsOf = (nodeCount) => {
  const model = {
    title: `model, ${nodeCount.toLocaleString('en')} articles`,
    isModel: true,
    ...relatedArticleModel(nodeCount),
  };
  // WordNet and real articles have sizes of their own: a small run is not to wait for a hundred thousand synsets.
  if (nodeCount < 10_000 || nodeCount > 100_000) return [model];
  const wordNet = { title: 'WordNet, 117,791 synsets', isModel: false, ...wordNetGraph() };
  if (corpus === undefined) return [model, wordNet];
  const articles = buildArticleGraph(articlesUnder(corpus, parseArticle));
  return [model, wordNet, { title: 'real articles', isModel: false, ...pairsOf(articles) }];
};

export const ours = ({ nodeCount, sources, targets, slots }) => buildLinkGraph({ nodeCount, sources, targets, slots });

export const graphologyOf = ({ nodeCount, sources, targets }) => {
  const graph = new DirectedGraph({ allowSelfLoops: true });
  for (let v = 0; v < nodeCount; v++) graph.addNode(v);
  for (let i = 0; i < sources.length; i++) graph.addDirectedEdge(sources[i], targets[i]);
  return graph;
};

/** Links as edges without direction, of weight 2 where they are returned. */
export const undirectedGraphologyOf = ({ nodeCount, sources, targets }) => {
  const graph = new UndirectedGraph();
  for (let v = 0; v < nodeCount; v++) graph.addNode(v);
  for (let i = 0; i < sources.length; i++) {
    graph.updateEdge(sources[i], targets[i], ({ weight = 0 }) => ({ weight: weight + 1 }));
  }
  return graph;
};

export const ngraphOf = ({ nodeCount, sources, targets }) => {
  const graph = createNgraph();
  for (let v = 0; v < nodeCount; v++) graph.addNode(v);
  for (let i = 0; i < sources.length; i++) graph.addLink(sources[i], targets[i]);
  return graph;
};

/** Values keyed by node as an array by node. */
export const inOrder = (byNode, nodeCount, Kind = Float64Array) => {
  const values = new Kind(nodeCount);
  for (let v = 0; v < nodeCount; v++) values[v] = byNode[v];
  return values;
};
