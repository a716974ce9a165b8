/** The recommender as its docstring has it, over plain maps and lists: each step written out, nothing kept between calls. */
import type { FrozenArticleGraph } from '../../../src/graph/articles/frozen-article-graph.js';
import type { GraphArticle } from '../../../src/model/articles/graph-article.js';
import { keyTermsOf } from '../../../src/graph/words/key-terms.js';
import type { TextIndex } from '../../../src/graph/words/text-index.js';

export interface SlowOptions {
  readonly limit?: number;
  readonly text?: TextIndex | undefined;
  readonly ownLinks?: 'exclude' | 'include' | 'hide';
  readonly copies?: 'one' | 'all';
  readonly noIndex?: 'exclude' | 'include';
  readonly perSubject?: number;
  readonly mostInbound?: number;
  readonly exclude?: readonly string[];
}

type Weights = ReadonlyMap<number, number>;
const DEPTH = 50;
const NEAR = 60;
const DAMPING = 0.85;
const EPSILON = 6e-4;
type Signal = 'walk-links' | 'walk' | 'text-links' | 'text';
type SignalWeights = Readonly<Record<Signal, number>>;
const WALK: SignalWeights = { 'walk-links': 4, walk: 4, 'text-links': 0.1, text: 0.1 };
const NEAR_LINKS: SignalWeights = { 'walk-links': 4, walk: 1, 'text-links': 0.1, text: 0.1 };
const TEXTS: SignalWeights = { 'walk-links': 1, walk: 0.1, 'text-links': 4, text: 0.1 };
const FEW_LINKS = 2;

const give = (to: Map<number, number>, node: number, more: number): void => {
  to.set(node, (to.get(node) ?? 0) + more);
};

const total = (weights: Iterable<number>): number => {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return sum;
};

/** The greatest first, of equal ones the lower node. */
const best = (weights: Weights): [number, number][] =>
  [...weights].sort(([one, mine], [other, its]) => its - mine || one - other);

/** Lists of targets as they are, or with one of them empty. */
const rowsOf = (graph: FrozenArticleGraph, hidden: number): number[][] =>
  Array.from({ length: graph.nodeCount }, (_, v) =>
    v === hidden ? [] : [...graph.outTargets.subarray(graph.outStarts[v]!, graph.outStarts[v + 1]!)],
  );

/** The texts most like one: the sums of the weights that its key terms have in the others. */
const likest = (text: TextIndex, node: number): [number, number][] => {
  const scores = new Map<number, number>();
  const { termStarts, postings, weightBits } = text;
  for (const term of keyTermsOf(text, node, 12)) {
    for (const posting of postings.subarray(termStarts[term]!, termStarts[term + 1]!)) {
      give(scores, posting >>> weightBits, posting & (2 ** weightBits - 1));
    }
  }
  scores.delete(node);
  return best(scores).slice(0, 60);
};

/** Articles filed within sixty places, and 1 / (1 + difference) for each; none where too few links lead to such. */
const filedNear = (graph: FrozenArticleGraph, rows: readonly number[][], node: number): [number, number][] => {
  const order = Array.from(rows, (_, v) => v).sort((one, other) => graph.idAt(one) - graph.idAt(other) || one - other);
  const links = rows.flatMap((row, v) => row.map((target) => [v, target] as const));
  const placeOf = new Map(order.map((v, place) => [v, place]));
  const near = links.filter(([v, target]) => Math.abs(placeOf.get(v)! - placeOf.get(target)!) <= NEAR).length;
  const byChance = Math.min(1, (2 * NEAR) / Math.max(1, rows.length - 1));
  if (links.length < 50 || near / links.length - byChance < 0.25) return [];
  const place = placeOf.get(node)!;
  return order
    .slice(Math.max(0, place - NEAR), place + NEAR + 1)
    .map((v): [number, number] => [v, Math.abs(graph.idAt(v) - graph.idAt(node))])
    .filter(([, difference]) => difference > 0)
    .map(([v, difference]) => [v, 1 / (1 + difference)]);
};

/** Local push: a queue of those that hold more than epsilon for each of their links, the first to hold so much first. */
const walk = (
  neighboursOf: (node: number) => readonly number[],
  beginnings: Weights,
  epsilon: number,
): Map<number, number> => {
  const stays = new Map<number, number>();
  const lies = new Map<number, number>();
  const queue: number[] = [];
  const receive = (node: number, mass: number): void => {
    give(lies, node, mass);
    const holds = lies.get(node)!;
    if (!queue.includes(node) && holds > epsilon * Math.max(1, neighboursOf(node).length)) queue.push(node);
  };
  for (let returning = 1; returning > epsilon; ) {
    const mass = returning;
    returning = 0;
    for (const [node, share] of beginnings) receive(node, mass * share);
    while (queue.length > 0) {
      const node = queue.shift()!;
      const holds = lies.get(node)!;
      const neighbours = neighboursOf(node);
      lies.set(node, 0);
      give(stays, node, (1 - DAMPING) * holds);
      if (neighbours.length === 0) returning += DAMPING * holds;
      for (const neighbour of neighbours) receive(neighbour, (DAMPING * holds) / neighbours.length);
    }
  }
  for (const [node, holds] of lies) give(stays, node, (1 - DAMPING) * holds);
  return stays;
};

/** The ranks of a walk, both ways along the links: by push, or with a small epsilon as near to exact as one likes. */
export const slowWalk = (rows: readonly number[][], beginnings: Weights, epsilon: number): Map<number, number> => {
  const sources = Array.from(rows, (_, v) =>
    rows.flatMap((row, u) => row.filter((target) => target === v).map(() => u)),
  );
  return walk((v) => [...rows[v]!, ...sources[v]!], beginnings, epsilon);
};

const beginningsAt = (
  graph: FrozenArticleGraph,
  rows: readonly number[][],
  node: number,
  texts: readonly [number, number][],
): Weights => {
  const links = rows[node]!.length + rows.flat().filter((target) => target === node).length;
  const shares = new Map([[node, 1]]);
  for (const voices of [texts, filedNear(graph, rows, node)]) {
    const all = total(voices.map(([, weight]) => weight));
    for (const [at, weight] of voices) give(shares, at, ((0.5 / (1 + links)) * weight) / all);
  }
  const sum = total(shares.values());
  return new Map([...shares].map(([at, share]) => [at, share / sum]));
};

const linksOf = (rows: readonly number[][], voices: Iterable<readonly [number, number]>): Map<number, number> => {
  const sums = new Map<number, number>();
  for (const [at, weight] of voices) for (const target of rows[at]!) give(sums, target, weight / rows[at]!.length);
  return sums;
};

const inbound = (rows: readonly number[][], node: number): number => rows.filter((row) => row.includes(node)).length;

const mayBe = (graph: FrozenArticleGraph, rows: readonly number[][], node: number, options: SlowOptions) => {
  const { ownLinks = 'exclude', copies = 'one', noIndex = 'exclude', mostInbound = Infinity, exclude = [] } = options;
  const linked = ownLinks === 'exclude' ? rows[node]! : [];
  return (candidate: number): boolean =>
    graph.idAt(candidate) !== graph.idAt(node) &&
    !linked.includes(candidate) &&
    !(copies === 'one' && linked.some((target) => graph.idAt(target) === graph.idAt(candidate))) &&
    !(noIndex === 'exclude' && graph.isNoIndexAt(candidate)) &&
    inbound(rows, candidate) <= mostInbound &&
    !exclude.includes(graph.urlAt(candidate));
};

const linksAt = (rows: readonly number[][], node: number): number =>
  rows[node]!.length + rows.flat().filter((target) => target === node).length;

/** The first hundred candidates of each signal. */
const rankingsOf = (
  graph: FrozenArticleGraph,
  rows: readonly number[][],
  node: number,
  text: TextIndex | undefined,
  may: (candidate: number) => boolean,
): Record<Signal, number[]> => {
  const likes = text ? likest(text, node) : [];
  const texts = likes.slice(0, 10).map(([at, score]): [number, number] => [at, score / likes[0]![1]]);
  const walked = slowWalk(rows, beginningsAt(graph, rows, node, texts), EPSILON);
  walked.delete(node);
  const first = (weights: Weights): number[] =>
    best(weights)
      .map(([at]) => at)
      .filter(may)
      .slice(0, DEPTH);
  return {
    'walk-links': first(linksOf(rows, walked)),
    walk: first(walked),
    'text-links': first(linksOf(rows, texts)),
    text: first(new Map(likes)),
  };
};

const fused = (rankings: Record<Signal, number[]>, weights: SignalWeights): [number, number][] => {
  const sums = new Map<number, number>();
  for (const [signal, ranking] of Object.entries(rankings)) {
    ranking.forEach((at, i) => give(sums, at, weights[signal as Signal] / (60 + i + 1)));
  }
  return best(sums);
};

/** The weights by which the lists of the site’s articles are found best, for few links or for many; the first of equally good ones. */
const learnt = (graph: FrozenArticleGraph, text: TextIndex | undefined, isFew: boolean): SignalWeights => {
  const choices = text ? [WALK, NEAR_LINKS, TEXTS] : [WALK, NEAR_LINKS];
  const whole = rowsOf(graph, -1);
  const recalls = whole.flatMap((own, node) => {
    if (own.length < 3) return [];
    const rows = rowsOf(graph, node);
    if (linksAt(rows, node) <= FEW_LINKS !== isFew) return [];
    const rankings = rankingsOf(graph, rows, node, text, (candidate) => graph.idAt(candidate) !== graph.idAt(node));
    return [
      choices.map(
        (weights) =>
          fused(rankings, weights)
            .slice(0, 10)
            .filter(([at]) => own.includes(at)).length / own.length,
      ),
    ];
  });
  if (recalls.length < 10) return choices[0]!;
  const sums = choices.map((_, i) => total(recalls.map((one) => one[i]!)));
  return choices[sums.indexOf(Math.max(...sums))]!;
};

/** The urls recommended for one, with their scores. */
export const slowRecommend = (
  graph: FrozenArticleGraph,
  url: string,
  options: SlowOptions = {},
): { readonly url: string; readonly score: number }[] => {
  const { limit = 10, text, ownLinks = 'exclude', copies = 'one', perSubject = Infinity } = options;
  const node = graph.nodeOf(url)!;
  const rows = rowsOf(graph, ownLinks === 'hide' ? node : -1);
  const rankings = rankingsOf(graph, rows, node, text, mayBe(graph, rows, node, options));
  const weights = learnt(graph, text, linksAt(rows, node) <= FEW_LINKS);
  const taken: { readonly url: string; readonly score: number; readonly id: number; readonly subject: string }[] = [];
  for (const [at, score] of fused(rankings, weights)) {
    const [id, subject] = [graph.idAt(at), graph.subjectAt(at)];
    if (taken.length >= limit) break;
    if (copies === 'one' && taken.some((one) => one.id === id)) continue;
    if (taken.filter((one) => one.subject === subject).length >= perSubject) continue;
    taken.push({ url: graph.urlAt(at), score, id, subject });
  }
  return taken.map((one) => ({ url: one.url, score: one.score }));
};

/** The articles with the list of one of them taken away. */
export const withoutList = (articles: readonly GraphArticle[], url: string): GraphArticle[] =>
  articles.map((article) => (article.url === url ? { ...article, related: [] } : article));
