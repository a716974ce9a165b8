import { barredFor } from './barred-articles.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { idOrderOf } from './id-order.js';
import type { LinkRows } from '../links/link-rows.js';
import { type LinkSignals, linkSignals, SIGNALS } from './link-signals.js';
import { withScores } from '../links/score-accumulator.js';
import type { RecommendSettings } from './recommend-options.js';
import { addWorths, type SignalWeights, type SiteWeights, weightsFor } from './signal-weights.js';
import { topNodes } from '../links/top-nodes.js';

/** What was found for one article: nodes best first, their scores, and the signals they come from. */
export interface RankedArticles {
  readonly nodes: readonly number[];
  readonly scores: readonly number[];
  readonly signals: LinkSignals;
  /** What each signal counted. */
  readonly weights: SignalWeights;
}

/** Few fall out, as copies or for their subject: so many more are put in order at first, the rest only where that is too few. */
const RESERVE = 16;

/** The first nodes of a list that may stand together: one copy of an article, so many of a subject. */
const together = (
  graph: FrozenArticleGraph,
  nodes: Int32Array,
  most: number,
  settings: RecommendSettings,
): number[] => {
  const { copies, perSubject } = settings;
  if (copies === 'all' && perSubject === Number.POSITIVE_INFINITY) return Array.from(nodes.subarray(0, most));
  const { ids } = idOrderOf(graph);
  const { subjectNumbers } = graph;
  const taken: number[] = [];
  for (let i = 0; i < nodes.length && taken.length < most; i++) {
    const node = nodes[i]!;
    let copiesTaken = 0;
    let ofSubject = 0;
    // Lists are short: looking through what was taken is quicker than sets of it.
    for (const other of taken) {
      if (ids[other] === ids[node]) copiesTaken++;
      if (subjectNumbers[other] === subjectNumbers[node]) ofSubject++;
    }
    if ((copies === 'one' && copiesTaken > 0) || ofSubject >= perSubject) continue;
    taken.push(node);
  }
  return taken;
};

/** Fuses the signals: the nodes with the greatest scores that may stand together, and these scores. */
const fuse = (
  graph: FrozenArticleGraph,
  signals: LinkSignals,
  weights: SignalWeights,
  most: number,
  settings: RecommendSettings,
) =>
  withScores(graph, (accumulator) => {
    for (const signal of SIGNALS) {
      addWorths(accumulator, signals.rankings[signal], weights[signal]);
    }
    const { scores, touched, count } = accumulator;
    let nodes = together(graph, topNodes(touched, count, scores, most + RESERVE), most, settings);
    if (nodes.length < most && most + RESERVE < count) {
      nodes = together(graph, topNodes(touched, count, scores, count), most, settings);
    }
    return { nodes, scores: nodes.map((node) => scores[node]!) };
  });

/**
 * Ranks and fuses for one article: the kernel beneath `recommendRelated` and `recommendAll`.
 *
 * @param rows those of the graph, or without the article’s own
 * @param most so many, whatever `limit` says
 * @param site what `siteWeightsOf` says of the graph: asked before any list is hidden
 * @param withNeighbours whether reasons will be told
 */
export const rankRelated = (
  graph: FrozenArticleGraph,
  rows: LinkRows,
  node: number,
  settings: RecommendSettings,
  most: number,
  site: SiteWeights,
  withNeighbours: boolean,
): RankedArticles => {
  const barred = barredFor(graph, rows, node, settings);
  const signals = linkSignals({ graph, rows, text: settings.text, node, barred, withNeighbours });
  const weights = weightsFor(site, rows, node);
  return { ...fuse(graph, signals, weights, most, settings), signals, weights };
};
