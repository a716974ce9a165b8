import type { FrozenArticleGraph } from './frozen-article-graph.js';
import type { LinkRows } from './link-rows.js';
import { type LinkSignals, type Signal, SIGNALS, type Voices } from './link-signals.js';
import { describeMatches } from './more-like-this.js';
import { worthOf } from './rank-related.js';
import { tellingWords } from './telling-words.js';
import type { TextIndex } from './text-index.js';
import type { WeightedTerms } from './top-documents.js';

/** One thing that speaks for a recommended article. */
export interface RecommendationReason {
  readonly signal: Signal;
  /** Its place by this signal alone, from 1. */
  readonly place: number;
  /** Urls of the articles that both have in common, those that count most first; at most three. */
  readonly articles: readonly string[];
  /** Key terms that both hold, for the signal `text`; at most five, numbers and filling words left out. */
  readonly terms: readonly string[];
  /** The same as a sentence. */
  readonly words: string;
}

/** What reasons are told from. */
export interface ReasonSources {
  readonly graph: FrozenArticleGraph;
  readonly rows: LinkRows;
  readonly text: TextIndex | undefined;
  readonly node: number;
  readonly signals: LinkSignals;
}

interface Told {
  readonly nodes?: readonly number[];
  readonly terms?: readonly string[];
  readonly words: string;
}

const ARTICLES_NAMED = 3;
const TERMS_NAMED = 5;

const inWords = (names: readonly string[]): string => {
  const quoted = names.map((name) => `“${name}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
};

const sourcesOf = ({ inStarts, inEnds, inSources }: LinkRows, node: number): Int32Array =>
  inSources.subarray(inStarts[node]!, inEnds[node]!);

/** Of some neighbours those that link to a node, first those of which most comes along that link. */
const voicesFor = (rows: LinkRows, node: number, { nodes, weights }: Voices): number[] => {
  const sources = new Set(sourcesOf(rows, node));
  return Array.from(nodes, (at, i) => ({ at, along: weights[i]! / (rows.outEnds[at]! - rows.outStarts[at]!) }))
    .filter(({ at }) => sources.has(at))
    .sort((one, other) => other.along - one.along || one.at - other.at)
    .map(({ at }) => at);
};

const sourcesOfBoth = (rows: LinkRows, one: number, other: number): number[] => {
  const mine = new Set(sourcesOf(rows, one));
  return Array.from(sourcesOf(rows, other)).filter((source) => mine.has(source));
};

const byArticles = (graph: FrozenArticleGraph, all: readonly number[], ofOne: string, ofMany: string): Told => {
  const nodes = all.slice(0, ARTICLES_NAMED);
  const said = all.length === 1 ? ofOne : ofMany.replace('#', String(all.length));
  const among = all.length > nodes.length ? ', among them' : ':';
  return { nodes, words: `${said}${among} ${inWords(nodes.map(graph.titleAt))}` };
};

const termsInCommon = (text: TextIndex, keyTerms: WeightedTerms, candidate: number): readonly string[] => {
  const found = { documents: Int32Array.of(candidate), scores: Int32Array.of(0) };
  return tellingWords(text, describeMatches(text, keyTerms, found)[0]!.terms, TERMS_NAMED);
};

const fromNear = (graph: FrozenArticleGraph, all: readonly number[]): Told =>
  all.length === 0
    ? { words: 'linked from articles near this one' }
    : byArticles(graph, all, 'linked from 1 article near this one', 'linked from # articles near this one');

const fromAlike = (graph: FrozenArticleGraph, all: readonly number[]): Told =>
  byArticles(
    graph,
    all,
    'linked from 1 article that reads like this one',
    'linked from # articles that read like this one',
  );

/** What a signal says of a candidate. No `default`: a new signal has to say something. */
const tell = ({ graph, rows, text, node, signals }: ReasonSources, candidate: number, signal: Signal): Told => {
  switch (signal) {
    case 'walk-links':
      return fromNear(graph, voicesFor(rows, candidate, signals.walkNeighbours));
    case 'walk':
      return { words: 'a reader who follows links from here, either way, often comes to it' };
    case 'co-citation':
      return byArticles(
        graph,
        sourcesOfBoth(rows, node, candidate),
        '1 article links to both',
        '# articles link to both',
      );
    case 'text-links':
      return fromAlike(graph, voicesFor(rows, candidate, signals.textNeighbours));
    case 'text': {
      const terms = text ? termsInCommon(text, signals.keyTerms, candidate) : [];
      return { terms, words: `reads like this one${terms.length > 0 ? `: both speak of ${inWords(terms)}` : ''}` };
    }
  }
};

/** Why an article is recommended: what each signal that placed it says, those that add most to its score first. */
export const reasonsFor = (sources: ReasonSources, candidate: number): RecommendationReason[] =>
  SIGNALS.map((signal) => ({ signal, place: sources.signals.rankings[signal].indexOf(candidate) + 1 }))
    .filter(({ place }) => place > 0)
    .sort((one, other) => worthOf(other.signal, other.place) - worthOf(one.signal, one.place))
    .map(({ signal, place }) => {
      const { nodes = [], terms = [], words } = tell(sources, candidate, signal);
      return { signal, place, articles: nodes.map(sources.graph.urlAt), terms, words };
    });
