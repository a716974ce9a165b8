import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArticleGraph, type GraphArticle, readingOrder } from '../../../src/graph/index.js';
import { runs } from '../../support/runs.js';
import { article, linkTo } from '../support/articles.js';

const site = (rows: Readonly<Record<string, readonly [subject: string, ...targets: string[]]>>) => {
  const named = Object.entries(rows).map(([url, [subject]]) => article(url, { subject }));
  return buildArticleGraph(
    named.map((one) => ({
      ...one,
      related: rows[one.url]!.slice(1).map((url, i) => linkTo(named.find((other) => other.url === url)!, i + 1)),
    })),
  );
};
const orderOf = (...given: Parameters<typeof readingOrder>) => readingOrder(...given).map(({ url }) => url);

test('an article comes before those it leads to, and says which of the set led to it', () => {
  const graph = site({ '/a': ['Clubs'], '/b': ['Clubs', '/a'], '/c': ['Clubs', '/b', '/a'] });
  expect(orderOf(graph, ['/a', '/b', '/c'])).toEqual(['/c', '/b', '/a']);
  expect(readingOrder(graph, ['/a', '/c', '/b'])[2]).toEqual({
    url: '/a',
    title: 'About /a',
    subject: 'Clubs',
    ledToBy: ['/b', '/c'],
  });
});

test('articles without links among them come subject by subject, the most linked to first, then by url', () => {
  const graph = site({
    '/a': ['Art'],
    '/b': ['Clubs'],
    '/c': ['Art'],
    '/d': ['Clubs'],
    '/e': ['Maths', '/d'],
    '/f': ['Maths', '/d', '/c'],
  });
  expect(orderOf(graph, ['/a', '/b', '/c', '/d'])).toEqual(['/d', '/b', '/c', '/a']);
});

test('a circle is read from its best known article along its strongest links, after what leads to it', () => {
  const graph = site({
    '/in': ['Clubs', '/x'],
    '/x': ['Clubs', '/z', '/y'],
    '/y': ['Clubs', '/x', '/out'],
    '/z': ['Clubs', '/y'],
    '/out': ['Clubs'],
    '/other': ['Art', '/z', '/z', '/x'],
  });
  expect(orderOf(graph, ['/out', '/x', '/y', '/z', '/in'])).toEqual(['/in', '/x', '/z', '/y', '/out']);
});

test('an article given twice is read once, and no article is no order', () => {
  const graph = site({ '/a': ['Art'], '/b': ['Art'] });
  expect(orderOf(graph, ['/b', '/a', '/b'])).toEqual(['/a', '/b']);
  expect(orderOf(graph, [])).toEqual([]);
});

test('a url that no article has is refused, and so is one string', () => {
  const graph = site({ '/about/a': ['Art'] });
  expect(() => readingOrder(graph, ['/about/a', '/about/b'])).toThrow(
    'readingOrder: no article has the url “/about/b”; did you mean “/about/a”?',
  );
  expect(() => readingOrder(graph, '/about/a')).toThrow('readingOrder: urls is “/about/a”; it is a list of urls');
});

const URLS = ['/a', '/b', '/c', '/d', '/e', '/f', '/g', '/h'];
const arbitrarySite = fc
  .record({
    subjects: fc.array(fc.constantFrom('Art', 'Clubs', 'Maths'), { minLength: 8, maxLength: 8 }),
    links: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 }),
    chosen: fc.shuffledSubarray(URLS),
  })
  .map(({ subjects, links, chosen }) => {
    const named = URLS.map((url, i) => article(url, { subject: subjects[i]! }));
    const articles: GraphArticle[] = named.map((one, i) => ({
      ...one,
      related: links.filter(([source]) => source === i).map(([, target], slot) => linkTo(named[target]!, slot + 1)),
    }));
    return { graph: buildArticleGraph(articles), subjects, links, chosen };
  });

test('the rule holds for every set: links first, then the subject, then who is best known, then the url', () => {
  fc.assert(
    fc.property(arbitrarySite, ({ graph, subjects, links, chosen }) => {
      const order = orderOf(graph, chosen);
      expect([...order].sort()).toEqual([...chosen].sort());
      expect(orderOf(graph, [...chosen].sort())).toEqual(order);
      const at = (url: string) => URLS.indexOf(url);
      const leads = (from: string, to: string) => links.some(([s, t]) => s === at(from) && t === at(to) && s !== t);
      const reaches = (from: string, to: string, seen = new Set([from])): boolean =>
        from === to ||
        chosen.some((next) => {
          if (seen.has(next) || !leads(from, next)) return false;
          seen.add(next);
          return reaches(next, to, seen);
        });
      const together = (one: string, other: string) => reaches(one, other) && reaches(other, one);
      const known = (url: string) => new Set(links.filter(([s, t]) => t === at(url) && s !== t).map(([s]) => s)).size;
      const firsts = (urls: readonly string[]) => [...urls].sort((a, b) => known(b) - known(a) || (a < b ? -1 : 1));
      for (let i = 0; i < order.length; i++) {
        const url = order[i]!;
        const rest = order.slice(i);
        const previous = order[i - 1];
        if (previous !== undefined && together(previous, url)) continue;
        // A new set begins, whole and from its best known article; what is before it in the sequence was not cut short.
        const set = rest.filter((other) => together(url, other));
        expect(order.slice(i, i + set.length).sort()).toEqual([...set].sort());
        expect(url).toBe(firsts(set)[0]);
        const ready = rest.filter((one) => rest.every((other) => !reaches(other, one) || together(one, other)));
        const heads = ready.filter((one) => firsts(ready.filter((other) => together(one, other)))[0] === one);
        expect(heads).toContain(url);
        const here = heads.filter((one) => previous !== undefined && subjects[at(one)] === subjects[at(previous)]);
        expect(url).toBe(firsts(here.length > 0 ? here : heads)[0]);
      }
    }),
    { numRuns: runs(120) },
  );
});
