import { at } from '../../common/at.js';
import type {
  ListedArticles,
  Share,
  LinkCounts,
  Reach,
  HubShare,
  SubjectCoverage,
  SiteReport,
} from '../../model/articles/site-report.js';
import { byCodeUnits } from '../../common/code-units.js';
import { degrees } from './degrees.js';
import { dataOf } from '../articles/article-graph-over.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { reciprocity } from './reciprocity.js';
import { refuseNoArticleGraph } from '../links/refuse-graph.js';
import { refuseLimit, refuseNoList, refuseNoText, refuseUnknown } from '../../common/refuse.js';
import { weakComponents } from './weak-components.js';

export interface SiteReportOptions {
  /** Where readers come in, by url: the articles reached from them are counted. Without entries nothing is said of reach. */
  readonly entries?: readonly string[] | undefined;
  /** The most clicks from an entry, which is itself reached by none; 3 where left out. */
  readonly clicks?: number | undefined;
  /** How many urls a list of the report holds at most, the first by url; 1000 where left out. Counts are always of all. */
  readonly limit?: number | undefined;
}

const DEFAULT_CLICKS = 3;
const DEFAULT_LIMIT = 1000;

const shareOf = (part: number, whole: number): Share => ({
  part,
  whole,
  share: whole === 0 ? undefined : part / whole,
});

/** Counts the nodes for which something is so, and names the first of them. */
const listWhere = (graph: FrozenArticleGraph, limit: number, isSo: (node: number) => boolean): ListedArticles => {
  const urls: string[] = [];
  let count = 0;
  for (let v = 0; v < graph.nodeCount; v++) {
    if (!isSo(v)) continue;
    if (count++ < limit) urls.push(graph.urlAt(v));
  }
  return { count, urls };
};

const countLinks = (graph: FrozenArticleGraph): LinkCounts => {
  const { nodeCount, linkCount } = graph;
  const { writtenStarts, writtenTargets } = dataOf(graph, 'siteReport');
  let dangling = 0;
  let self = 0;
  for (let v = 0; v < nodeCount; v++) {
    for (let e = writtenStarts[v]!; e < writtenStarts[v + 1]!; e++) {
      if (writtenTargets[e]! < 0) dangling++;
      else if (writtenTargets[e] === v) self++;
    }
  }
  const written = writtenTargets.length;
  const resolved = written - dangling;
  return { written, resolved, dangling, kept: linkCount, self, repeated: resolved - self - linkCount };
};

/** Breadth first from all entries at once. */
const reachFrom = (graph: FrozenArticleGraph, entries: readonly string[], clicks: number, limit: number): Reach => {
  const { nodeCount, outStarts, outTargets } = graph;
  const isReached = new Uint8Array(nodeCount);
  const queue = new Int32Array(nodeCount);
  const unknownEntries: string[] = [];
  let end = 0;
  const reach = (node: number): void => {
    if (isReached[node] === 1) return;
    isReached[node] = 1;
    queue[end++] = node;
  };
  for (const url of new Set(entries)) {
    const node = graph.nodeOf(url);
    if (node === undefined) unknownEntries.push(url);
    else reach(node);
  }
  const reachedAt: number[] = [];
  let start = 0;
  while (start < end) {
    const stop = end;
    reachedAt.push(stop - start);
    // What is reached by the last click is not followed further.
    if (reachedAt.length > clicks) break;
    for (; start < stop; start++) {
      const node = queue[start]!;
      for (let e = outStarts[node]!; e < outStarts[node + 1]!; e++) reach(outTargets[e]!);
    }
  }
  const unreachable = listWhere(graph, limit, (v) => isReached[v] === 0);
  return { clicks, unknownEntries: unknownEntries.sort(byCodeUnits), reachedAt, unreachable };
};

const hubShare = (graph: FrozenArticleGraph, inbound: Int32Array): HubShare => {
  const { nodeCount, linkCount } = graph;
  const most = inbound.slice().sort();
  const topHundredthArticles = Math.ceil(nodeCount / 100);
  let held = 0;
  for (let i = nodeCount - topHundredthArticles; i < nodeCount; i++) held += most[i]!;
  const greatest = nodeCount === 0 ? 0 : most[nodeCount - 1]!;
  return {
    top: greatest === 0 ? undefined : { url: graph.urlAt(inbound.indexOf(greatest)), inbound: greatest },
    topArticle: shareOf(greatest, linkCount),
    topHundredthArticles,
    topHundredth: shareOf(held, linkCount),
  };
};

type Counted = { -readonly [Name in keyof SubjectCoverage]: SubjectCoverage[Name] };

const coverageBySubject = (
  graph: FrozenArticleGraph,
  inbound: Int32Array,
  outbound: Int32Array,
): readonly SubjectCoverage[] => {
  const { nodeCount, outStarts, outTargets, subjectNumbers } = graph;
  const subjects = graph.subjectNames.map(
    (subject): Counted => ({
      subject,
      articles: 0,
      withLinks: 0,
      withInbound: 0,
      linksWithin: 0,
      linksOut: 0,
      linksIn: 0,
    }),
  );
  for (let v = 0; v < nodeCount; v++) {
    const counted = at(subjects, subjectNumbers[v]!);
    counted.articles++;
    if (outbound[v]! > 0) counted.withLinks++;
    if (inbound[v]! > 0) counted.withInbound++;
  }
  for (let v = 0; v < nodeCount; v++) {
    for (let e = outStarts[v]!; e < outStarts[v + 1]!; e++) {
      const from = at(subjects, subjectNumbers[v]!);
      const to = at(subjects, subjectNumbers[outTargets[e]!]!);
      if (from === to) from.linksWithin++;
      else {
        from.linksOut++;
        to.linksIn++;
      }
    }
  }
  return subjects.sort((one, other) => byCodeUnits(one.subject, other.subject));
};

const countCopies = (graph: FrozenArticleGraph): { ids: number; articles: number } => {
  const { nodeCount } = graph;
  const sorted = Float64Array.from({ length: nodeCount }, (_, v) => graph.idAt(v)).sort();
  let ids = 0;
  let articles = 0;
  for (let start = 0; start < nodeCount; ) {
    let end = start + 1;
    while (end < nodeCount && sorted[end] === sorted[start]) end++;
    if (end - start > 1) {
      ids++;
      articles += end - start;
    }
    start = end;
  }
  return { ids, articles };
};

const greatestOf = (numbers: Int32Array): number => {
  let greatest = 0;
  for (const number of numbers) if (number > greatest) greatest = number;
  return greatest;
};

interface Checked {
  readonly clicks: number;
  readonly limit: number;
  readonly entries: readonly string[] | undefined;
}

const checkOptions = (options: SiteReportOptions): Checked => {
  refuseUnknown('siteReport', options, ['entries', 'clicks', 'limit']);
  const { clicks = DEFAULT_CLICKS, limit = DEFAULT_LIMIT, entries } = options;
  refuseLimit('siteReport', 'clicks', clicks);
  refuseLimit('siteReport', 'limit', limit);
  if (entries === undefined) return { clicks, limit, entries };
  refuseNoList('siteReport', 'entries', entries, 'urls');
  const urls = Array.from(entries);
  urls.forEach((url, i) => refuseNoText('siteReport', `entries[${i}]`, url));
  return { clicks, limit, entries: urls };
};

/**
 * The state of a site of linked articles, in numbers: what is written and where it leads, which articles nobody reaches, how links
 * are spread over articles and subjects. Data, not prose; each number is defined where its type is. Apart from `links.written`,
 * `resolved`, `dangling`, `self` and `repeated`, which count entries of related lists, links are those of the graph: from one
 * article to another, each pair once. Lists are in the code-unit order of the urls and hold `limit` at most; their `count` is of all.
 *
 * A share of nothing is undefined. The order in which articles were given makes no difference. Time grows with articles and links, and
 * with the sorting of two arrays of numbers.
 *
 * @throws TypeError for an unknown option or entries that are no list of urls, RangeError for `clicks` or `limit` that are no count
 * @example
 * const link = (id: number, slot: number) => ({ slot, id, title: `Part ${id}`, subject: 'Clubs', url: `/${id}` });
 * const graph = buildArticleGraph([
 *   { url: '/1', id: 1, title: 'Part 1', subject: 'Clubs', related: [link(2, 1), link(9, 2)] },
 *   { url: '/2', id: 2, title: 'Part 2', subject: 'Clubs', related: [link(1, 1)] },
 *   { url: '/3', id: 3, title: 'Part 3', subject: 'Clubs', related: [link(1, 1)] },
 * ]);
 * const report = siteReport(graph, { entries: ['/1'], clicks: 2 });
 * report.links; // => { written: 4, resolved: 3, dangling: 1, kept: 3, self: 0, repeated: 0 }
 * report.orphans; // => { count: 1, urls: ['/3'] }
 * report.reach?.unreachable; // => { count: 1, urls: ['/3'] }
 * report.hubs.top; // => { url: '/1', inbound: 2 }
 * report.reciprocity.share; // ≈ 0.6666666666666666
 */
export const siteReport = (graph: FrozenArticleGraph, options: SiteReportOptions = {}): SiteReport => {
  refuseNoArticleGraph('siteReport', graph);
  const { clicks, limit, entries } = checkOptions(options);
  const { nodeCount, linkCount, outTargets } = graph;
  const { out: outbound, in: inbound } = degrees(graph);
  const { links, reciprocatedLinks } = reciprocity(graph);
  const components = weakComponents(graph);
  const subjects = coverageBySubject(graph, inbound, outbound);
  const noIndex = new Uint8Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) noIndex[v] = graph.isNoIndexAt(v) ? 1 : 0;
  let linksToNoIndex = 0;
  for (let e = 0; e < linkCount; e++) linksToNoIndex += noIndex[outTargets[e]!]!;
  return {
    articles: nodeCount,
    links: countLinks(graph),
    orphans: listWhere(graph, limit, (v) => inbound[v] === 0),
    sinks: listWhere(graph, limit, (v) => outbound[v] === 0),
    isolated: listWhere(graph, limit, (v) => inbound[v] === 0 && outbound[v] === 0),
    ...(entries && { reach: reachFrom(graph, entries, clicks, limit) }),
    reciprocity: shareOf(reciprocatedLinks, links),
    hubs: hubShare(graph, inbound),
    crossSubject: shareOf(
      subjects.reduce((sum, { linksOut }) => sum + linksOut, 0),
      linkCount,
    ),
    subjects,
    components: { count: components.count, largest: greatestOf(components.sizes) },
    noIndex: listWhere(graph, limit, (v) => noIndex[v] === 1),
    linksToNoIndex,
    copies: countCopies(graph),
  };
};
