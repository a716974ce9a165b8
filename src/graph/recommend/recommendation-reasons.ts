import type { RecommendationReason } from '../../model/articles/recommendation.js';
import { at } from '../../common/at.js';
import { agree, numberOf, quoted } from '../../common/list-words.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import type { LinkRows } from '../links/link-rows.js';
import { type LinkSignals, type Neighbours, type Signal, SIGNALS } from './link-signals.js';
import { termsHeld } from '../words/more-like-this.js';
import { type SignalWeights, worthOf } from './signal-weights.js';
import { distinctiveWords } from '../words/distinctive-words.js';
import type { TextIndex } from '../words/text-index.js';
import type { WeightedTerms } from '../words/top-documents.js';

export type { RecommendationReason } from '../../model/articles/recommendation.js';

/** What reasons are told from. */
export interface ReasonSources {
  readonly graph: FrozenArticleGraph;
  readonly rows: LinkRows;
  readonly text: TextIndex | undefined;
  readonly node: number;
  readonly signals: LinkSignals;
  readonly weights: SignalWeights;
}

interface Told {
  readonly nodes?: readonly number[];
  readonly terms?: readonly string[];
  readonly message: string;
}

const ARTICLES_NAMED = 3;
const TERMS_NAMED = 5;
/** A way of more links than this is no reason to a reader. */
const LONGEST_WAY = 3;
/** So many articles are looked at in search of a way. */
const MOST_LOOKED_AT = 5_000;

const sourcesOf = ({ inStarts, inEnds, inSources }: LinkRows, node: number): Int32Array =>
  inSources.subarray(inStarts[node]!, inEnds[node]!);

const targetsOf = ({ outStarts, outEnds, outTargets }: LinkRows, node: number): Int32Array =>
  outTargets.subarray(outStarts[node]!, outEnds[node]!);

/** One of each id: copies are one article to a reader. */
const oneOfEach = (graph: FrozenArticleGraph, nodes: readonly number[], except: readonly number[]): number[] => {
  const ids = new Set(except.map(graph.idAt));
  return nodes.filter((node) => !ids.has(graph.idAt(node)) && ids.add(graph.idAt(node)));
};

/** Neighbours that link to the candidate, largest contribution per link first. Copies of the two articles are left out. */
const linkingNeighbours = (
  { graph, rows, node }: ReasonSources,
  candidate: number,
  { nodes, weights }: Neighbours,
): number[] => {
  const sources = new Set(sourcesOf(rows, candidate));
  const found = Array.from(nodes, (at, i) => ({ at, along: weights[i]! / (rows.outEnds[at]! - rows.outStarts[at]!) }))
    .filter(({ at }) => sources.has(at))
    .sort((one, other) => other.along - one.along || one.at - other.at)
    .map(({ at }) => at);
  return oneOfEach(graph, found, [node, candidate]);
};

const byArticles = (graph: FrozenArticleGraph, all: readonly number[], near: string): Told | undefined => {
  if (all.length === 0) return undefined;
  const nodes = all.slice(0, ARTICLES_NAMED);
  const said = `linked from ${numberOf(all.length, 'article')} ${near.replace('#', agree(all.length, 'reads', 'read'))}`;
  // Two articles of one title are one name to a reader.
  const titles = [...new Set(nodes.map(graph.titleAt))];
  const among = all.length > titles.length ? ', among them' : ':';
  return { nodes, message: `${said}${among} ${quoted(titles)}` };
};

/**
 * The articles between two on a shortest way along the links, either way; nothing where there is none of at most three links among the
 * first 5,000 articles met.
 */
const wayBetween = ({ rows, node }: ReasonSources, candidate: number): number[] | undefined => {
  const from = new Map([[node, node]]);
  let layer = [node];
  for (let links = 1; links <= LONGEST_WAY && layer.length > 0; links++) {
    const next: number[] = [];
    for (const at of layer) {
      for (const near of [...targetsOf(rows, at), ...sourcesOf(rows, at)]) {
        if (from.has(near)) continue;
        from.set(near, at);
        if (near === candidate) {
          const way: number[] = [];
          for (let back = at; back !== node; back = from.get(back)!) way.unshift(back);
          return way;
        }
        if (from.size > MOST_LOOKED_AT) return undefined;
        next.push(near);
      }
    }
    layer = next;
  }
  return undefined;
};

const byWay = (sources: ReasonSources, candidate: number): Told | undefined => {
  const { graph, rows, node } = sources;
  const way = wayBetween(sources, candidate);
  if (way === undefined) return undefined;
  if (way.length > 0)
    return { nodes: way, message: `a few links away, by way of ${quoted([...new Set(way.map(graph.titleAt))])}` };
  return { message: targetsOf(rows, node).includes(candidate) ? 'this one links to it' : 'it links to this one' };
};

const termsInCommon = (
  text: TextIndex,
  keyTerms: WeightedTerms,
  node: number,
  candidate: number,
): readonly string[] => {
  const found = { documents: Int32Array.of(candidate), scores: Int32Array.of(0) };
  return distinctiveWords(text, at(termsHeld(text, keyTerms, found), 0), [node, candidate], TERMS_NAMED);
};

/** What a signal says of a candidate; nothing where what it has to say cannot be shown. No `default`: a new signal has to say something. */
const tell = (sources: ReasonSources, candidate: number, signal: Signal): Told | undefined => {
  const { graph, text, node, signals } = sources;
  switch (signal) {
    case 'walk-links':
      return byArticles(graph, linkingNeighbours(sources, candidate, signals.walkNeighbours), 'near this one');
    case 'walk':
      return byWay(sources, candidate);
    case 'text-links':
      return byArticles(graph, linkingNeighbours(sources, candidate, signals.textNeighbours), 'that # like this one');
    case 'text': {
      const terms = text ? termsInCommon(text, signals.keyTerms, node, candidate) : [];
      return { terms, message: `reads like this one${terms.length > 0 ? `: both speak of ${quoted(terms)}` : ''}` };
    }
  }
};

/** Why an article is recommended: what each signal that placed it can show, those that add most to its score first. */
export const reasonsFor = (sources: ReasonSources, candidate: number): RecommendationReason[] =>
  SIGNALS.map((signal) => ({ signal, place: sources.signals.rankings[signal].indexOf(candidate) + 1 }))
    .filter(({ place }) => place > 0)
    .sort(
      (one, other) =>
        worthOf(sources.weights, other.signal, other.place) - worthOf(sources.weights, one.signal, one.place),
    )
    .flatMap(({ signal, place }) => {
      const told = tell(sources, candidate, signal);
      if (told === undefined) return [];
      const { nodes = [], terms = [], message } = told;
      return { signal, place, articles: nodes.map(sources.graph.urlAt), terms, message };
    });
