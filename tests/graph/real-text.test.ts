/** The text index over real pages, which stay outside the project. */
import { describe, expect, test } from 'vitest';
import { buildArticleGraph } from '../../src/graph/articles/build-article-graph.js';
import { buildTextIndex } from '../../src/graph/words/build-text-index.js';
import { keyTerms } from '../../src/graph/words/key-terms.js';
import { moreLikeThis } from '../../src/graph/words/more-like-this.js';
import { tokenizeText } from '../../src/graph/words/tokenize-text.js';
import type { Article } from '../../src/model/articles/article.js';
import { parseArticle } from '../../src/text/article/parse-article.js';
import { outsideFolder, pagesUnder } from '../text/pages.js';
import { plainDocument, plainScore } from './support/slow-text-index.js';

const folder = outsideFolder('STEM_CORPUS_DIR');

/** In the order of their urls, the first of each url. */
const readArticles = (): Article[] => {
  const pages = ['articles', 'copies', 'clusters'].flatMap((name) => [...pagesUnder(folder!, name)]);
  const byUrl = new Map<string, Article>();
  for (const { text } of pages) {
    const result = parseArticle(text);
    if (result.ok && !byUrl.has(result.value.url)) byUrl.set(result.value.url, result.value);
  }
  return [...byUrl.values()].sort((one, other) => (one.url < other.url ? -1 : 1));
};

describe.skipIf(folder === undefined)('the text of real articles', () => {
  const articles = folder === undefined ? [] : readArticles();
  const graph = buildArticleGraph(articles);
  const index = buildTextIndex(articles, graph);

  test('is indexed to the same bytes from the last to the first', () => {
    expect(articles.length).toBeGreaterThan(250);
    expect(buildTextIndex([...articles].reverse(), graph).buffer).toEqual(index.buffer);
  });

  test('is compared as BM25 in floating point compares it', () => {
    const words = (text: string): string => tokenizeText(text).join(' ');
    const documents = articles.map(({ url, title, seo, answer }) =>
      plainDocument({ url, title: words(title), keywords: seo.keywords.map(words), answer: words(answer) }),
    );
    for (let document = 0; document < articles.length; document += 20) {
      const asked = keyTerms(index, articles[document]!.url);
      for (const { url, score } of moreLikeThis(index, articles[document]!.url)) {
        const found = graph.nodeOf(url)!;
        expect(Math.abs(score - index.scale * plainScore(documents, found, asked))).toBeLessThan(asked.length);
      }
    }
  });

  test('leads from most articles to one of their own subject, where it has four others', () => {
    const size = new Map<string, number>();
    for (const { subject } of articles) size.set(subject, (size.get(subject) ?? 0) + 1);
    const asked = articles.map((_, document) => document).filter((d) => size.get(articles[d]!.subject)! >= 5);
    const own = asked.filter((document) => {
      const [first] = moreLikeThis(index, articles[document]!.url, { limit: 1 });
      return first && graph.subjectAt(graph.nodeOf(first.url)!) === articles[document]!.subject;
    });
    expect(own.length / asked.length).toBeGreaterThan(0.5);
  });
});
