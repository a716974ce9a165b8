import type { RelatedLink } from '../../model/articles/related-link.js';
import { ArticleStore } from '../articles/article-store.js';
import { freezeStore } from '../articles/freeze-store.js';
import type { EditedArticleGraph, FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import type { GraphArticle } from '../../model/articles/graph-article.js';
import { readGraphArticle } from '../articles/graph-article.js';
import { nearestUrl, unknownArticle } from '../articles/find-article.js';
import { dataOf } from '../articles/article-graph-over.js';
import { resolvedLinksOf } from '../articles/written-links.js';
import { at } from '../../common/at.js';
import { LayeredMap } from '../packed/layered-map.js';
import { mentionsOf } from './mentions.js';
import { refuseNoArticleGraph } from '../links/refuse-graph.js';
import { refuseNoText } from '../../common/refuse.js';

/** What an edit leaves of an article that was taken out. */
const REMOVED = 'removed';

type Sources = LayeredMap<number, true>;

/** The articles that have an id, in the order of their urls, and the first of each subject: what a link by that id asks for. */
interface Carriers {
  readonly nodes: readonly number[];
  readonly firsts: LayeredMap<string, number>;
}

/** What is laid over a frozen graph. Nothing in it changes: an edit makes another. */
interface Overlay {
  readonly base: FrozenArticleGraph;
  readonly nodeCount: number;
  /** The articles that were put in, replaced or taken out, by their nodes. */
  readonly articles: LayeredMap<number, GraphArticle | typeof REMOVED>;
  /** The nodes of urls that the graph beneath does not have, and the urls of those nodes. */
  readonly newNodes: LayeredMap<string, number>;
  readonly newUrls: LayeredMap<number, string>;
  /** For each id whose articles changed, those that have it now. */
  readonly carriers: LayeredMap<number, Carriers>;
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

const carriersBeneath = /* @__PURE__ */ new WeakMap<FrozenArticleGraph, Map<number, Carriers>>();

/** The articles of a frozen graph that have an id, looked through at the first question. */
const carriersIn = (base: FrozenArticleGraph, id: number): Carriers => {
  const known = carriersBeneath.get(base) ?? new Map<number, Carriers>();
  carriersBeneath.set(base, known);
  const found = known.get(id);
  if (found) return found;
  const nodes = base.nodesWithId(id);
  let firsts = LayeredMap.empty<string, number>();
  for (const node of nodes) {
    const subject = base.subjectAt(node);
    if (!firsts.has(subject)) firsts = firsts.with(subject, node);
  }
  const carriers: Carriers = { nodes, firsts };
  known.set(id, carriers);
  return carriers;
};

const carriersOf = ({ base, carriers }: Overlay, id: number): Carriers => carriers.get(id) ?? carriersIn(base, id);

/** The same three steps by which a graph is built. */
const targetOf = (overlay: Overlay, { url, id, subject }: RelatedLink): number => {
  const byUrl = nodeOf(overlay, url);
  if (byUrl >= 0) return byUrl;
  const { nodes, firsts } = carriersOf(overlay, id);
  return firsts.get(subject) ?? nodes[0] ?? -1;
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

/** The place of a node among those in the order of their urls: where it is, or where it would come. */
const placeByUrl = (overlay: Overlay, nodes: readonly number[], node: number): number => {
  const url = urlOf(overlay, node);
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (urlOf(overlay, at(nodes, middle)) < url) low = middle + 1;
    else high = middle;
  }
  return low;
};

const withCarrier = (overlay: Overlay, { id, subject }: GraphArticle, node: number): LayeredMap<number, Carriers> => {
  const { nodes, firsts } = carriersOf(overlay, id);
  const place = placeByUrl(overlay, nodes, node);
  const first = firsts.get(subject);
  const isFirst = first === undefined || urlOf(overlay, node) < urlOf(overlay, first);
  return overlay.carriers.with(id, {
    nodes: [...nodes.slice(0, place), node, ...nodes.slice(place)],
    firsts: isFirst ? firsts.with(subject, node) : firsts,
  });
};

const withoutCarrier = (
  overlay: Overlay,
  { id, subject }: GraphArticle,
  node: number,
): LayeredMap<number, Carriers> => {
  const { nodes, firsts } = carriersOf(overlay, id);
  const place = placeByUrl(overlay, nodes, node);
  const left = [...nodes.slice(0, place), ...nodes.slice(place + 1)];
  if (firsts.get(subject) !== node) return overlay.carriers.with(id, { nodes: left, firsts });
  const next = left.slice(place).find((other) => subjectOf(overlay, other) === subject);
  return overlay.carriers.with(id, { nodes: left, firsts: firsts.with(subject, next) });
};

const mentioned = <K>(map: LayeredMap<K, Sources>, key: K, source: number): LayeredMap<K, Sources> =>
  map.with(key, (map.get(key) ?? LayeredMap.empty<number, true>()).with(source, true));

/** Whether a link by an id may lead elsewhere after an edit: only the first article that has it, and the first of a subject, are led to. */
const isIdMoved = (overlay: Overlay, next: Overlay, id: number, subjects: readonly string[]): boolean => {
  const [were, are] = [carriersOf(overlay, id), carriersOf(next, id)];
  return (
    were.nodes[0] !== are.nodes[0] || subjects.some((subject) => were.firsts.get(subject) !== are.firsts.get(subject))
  );
};

/** The articles whose links may now lead elsewhere: those that mention the url that came or went, or an id by which another is found now. */
const touchedBy = (
  overlay: Overlay,
  next: Overlay,
  node: number,
  before: GraphArticle | undefined,
  after: GraphArticle | undefined,
) => {
  const touched = new Set<number>();
  const mentions = mentionsOf(overlay.base);
  const add = (beneath: readonly number[], above: Sources | undefined): void => {
    for (const source of beneath) if (!overlay.articles.has(source)) touched.add(source);
    if (above) for (const source of above.keys()) touched.add(source);
  };
  const url = (after ?? before)?.url;
  if (url !== undefined && (!before || !after)) add(mentions.ofUrl(url), overlay.urlMentions.get(url));
  const changed = [before, after].flatMap((article) => article ?? []);
  const subjects = changed.map(({ subject }) => subject);
  for (const id of new Set(changed.map((article) => article.id))) {
    if (isIdMoved(overlay, next, id, subjects)) add(mentions.ofId(id), overlay.idMentions.get(id));
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
  if (before) next = { ...next, carriers: withoutCarrier(next, before, node) };
  if (!after) return next;
  let { urlMentions, idMentions } = next;
  for (const { url, id } of after.related) {
    urlMentions = mentioned(urlMentions, url, node);
    idMentions = mentioned(idMentions, id, node);
  }
  return { ...next, carriers: withCarrier(next, after, node), urlMentions, idMentions };
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
  const next = laid(overlay, node, before, after);
  const touched = touchedBy(overlay, next, node, before, after);
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
