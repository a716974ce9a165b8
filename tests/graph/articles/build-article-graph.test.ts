import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleGraphBuilder } from '../../../src/graph/articles/article-graph-builder.js';
import { articleGraphToBytes } from '../../../src/graph/articles/article-graph-to-bytes.js';
import { articleSlug } from '../../../src/graph/articles/article-slug.js';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import type { FrozenArticleGraph } from '../../../src/graph/articles/frozen-article-graph.js';
import { LINK_FLAGS } from '../../../src/graph/articles/link-flags.js';
import { resolvedLinksOf, writtenLinks } from '../../../src/graph/articles/written-links.js';
import { checkArticleGraph } from '../../../src/graph/check/check-article-graph.js';
import { tableOf } from '../../../src/graph/articles/article-graph-over.js';
import type { GraphArticle } from '../../../src/model/articles/graph-article.js';
import { buildLinkGraph } from '../../../src/graph/links/link-graph.js';
import { parseArticle } from '../../../src/text/article/parse-article.js';
import { runs } from '../../support/runs.js';
import { outsideFolder, pagesUnder } from '../../text/pages.js';
import { arbitraryArticle, arbitraryArticles, areSameBytes, article, linkTo } from '../support/articles.js';
import { slowArticleGraph } from '../support/slow-article-graph.js';

const rowsOf = ({ nodeCount, outStarts, outTargets }: FrozenArticleGraph) =>
  Array.from({ length: nodeCount }, (_, v) => Array.from(outTargets.subarray(outStarts[v], outStarts[v + 1])));

const table = (graph: FrozenArticleGraph) => tableOf(graph, 'test');

const writtenOf = (graph: FrozenArticleGraph, v: number) =>
  resolvedLinksOf(graph, table(graph), v).map(({ link, target, resolvedBy }) => ({ ...link, target, resolvedBy }));

const expectSlow = (graph: FrozenArticleGraph, articles: readonly GraphArticle[]): void => {
  const slow = slowArticleGraph(articles);
  expect(Array.from({ length: graph.nodeCount }, (_, v) => graph.urlAt(v))).toEqual(slow.nodes.map(({ url }) => url));
  expect(rowsOf(graph)).toEqual(slow.rows);
  slow.nodes.forEach((node, v) => {
    expect([graph.idAt(v), graph.titleAt(v), graph.subjectAt(v), graph.fileNameAt(v), graph.isNoIndexAt(v)]).toEqual([
      node.id,
      node.title,
      node.subject,
      node.fileName,
      node.noIndex ?? false,
    ]);
    expect(graph.subjectNames[graph.subjectNumbers[v]!]).toBe(node.subject);
    expect(graph.nodeOf(node.url)).toBe(v);
    expect(graph.nodesWithId(node.id)).toEqual(slow.nodes.flatMap(({ id }, other) => (id === node.id ? [other] : [])));
    const links = slow.written[v]!.map(({ words, target, resolvedBy }) => ({ ...words, target, resolvedBy }));
    expect(writtenOf(graph, v)).toEqual(links);
    links.forEach((link, i) => {
      const at = table(graph).writtenStarts[v]! + i;
      const flags = table(graph).writtenFlags[at]!;
      const target = slow.nodes[link.target];
      if (!target) return expect(flags).toBe(LINK_FLAGS.byNothing);
      const written = writtenOf(graph, v)[i]!;
      expect((flags & LINK_FLAGS.idDiffers) !== 0).toBe(written.id !== target.id);
      expect((flags & LINK_FLAGS.urlDiffers) !== 0).toBe(written.url !== target.url);
      expect((flags & LINK_FLAGS.titleDiffers) !== 0).toBe(written.title !== target.title);
      expect((flags & LINK_FLAGS.subjectDiffers) !== 0).toBe(written.subject !== target.subject);
    });
  });
};

describe('a link is resolved', () => {
  const here = article('/here', { id: 9 });
  const force = article('/physics/force', { id: 7, title: 'Force', subject: 'Physics' });
  const copy = article('/art/force', { id: 7, title: 'Force', subject: 'Art' });
  const other = article('/physics/other', { id: 8, title: 'Other', subject: 'Physics' });
  const resolve = (link: Partial<ReturnType<typeof linkTo>>) => {
    const related = [{ ...linkTo(force), ...link }];
    const graph = buildArticleGraph([{ ...here, related }, force, copy, other]);
    const { target, resolvedBy } = writtenOf(graph, graph.nodeOf('/here')!)[0]!;
    return [resolvedBy, target < 0 ? undefined : graph.urlAt(target)];
  };

  it('by its url, whatever the id says: unknown, or that of another article', () => {
    expect(resolve({})).toEqual(['url', '/physics/force']);
    expect(resolve({ id: 404 })).toEqual(['url', '/physics/force']);
    expect(resolve({ id: 8 })).toEqual(['url', '/physics/force']);
  });

  it('by its id within the subject it names, where no article has the url', () => {
    expect(resolve({ url: '/moved' })).toEqual(['id-in-subject', '/physics/force']);
    expect(resolve({ url: '/moved', subject: 'Art' })).toEqual(['id-in-subject', '/art/force']);
  });

  it('by its id alone, and then to the first copy by url, where the subject names none of them', () => {
    expect(resolve({ url: '/moved', subject: 'Biology' })).toEqual(['id', '/art/force']);
    expect(resolve({ url: '/moved', subject: 'Biology', id: 8 })).toEqual(['id', '/physics/other']);
  });

  it('to nothing, where both url and id are unknown; its words are kept', () => {
    expect(resolve({ url: '/moved', id: 404 })).toEqual(['nothing', undefined]);
    const lost = { slot: 3, id: 404, title: 'Łost', subject: 'Nowhere', url: '/moved' };
    const graph = buildArticleGraph([{ ...here, related: [lost] }]);
    expect(writtenOf(graph, 0)[0]).toEqual({ ...lost, target: -1, resolvedBy: 'nothing' });
  });

  it('back to its own page by url under another id, which makes no link of the graph', () => {
    const self = { ...linkTo(here), id: 404 };
    const graph = buildArticleGraph([{ ...here, related: [self] }]);
    expect(graph.linkCount).toBe(0);
    expect(writtenOf(graph, 0)[0]).toEqual({ ...self, target: 0, resolvedBy: 'url' });
    expect(table(graph).writtenFlags[0]).toBe(LINK_FLAGS.byUrl | LINK_FLAGS.idDiffers);
  });

  it('each time it is written, but counts once, at its first slot', () => {
    const related = [linkTo(force, 5), linkTo(other, 2), linkTo(force, 1), linkTo(force, 300)];
    const graph = buildArticleGraph([{ ...here, related }, force, other]);
    expect(Array.from(table(graph).writtenSlots)).toEqual([1, 2, 5, 300]);
    expect(rowsOf(graph)[0]).toEqual([1, 2]);
    expect(Array.from(graph.outSlots)).toEqual([1, 2]);
  });
});

describe('an article graph', () => {
  it('agrees with the slow, obvious one', () => {
    fc.assert(
      fc.property(arbitraryArticles, (articles) => expectSlow(buildArticleGraph(articles), articles)),
      { numRuns: runs(300) },
    );
  });

  it('is the same bytes from the same articles in any order, by any way of adding them, duplicates and all', () => {
    const shuffled = fc
      .array(arbitraryArticle, { maxLength: 9 })
      .chain((articles) =>
        fc.tuple(fc.constant(articles), fc.shuffledSubarray(articles, { minLength: articles.length })),
      );
    fc.assert(
      fc.property(shuffled, ([articles, others]) => {
        const builder = articleGraphBuilder();
        for (const each of others) builder.add(each);
        const [one, other] = [buildArticleGraph(new Set(articles)), builder.build()];
        expect(areSameBytes(articleGraphToBytes(one), articleGraphToBytes(other))).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it('has the rows that buildLinkGraph makes of the same links, byte for byte', () => {
    fc.assert(
      fc.property(arbitraryArticles, (articles) => {
        const graph = buildArticleGraph(articles);
        const { rows } = slowArticleGraph(articles);
        const sources = rows.flatMap((row, v) => row.map(() => v));
        const slots = Array.from(graph.outSlots);
        const again = buildLinkGraph({ nodeCount: rows.length, sources, targets: rows.flat(), slots });
        expect(areSameBytes(new Uint8Array(graph.buffer), new Uint8Array(again.buffer))).toBe(true);
      }),
      { numRuns: runs(100) },
    );
  });

  it('of no articles has no nodes', () => {
    const graph = buildArticleGraph([]);
    expect([graph.nodeCount, graph.linkCount, graph.nodeOf(''), graph.nodesWithId(1)]).toEqual([0, 0, undefined, []]);
  });

  it('numbers its nodes in the code-unit order of the urls, also of many with long beginnings in common', () => {
    const begin = 'x'.repeat(40_000);
    const urls = Array.from({ length: 60 }, (_, i) => `${begin}${(i * 37) % 60}`);
    urls.push(begin, '\u{1F600}', '\uFFFF', '\u0000', '', 'é', 'e\u0301', 'a\u0000', 'a', 'a\u0000\u0000');
    const graph = buildArticleGraph(urls.map((url) => article(url)));
    expect(Array.from(urls, (_, v) => graph.urlAt(v))).toEqual([...urls].sort());
  });

  it('sorts urls of any code units as JavaScript does', () => {
    const unit = fc.constantFrom('a', 'b', '\u0000', '\u00ff', '\u0100', '\ud800', '\udc00', '\uffff');
    const url = fc.array(unit, { maxLength: 14 }).map((units) => units.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(url, { maxLength: 60 }), (urls) => {
        const graph = buildArticleGraph(urls.map((each) => article(each)));
        expect(urls.map((_, v) => graph.urlAt(v))).toEqual([...urls].sort());
        expect(urls.every((each) => graph.urlAt(graph.nodeOf(each)!) === each)).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });

  it('tells urls that are a folder and the slug of the title, and those that are nearly, to the code unit', () => {
    const folder = fc.constantFrom('', '/', '/a/', '/a/b/', '/a/b/questions/', '/a-/', 'ж/', '/a?b/', '//');
    const title = fc.constantFrom(
      '',
      '?',
      'Why?',
      'Why is it?',
      'why is  it',
      'Wh\u00fd?',
      'Why \u201cnow\u201d',
      'W/hy',
      '__proto__',
      'K\u212a',
    );
    const segment = title.chain((words) =>
      fc.constantFrom(articleSlug(words), `${articleSlug(words)}-`, articleSlug(words).slice(1), words, 'why'),
    );
    const named = fc.record({ folder, title, segment, file: fc.constantFrom(undefined, 'x.md', '') }).map((names) => {
      const url = names.folder + names.segment;
      const fileName = names.file === '' ? `${url.slice(url.lastIndexOf('/') + 1)}.md` : names.file;
      return article(url, { title: names.title, fileName, id: names.title.length });
    });
    fc.assert(
      fc.property(fc.uniqueArray(named, { maxLength: 12, selector: ({ url }) => url }), (articles) => {
        const linked = articles.map((each, i) => ({
          ...each,
          related: [linkTo(articles[(i + 1) % articles.length]!), { ...linkTo(each, 2), url: `${each.url}x` }],
        }));
        expectSlow(buildArticleGraph(linked), linked);
      }),
      { numRuns: runs(200) },
    );
  });

  it('keeps names of any kind to the code unit', () => {
    const hostile = ['__proto__', 'constructor', ' ', '\u0000', '\ud800', 'x\udfff', 'Ünïcode', '日本語', '🦊', 'ÿĀ'];
    hostile.push('m'.repeat(1_100_001), 'ж'.repeat(600_001));
    const named = hostile.map((text, i) => article(text, { id: i, title: text, subject: text, fileName: text }));
    const articles = named.map((each, i) => ({ ...each, related: [linkTo(named[(i + 1) % named.length]!)] }));
    const graph = buildArticleGraph(articles);
    for (const { url, id } of articles) {
      const node = graph.nodeOf(url)!;
      expect(
        [graph.urlAt(node), graph.titleAt(node), graph.subjectAt(node), graph.fileNameAt(node)].every(
          (text) => text === url,
        ),
      ).toBe(true);
      expect(graph.idAt(node)).toBe(id);
    }
    expect(graph.linkCount).toBe(hostile.length);
    expect(new Set(table(graph).writtenFlags)).toEqual(new Set([LINK_FLAGS.byUrl]));
    expect(graph.nodeOf('m'.repeat(1_100_000))).toBe(undefined);
  });

  it('holds ids to the last of the whole numbers, and takes −0 for 0', () => {
    const ids = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, -1, 2 ** 31, 2 ** 32, -(2 ** 33) - 1, -0];
    const graph = buildArticleGraph(ids.map((id, i) => article(`/${i}`, { id })));
    expect(ids.map((_, v) => graph.idAt(v))).toEqual([...ids.slice(0, -1), 0]);
    expect(graph.nodesWithId(0)).toEqual([6]);
  });

  it('finds among very many articles of one id the one in the subject, without looking at each', () => {
    const many = Array.from({ length: 3000 }, (_, i) => article(`/${i}`, { subject: `S${i}` }));
    const related = many.map(({ subject }, i) => ({ ...linkTo(many[0]!, i + 1), url: '/moved', subject }));
    const graph = buildArticleGraph([...many, article('/all', { id: 2, related })]);
    const node = graph.nodeOf('/all')!;
    expect(writtenOf(graph, node).every(({ target, subject }) => graph.subjectAt(target) === subject)).toBe(true);
  });

  it('says which node does not exist', () => {
    const graph = buildArticleGraph([article('/a')]);
    expect(() => graph.urlAt(1)).toThrow(RangeError);
    expect(() => graph.titleAt(-1)).toThrow('titleAt: there is no node -1');
  });
});

describe('of several articles under one url', () => {
  it('one is kept and the others are listed, whichever came first', () => {
    const [first, second] = [article('/a', { id: 2 }), article('/a', { id: 1, title: 'Another' })];
    for (const articles of [
      [first, second, first],
      [second, first, first],
    ]) {
      const graph = buildArticleGraph(articles);
      expect([graph.nodeCount, graph.idAt(0)]).toEqual([1, 1]);
      const refused = { url: '/a', id: 2, title: 'About /a', subject: 'Physics', isSame: false };
      expect(graph.refused).toEqual([refused, refused]);
    }
  });

  it('an identical one is the same as the one kept', () => {
    expect(buildArticleGraph([article('/a'), article('/a')]).refused).toMatchObject([{ url: '/a', isSame: true }]);
  });
});

describe('a builder', () => {
  it('takes links to articles that come later', () => {
    const builder = articleGraphBuilder();
    const later = article('/later', { id: 5 });
    builder.add(article('/early', { related: [linkTo(later)] }));
    builder.add(later);
    expect(rowsOf(builder.build())).toEqual([[1], []]);
  });

  it('has done its work when it has built', () => {
    const builder = articleGraphBuilder();
    builder.build();
    expect(() => builder.add(article('/a'))).toThrow('this builder has built its graph');
    expect(() => builder.build()).toThrow('articleGraphBuilder.build');
  });

  it('is as it was after an article that it would not take', () => {
    const builder = articleGraphBuilder();
    const wrong = { ...linkTo(article('/b')), slot: 0 };
    expect(() => builder.add(article('/a', { related: [linkTo(article('/c')), wrong] }))).toThrow(TypeError);
    builder.add(article('/b'));
    expect(articleGraphToBytes(builder.build())).toEqual(articleGraphToBytes(buildArticleGraph([article('/b')])));
  });
});

describe('a value that is no article is refused with its place, its url and the field', () => {
  const wrong = (value: unknown) => () => buildArticleGraph([article('/fine'), value as GraphArticle]);
  const cases: readonly (readonly [unknown, string])[] = [
    [null, 'buildArticleGraph: article 1 is null'],
    [7, 'article 1 is 7'],
    [{ ...article('/a'), url: 4 }, 'article 1: url is 4; it is a string'],
    [{ ...article('/a'), id: 1.5 }, 'article 1 (“/a”): id is 1.5; it is a whole number'],
    [{ ...article('/a'), id: '1' }, 'id is “1”'],
    [{ ...article('/a'), id: 2 ** 53 }, 'id is 9007199254740992'],
    [{ ...article('/a'), title: undefined }, 'title is undefined'],
    [{ ...article('/a'), subject: {} }, 'subject is an object'],
    [{ ...article('/a'), fileName: 3 }, 'fileName is 3'],
    [{ ...article('/a'), noIndex: 'yes' }, 'noIndex is “yes”'],
    [{ ...article('/a'), related: {} }, 'related is an object; it is an array'],
    [{ ...article('/a'), related: [undefined] }, 'related[0] is undefined'],
    [{ ...article('/a'), related: [{ ...linkTo(article('/b')), slot: 0 }] }, 'related[0].slot is 0'],
    [{ ...article('/a'), related: [{ ...linkTo(article('/b')), slot: 2 ** 31 }] }, 'related[0].slot is 2147483648'],
    [
      { ...article('/a'), related: [linkTo(article('/b')), { ...linkTo(article('/b')), id: NaN }] },
      'related[1].id is NaN',
    ],
    [{ ...article('/a'), related: [{ ...linkTo(article('/b')), title: null }] }, 'related[0].title is null'],
  ];
  it.each(cases)('%#', (value, message) => {
    expect(wrong(value)).toThrow(TypeError);
    expect(wrong(value)).toThrow(message);
  });

  it('and so is what cannot be gone through', () => {
    expect(() => buildArticleGraph(null as unknown as GraphArticle[])).toThrow('it is a list of articles');
    expect(() => buildArticleGraph({} as unknown as GraphArticle[])).toThrow(TypeError);
  });
});

const corpus = outsideFolder('STEM_CORPUS_DIR');

describe.skipIf(corpus === undefined)('the articles in the field', () => {
  const pages =
    corpus === undefined ? [] : ['articles', 'copies', 'clusters'].flatMap((name) => [...pagesUnder(corpus, name)]);
  const articles = new Map<string, GraphArticle>();
  for (const { text } of pages) {
    const result = parseArticle(text);
    if (result.ok) articles.set(result.value.url, result.value);
  }

  it('make a graph in which each link leads where Maps of urls and ids lead', () => {
    const all = [...articles.values()];
    expect(all.length).toBeGreaterThan(200);
    const graph = buildArticleGraph(all);
    const count = { url: 0, 'id-in-subject': 0, id: 0, nothing: 0 };
    const ids = new Set(all.map(({ id }) => id));
    const idsInSubject = new Set(all.map(({ id, subject }) => `${id} ${subject}`));
    for (const { url, id, subject } of all.flatMap(({ related }) => related)) {
      if (articles.has(url)) count.url++;
      else if (idsInSubject.has(`${id} ${subject}`)) count['id-in-subject']++;
      else if (ids.has(id)) count.id++;
      else count.nothing++;
    }
    const found = { url: 0, 'id-in-subject': 0, id: 0, nothing: 0 };
    for (let v = 0; v < graph.nodeCount; v++) for (const { resolvedBy } of writtenOf(graph, v)) found[resolvedBy]++;
    expect(found).toEqual(count);
    expectSlow(graph, all);
  });
});

describe('before and after the table is asked for', () => {
  const answersOf = (graph: FrozenArticleGraph) =>
    Array.from({ length: graph.nodeCount }, (_, v) => ({
      url: graph.urlAt(v),
      node: graph.nodeOf(graph.urlAt(v)),
      id: graph.idAt(v),
      others: graph.nodesWithId(graph.idAt(v)),
      title: graph.titleAt(v),
      subject: graph.subjectAt(v),
      number: graph.subjectNumbers[v],
      fileName: graph.fileNameAt(v),
      isNoIndex: graph.isNoIndexAt(v),
      links: writtenLinks(graph, graph.urlAt(v)),
    }));

  it('a graph says the same', () => {
    fc.assert(
      fc.property(arbitraryArticles, (articles) => {
        const graph = buildArticleGraph(articles);
        const before = [answersOf(graph), checkArticleGraph(graph, { repairs: false }), graph.nodeOf('/nowhere')];
        expect(graph.tableBuffer.byteLength).toBeGreaterThan(0);
        expect([answersOf(graph), checkArticleGraph(graph, { repairs: false }), graph.nodeOf('/nowhere')]).toEqual(
          before,
        );
      }),
      { numRuns: runs(100) },
    );
  });

  it('an article that was refused for a link leaves nothing of it', () => {
    const b = article('/b', { id: 2 });
    const a = article('/a', { related: [linkTo(b)] });
    const builder = articleGraphBuilder();
    builder.add(a);
    const wrong = article('/d', { id: 4, related: [linkTo(a), { ...linkTo(b), slot: 0 }] });
    expect(() => builder.add(wrong)).toThrow('related[1].slot is 0');
    builder.add(b);
    expect(areSameBytes(articleGraphToBytes(builder.build()), articleGraphToBytes(buildArticleGraph([a, b])))).toBe(
      true,
    );
  });

  it('a url is found where its title and its last part have a letter beyond ASCII', () => {
    const graph = buildArticleGraph([article('/x/ÿ', { title: 'ÿ' })]);
    expect(graph.nodeOf('/x/ÿ')).toBe(0);
    expect(graph.tableBuffer.byteLength).toBeGreaterThan(0);
    expect(graph.nodeOf('/x/ÿ')).toBe(0);
    expect(graph.urlAt(0)).toBe('/x/ÿ');
  });
});
