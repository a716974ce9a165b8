import { describe, expect, test } from 'vitest';
import { neighbourhoodPicture } from '../../../src/display/pictures/neighbourhood-picture.js';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { neighbourhood } from '../../../src/graph/recommend/neighbourhood.js';
import { countedWork } from '../../support/counted-work.js';
import { every, readSvg, toldOf } from '../../support/read-svg.js';

const named = (id: number) => ({ url: `/a/${id}`, id, title: `Article ${id}`, subject: 'physics' });
const site = (links: Readonly<Record<number, readonly number[]>>) =>
  buildArticleGraph(
    Object.entries(links).map(([id, to]) => ({
      ...named(Number(id)),
      related: to.map((one, at) => ({ ...named(one), slot: at + 1 })),
    })),
  );
const graph = site({ 1: [3, 2], 2: [1, 5], 3: [], 4: [1], 5: [2, 6], 6: [], 7: [] });

describe('the articles around one', () => {
  test('come nearest first: links both ways, links out in the order of their slots, links in, and then the neighbours of these', () => {
    const { url, articles, links, left } = neighbourhood(graph, '/a/1');
    expect(url).toBe('/a/1');
    expect(articles.map(({ title, distance, layer }) => [title, distance, layer])).toEqual([
      ['Article 1', 0, 'article'],
      ['Article 2', 1, 'both-ways'],
      ['Article 3', 1, 'to'],
      ['Article 4', 1, 'from'],
      ['Article 5', 2, 'further'],
      ['Article 6', 3, 'further'],
    ]);
    expect(links).toEqual([
      { from: '/a/1', to: '/a/3', bothWays: false },
      { from: '/a/1', to: '/a/2', bothWays: true },
      { from: '/a/2', to: '/a/5', bothWays: true },
      { from: '/a/4', to: '/a/1', bothWays: false },
      { from: '/a/5', to: '/a/6', bothWays: false },
    ]);
    expect(left).toBe(0);
  });

  test('are as many as asked for, and those left out are counted', () => {
    const { articles, left } = neighbourhood(graph, '/a/1', { limit: 3 });
    expect(articles.map(({ title }) => title)).toEqual(['Article 1', 'Article 2', 'Article 3']);
    // Article 4 links to the first, article 5 is linked with the second.
    expect(left).toBe(2);
  });

  test('an article that stands alone is alone', () => {
    expect(neighbourhood(graph, '/a/7')).toEqual({
      url: '/a/7',
      articles: [{ url: '/a/7', title: 'Article 7', subject: 'physics', distance: 0, layer: 'article' }],
      links: [],
      left: 0,
    });
  });

  test('only rows of articles that are given are read: a site four times as large costs no more', () => {
    const ring = (size: number) =>
      site(Object.fromEntries(Array.from({ length: size }, (_, id) => [id, [(id + 1) % size, (id + 2) % size]])));
    const work = [400, 1600].map((size) => {
      const large = ring(size);
      const run = () => neighbourhood(large, '/a/5', { limit: 20 });
      run();
      return countedWork(run, '/recommend/neighbourhood');
    });
    expect(work[1]).toBe(work[0]);
  });
});

test('the picture has a dot for each article, an arc for each link, an arrow for each way, and says them all', () => {
  const picture = readSvg(neighbourhoodPicture(neighbourhood(graph, '/a/1')));
  expect(every(picture, 'circle')).toHaveLength(6);
  const paths = every(picture, 'path').map(({ values }) => values['d']!);
  expect(paths.filter((d) => d.includes('C'))).toHaveLength(5);
  // Five links, two of them both ways.
  expect(paths.filter((d) => d.endsWith('Z'))).toHaveLength(7);
  expect(toldOf(picture).description).toBe(
    'The article: Article 1. Links both ways: Article 2. It links to: Article 3. Links to it: Article 4. Further away: Article 5 and Article 6. ' +
      '“Article 1” links to “Article 3”. “Article 1” and “Article 2” link to each other. “Article 2” and “Article 5” link to each other. ' +
      '“Article 4” links to “Article 1”. “Article 5” links to “Article 6”.',
  );
});

test('more than fifty articles are refused in words', () => {
  const star = site({ 0: [], ...Object.fromEntries(Array.from({ length: 60 }, (_, at) => [at + 1, [0]])) });
  expect(() => neighbourhoodPicture(neighbourhood(star, '/a/0', { limit: 51 }))).toThrow(
    'neighbourhoodPicture: around.articles has 51 entries; a picture shows at most 50',
  );
  expect(toldOf(readSvg(neighbourhoodPicture(neighbourhood(star, '/a/0', { limit: 50 })))).description).toContain(
    '11 more articles not drawn.',
  );
});
