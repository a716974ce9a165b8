import { articleGraphOver } from './article-graph-over.js';
import { openTable } from './article-table.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { openLinkGraph } from './link-graph.js';
import { refuseNoBuffer } from '../common/refuse.js';

/**
 * The article graph whose two buffers these are: what a worker does with the buffers it was handed. Nothing is copied. Both are looked
 * through once: what is cut short or of something else is refused; other damage is refused too, or gives a graph that is safe to ask
 * but not necessarily right. Keep a digest of the bytes where it matters.
 *
 * @param linksBuffer the `buffer` of a graph
 * @param tableBuffer the `tableBuffer` of the same graph
 * @throws TypeError for what is no ArrayBuffer
 * @throws RangeError for bytes that are not those of an article graph, or of two graphs that do not go together
 * @example
 * const graph = buildArticleGraph([{ url: '/a', id: 1, title: 'What is a club?', subject: 'Education', related: [] }]);
 * openArticleGraph(graph.buffer, graph.tableBuffer).titleAt(0); // => 'What is a club?'
 */
export const openArticleGraph = (linksBuffer: ArrayBuffer, tableBuffer: ArrayBuffer): FrozenArticleGraph => {
  refuseNoBuffer('openArticleGraph', 'linksBuffer', linksBuffer);
  refuseNoBuffer('openArticleGraph', 'tableBuffer', tableBuffer);
  const rows = openLinkGraph(linksBuffer);
  const table = openTable(tableBuffer, 'openArticleGraph');
  if (rows.nodeCount !== table.sizes.nodes) {
    throw new RangeError(
      `openArticleGraph: the links are of ${rows.nodeCount} nodes, the table of ${table.sizes.nodes}; give both buffers of one graph`,
    );
  }
  return articleGraphOver(rows, table);
};
