import type { Signal } from '../../model/articles/recommendation.js';
import { type Barred, isBarred, withoutBarred } from './barred-articles.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { doIdsTell, giveToNear, idOrderOf } from './id-order.js';
import { eachOnce, keyTermsOf } from '../words/key-terms.js';
import { type LinkRows, linksAt } from '../links/link-rows.js';
import { addTo, clearAll, type ScoreAccumulator, withScores, takeTop } from '../links/score-accumulator.js';
import { type SeedShares, type Walk, walkFrom } from '../measure/personalised-page-rank.js';
import type { TextIndex } from '../words/text-index.js';
import { topDocuments, type WeightedTerms } from '../words/top-documents.js';
import { topScored } from '../links/top-nodes.js';

export type { Signal } from '../../model/articles/recommendation.js';

export const SIGNALS: readonly Signal[] = ['walk-links', 'walk', 'text-links', 'text'];

/** Articles near one, nearest first, and how near each is. */
export interface Neighbours {
  readonly nodes: Int32Array;
  readonly weights: Float64Array;
}

/** What is known of one article before anything is fused. */
export interface LinkSignals {
  /** The candidates of each signal, best first. */
  readonly rankings: Readonly<Record<Signal, Int32Array>>;
  /** The key terms of the article, which were looked for in the texts; none where there are no texts. */
  readonly keyTerms: WeightedTerms;
  /** The articles that read most like it, with their share of the likeness of the first. */
  readonly textNeighbours: Neighbours;
  /** The share of a reader’s time at the articles near it, the article itself left out. */
  readonly walkNeighbours: Neighbours;
}

/** What is asked about one article. */
export interface SignalQuestion {
  readonly graph: FrozenArticleGraph;
  /** The rows to go by: those of the graph, or without the article’s own. */
  readonly rows: LinkRows;
  readonly text: TextIndex | undefined;
  readonly node: number;
  readonly barred: Barred;
  /** Whether the neighbours on the walk are wanted, to tell reasons by. */
  readonly withNeighbours: boolean;
}

/**
 * How far down each ranking is read, by how many key terms texts are compared, and how many text neighbours take part in the walk and lend
 * their links. Twice as much of each, and a walk twice as fine, finds no more of the lists of real pages, and takes half as long again: see
 * “What a recommendation reads” in bench/results.md, and the section after it.
 */
const DEPTH = 50;
const KEY_TERMS = 12;
const TEXT_NEIGHBOURS = 10;
/**
 * Of a walk’s seeds, what lies at the text neighbours, and at those filed nearest, for each 1 at an article without links. An
 * article with links either way tells by itself where it belongs: it shares less.
 */
const SHARE_OF_TEXT = 0.5;
const SHARE_OF_IDS = 0.5;
const WALK = { damping: 0.85, epsilon: 6e-4 } as const;
const NOBODY: Neighbours = /* @__PURE__ */ (() => ({ nodes: new Int32Array(), weights: new Float64Array() }))();

/**
 * Gives each link of the nodes on a walk an equal part of the rank of its node; the article itself gives nothing. The accumulator is taken
 * apart once and `addTo` written out: as calls they took twice as long.
 */
const giveAlong = (
  { nodes, ranks, starts, ends, targets, count }: Walk,
  itself: number,
  accumulator: ScoreAccumulator,
): void => {
  const { scores, touched } = accumulator;
  let met = accumulator.count;
  for (let i = 0; i < count; i++) {
    const start = starts[i]!;
    const end = ends[i]!;
    if (start === end || nodes[i] === itself) continue;
    const each = ranks[i]! / (end - start);
    for (let e = start; e < end; e++) {
      const target = targets[e]!;
      const score = scores[target]!;
      if (score === 0) touched[met++] = target;
      scores[target] = score + each;
    }
  }
  accumulator.count = met;
};

/** Where a walk begins: mostly at the article, in part at those that read like it and at those filed next to it. */
const seedsAround = (
  { graph, rows, node }: SignalQuestion,
  { nodes: textNodes, weights }: Neighbours,
  accumulator: ScoreAccumulator,
): SeedShares => {
  const links = linksAt(rows, node);
  addTo(accumulator, node, 1);
  let all = 0;
  for (let i = 0; i < weights.length; i++) all += weights[i]!;
  const share = SHARE_OF_TEXT / (1 + links);
  for (let i = 0; i < weights.length; i++) addTo(accumulator, textNodes[i]!, (share * weights[i]!) / all);
  const order = idOrderOf(graph);
  if (doIdsTell(graph, rows, order, node)) giveToNear(order, node, SHARE_OF_IDS / (1 + links), accumulator);
  const nodes = accumulator.touched.slice(0, accumulator.count);
  const shares = new Float64Array(nodes.length);
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) {
    shares[i] = accumulator.scores[nodes[i]!]!;
    sum += shares[i]!;
  }
  for (let i = 0; i < shares.length; i++) shares[i] = shares[i]! / sum;
  clearAll(accumulator);
  return { nodes, shares };
};

/** The candidates that read like the article, those that its text neighbours link to, and these neighbours. */
const askTexts = ({ rows, text, node, barred }: SignalQuestion, accumulator: ScoreAccumulator) => {
  const nothing = new Int32Array();
  const keyTerms = eachOnce(text ? keyTermsOf(text, node, KEY_TERMS) : nothing);
  if (!text) return { text: nothing, 'text-links': nothing, keyTerms, neighbours: NOBODY };
  const found = topDocuments(text, keyTerms, DEPTH + TEXT_NEIGHBOURS, [node]);
  const best = found.scores[0] ?? 1;
  const nodes = found.documents.slice(0, TEXT_NEIGHBOURS);
  const weights = new Float64Array(nodes.length);
  for (let i = 0; i < nodes.length; i++) {
    weights[i] = found.scores[i]! / best;
    const links = rows.outEnds[nodes[i]!]! - rows.outStarts[nodes[i]!]!;
    for (let e = rows.outStarts[nodes[i]!]!; e < rows.outEnds[nodes[i]!]!; e++)
      addTo(accumulator, rows.outTargets[e]!, weights[i]! / links);
  }
  return {
    text: withoutBarred(found.documents, barred, DEPTH),
    'text-links': takeTop(accumulator, DEPTH, (at) => isBarred(barred, at)),
    keyTerms,
    neighbours: { nodes, weights },
  };
};

/** The candidates that the neighbours on the walk link to, those that the walk comes to, and these neighbours. */
const askWalk = (question: SignalQuestion, textNeighbours: Neighbours, accumulator: ScoreAccumulator) => {
  const { graph, rows, node, barred, withNeighbours } = question;
  const isLeftOut = (at: number): boolean => isBarred(barred, at);
  const walk = walkFrom(graph, rows, seedsAround(question, textNeighbours, accumulator), WALK);
  const { nodes, ranks, count } = walk;
  giveAlong(walk, node, accumulator);
  const rankings = {
    'walk-links': takeTop(accumulator, DEPTH, isLeftOut),
    // The article itself is barred.
    walk: topScored(nodes, ranks, count, DEPTH, isLeftOut),
  };
  if (!withNeighbours) return { ...rankings, neighbours: NOBODY };
  const near = topScored(nodes, ranks, count, count, (at) => at === node);
  const places = new Map(Array.from(nodes.subarray(0, count), (at, i) => [at, i]));
  return {
    ...rankings,
    neighbours: { nodes: near, weights: Float64Array.from(near, (at) => ranks[places.get(at)!]!) },
  };
};

/** Ranks the candidates for one article by every signal. Those of texts are empty where there are none. */
export const linkSignals = (question: SignalQuestion): LinkSignals =>
  withScores(question.graph, (accumulator) => {
    const texts = askTexts(question, accumulator);
    const walked = askWalk(question, texts.neighbours, accumulator);
    return {
      rankings: {
        'walk-links': walked['walk-links'],
        walk: walked.walk,
        'text-links': texts['text-links'],
        text: texts.text,
      },
      keyTerms: texts.keyTerms,
      textNeighbours: texts.neighbours,
      walkNeighbours: walked.neighbours,
    };
  });
