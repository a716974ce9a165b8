import { at } from '../../common/at.js';
import type { Barred } from './barred-articles.js';
import { stampCopiesOf } from './barred-articles.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { type LinkRows, linksAt } from '../links/link-rows.js';
import { linkSignals, type Signal, SIGNALS } from './link-signals.js';
import { addTo, type ScoreAccumulator, takeTop, withScores } from '../links/score-accumulator.js';
import type { TextIndex } from '../words/text-index.js';
import { withoutRow } from '../links/without-row.js';

/** What each signal counts in the fusion. */
export type SignalWeights = Readonly<Record<Signal, number>>;

/** The weights for articles with few links and for those with more. */
export interface SiteWeights {
  readonly few: SignalWeights;
  readonly many: SignalWeights;
}

/** An article with at most so many links, either way, has few. */
const FEW_LINKS = 2;

/**
 * The weights to choose from: the walk and the links of the articles near by count alike; those links count more; or the links of the
 * articles that read alike count more. Texts alone always count so little that they order only what links do not.
 */
const WALK: SignalWeights = { 'walk-links': 4, walk: 4, 'text-links': 0.1, text: 0.1 };
const NEAR: SignalWeights = { 'walk-links': 4, walk: 1, 'text-links': 0.1, text: 0.1 };
const TEXTS: SignalWeights = { 'walk-links': 1, walk: 0.1, 'text-links': 4, text: 0.1 };

/** The constant of reciprocal rank fusion. @see Cormack, Clarke and Büttcher (2009), doi:10.1145/1571941.1572114 */
const FUSION = 60;

/** What a place in the ranking of a signal adds to a score. */
export const worthOf = (weights: SignalWeights, signal: Signal, place: number): number =>
  weights[signal] / (FUSION + place);

/** Adds what its place in the ranking of one signal is worth to the score of each candidate. */
export const addWorths = (accumulator: ScoreAccumulator, ranking: Int32Array, weight: number): void => {
  for (let i = 0; i < ranking.length; i++) addTo(accumulator, ranking[i]!, weight / (FUSION + i + 1));
};

/** So many articles are asked at most, each with its own list hidden. */
const MOST_ASKED = 256;
/** Of a kind of which fewer can be asked, the site has shown nothing. */
const LEAST_ASKED = 10;
/** Only lists with so many links are looked for: one of a single link is found or not by chance. */
const LEAST_LIST = 3;
const FIRST = 10;

/** The articles whose lists are looked for, evenly spaced. */
const askedOf = ({ nodeCount, outStarts }: FrozenArticleGraph): number[] => {
  const all: number[] = [];
  for (let node = 0; node < nodeCount; node++) {
    if (outStarts[node + 1]! - outStarts[node]! >= LEAST_LIST) all.push(node);
  }
  const count = Math.min(MOST_ASKED, all.length);
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]!);
};

/** The share of an article's own list that each choice of weights would have put among the first ten. */
const recallsOf = (
  graph: FrozenArticleGraph,
  text: TextIndex | undefined,
  node: number,
  rows: LinkRows,
  choices: readonly SignalWeights[],
): number[] => {
  const never = new Uint8Array(0);
  const barred: Barred = stampCopiesOf(graph, rows, node, never);
  const { rankings } = linkSignals({ graph, rows, text, node, barred, withNeighbours: false });
  const own = new Set(graph.outTargets.subarray(graph.outStarts[node]!, graph.outStarts[node + 1]!));
  return choices.map((weights) => {
    const first = withScores(graph, (accumulator) => {
      for (const signal of SIGNALS) addWorths(accumulator, rankings[signal], weights[signal]);
      return takeTop(accumulator, FIRST);
    });
    return first.filter((candidate) => own.has(candidate)).length / own.size;
  });
};

/** The choice by which the site's own lists were found best; the first where none is better, or where too few could be asked. */
const bestOf = (choices: readonly SignalWeights[], recalls: readonly (readonly number[])[]): SignalWeights => {
  if (recalls.length < LEAST_ASKED) return at(choices, 0);
  const totals = choices.map((_, choice) => recalls.reduce((sum, one) => sum + one[choice]!, 0));
  return at(choices, totals.indexOf(Math.max(...totals)));
};

const learn = (graph: FrozenArticleGraph, text: TextIndex | undefined): SiteWeights => {
  const choices = text ? [WALK, NEAR, TEXTS] : [WALK, NEAR];
  const few: number[][] = [];
  const many: number[][] = [];
  for (const node of askedOf(graph)) {
    withoutRow(graph, node, (rows) => {
      const isFew = linksAt(rows, node) <= FEW_LINKS;
      (isFew ? few : many).push(recallsOf(graph, text, node, rows, choices));
    });
  }
  return { few: bestOf(choices, few), many: bestOf(choices, many) };
};

const learnt = /* @__PURE__ */ new WeakMap<FrozenArticleGraph, { text: TextIndex | undefined; weights: SiteWeights }>();

/**
 * What the signals count on this site. No weights are right everywhere: where topics are small and lists full, a walk along the links
 * finds an article's topic by itself and texts only disturb; where links are few, the lists of articles that read alike find it better.
 * So the site is asked: up to 256 of its lists are hidden, one at a time, and of three sets of weights the one is taken that finds
 * them best, for articles with few links and for others apart. Kept with the graph, and the same in every engine.
 */
export const siteWeightsOf = (graph: FrozenArticleGraph, text: TextIndex | undefined): SiteWeights => {
  const known = learnt.get(graph);
  if (known && known.text === text) return known.weights;
  const weights = learn(graph, text);
  learnt.set(graph, { text, weights });
  return weights;
};

/** The weights for one article, by the links it has in these rows. */
export const weightsFor = ({ few, many }: SiteWeights, rows: LinkRows, node: number): SignalWeights =>
  linksAt(rows, node) <= FEW_LINKS ? few : many;
