import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { refuseNoArticleGraph } from '../links/refuse-graph.js';
import { refuseNoIndex } from './refuse-index.js';
import type { TextIndex } from './text-index.js';
import { urlDigest } from './url-digest.js';

const digests = /* @__PURE__ */ new WeakMap<FrozenArticleGraph, string>();

function* urlsOf(graph: FrozenArticleGraph): Iterable<string> {
  for (let node = 0; node < graph.nodeCount; node++) yield graph.urlAt(node);
}

const digestOf = (graph: FrozenArticleGraph): string => {
  const known = digests.get(graph);
  if (known !== undefined) return known;
  const made = urlDigest(urlsOf(graph));
  digests.set(graph, made);
  return made;
};

/** Throws for a text index of other articles: its numbers would mean other ones. */
export const refuseOtherTexts = (caller: string, graph: FrozenArticleGraph, text: TextIndex): void => {
  refuseNoArticleGraph(caller, graph);
  refuseNoIndex(caller, text);
  if (digestOf(graph) === text.urlDigest) return;
  throw new RangeError(
    `${caller}: the text index is not of the articles of the graph; it has ${text.documentCount}, the graph ${graph.nodeCount}. Build both from the same articles`,
  );
};
