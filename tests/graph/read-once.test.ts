import { expect, test } from 'vitest';
import { buildArticleGraph } from '../../src/graph/articles/build-article-graph.js';
import { withArticle } from '../../src/graph/edit/with-article.js';
import { articleGraphSchema } from '../../src/model/articles/schemas/article-graph-schema.js';
import { article, linkTo } from './support/articles.js';

test('a link and an article whose getters change are read once', () => {
  let linkReads = 0;
  let urlReads = 0;
  const changing = article('/a', {
    get related() {
      return linkReads++ === 0 ? [linkTo(article('/b'))] : (undefined as never);
    },
  });
  expect(linkReads).toBeLessThanOrEqual(1);
  linkReads = 0;
  const page = {
    ...article('/x'),
    get url() {
      return urlReads++ === 0 ? '/a' : (undefined as never);
    },
    get related() {
      return linkReads++ === 0 ? [linkTo(article('/b'))] : (undefined as never);
    },
  };
  expect(changing.url).toBe('/a');
  expect(buildArticleGraph([page, article('/b')]).linkCount).toBe(1);
  expect([urlReads, linkReads]).toEqual([1, 1]);
  urlReads = 0;
  linkReads = 0;
  expect(withArticle(buildArticleGraph([article('/b')]), page).nodeOf('/a')).toBe(1);
  expect([urlReads, linkReads]).toEqual([1, 1]);
});

test('slots have one bound, and of a thousand bad links a hundred are listed', () => {
  const { url, id, title, subject } = article('/a');
  const articles = [{ url, id, title, subject }];
  const parse = (links: unknown[]) => articleGraphSchema.safeParse({ articles, links });
  expect(parse([{ from: '/a', to: '/a', slot: 2 ** 31 - 1 }]).success).toBe(true);
  expect(parse([{ from: '/a', to: '/a', slot: 2 ** 31 }]).success).toBe(false);
  // Both ends of each are of no article: 2,000 faults.
  const { error } = parse(Array.from({ length: 1000 }, () => ({ from: '/x', to: '/y', slot: 1 })));
  expect(error?.issues).toHaveLength(101);
  expect(error?.issues.at(-1)?.message).toBe('and 1900 more of this kind');
});
