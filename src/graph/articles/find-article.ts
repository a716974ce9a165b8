import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { refuseNoArticleGraph } from '../links/refuse-graph.js';
import { refuseNoText } from '../../common/refuse.js';

const sharedStart = (one: string, other: string): number => {
  const most = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < most && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
  return shared;
};

/** Urls by number, ascending. */
type NumberedUrls = Pick<FrozenArticleGraph, 'nodeCount' | 'urlAt'>;

/** Where a url would stand among those of the graph. */
const placeOf = ({ nodeCount, urlAt }: NumberedUrls, url: string): number => {
  let low = 0;
  let high = nodeCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (urlAt(middle) < url) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Of the two urls it would stand between the one that begins alike for longest; none where less than half is alike. */
export const nearestUrl = (graph: NumberedUrls, url: string): string | undefined => {
  const place = placeOf(graph, url);
  let best: string | undefined;
  let most = url.length / 2;
  for (const node of [place - 1, place]) {
    if (node < 0 || node >= graph.nodeCount) continue;
    const shared = sharedStart(graph.urlAt(node), url);
    if (shared < most || (shared === most && best !== undefined)) continue;
    best = graph.urlAt(node);
    most = shared;
  }
  return best;
};

const GREATEST_SHOWN = 200;
const shown = (url: string): string => (url.length > GREATEST_SHOWN ? `${url.slice(0, GREATEST_SHOWN)}…` : url);

export const unknownArticle = (caller: string, url: string, near: string | undefined, where = ''): RangeError => {
  const hint = near === undefined ? '' : `; did you mean “${shown(near)}”?`;
  return new RangeError(`${caller}: no article has the url “${shown(url)}”${where}${hint}`);
};

/** The node of a url, or throws, naming the url most like it. */
export const findArticle = (
  caller: string,
  graph: FrozenArticleGraph,
  url: string,
  name = 'the url',
  where = '',
): number => {
  refuseNoArticleGraph(caller, graph);
  refuseNoText(caller, name, url);
  const node = graph.nodeOf(url);
  if (node !== undefined) return node;
  throw unknownArticle(caller, url, nearestUrl(graph, url), where);
};
