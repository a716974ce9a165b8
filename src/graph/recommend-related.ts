import { nearest } from '../model/names.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { describeMatches } from './more-like-this.js';
import {
  add,
  clearAll,
  type LinkSignals,
  linkSignals,
  type Signal,
  SIGNALS,
  sumsOf,
  type Voice,
} from './link-signals.js';
import type { LinkGraph } from './link-graph.js';
import { eachOnce, keyTermsOf } from './key-terms.js';
import { refuseLimit, refuseUnknown, refuseWord } from './refuse.js';
import type { TextIndex } from './text-index.js';
import { topNodes } from './top-nodes.js';
import { urlDigest } from './url-digest.js';
import { withoutRow } from './without-row.js';

export interface RecommendOptions {
  /** How many at most; 10 unless told otherwise. */
  readonly k?: number | undefined;
  /** What `buildTextIndex` made of the same articles. Without it only the links speak. */
  readonly text?: TextIndex | undefined;
  /**
   * What is done with the article’s own list: what it links to is not recommended again (`exclude`, the default); it is recommended
   * too where it ranks (`include`); or the list is treated as though it were not there (`hide`), neither a help nor a hindrance,
   * which shows how well it would have been foreseen.
   */
  readonly ownLinks?: 'exclude' | 'include' | 'hide' | undefined;
  /** Whether of an article filed under several subjects only the best placed copy is recommended (`one`, the default) or each (`all`). */
  readonly copies?: 'one' | 'all' | undefined;
  /** Whether pages that ask search engines to stay away are recommended; not unless told so. */
  readonly noIndex?: 'exclude' | 'include' | undefined;
  /** At most so many of one subject. No limit unless told otherwise. */
  readonly perSubject?: number | undefined;
  /** Articles with more inbound links than this are left out: everybody finds them anyway. No limit unless told otherwise. */
  readonly mostInbound?: number | undefined;
  /** Urls that are not recommended. */
  readonly exclude?: Iterable<string> | undefined;
}

/** One thing that speaks for a recommended article. */
export interface RecommendationReason {
  readonly signal: Signal;
  /** Its place by this signal alone, from 1. */
  readonly place: number;
  /** Urls of the articles that both have in common, those that count most first; at most three. */
  readonly articles: readonly string[];
  /** Key terms that both hold, for the signal `text`; at most five. */
  readonly terms: readonly string[];
  /** The same as a sentence. */
  readonly words: string;
}

export interface Recommendation {
  readonly url: string;
  readonly id: number;
  readonly title: string;
  readonly subject: string;
  /** The sum of weight / (60 + place) over the signals. To compare within one list, not across lists. */
  readonly score: number;
  /** Those that add most first. */
  readonly reasons: readonly RecommendationReason[];
}

export const RECOMMEND_OPTIONS = [
  'k',
  'text',
  'ownLinks',
  'copies',
  'noIndex',
  'perSubject',
  'mostInbound',
  'exclude',
] as const;

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
const NAMED = 3;
const TERMS_NAMED = 5;

/** The options with their defaults, looked at once for a whole site. */
export interface Wishes {
  readonly k: number;
  readonly text: TextIndex | undefined;
  readonly ownLinks: 'exclude' | 'include' | 'hide';
  readonly copies: 'one' | 'all';
  readonly noIndex: 'exclude' | 'include';
  readonly perSubject: number;
  readonly mostInbound: number;
  readonly excluded: ReadonlySet<number>;
}

export const wishesOf = (caller: string, graph: FrozenArticleGraph, options: RecommendOptions): Wishes => {
  const { k = 10, text, ownLinks = 'exclude', copies = 'one', noIndex = 'exclude' } = options;
  const { perSubject = Number.POSITIVE_INFINITY, mostInbound = Number.POSITIVE_INFINITY, exclude = [] } = options;
  refuseLimit(caller, 'k', k);
  refuseLimit(caller, 'perSubject', perSubject);
  refuseLimit(caller, 'mostInbound', mostInbound);
  refuseWord(caller, 'ownLinks', ownLinks, ['exclude', 'include', 'hide']);
  refuseWord(caller, 'copies', copies, ['one', 'all']);
  refuseWord(caller, 'noIndex', noIndex, ['exclude', 'include']);
  if (text) refuseOther(caller, graph, text);
  const excluded = new Set(Array.from(exclude, (url) => graph.nodeOf(url)));
  return { k, text, ownLinks, copies, noIndex, perSubject, mostInbound, excluded };
};

const digests = /* @__PURE__ */ new WeakMap<FrozenArticleGraph, string>();

function* urlsOf(graph: FrozenArticleGraph): Iterable<string> {
  for (let node = 0; node < graph.nodeCount; node++) yield graph.urlAt(node);
}

/** Throws for a text index of other articles: its numbers would mean other ones. */
export const refuseOther = (caller: string, graph: FrozenArticleGraph, text: TextIndex): void => {
  let digest = digests.get(graph);
  if (digest === undefined) {
    digest = urlDigest(urlsOf(graph));
    digests.set(graph, digest);
  }
  if (digest === text.urlDigest) return;
  throw new RangeError(
    `${caller}: the text index is not of the articles of the graph; it has ${text.documentCount}, the graph ${graph.nodeCount}. Build both from the same articles`,
  );
};

/** The node of a url, or an error that says which url is near. */
export const nodeNamed = (caller: string, graph: FrozenArticleGraph, url: string): number => {
  const node = graph.nodeOf(url);
  if (node >= 0) return node;
  const near = graph.nodeCount <= 1000 ? nearest(url, [...urlsOf(graph)]) : undefined;
  throw new RangeError(`${caller}: no article has the url “${url}”${near === undefined ? '' : `; is it “${near}”?`}`);
};

/** What was found for one article: nodes best first, their scores, and the signals they come from. */
export interface Ranked {
  readonly nodes: readonly number[];
  readonly scores: readonly number[];
  readonly signals: LinkSignals;
  readonly links: LinkGraph;
}

const mayBeRecommended = (
  graph: FrozenArticleGraph,
  node: number,
  wishes: Wishes,
): ((candidate: number) => boolean) => {
  const id = graph.idAt(node);
  const { inStarts, outStarts, outTargets } = graph;
  const linked = new Set(
    wishes.ownLinks === 'exclude' ? outTargets.subarray(outStarts[node]!, outStarts[node + 1]!) : [],
  );
  // Another copy of what is linked already is the same article.
  const linkedIds = new Set(wishes.copies === 'one' ? Array.from(linked, graph.idAt) : []);
  return (candidate) =>
    candidate !== node &&
    graph.idAt(candidate) !== id &&
    !linked.has(candidate) &&
    !linkedIds.has(graph.idAt(candidate)) &&
    !wishes.excluded.has(candidate) &&
    !(wishes.noIndex === 'exclude' && graph.isNoIndexAt(candidate)) &&
    inStarts[candidate + 1]! - inStarts[candidate]! <= wishes.mostInbound;
};

/** The first nodes of a list that may stand together: one copy of an article, so many of a subject. */
const together = (graph: FrozenArticleGraph, nodes: Int32Array, most: number, wishes: Wishes): number[] => {
  if (wishes.copies === 'all' && wishes.perSubject === Number.POSITIVE_INFINITY) {
    return Array.from(nodes.subarray(0, most));
  }
  const taken: number[] = [];
  const ids = new Set<number>();
  const ofSubject = new Map<string, number>();
  for (let i = 0; i < nodes.length && taken.length < most; i++) {
    const node = nodes[i]!;
    const id = graph.idAt(node);
    if (wishes.copies === 'one' && ids.has(id)) continue;
    if (wishes.perSubject < Number.POSITIVE_INFINITY) {
      const subject = graph.subjectAt(node);
      const before = ofSubject.get(subject) ?? 0;
      if (before >= wishes.perSubject) continue;
      ofSubject.set(subject, before + 1);
    }
    ids.add(id);
    taken.push(node);
  }
  return taken;
};

/** Ranks and fuses for one article: the kernel beneath `recommendRelated` and `recommendAll`. */
export const rankRelated = (
  graph: FrozenArticleGraph,
  node: number,
  most: number,
  wishes: Wishes,
  withVoices = false,
): Ranked => {
  const links = wishes.ownLinks === 'hide' ? withoutRow(graph, node) : graph;
  const signals = linkSignals(graph, links, wishes.text, node, mayBeRecommended(graph, node, wishes), withVoices);
  const sums = sumsOf(graph);
  for (const signal of SIGNALS) {
    const ranking = signals.rankings.get(signal);
    if (!ranking) continue;
    const weight = WEIGHTS[signal];
    for (let place = 0; place < ranking.length; place++) add(sums, ranking[place]!, weight / (FUSION + place + 1));
  }
  const { values, touched, count } = sums;
  let nodes: number[] = [];
  // Few fall out, as copies or for their subject: the rest of the candidates is put in order only where more are needed.
  for (let looked = most + 16; ; looked = Number.POSITIVE_INFINITY) {
    nodes = together(graph, topNodes(touched, count, values, looked), most, wishes);
    if (nodes.length === most || looked >= count) break;
  }
  const scores = nodes.map((at) => values[at]!);
  clearAll(sums);
  return { nodes, scores, signals, links };
};

const quoted = (graph: FrozenArticleGraph, nodes: readonly number[]): string => {
  const titles = nodes.map((node) => `“${graph.titleAt(node)}”`);
  return titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`;
};

const articles = (count: number): string => (count === 1 ? '1 article' : `${count} articles`);

/** Of some articles those that link to a node, the weightiest first. */
const voicesFor = ({ inStarts, inSources, outStarts }: LinkGraph, node: number, voices: readonly Voice[]): number[] => {
  const sources = new Set(inSources.subarray(inStarts[node]!, inStarts[node + 1]!));
  return voices
    .filter((voice) => sources.has(voice.node))
    .map((voice) => ({
      node: voice.node,
      weight: voice.weight / (outStarts[voice.node + 1]! - outStarts[voice.node]!),
    }))
    .sort((one, other) => other.weight - one.weight || one.node - other.node)
    .map((voice) => voice.node);
};

const sourcesOfBoth = ({ inStarts, inSources }: LinkGraph, one: number, other: number): number[] => {
  const mine = new Set(inSources.subarray(inStarts[one]!, inStarts[one + 1]!));
  return Array.from(inSources.subarray(inStarts[other]!, inStarts[other + 1]!)).filter((source) => mine.has(source));
};

interface Told {
  readonly nodes?: readonly number[];
  readonly terms?: readonly string[];
  readonly words: string;
}

const byArticles = (graph: FrozenArticleGraph, all: readonly number[], say: (count: string) => string): Told => {
  const nodes = all.slice(0, NAMED);
  const words = `${say(articles(all.length))}${all.length > nodes.length ? ', among them' : ':'} ${quoted(graph, nodes)}`;
  return { nodes, words };
};

/** What a signal says of a candidate. No `default`: a new signal has to say something. */
const tell = (
  graph: FrozenArticleGraph,
  node: number,
  candidate: number,
  signal: Signal,
  { signals, links }: Ranked,
  text: TextIndex | undefined,
): Told => {
  switch (signal) {
    case 'walk-links': {
      const all = voicesFor(links, candidate, signals.walkNeighbours);
      if (all.length === 0) return { words: 'articles near this one link to it' };
      return byArticles(graph, all, (count) => `linked from ${count} near this one`);
    }
    case 'walk':
      return { words: 'a reader who follows links from here, either way, often comes to it' };
    case 'co-citation':
      return byArticles(graph, sourcesOfBoth(links, node, candidate), (count) => `${count} link to both`);
    case 'text-links':
      return byArticles(
        graph,
        voicesFor(links, candidate, signals.textNeighbours),
        (count) => `linked from ${count} that read like this one`,
      );
    case 'text': {
      const terms = termsInCommon(text!, node, candidate);
      return { terms, words: `reads like this one: both speak of ${terms.map((term) => `“${term}”`).join(', ')}` };
    }
  }
};

const termsInCommon = (text: TextIndex, node: number, candidate: number): readonly string[] => {
  const query = eachOnce(keyTermsOf(text, node, 25));
  const found = { documents: Int32Array.of(candidate), scores: Int32Array.of(0) };
  return describeMatches(text, query, found)[0]!.terms.slice(0, TERMS_NAMED);
};

const reasonsFor = (
  graph: FrozenArticleGraph,
  node: number,
  candidate: number,
  ranked: Ranked,
  text: TextIndex | undefined,
): RecommendationReason[] =>
  SIGNALS.map((signal) => ({ signal, place: (ranked.signals.rankings.get(signal)?.indexOf(candidate) ?? -1) + 1 }))
    .filter(({ place }) => place > 0)
    .sort((one, other) => WEIGHTS[other.signal] / (FUSION + other.place) - WEIGHTS[one.signal] / (FUSION + one.place))
    .map(({ signal, place }) => {
      const { nodes = [], terms = [], words } = tell(graph, node, candidate, signal, ranked, text);
      return { signal, place, articles: nodes.map(graph.urlAt), terms, words };
    });

/**
 * What an article should link to, best first, each with its reasons. Five signals rank the candidates, and are fused by reciprocal rank:
 * where the articles near this one link to (near by links either way, by words, and by id where the graph’s links show that ids tell);
 * where a reader who follows links from here is found; what others name together with it; what the articles that read like this one
 * link to; and what reads like it. Deterministic: equal scores by the code-unit order of urls.
 *
 * Give it a text index where there are texts: articles to which nothing links are found by their words alone.
 *
 * @throws RangeError for a url that no article has, a text index of other articles, or an option out of range
 * @throws TypeError for an option that does not exist
 * @example
 * const page = (url: string, id: number, ...related: number[]) => ({
 *   url, id, title: `Page ${id}`, subject: 'Physics',
 *   related: related.map((id, i) => ({ slot: i + 1, id, title: `Page ${id}`, subject: 'Physics', url: `/${id}` })),
 * });
 * const graph = buildArticleGraph([page('/1', 1, 2, 3), page('/2', 2), page('/3', 3), page('/4', 4, 2)]);
 * const [first] = recommendRelated(graph, '/4');
 * first?.url; // => '/3'
 * first?.reasons[0]?.words; // => 'linked from 1 article near this one: “Page 1”'
 */
export const recommendRelated = (
  graph: FrozenArticleGraph,
  url: string,
  options: RecommendOptions = {},
): Recommendation[] => {
  refuseUnknown('recommendRelated', options, RECOMMEND_OPTIONS);
  const wishes = wishesOf('recommendRelated', graph, options);
  const node = nodeNamed('recommendRelated', graph, url);
  const ranked = rankRelated(graph, node, wishes.k, wishes, true);
  return ranked.nodes.map((candidate, i) => ({
    url: graph.urlAt(candidate),
    id: graph.idAt(candidate),
    title: graph.titleAt(candidate),
    subject: graph.subjectAt(candidate),
    score: ranked.scores[i]!,
    reasons: reasonsFor(graph, node, candidate, ranked, wishes.text),
  }));
};
