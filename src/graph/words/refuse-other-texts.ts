import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { urlOfDocument } from './document-urls.js';
import { refuseNoArticleGraph } from '../links/refuse-graph.js';
import { refuseNoIndex } from './refuse-index.js';
import type { TextIndex } from './text-index.js';

/** The indexes that were found to number their articles as a graph does. */
const compared = /* @__PURE__ */ new WeakMap<FrozenArticleGraph, WeakSet<TextIndex>>();

const isOfGraph = (graph: FrozenArticleGraph, text: TextIndex): boolean => {
  if (graph.nodeCount !== text.documentCount) return false;
  const known = compared.get(graph) ?? new WeakSet();
  compared.set(graph, known);
  if (known.has(text)) return true;
  for (let node = 0; node < graph.nodeCount; node++) {
    if (graph.urlAt(node) !== urlOfDocument(text, node)) return false;
  }
  known.add(text);
  return true;
};

/** Throws for a text index of other articles: its numbers would mean other ones. */
export const refuseOtherTexts = (caller: string, graph: FrozenArticleGraph, text: TextIndex): void => {
  refuseNoArticleGraph(caller, graph);
  refuseNoIndex(caller, text);
  if (isOfGraph(graph, text)) return;
  throw new RangeError(
    `${caller}: the text index is not of the articles of the graph; it has ${text.documentCount}, the graph ${graph.nodeCount}. Build it again with buildTextIndex(articles, graph)`,
  );
};
