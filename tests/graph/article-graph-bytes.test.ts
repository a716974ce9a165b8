import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleGraphFromBytes } from '../../src/graph/articles/article-graph-from-bytes.js';
import { articleGraphToBytes } from '../../src/graph/articles/article-graph-to-bytes.js';
import { sealTable } from '../../src/graph/articles/article-table.js';
import { buildArticleGraph } from '../../src/graph/articles/build-article-graph.js';
import { checkArticleGraph } from '../../src/graph/check/check-article-graph.js';
import { fromArticleGraph } from '../../src/graph/articles/from-article-graph.js';
import { tableOf } from '../../src/graph/articles/article-graph-over.js';
import { resolvedLinksOf } from '../../src/graph/articles/written-links.js';
import type { FrozenArticleGraph } from '../../src/graph/articles/frozen-article-graph.js';
import { openArticleGraph } from '../../src/graph/articles/open-article-graph.js';
import { rankKeeper } from '../../src/graph/measure/rank-keeper.js';
import { toArticleGraph } from '../../src/graph/articles/to-article-graph.js';
import { articleGraphSchema } from '../../src/model/articles/schemas/article-graph-schema.js';
import { parseArticle } from '../../src/text/article/parse-article.js';
import { runs } from '../support/runs.js';
import { outsideFolder, pagesUnder } from '../text/pages.js';
import { arbitraryArticle, arbitraryArticles, areSameBytes, article, linkTo } from './support/articles.js';

/** Everything a graph tells, as plain values. */
const toldBy = (graph: FrozenArticleGraph) => ({
  nodes: Array.from({ length: graph.nodeCount }, (_, v) => [
    graph.urlAt(v),
    graph.idAt(v),
    graph.titleAt(v),
    graph.subjectAt(v),
    graph.fileNameAt(v),
    graph.isNoIndexAt(v),
    graph.nodeOf(graph.urlAt(v)),
    graph.nodesWithId(graph.idAt(v)),
  ]),
  written: Array.from(graph.outStarts.subarray(1), (_, v) => resolvedLinksOf(graph, tableOf(graph, 'test'), v)),
  flags: Array.from(tableOf(graph, 'test').writtenFlags),
  rows: [graph.outStarts, graph.outTargets, graph.outSlots, graph.inStarts, graph.inSources].map((array) =>
    Array.from(array),
  ),
  refused: graph.refused,
  subjects: [graph.subjectNames, Array.from(graph.subjectNumbers)],
});

const readAgain = (bytes: Uint8Array): FrozenArticleGraph => {
  const result = articleGraphFromBytes(bytes);
  if (!result.ok) throw new Error(result.issues[0]!.message);
  return result.value;
};

const codeOf = (bytes: Uint8Array): string | undefined => {
  const result = articleGraphFromBytes(bytes);
  return result.ok ? undefined : result.issues[0]!.code;
};

describe('the bytes of an article graph', () => {
  it('tell all that the graph tells', () => {
    fc.assert(
      fc.property(fc.array(arbitraryArticle, { maxLength: 9 }), (articles) => {
        const graph = buildArticleGraph(articles);
        const bytes = articleGraphToBytes(graph);
        const again = readAgain(bytes);
        expect(toldBy(again)).toEqual(toldBy(graph));
        expect(areSameBytes(articleGraphToBytes(again), bytes)).toBe(true);
      }),
      { numRuns: runs(150) },
    );
  });

  it('are the same after a journey to a worker', () => {
    const graph = buildArticleGraph([article('/a', { related: [linkTo(article('/b'))] }), article('/b')]);
    const told = toldBy(graph);
    const sent = structuredClone(
      { links: graph.buffer, table: graph.tableBuffer },
      { transfer: [graph.buffer, graph.tableBuffer] },
    );
    expect(graph.buffer.byteLength).toBe(0);
    expect(toldBy(openArticleGraph(sent.links, sent.table))).toEqual(told);
  });

  it('may lie anywhere in a larger piece of memory, also in a Buffer of Node', () => {
    const graph = buildArticleGraph([article('/a')]);
    const bytes = articleGraphToBytes(graph);
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(readAgain(larger.subarray(3)).urlAt(0)).toBe('/a');
    expect(readAgain(Buffer.from(bytes)).urlAt(0)).toBe('/a');
  });

  it('cut short, lengthened, or of something else are refused with an issue', () => {
    const bytes = articleGraphToBytes(buildArticleGraph([article('/a')]));
    for (let length = 0; length < bytes.length; length++) {
      expect(codeOf(bytes.slice(0, length))).toBe(length < 32 ? 'not-a-snapshot' : 'wrong-length');
    }
    expect(codeOf(Uint8Array.from([...bytes, 0]))).toBe('wrong-length');
    expect(codeOf(new Uint8Array(1000))).toBe('not-a-snapshot');
    const older = bytes.slice();
    older[4] = 1;
    expect(codeOf(older)).toBe('other-version');
    const [one, two] = [buildArticleGraph([article('/a')]), buildArticleGraph([article('/a'), article('/b')])];
    expect(() => openArticleGraph(one.buffer, two.tableBuffer)).toThrow('give both buffers of one graph');
    expect(() => openArticleGraph(one.tableBuffer, one.buffer)).toThrow(RangeError);
    expect(() => openArticleGraph(one.buffer, new ArrayBuffer(0))).toThrow(RangeError);
  });

  const articles = [
    article('/a', { related: [linkTo(article('/b')), { ...linkTo(article('/c'), 2), id: 9 }], fileName: 'x' }),
    article('/b', { id: 2, title: '中' }),
    article('/b', { id: 3 }),
  ];

  it('with any one bit changed are refused with an issue', () => {
    const bytes = articleGraphToBytes(buildArticleGraph(articles));
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const damaged = bytes.slice();
      damaged[bit >> 3] = damaged[bit >> 3]! ^ (1 << (bit & 7));
      expect(codeOf(damaged), `bit ${bit}`).toBeTypeOf('string');
    }
  });

  it('with right checksums but any one number changed are refused, or make a graph of which everything can be asked', () => {
    const graph = buildArticleGraph([
      ...articles,
      article('/c', { id: 2, subject: 'Art', related: [linkTo(article('/lost'))] }),
    ]);
    const told = JSON.stringify(toldBy(graph));
    let opened = 0;
    for (let at = 0; at < graph.tableBuffer.byteLength; at++) {
      for (const value of [0, 1, 2, 3, 5, 127, 128, 255]) {
        const tableBuffer = graph.tableBuffer.slice(0);
        const view = new Uint8Array(tableBuffer);
        if (view[at] === value) continue;
        view[at] = value;
        sealTable({ buffer: tableBuffer });
        let again: FrozenArticleGraph;
        try {
          again = openArticleGraph(graph.buffer, tableBuffer);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          continue;
        }
        // What opens is another sound graph: with other words or another id, say.
        const its = toldBy(again);
        if (JSON.stringify(its) !== told) opened++;
        expect(its.nodes.map(([url]) => again.nodeOf(url as string))).toEqual(its.nodes.map((_, v) => v));
        expect(() => rankKeeper(again)).not.toThrow();
        expect(() => checkArticleGraph(again)).not.toThrow();
      }
    }
    expect(opened).toBeGreaterThan(0);
  });

  it('whose links are those of another graph of as many articles are refused', () => {
    const [one, other] = [
      buildArticleGraph([article('/a', { related: [linkTo(article('/b', { id: 2 }))] }), article('/b', { id: 2 })]),
      buildArticleGraph([article('/a'), article('/b', { id: 2, related: [linkTo(article('/a'))] })]),
    ];
    expect(() => openArticleGraph(one.buffer, other.tableBuffer)).toThrow('give both buffers of one graph');
  });
});

describe('the plain form of an article graph', () => {
  it('satisfies its schema, and makes the same rows again', () => {
    fc.assert(
      fc.property(arbitraryArticles, (articles) => {
        const graph = buildArticleGraph(articles.map((each) => ({ ...each, url: `/${each.url}` })));
        const plain = toArticleGraph(graph);
        expect(articleGraphSchema.parse(plain)).toEqual(plain);
        const again = fromArticleGraph(plain);
        expect(areSameBytes(new Uint8Array(again.buffer), new Uint8Array(graph.buffer))).toBe(true);
        expect(toArticleGraph(again)).toEqual(plain);
      }),
      { numRuns: runs(150) },
    );
  });

  it('with a link to the url of no article is refused', () => {
    const { url, id, title, subject } = article('/a');
    const articles = [{ url, id, title, subject }];
    expect(() => fromArticleGraph({ articles, links: [{ from: '/a', to: '/b', slot: 1 }] })).toThrow(
      'fromArticleGraph: links[0].to is “/b”, the url of no article',
    );
    expect(() => fromArticleGraph({ articles, links: [{ from: '__proto__', to: '/a', slot: 1 }] })).toThrow(TypeError);
  });
});

const corpus = outsideFolder('STEM_CORPUS_DIR');

describe.skipIf(corpus === undefined)('the articles in the field', () => {
  it('come back from their bytes', () => {
    const pages = ['articles', 'copies', 'clusters'].flatMap((name) => [...pagesUnder(corpus ?? '', name)]);
    const articles = pages.flatMap(({ text }) => {
      const result = parseArticle(text);
      return result.ok ? [result.value] : [];
    });
    const graph = buildArticleGraph(articles);
    expect(graph.nodeCount + graph.refused.length).toBe(articles.length);
    expect(toldBy(readAgain(articleGraphToBytes(graph)))).toEqual(toldBy(graph));
  });
});
