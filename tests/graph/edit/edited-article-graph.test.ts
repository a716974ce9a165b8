import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleGraphToBytes } from '../../../src/graph/articles/article-graph-to-bytes.js';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { freezeArticleGraph } from '../../../src/graph/edit/freeze-article-graph.js';
import type { EditedArticleGraph, FrozenArticleGraph } from '../../../src/graph/articles/frozen-article-graph.js';
import type { GraphArticle } from '../../../src/model/articles/graph-article.js';
import { withArticle } from '../../../src/graph/edit/with-article.js';
import { withoutArticle } from '../../../src/graph/edit/without-article.js';
import { growth } from '../../support/counted-work.js';
import { runs } from '../../support/runs.js';
import { arbitraryArticle, arbitraryArticles, areSameBytes, article, linkTo } from '../support/articles.js';
import { slowArticleGraph } from '../support/slow-article-graph.js';

const rowNow = ({ base, changedRows }: EditedArticleGraph, node: number): readonly number[] => {
  const changed = changedRows.get(node);
  if (changed) return Array.from(changed);
  return node < base.nodeCount
    ? Array.from(base.outTargets.subarray(base.outStarts[node], base.outStarts[node + 1]))
    : [];
};

const byUrl = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : one > other ? 1 : 0;

/** The rows of an edited graph by url, without the numbers that stand empty, whose rows must be empty too. */
const rowsByUrl = (edited: EditedArticleGraph): Record<string, readonly string[]> => {
  const rows: [string, readonly string[]][] = [];
  for (let node = 0; node < edited.nodeCount; node++) {
    const row = rowNow(edited, node);
    if (!edited.isRemoved(node) || row.length > 0)
      rows.push([edited.urlAt(node), row.map((target) => edited.urlAt(target))]);
  }
  return Object.fromEntries(rows.sort(byUrl));
};

const slowRowsByUrl = (articles: Iterable<GraphArticle>): Record<string, readonly string[]> => {
  const { nodes, rows } = slowArticleGraph([...articles]);
  return Object.fromEntries(
    rows.map((row, v): [string, string[]] => [nodes[v]!.url, row.map((to) => nodes[to]!.url)]).sort(byUrl),
  );
};

const bytesOf = (graph: FrozenArticleGraph) => articleGraphToBytes(graph);

type Edit = { readonly put: GraphArticle } | { readonly take: string };

const arbitraryEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 3, arbitrary: arbitraryArticle.map((put) => ({ put })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('/a', '/b', '/c', '/d', '/e', '/f', '__proto__', '', '/never').map((take) => ({ take })),
  },
);

/** Without an article that is there; one that is not there is refused, and leaves the graph as it is. */
const without = <G extends FrozenArticleGraph | EditedArticleGraph>(graph: G, url: string): G | EditedArticleGraph => {
  if (graph.nodeOf(url) !== undefined) return withoutArticle(graph, url);
  expect(() => withoutArticle(graph, url)).toThrow(RangeError);
  return graph;
};

describe('an edited article graph', () => {
  it('is after each of ten thousand edits what a graph built anew is', () => {
    const editsEach = 40;
    fc.assert(
      fc.property(
        arbitraryArticles,
        fc.array(arbitraryEdit, { minLength: editsEach, maxLength: editsEach }),
        (first, edits) => {
          const articles = new Map(first.map((each) => [each.url, each]));
          let graph: FrozenArticleGraph | EditedArticleGraph = buildArticleGraph(first);
          edits.forEach((edit, i) => {
            if ('put' in edit) articles.set(edit.put.url, edit.put);
            else articles.delete(edit.take);
            const edited: FrozenArticleGraph | EditedArticleGraph =
              'put' in edit ? withArticle(graph, edit.put) : without(graph, edit.take);
            graph = edited;
            if ('tableBuffer' in edited) return;
            // As text first: ten thousand deep comparisons would take long.
            const [rows, slowRows] = [rowsByUrl(edited), slowRowsByUrl(articles.values())];
            if (JSON.stringify(rows) !== JSON.stringify(slowRows)) expect(rows).toEqual(slowRows);
            for (const [node, row] of edited.changedRows) {
              const isNews =
                node >= edited.base.nodeCount ||
                String(row) !== String(rowNow({ ...edited, changedRows: new Map() }, node));
              if (!isNews) expect([node, row]).toBe('different from the row beneath');
            }
            graph = i % 17 === 16 ? freezeArticleGraph(edited) : edited;
            if ('tableBuffer' in graph)
              expect(areSameBytes(bytesOf(graph), bytesOf(buildArticleGraph(articles.values())))).toBe(true);
          });
        },
      ),
      { numRuns: runs(250) },
    );
  });

  it('leaves the graph it was made from, frozen or edited, as it was', () => {
    fc.assert(
      fc.property(
        arbitraryArticles,
        fc.array(arbitraryEdit, { maxLength: 12 }),
        arbitraryEdit,
        (first, edits, last) => {
          const apply = (graph: FrozenArticleGraph | EditedArticleGraph, edit: Edit) =>
            'put' in edit ? withArticle(graph, edit.put) : without(graph, edit.take);
          const base = buildArticleGraph(first);
          const before = bytesOf(base);
          const edited = edits.reduce<FrozenArticleGraph | EditedArticleGraph>(apply, base);
          const [rows, frozen] =
            'base' in edited ? [rowsByUrl(edited), bytesOf(freezeArticleGraph(edited))] : [undefined, before];
          apply(edited, last);
          expect(areSameBytes(bytesOf(base), before)).toBe(true);
          expect(areSameBytes(bytesOf(freezeArticleGraph(edited)), frozen)).toBe(true);
          if ('base' in edited) expect(rowsByUrl(edited)).toEqual(rows);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  const target = article('/target', { id: 7 });
  const source = article('/source', { id: 8, related: [linkTo(target)] });

  it('lets a dangling link find its target when the target comes, and lose it when it goes', () => {
    const graph = buildArticleGraph([source]);
    const found = withArticle(graph, target);
    expect([...found.changedRows].map(([node, row]) => [node, ...row])).toEqual([[0, 1], [1]]);
    const lost = withoutArticle(found, '/target');
    expect(lost.changedRows.get(0)).toBeUndefined();
    expect([lost.nodeCount, lost.isRemoved(1), lost.nodeOf('/target'), lost.urlAt(1), lost.articleAt(1)]).toEqual([
      2,
      true,
      undefined,
      '/target',
      undefined,
    ]);
    expect(withArticle(lost, target).nodeOf('/target')).toBe(1);
  });

  it('lets a link whose url went fall back to a copy under the same id, and come back with it', () => {
    const copy = article('/copy', { id: 7, subject: 'Art' });
    const graph = buildArticleGraph([source, target, copy]);
    const [copyAt, sourceAt, targetAt] = ['/copy', '/source', '/target'].map(graph.nodeOf);
    const without = withoutArticle(graph, '/target');
    expect(rowNow(without, sourceAt!)).toEqual([copyAt]);
    expect(rowNow(withArticle(without, target), sourceAt!)).toEqual([targetAt]);
  });

  it('leads a link by id alone to the first copy by url, also where that copy came last', () => {
    const moved = article('/source', { related: [{ ...linkTo(target), url: '/moved', subject: 'Art' }] });
    const edited = withArticle(buildArticleGraph([moved, target]), article('/a', { id: 7 }));
    expect(edited.nodeOf('/a')).toBe(2);
    expect(rowNow(edited, edited.nodeOf('/source')!)).toEqual([2]);
  });

  it('does not change when the caller’s article does', () => {
    const related = [linkTo(target)];
    const edited = withArticle(buildArticleGraph([target]), article('/source', { related }));
    related.pop();
    expect(edited.articleAt(1)?.related).toHaveLength(1);
    expect(freezeArticleGraph(edited).linkCount).toBe(1);
  });

  it('keeps the refused articles of the urls that no edit touched', () => {
    const twice = [article('/a'), article('/a', { id: 2 }), article('/b'), article('/b', { id: 2 })];
    const edited = withArticle(buildArticleGraph(twice), article('/b', { id: 5 }));
    expect(freezeArticleGraph(edited).refused.map(({ url, id }) => [url, id])).toEqual([['/a', 2]]);
  });

  it('gets a new graph beneath when very much has changed, and stays right', () => {
    const articles = new Map(Array.from({ length: 1500 }, (_, i) => [`/${i}`, article(`/${i}`, { id: i })]));
    const base = buildArticleGraph(articles.values());
    let edited = withArticle(base, articles.get('/0')!);
    for (let i = 0; i < 1100; i++) {
      const next = article(`/${i}`, { id: i, related: [linkTo(articles.get(`/${(i * 7) % 1500}`)!)] });
      articles.set(next.url, next);
      edited = withArticle(edited, next);
      if (i === 1000) expect(edited.base).toBe(base);
    }
    expect(edited.base).not.toBe(base);
    expect(rowsByUrl(edited)).toEqual(slowRowsByUrl(articles.values()));
    expect(areSameBytes(bytesOf(freezeArticleGraph(edited)), bytesOf(buildArticleGraph(articles.values())))).toBe(true);
  });

  it('is frozen to the graph beneath where nothing has changed; an article that is not there cannot be taken out', () => {
    const base = buildArticleGraph([target]);
    const edited = withArticle(base, target);
    expect(edited.changedRows.size).toBe(0);
    const words = 'withoutArticle: no article has the url “/targets”; did you mean “/target”?';
    expect(() => withoutArticle(base, '/targets')).toThrow(words);
    expect(() => withoutArticle(edited, '/targets')).toThrow(words);
    expect(freezeArticleGraph(base)).toBe(base);
  });

  it('is made only of graphs, and of articles', () => {
    const base = buildArticleGraph([target]);
    expect(() => withArticle(base, { ...target, id: 0.5 })).toThrow('withArticle: article (“/target”): id is 0.5');
    expect(() => withArticle({} as FrozenArticleGraph, target)).toThrow('withArticle: this is no graph');
    expect(() => withoutArticle(base, 3 as unknown as string)).toThrow(TypeError);
    expect(() => freezeArticleGraph(null as unknown as FrozenArticleGraph)).toThrow(TypeError);
    expect(() => withArticle(base, target).urlAt(1)).toThrow('there is no node 1');
  });
});

it('articles of one id are put in in work that grows with their number, where links name that id', () => {
  const page = (i: number) => ({
    url: `/${i}`,
    id: 1,
    title: `T${i}`,
    subject: `S${i % 3}`,
    related: [{ slot: 1, id: 1, title: 'x', subject: 'Q', url: '/gone' }],
  });
  expect(
    growth(40, (n) => () => {
      let graph: FrozenArticleGraph | EditedArticleGraph = buildArticleGraph([{ ...page(0), related: [] }]);
      for (let i = 1; i <= n; i++) graph = withArticle(graph, page(i));
    }),
  ).toBeLessThan(2.6);
});
