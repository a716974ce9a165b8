import type { RelatedLink } from '../../model/articles/related-link.js';
import { ArticleStore } from '../articles/article-store.js';
import { freezeStore } from '../articles/freeze-store.js';
import type { EditedArticleGraph, FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import type { GraphArticle } from '../../model/articles/graph-article.js';
import { readGraphArticle } from '../articles/graph-article.js';
import { nearestUrl, unknownArticle } from '../articles/find-article.js';
import { dataOf } from '../articles/article-graph-over.js';
import { resolvedLinksOf } from '../articles/written-links.js';
import { LayeredMap } from '../packed/layered-map.js';
import { mentionsOf } from './mentions.js';
import { refuseNoArticleGraph } from '../links/refuse-graph.js';
import { refuseNoText } from '../../common/refuse.js';

/** What an edit leaves of an article that was taken out. */
const REMOVED = 'removed';

type Sources = LayeredMap<number, true>;

/** What is laid over a frozen graph. Nothing in it changes: an edit makes another. */
interface Overlay {
  readonly base: FrozenArticleGraph;
  readonly nodeCount: number;
  /** The articles that were put in, replaced or taken out, by their nodes. */
  readonly articles: LayeredMap<number, GraphArticle | typeof REMOVED>;
  /** The nodes of urls that the graph beneath does not have, and the urls of those nodes. */
  readonly newNodes: LayeredMap<string, number>;
  readonly newUrls: LayeredMap<number, string>;
  /** For each id whose articles changed, the nodes that have it now, in the order of their urls. */
  readonly carriers: LayeredMap<number, readonly number[]>;
  /** The articles of the overlay that mention a url or an id, and some that did before. */
  readonly urlMentions: LayeredMap<string, Sources>;
  readonly idMentions: LayeredMap<number, Sources>;
  readonly changedRows: LayeredMap<number, Int32Array>;
}

const overlays = /* @__PURE__ */ new WeakMap<EditedArticleGraph, Overlay>();

const emptyOverlay = (base: FrozenArticleGraph): Overlay => ({
  base,
  nodeCount: base.nodeCount,
  articles: LayeredMap.empty(),
  newNodes: LayeredMap.empty(),
  newUrls: LayeredMap.empty(),
  carriers: LayeredMap.empty(),
  urlMentions: LayeredMap.empty(),
  idMentions: LayeredMap.empty(),
  changedRows: LayeredMap.empty(),
});

const overlayOf = (graph: FrozenArticleGraph | EditedArticleGraph, caller: string): Overlay => {
  const overlay = overlays.get(graph as EditedArticleGraph);
  const base = overlay?.base ?? (graph as FrozenArticleGraph);
  refuseNoArticleGraph(caller, base);
  return overlay ?? emptyOverlay(base);
};

const editedOver = (overlay: Overlay): EditedArticleGraph => {
  const { base, nodeCount, changedRows, articles } = overlay;
  const checked = (node: number, caller: string): number => {
    if (Number.isInteger(node) && node >= 0 && node < nodeCount) return node;
    throw new RangeError(`${caller}: there is no node ${node}; nodes are whole numbers from 0 to ${nodeCount - 1}`);
  };
  const edited: EditedArticleGraph = {
    base,
    nodeCount,
    changedRows,
    isRemoved: (node) => articles.get(checked(node, 'isRemoved')) === REMOVED,
    nodeOf: (url) => {
      const node = nodeOf(overlay, url);
      return node < 0 ? undefined : node;
    },
    urlAt: (node) => urlOf(overlay, checked(node, 'urlAt')),
    articleAt: (node) => articleOf(overlay, checked(node, 'articleAt')),
  };
  overlays.set(edited, overlay);
  return edited;
};

/** The number that belongs to a url, whether or not an article stands there now; −1 where none was given out. */
const numberOf = ({ base, newNodes }: Overlay, url: string): number => {
  return base.nodeOf(url) ?? newNodes.get(url) ?? -1;
};

/** The node of an article that stands there now, or −1. */
const nodeOf = (overlay: Overlay, url: string): number => {
  const node = numberOf(overlay, url);
  return overlay.articles.get(node) === REMOVED ? -1 : node;
};

const urlOf = ({ base, newUrls }: Overlay, node: number): string => newUrls.get(node) ?? base.urlAt(node);

const linksOf = (graph: FrozenArticleGraph, node: number): readonly RelatedLink[] =>
  resolvedLinksOf(graph, dataOf(graph, 'withArticle'), node).map(({ link }) => link);

const articleOf = ({ base, articles }: Overlay, node: number): GraphArticle | undefined => {
  const edited = articles.get(node);
  if (edited !== undefined || node >= base.nodeCount) return edited === REMOVED ? undefined : edited;
  return {
    url: base.urlAt(node),
    id: base.idAt(node),
    title: base.titleAt(node),
    subject: base.subjectAt(node),
    fileName: base.fileNameAt(node),
    noIndex: base.isNoIndexAt(node),
    related: linksOf(base, node),
  };
};

const subjectOf = ({ base, articles }: Overlay, node: number): string => {
  const edited = articles.get(node);
  return edited === undefined || edited === REMOVED ? base.subjectAt(node) : edited.subject;
};

const carriersOf = ({ base, carriers }: Overlay, id: number): readonly number[] =>
  carriers.get(id) ?? base.nodesWithId(id);

/** The same three steps by which a graph is built. */
const targetOf = (overlay: Overlay, { url, id, subject }: RelatedLink): number => {
  const byUrl = nodeOf(overlay, url);
  if (byUrl >= 0) return byUrl;
  const nodes = carriersOf(overlay, id);
  return nodes.find((node) => subjectOf(overlay, node) === subject) ?? nodes[0] ?? -1;
};

const rowOf = (overlay: Overlay, node: number): Int32Array => {
  const edited = overlay.articles.get(node);
  if (edited === REMOVED) return new Int32Array(0);
  const targets = new Set<number>();
  for (const link of edited?.related ?? linksOf(overlay.base, node)) targets.add(targetOf(overlay, link));
  targets.delete(-1);
  targets.delete(node);
  return Int32Array.from(targets);
};

const isBaseRow = (
  { nodeCount, outStarts, outTargets }: FrozenArticleGraph,
  node: number,
  row: Int32Array,
): boolean => {
  if (node >= nodeCount || outStarts[node + 1]! - outStarts[node]! !== row.length) return false;
  return row.every((target, i) => target === outTargets[outStarts[node]! + i]);
};

const withCarrier = (
  overlay: Overlay,
  id: number,
  node: number,
  isIn: boolean,
): LayeredMap<number, readonly number[]> => {
  const nodes = carriersOf(overlay, id).filter((other) => other !== node);
  if (isIn) {
    const url = urlOf(overlay, node);
    const place = nodes.findIndex((other) => urlOf(overlay, other) > url);
    nodes.splice(place < 0 ? nodes.length : place, 0, node);
  }
  return overlay.carriers.with(id, nodes);
};

const mentioned = <K>(map: LayeredMap<K, Sources>, key: K, source: number): LayeredMap<K, Sources> =>
  map.with(key, (map.get(key) ?? LayeredMap.empty<number, true>()).with(source, true));

/** The articles whose links may now lead elsewhere: those that mention the url that came or went, or an id whose articles changed. */
const touchedBy = (
  overlay: Overlay,
  node: number,
  before: GraphArticle | undefined,
  after: GraphArticle | undefined,
) => {
  const touched = new Set<number>();
  const isMoved = !before || !after || before.id !== after.id || before.subject !== after.subject;
  if (!isMoved) return touched.add(node);
  const mentions = mentionsOf(overlay.base);
  const add = (beneath: readonly number[], above: Sources | undefined): void => {
    for (const source of beneath) if (!overlay.articles.has(source)) touched.add(source);
    if (above) for (const source of above.keys()) touched.add(source);
  };
  const url = (after ?? before)!.url;
  if (!before || !after) add(mentions.ofUrl(url), overlay.urlMentions.get(url));
  for (const article of [before, after]) {
    if (article) add(mentions.ofId(article.id), overlay.idMentions.get(article.id));
  }
  return touched.add(node);
};

/** The overlay with the article of a node set, before the rows are looked at again. */
const laid = (
  overlay: Overlay,
  node: number,
  before: GraphArticle | undefined,
  after: GraphArticle | undefined,
): Overlay => {
  const isNew = node === overlay.nodeCount;
  let next: Overlay = {
    ...overlay,
    nodeCount: Math.max(overlay.nodeCount, node + 1),
    articles: overlay.articles.with(node, after ?? REMOVED),
    newNodes: isNew ? overlay.newNodes.with(after!.url, node) : overlay.newNodes,
    newUrls: isNew ? overlay.newUrls.with(node, after!.url) : overlay.newUrls,
  };
  if (before) next = { ...next, carriers: withCarrier(next, before.id, node, false) };
  if (!after) return next;
  let { urlMentions, idMentions } = next;
  for (const { url, id } of after.related) {
    urlMentions = mentioned(urlMentions, url, node);
    idMentions = mentioned(idMentions, id, node);
  }
  return { ...next, carriers: withCarrier(next, after.id, node, true), urlMentions, idMentions };
};

/** Few changes are laid over; from a twentieth of the articles on, and not before this many, they become a graph of their own. */
const FEW = 1024;

const isMany = ({ base, articles, changedRows }: Overlay): boolean =>
  Math.max(articles.size, changedRows.size) > Math.max(FEW, base.nodeCount / 20);

const freezeOverlay = (overlay: Overlay): FrozenArticleGraph => {
  const { base, articles, nodeCount } = overlay;
  if (articles.size === 0) return base;
  const store = new ArticleStore();
  for (let node = 0; node < nodeCount; node++) {
    const article = articleOf(overlay, node);
    if (article) store.add(article, 'freezeArticleGraph');
  }
  for (const { url, id, title, subject } of base.refused) {
    const node = base.nodeOf(url);
    if (node === undefined || !articles.has(node)) store.addRefused(url, id, title, subject);
  }
  return freezeStore(store);
};

/** A copy that later changes of the caller’s object do not reach. */
/** Zero has no sign here. */
const withPlainZero = ({ url, id, title, subject, fileName, noIndex, related }: GraphArticle): GraphArticle => ({
  url,
  id: id + 0,
  title,
  subject,
  fileName,
  noIndex: noIndex === true,
  related: related.map((link) => ({ ...link, id: link.id + 0 })),
});

const apply = (overlay: Overlay, node: number, after: GraphArticle | undefined): EditedArticleGraph => {
  const before = node < overlay.nodeCount ? articleOf(overlay, node) : undefined;
  const touched = touchedBy(overlay, node, before, after);
  const next = laid(overlay, node, before, after);
  let { changedRows } = next;
  for (const source of touched) {
    const row = rowOf(next, source);
    changedRows = changedRows.with(source, isBaseRow(next.base, source, row) ? undefined : row);
  }
  const edited = { ...next, changedRows };
  return editedOver(isMany(edited) ? emptyOverlay(freezeOverlay(edited)) : edited);
};

export const putArticle = (
  graph: FrozenArticleGraph | EditedArticleGraph,
  article: GraphArticle,
  caller: string,
): EditedArticleGraph => {
  const overlay = overlayOf(graph, caller);
  const own = withPlainZero(readGraphArticle(article, caller));
  const node = numberOf(overlay, own.url);
  return apply(overlay, node < 0 ? overlay.nodeCount : node, own);
};

export const takeArticle = (
  graph: FrozenArticleGraph | EditedArticleGraph,
  url: string,
  caller: string,
): EditedArticleGraph => {
  const overlay = overlayOf(graph, caller);
  refuseNoText(caller, 'the url', url);
  const node = nodeOf(overlay, url);
  if (node < 0) {
    const near = nearestUrl(overlay.base, url);
    throw unknownArticle(caller, url, near !== undefined && nodeOf(overlay, near) >= 0 ? near : undefined);
  }
  return apply(overlay, node, undefined);
};

export const frozen = (graph: EditedArticleGraph | FrozenArticleGraph, caller: string): FrozenArticleGraph =>
  freezeOverlay(overlayOf(graph, caller));
