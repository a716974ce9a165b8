import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { readTexts, refuseLimit, refuseUnknown, refuseWord } from '../../common/refuse.js';
import { refuseNoArticleGraph } from '../links/refuse-graph.js';
import { refuseOtherTexts } from '../words/refuse-other-texts.js';
import type { TextIndex } from '../words/text-index.js';

export interface RecommendOptions {
  /** How many at most; 10 unless told otherwise. Each of four signals is asked for fifty, so that more than two hundred are never found. */
  readonly limit?: number | undefined;
  /** What `buildTextIndex` made of the articles of the graph. Without it only the links speak. */
  readonly text?: TextIndex | undefined;
  /**
   * What is done with the article’s own list: what it links to is not recommended again (`exclude`, the default); it is recommended
   * too where it ranks (`include`); or the list is treated as though it were not there (`hide`), neither a help nor a hindrance,
   * which shows how well it would have been foreseen. How much each signal counts is learnt from all lists of the site, this one too.
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
  /** Urls that are not recommended. Those that no article has are no harm. */
  readonly exclude?: Iterable<string> | undefined;
}

const OPTIONS = ['limit', 'text', 'ownLinks', 'copies', 'noIndex', 'perSubject', 'mostInbound', 'exclude'] as const;

/** The options with their defaults, looked at once for a whole site. */
export interface RecommendSettings {
  readonly limit: number;
  readonly text: TextIndex | undefined;
  readonly ownLinks: 'exclude' | 'include' | 'hide';
  readonly copies: 'one' | 'all';
  readonly perSubject: number;
  readonly mostInbound: number;
  /** 1 for each node that is recommended to nobody. */
  readonly never: Uint8Array;
}

const masks = /* @__PURE__ */ new WeakMap<FrozenArticleGraph, Uint8Array>();

/** 1 for each node that search engines are asked to stay away from. Kept with the graph, and not to be written to. */
const noIndexMask = (graph: FrozenArticleGraph): Uint8Array => {
  const known = masks.get(graph);
  if (known) return known;
  const made = Uint8Array.from({ length: graph.nodeCount }, (_, node) => (graph.isNoIndexAt(node) ? 1 : 0));
  masks.set(graph, made);
  return made;
};

const neverMask = (graph: FrozenArticleGraph, excluded: readonly string[], withNoIndex: boolean): Uint8Array => {
  if (excluded.length === 0 && !withNoIndex) return noIndexMask(graph);
  const mask = withNoIndex ? new Uint8Array(graph.nodeCount) : noIndexMask(graph).slice();
  for (const url of excluded) {
    const node = graph.nodeOf(url);
    if (node !== undefined) mask[node] = 1;
  }
  return mask;
};

/** @param more options that the caller has beyond these */
export const recommendSettings = (
  caller: string,
  graph: FrozenArticleGraph,
  options: RecommendOptions,
  more: readonly string[] = [],
): RecommendSettings => {
  refuseNoArticleGraph(caller, graph);
  refuseUnknown(caller, options, [...OPTIONS, ...more]);
  const { limit = 10, text, ownLinks = 'exclude', copies = 'one', noIndex = 'exclude' } = options;
  const { perSubject = Number.POSITIVE_INFINITY, mostInbound = Number.POSITIVE_INFINITY, exclude = [] } = options;
  refuseLimit(caller, 'limit', limit);
  refuseLimit(caller, 'perSubject', perSubject);
  refuseLimit(caller, 'mostInbound', mostInbound);
  refuseWord(caller, 'ownLinks', ownLinks, ['exclude', 'include', 'hide']);
  refuseWord(caller, 'copies', copies, ['one', 'all']);
  refuseWord(caller, 'noIndex', noIndex, ['exclude', 'include']);
  const excluded = readTexts(caller, 'exclude', exclude, 'urls');
  if (text !== undefined) refuseOtherTexts(caller, graph, text);
  const never = neverMask(graph, excluded, noIndex === 'include');
  return { limit, text, ownLinks, copies, perSubject, mostInbound, never };
};
