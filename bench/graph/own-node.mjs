// What needs a Node of its own: run by build.mjs, each time afresh.
//   node --expose-gc bench/graph/own-node.mjs empty | frozen <pairs file> | ours <articles> <what> | graphology <articles> <what>
// It ends with a line of JSON. Of articles, <what> is one of: warm, first (milliseconds), memory (megabytes).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';

const [what, size, asked = 'warm'] = process.argv.slice(2);
const MB = 2 ** 20;
/** Articles are made so many at a time; making them is not timed. */
const AT_A_TIME = 2000;

/** What is in memory once everything let go is given back. */
const memory = async () => {
  for (let k = 0; k < 4; k++) {
    globalThis.gc();
    await setTimeout(50);
  }
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return { resident: rss / MB, live: (heapUsed + arrayBuffers) / MB };
};

const NOTHING = { ms: 0, cpu: 0 };
const sum = (...times) => times.reduce((all, { ms, cpu }) => ({ ms: all.ms + ms, cpu: all.cpu + cpu }), NOTHING);

/** Gives back what has passed since: milliseconds by the clock and of the processor. */
const started = () => {
  const before = process.cpuUsage();
  const start = process.hrtime.bigint();
  return () => {
    const ms = Number(process.hrtime.bigint() - start) / 1e6;
    const { user, system } = process.cpuUsage(before);
    return { ms, cpu: (user + system) / 1000 };
  };
};

/** Hands the articles of a model over a few thousand at a time, and gives back the milliseconds of `use` alone. */
const overArticles = (articles, use) => {
  let spent = NOTHING;
  let some = [];
  const hand = () => {
    const clock = started();
    for (const article of some) use(article);
    spent = sum(spent, clock());
    some = [];
  };
  for (const article of articles) if (some.push(article) === AT_A_TIME) hand();
  hand();
  return spent;
};

const timed = (run) => {
  const clock = started();
  const value = run();
  return [value, clock()];
};

const sorts = {
  dangling: ['dangling-link'],
  self: ['self-link'],
  twice: ['repeated-link', 'repeated-target'],
  stale: ['title-differs'],
};

const withOurs = async () => {
  const { articleGraphBuilder, checkArticleGraph } = await import('../../dist/graph/index.js');
  const only = Object.values(sorts).flat();
  return (articles) => {
    const builder = articleGraphBuilder();
    const adding = overArticles(articles(), (article) => builder.add(article));
    const [graph, building] = timed(() => builder.build());
    const [issues, checking] = timed(() => checkArticleGraph(graph, { only, repairs: false }));
    const counts = Object.fromEntries(
      Object.entries(sorts).map(([sort, codes]) => [
        sort,
        // What is amiss with an entry besides is told along with it.
        issues.filter(({ code, also }) => codes.some((one) => one === code || also.includes(one))).length,
      ]),
    );
    return {
      keep: { graph, issues },
      counts,
      time: sum(adding, building, checking),
      full: () => timed(() => checkArticleGraph(graph))[1],
      parts: { adding, building, checking },
      // Asked for when the memory was measured: until then the texts are strings.
      buffers: () => ({ rows: graph.buffer.byteLength / MB, table: graph.tableBuffer.byteLength / MB }),
    };
  };
};

/** Graphology, twice over the articles: first the nodes, then the links, so that nothing has to be kept in between. */
const withGraphology = async () => {
  const { DirectedGraph } = createRequire(import.meta.url)('graphology');
  return (articles) => {
    const graph = new DirectedGraph();
    const issues = [];
    const urls = [];
    const naming = overArticles(articles(), ({ url, id, title, subject }) => {
      urls.push(url);
      graph.addNode(url, { id, title, subject });
    });
    let at = 0;
    const linking = overArticles(articles(), ({ related }) => {
      const url = urls[at++];
      for (const link of related) {
        const report = (code) => issues.push({ code, path: [url, 'related', link.slot] });
        if (!graph.hasNode(link.url)) {
          report('dangling');
          continue;
        }
        if (link.title !== graph.getNodeAttribute(link.url, 'title')) report('stale');
        if (link.url === url) report('self');
        else if (graph.hasDirectedEdge(url, link.url)) report('twice');
        else graph.addDirectedEdge(url, link.url, { slot: link.slot });
      }
    });
    const counts = Object.fromEntries(
      Object.keys(sorts).map((sort) => [sort, issues.filter(({ code }) => code === sort).length]),
    );
    return { keep: { graph, issues }, counts, time: sum(naming, linking) };
  };
};

/**
 * Memory and time are not measured in one run: asking for a garbage collection throws compiled code away, and then the compiler is
 * measured. `warm` begins with the code compiled and the heap grown; `first` with neither.
 */
const fromArticles = async (prepare) => {
  const { modelArticles, relatedArticleModel } = await import('./model.mjs');
  const build = await prepare();
  const small = relatedArticleModel(20_000);
  const pairs = relatedArticleModel(Number(size));
  if (asked === 'first') overArticles(modelArticles(small), () => {});
  else for (let k = 0; k < 6; k++) build(() => modelArticles(small));
  if (asked !== 'memory') {
    const { counts, time, parts, full } = build(() => modelArticles(pairs));
    return { counts, time, parts, fullCheck: full?.() };
  }
  const before = await memory();
  const { keep, buffers } = build(() => modelArticles(pairs));
  const after = await memory();
  return {
    resident: after.resident - before.resident,
    live: after.live - before.live,
    buffers: buffers?.(),
    issues: keep.issues.length,
  };
};

const frozen = async () => {
  const { buildLinkGraph, pageRank } = await import('../../dist/graph/index.js');
  let file = readFileSync(size);
  let numbers = new Int32Array(file.buffer, file.byteOffset, file.length / 4);
  const [nodeCount, links] = numbers;
  const graph = buildLinkGraph({
    nodeCount,
    sources: numbers.subarray(2, 2 + links),
    targets: numbers.subarray(2 + links),
  });
  const { ranks } = pageRank(graph);
  file = undefined;
  numbers = undefined;
  return { ...(await memory()), arrays: (graph.buffer.byteLength + ranks.byteLength) / MB, keep: ranks.length };
};

const run = {
  empty: memory,
  frozen,
  ours: () => fromArticles(withOurs),
  graphology: () => fromArticles(withGraphology),
};
console.log(JSON.stringify(await run[what]()));
