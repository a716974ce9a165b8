import { articleGraphOver } from './article-graph-over.js';
import { type ArticleTable, openTable } from './article-table.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import { isSoundTable } from './is-sound-table.js';
import { type LinkGraph, readLinkGraph } from '../links/link-graph.js';
import { rowsOfTable } from './rows-of-table.js';
import { refuseNoBuffer } from '../../common/refuse.js';

/**
 * The article graph whose two buffers these are: what a worker does with the buffers it was handed. Nothing is copied. Both are looked
 * through once: what is cut short, of something else or changed in any bit is refused, and so are orders, rows and links that do not
 * agree with each other.
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
  refuseNoBuffer('openArticleGraph', 'tableBuffer', tableBuffer);
  const rows = readLinkGraph(linksBuffer, 'openArticleGraph', 'linksBuffer');
  const table = openTable(tableBuffer, 'openArticleGraph');
  if (rows.nodeCount !== table.sizes.nodes) {
    throw new RangeError(
      `openArticleGraph: the links are of ${rows.nodeCount} nodes, the table of ${table.sizes.nodes}; give both buffers of one graph`,
    );
  }
  if (!isSoundTable(table)) throw new RangeError('openArticleGraph: the table of this graph is damaged');
  if (!areRowsOf(table, rows)) {
    throw new RangeError('openArticleGraph: the links are not those of the table; give both buffers of one graph');
  }
  return articleGraphOver(rows, table);
};

/** The rows in are known to say the same as the rows out. */
const areRowsOf = (table: ArticleTable, rows: LinkGraph): boolean => {
  const right = rowsOfTable(table);
  return (
    right.linkCount === rows.linkCount &&
    right.outStarts.every((start, v) => start === rows.outStarts[v]) &&
    right.outTargets.every((target, e) => target === rows.outTargets[e] && right.outSlots[e] === rows.outSlots[e])
  );
};
