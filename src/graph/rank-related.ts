import { barredFor } from './barred-articles.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import type { LinkRows } from './link-rows.js';
import { type LinkSignals, linkSignals, type Signal, SIGNALS } from './link-signals.js';
import { addTo, withSums } from './node-sums.js';
import type { Wishes } from './recommend-options.js';
import { topNodes } from './top-nodes.js';

/** What was found for one article: nodes best first, their scores, and the signals they come from. */
export interface RankedArticles {
  readonly nodes: readonly number[];
  readonly scores: readonly number[];
  readonly signals: LinkSignals;
}

/**
 * The constant of reciprocal rank fusion, and what each signal counts in it. Where the articles near this one lead counts most: in
 * held-out related lists it found more by itself than the other four together, and adding those moved the result little. They are for
 * articles to which nothing links, and for sites without many links.
 * @see Cormack, Clarke and Büttcher (2009), doi:10.1145/1571941.1572114
 */
const FUSION = 60;
const WEIGHTS: Readonly<Record<Signal, number>> = {
  'walk-links': 4,
  walk: 1,
  'co-citation': 1,
  'text-links': 1,
  text: 1,
};

/** What a place in the ranking of a signal adds to a score. */
export const worthOf = (signal: Signal, place: number): number => WEIGHTS[signal] / (FUSION + place);

/** Few fall out, as copies or for their subject: so many more are put in order at first, the rest only where that is too few. */
const RESERVE = 16;

/** The first nodes of a list that may stand together: one copy of an article, so many of a subject. */
const together = (graph: FrozenArticleGraph, nodes: Int32Array, most: number, wishes: Wishes): number[] => {
  const { copies, perSubject } = wishes;
  if (copies === 'all' && perSubject === Number.POSITIVE_INFINITY) return Array.from(nodes.subarray(0, most));
  const taken: number[] = [];
  const ids = new Set<number>();
  const ofSubject = new Map<number, number>();
  for (let i = 0; i < nodes.length && taken.length < most; i++) {
    const node = nodes[i]!;
    const id = graph.idAt(node);
    if (copies === 'one' && ids.has(id)) continue;
    const subject = graph.subjectNumbers[node]!;
    const before = ofSubject.get(subject) ?? 0;
    if (before >= perSubject) continue;
    ofSubject.set(subject, before + 1);
    ids.add(id);
    taken.push(node);
  }
  return taken;
};

/** Fuses the signals: the nodes with the greatest sums of worths that may stand together, and their sums. */
const fuse = (graph: FrozenArticleGraph, signals: LinkSignals, most: number, wishes: Wishes) =>
  withSums(graph, (sums) => {
    for (const signal of SIGNALS) {
      const ranking = signals.rankings[signal];
      for (let i = 0; i < ranking.length; i++) addTo(sums, ranking[i]!, worthOf(signal, i + 1));
    }
    const { values, touched, count } = sums;
    let nodes = together(graph, topNodes(touched, count, values, most + RESERVE), most, wishes);
    if (nodes.length < most && most + RESERVE < count) {
      nodes = together(graph, topNodes(touched, count, values, count), most, wishes);
    }
    return { nodes, scores: nodes.map((node) => values[node]!) };
  });

/**
 * Ranks and fuses for one article: the kernel beneath `recommendRelated` and `recommendAll`.
 *
 * @param rows those of the graph, or without the article’s own
 * @param most so many, whatever `k` says
 * @param withVoices whether reasons will be told
 */
export const rankRelated = (
  graph: FrozenArticleGraph,
  rows: LinkRows,
  node: number,
  wishes: Wishes,
  most: number,
  withVoices: boolean,
): RankedArticles => {
  const barred = barredFor(graph, rows, node, wishes);
  const signals = linkSignals({ graph, rows, text: wishes.text, node, barred, withVoices });
  return { ...fuse(graph, signals, most, wishes), signals };
};
