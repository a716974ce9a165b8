// A site of some hundred articles, from building to recommending; what comes out goes into `report`, numbers as the bits they are.
import {
  adamicAdar,
  articleGraphFromBytes,
  articleGraphToBytes,
  buildArticleGraph,
  buildTextIndex,
  checkArticleGraph,
  communities,
  freezeArticleGraph,
  hits,
  openTextIndex,
  pageRank,
  personalisedPageRank,
  readingsFor,
  recommendAll,
  siteReport,
  strongComponents,
  withArticle,
} from 'stem-leadership/graph';

/** A small generator, so that every run makes the same site. */
let seed = 20261122;
const below = (count) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * count);
};
const words = [
  'charge',
  'current',
  'résistance',
  'Naïve',
  'co-ordinator',
  'Größe',
  'fuse',
  'λόγος',
  '電気',
  '__proto__',
];
const titleOf = (id) => `What is ${words[id % words.length]} number ${id}?`;
const pageOf = (id) => ({
  id,
  title: titleOf(id),
  subject: `Subject ${id % 5}`,
  url: `/learn/${id % 5}/${words[id % 10]}-${id}`,
});
const articles = Array.from({ length: 300 }, (_, id) => ({
  ...pageOf(id),
  noIndex: id % 50 === 3,
  answer: Array.from({ length: 40 }, () => words[below(words.length)]).join(' '),
  related: Array.from({ length: below(6) }, (_, i) => ({
    slot: i + 1,
    ...pageOf(Math.min(310, id - (id % 30) + below(31))),
  })),
}));
if (globalThis.input.isReversed) articles.reverse();

const hashOf = (buffer) => new Uint8Array(buffer).reduce((hash, byte) => Math.imul(hash ^ byte, 16777619), 0x811c9dc5);
const bitsOf = (numbers) => hashOf(Float64Array.from(numbers).buffer);

const graph = buildArticleGraph(articles);
const bytes = articleGraphToBytes(graph);
const again = articleGraphFromBytes(bytes).value;
const index = buildTextIndex(articles, graph);
const text = openTextIndex(index.buffer);
const edited = freezeArticleGraph(withArticle(again, { ...pageOf(305), related: [{ slot: 1, ...pageOf(7) }] }));
const issues = checkArticleGraph(again);

globalThis.report = JSON.stringify({
  size: [graph.nodeCount, graph.linkCount, issues.length],
  buffer: hashOf(graph.buffer),
  table: hashOf(graph.tableBuffer),
  text: hashOf(index.buffer),
  edited: hashOf(articleGraphToBytes(edited).buffer),
  ranks: bitsOf(pageRank(again).ranks),
  personalised: personalisedPageRank(again, 5).top,
  authorities: bitsOf(hits(again).authorities),
  adamicAdar: adamicAdar(again, 5),
  communities: Array.from(communities(again).labels),
  strong: Array.from(strongComponents(again).labels),
  issues,
  site: siteReport(again, { entries: [pageOf(0).url] }),
  lists: recommendAll(again, { limit: 5, text }),
  readings: readingsFor({ label: 'Co-ordinator and charge' }, again, { text }),
});
