import { expect, it } from 'vitest';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { writtenLinks } from '../../../src/graph/articles/written-links.js';
import { article, linkTo, withRelated } from '../support/sound-articles.js';

const tides = article(1, 'How do tides rise?', 'Oceans');
const moons = article(2, 'Why is the moon round?', 'Space');
const related = [
  linkTo(moons, 4),
  linkTo(moons, 2, { url: '/gone' }),
  linkTo(tides, 1),
  linkTo(moons, 7, { id: 9, url: '/nowhere', title: 'A star' }),
];
const graph = buildArticleGraph([withRelated(tides, ...related), moons]);

it('the written links of an article are those it was given, by slot, and say where they lead', () => {
  expect(writtenLinks(graph, tides.url)).toEqual([
    { ...related[2], leadsTo: tides.url, resolvedBy: 'url' },
    { ...related[1], leadsTo: moons.url, resolvedBy: 'id-in-subject' },
    { ...related[0], leadsTo: moons.url, resolvedBy: 'url' },
    { ...related[3], resolvedBy: 'nothing' },
  ]);
  expect(writtenLinks(graph, moons.url)).toEqual([]);
});

it('an unknown url is refused, and the nearest named', () => {
  expect(() => writtenLinks(graph, `${moons.url}s`)).toThrow(
    `writtenLinks: no article has the url “${moons.url}s”; did you mean “${moons.url}”?`,
  );
  expect(() => writtenLinks(graph, '/zzz')).toThrow(RangeError);
});
