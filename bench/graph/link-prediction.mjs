// How well recommendations foresee the related lists of real articles, and how long a whole site takes. Run after `npm run build`:
//   node bench/graph/link-prediction.mjs <folder of article pages> [articles asked]
// Without a folder, the one that STEM_CORPUS_DIR names; of one with a folder `clusters`, those alone as well.
//
// For one article at a time its own list is removed; everything else stays, other articles’ links to it included. Candidates are all
// other articles except copies of itself under the same id. Of the article’s distinct targets that are found by their url the share among
// the first ten is its recall; asked are articles with at least three such targets, evenly spaced in the order of urls.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildArticleGraph,
  buildTextIndex,
  checkArticleGraph,
  moreLikeThis,
  pageRank,
  recommendAll,
  recommendRelated,
} from '../../dist/graph/index.js';
import { parseArticle } from '../../dist/text/index.js';
import { articlesUnder } from './model.mjs';
import { machine, timed } from './turns.mjs';

const folder = process.argv[2] ?? process.env.STEM_CORPUS_DIR;
const most = Number(process.argv[3] ?? 1500);
const FIRST = 10;

if (!folder) {
  console.warn('No folder of article pages: name one, or set STEM_CORPUS_DIR. Nothing was measured.');
  process.exit(0);
}

const targetsOf = (graph, { related }) =>
  new Set(related.map(({ url }) => url).filter((url) => graph.nodeOf(url) !== undefined));

/** Articles with at least three targets, evenly spaced. */
const askedOf = (graph, articles) => {
  const all = articles
    .map((article) => ({ url: article.url, targets: targetsOf(graph, article) }))
    .filter(({ targets }) => targets.size >= 3)
    .sort((one, other) => (one.url < other.url ? -1 : 1));
  const many = Math.min(most, all.length);
  return Array.from({ length: many }, (_, i) => all[Math.floor((i * all.length) / many)]);
};

/** Lists of urls for one article, by the name of what found them. */
const listsFor = (graph, text, url) => {
  const hidden = { limit: FIRST, ownLinks: 'hide', noIndex: 'include', copies: 'all' };
  const urls = (options) => recommendRelated(graph, url, { ...hidden, ...options }).map((one) => one.url);
  const copies = graph.nodesWithId(graph.idAt(graph.nodeOf(url))).map(graph.urlAt);
  const alike = moreLikeThis(text, url, { limit: FIRST, exclude: copies });
  return {
    'BM25 alone (`moreLikeThis`)': alike.map((one) => one.url),
    'all signals of links, `copies: all`': urls({}),
    'all signals, `copies: one`': urls({ text, copies: 'one' }),
    '**all signals, `copies: all`**': urls({ text }),
  };
};

const recallOf = (found, targets) => found.slice(0, FIRST).filter((url) => targets.has(url)).length / targets.size;

const measureRecall = (graph, text, asked) => {
  const sums = new Map();
  for (const { url, targets } of asked) {
    for (const [name, found] of Object.entries(listsFor(graph, text, url))) {
      sums.set(name, (sums.get(name) ?? 0) + recallOf(found, targets));
    }
  }
  return new Map([...sums].map(([name, sum]) => [name, sum / asked.length]));
};

/** What each step takes, once each, in milliseconds by the clock. */
const measureTimes = (articles) => {
  const times = new Map();
  const take = (name, run) => {
    let result;
    const { ms } = timed(() => {
      result = run();
    });
    times.set(name, ms);
    return result;
  };
  const graph = take('`buildArticleGraph`', () => buildArticleGraph(articles));
  take('`checkArticleGraph`', () => [...checkArticleGraph(graph)].length);
  take('`pageRank`', () => pageRank(graph));
  const text = take('`buildTextIndex`', () => buildTextIndex(articles, graph));
  take('`recommendAll`, five each, links alone', () => recommendAll(graph, { limit: 5 }));
  take('`recommendAll`, five each, links and texts', () => recommendAll(graph, { limit: 5, text }));
  return { graph, text, times };
};

const row = (cells) => console.log(`| ${cells.join(' | ')} |`);

const measure = (title, articles) => {
  const { graph, text, times } = measureTimes(articles);
  const asked = askedOf(graph, articles);
  console.log(`\n### ${title}: ${graph.nodeCount} articles, ${graph.linkCount} links\n`);
  row(['step', 'ms']);
  row(['---', '--:']);
  for (const [name, ms] of times) row([name, ms.toFixed(ms < 100 ? 1 : 0)]);
  if (asked.length === 0) {
    console.log('\nNo article has three targets that are found by their url.');
    return;
  }
  const { ms } = timed((i) => recommendRelated(graph, asked[i].url, { text, ownLinks: 'hide' }), asked.length);
  row(['`recommendRelated` with reasons, own list hidden, each', ms.toFixed(2)]);
  console.log(`\n| what ranks, ${asked.length} articles asked | recall@${FIRST} |\n|---|--:|`);
  for (const [name, recall] of measureRecall(graph, text, asked)) row([name, recall.toFixed(3)]);
};

console.log(machine());
measure('The whole folder', articlesUnder(folder, parseArticle));
const clusters = join(folder, 'clusters');
if (existsSync(clusters)) measure('Its clusters alone', articlesUnder(clusters, parseArticle));
