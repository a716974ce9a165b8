import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArticleGraph, readingPath, shortestPath } from '../../../src/graph/index.js';
import { runs } from '../../support/runs.js';
import { article, linkTo } from '../support/articles.js';
import { chain, drawnGraph, star, tableOf } from '../support/random-graph.js';

/** Articles of one subject each, the links in the order of their slots. */
const site = (rows: Readonly<Record<string, readonly [subject: string, ...targets: string[]]>>) => {
  const named = Object.entries(rows).map(([url, [subject]]) => article(url, { subject, title: `On ${url}` }));
  return buildArticleGraph(
    named.map((one) => ({
      ...one,
      related: rows[one.url]!.slice(1).map((url, i) => linkTo(named.find((other) => other.url === url)!, i + 1)),
    })),
  );
};

const urlsOf = (path: ReturnType<typeof readingPath>) =>
  path.kind === 'path' ? path.articles.map(({ url }) => url) : path.because;

describe('a shortest path', () => {
  /** All ways without a repeated node, compared by length, then changes of group, then node by node. */
  const slow = (
    leads: (v: number, w: number) => boolean,
    nodeCount: number,
    from: number,
    to: number,
    groups: readonly number[],
  ): number[] | undefined => {
    const changes = (path: readonly number[]) =>
      path.filter((v, i) => i > 0 && groups[v] !== groups[path[i - 1]!]).length;
    let best: number[] | undefined;
    const isBetter = (path: number[]): boolean => {
      if (!best) return true;
      const rank = path.length - best.length || changes(path) - changes(best);
      if (rank !== 0) return rank < 0;
      const at = path.findIndex((v, i) => v !== best![i]);
      return at !== -1 && path[at]! < best[at]!;
    };
    const extend = (path: number[]): void => {
      const last = path[path.length - 1]!;
      if (last === to) {
        if (isBetter(path)) best = path;
        return;
      }
      for (let next = 0; next < nodeCount; next++) {
        if (leads(last, next) && !path.includes(next)) extend([...path, next]);
      }
    };
    extend([from]);
    return best;
  };

  test('is the best of all ways, tried one by one', () => {
    fc.assert(
      fc.property(
        drawnGraph(6),
        fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
        fc.constantFrom('out', 'all'),
        fc.array(fc.nat(5), { maxLength: 2 }),
        (drawn, drawnGroups, direction, drawnAvoid) => {
          const table = tableOf(drawn);
          const { nodeCount } = drawn.graph;
          const groups = drawnGroups.slice(0, nodeCount);
          const avoid = drawnAvoid.filter((v) => v < nodeCount);
          for (const from of table.keys()) {
            for (const to of table.keys()) {
              const isOpen = (w: number) => w === to || !avoid.includes(w);
              const leads = (v: number, w: number) =>
                isOpen(w) && (table[v]![w]! || (direction === 'all' && table[w]![v]!));
              expect(shortestPath(drawn.graph, from, to, { direction, groups, avoid })).toEqual(
                slow(leads, nodeCount, from, to, groups),
              );
              expect(shortestPath(drawn.graph, from, to, { direction, avoid })).toEqual(
                slow(
                  leads,
                  nodeCount,
                  from,
                  to,
                  groups.map(() => 0),
                ),
              );
            }
          }
        },
      ),
      { numRuns: runs(60) },
    );
  });

  test('goes through a chain of a million and around a star of a hundred thousand', () => {
    const million = 1_000_000;
    expect(shortestPath(chain(million, false), 0, million - 1)).toHaveLength(million);
    expect(shortestPath(star(100_000, 'both'), 1, 100_000)).toEqual([1, 0, 100_000]);
    expect(shortestPath(star(100_000, 'out'), 1, 2)).toBeUndefined();
    expect(shortestPath(star(100_000, 'out'), 1, 2, { direction: 'all' })).toEqual([1, 0, 2]);
  });

  test('is refused for nodes, groups and options that cannot be meant', () => {
    const graph = chain(3, false);
    expect(() => shortestPath(graph, 0, 3)).toThrow('shortestPath: there is no node 3');
    expect(() => shortestPath(graph, -1, 2)).toThrow(RangeError);
    expect(() => shortestPath(graph, 0, 2, { avoid: [7] })).toThrow('shortestPath: there is no node 7');
    expect(() => shortestPath(graph, 0, 2, { groups: [1] })).toThrow('there are 1 groups for 3 nodes');
    // @ts-expect-error no such direction
    expect(() => shortestPath(graph, 0, 2, { direction: 'in' })).toThrow('direction is “in”');
  });
});

describe('a reading path', () => {
  const graph = site({
    '/start': ['Clubs', '/by-art', '/by-clubs'],
    '/by-art': ['Art', '/goal'],
    '/by-clubs': ['Clubs', '/goal'],
    '/goal': ['Clubs', '/beyond'],
    '/beyond': ['Art'],
    '/alone': ['Art'],
  });

  test('keeps to the subject where that costs no step', () => {
    expect(readingPath(graph, '/start', '/goal')).toEqual({
      kind: 'path',
      articles: [
        { url: '/start', title: 'On /start', subject: 'Clubs' },
        { url: '/by-clubs', title: 'On /by-clubs', subject: 'Clubs' },
        { url: '/goal', title: 'On /goal', subject: 'Clubs' },
      ],
      steps: 2,
      subjectChanges: 0,
    });
  });

  test('goes round what is to be avoided, and says where that is not possible', () => {
    expect(urlsOf(readingPath(graph, '/start', '/goal', { avoid: ['/by-clubs', '/goal'] }))).toEqual([
      '/start',
      '/by-art',
      '/goal',
    ]);
    expect(urlsOf(readingPath(graph, '/start', '/goal', { avoid: ['/by-clubs', '/by-art'] }))).toBe('avoided');
    expect(urlsOf(readingPath(graph, '/start', '/alone', { avoid: ['/by-art'] }))).toBe('unreachable');
  });

  test('that has too many steps is not given, but how many it has', () => {
    expect(readingPath(graph, '/start', '/beyond', { maxSteps: 2 })).toEqual({
      kind: 'none',
      because: 'too-far',
      steps: 3,
    });
    expect(readingPath(graph, '/start', '/beyond', { maxSteps: 3 })).toMatchObject({ steps: 3, subjectChanges: 1 });
  });

  test('follows links backwards only where asked to', () => {
    expect(readingPath(graph, '/goal', '/start')).toEqual({ kind: 'none', because: 'unreachable' });
    expect(urlsOf(readingPath(graph, '/goal', '/start', { direction: 'all' }))).toEqual([
      '/goal',
      '/by-clubs',
      '/start',
    ]);
  });

  test('from an article to itself is the article', () => {
    expect(readingPath(graph, '/alone', '/alone')).toMatchObject({ kind: 'path', steps: 0, subjectChanges: 0 });
  });

  test('of a url that no article has is refused, with the url most like it', () => {
    expect(() => readingPath(graph, '/start', '/goals')).toThrow(
      'readingPath: no article has the url “/goals”; did you mean “/goal”?',
    );
    expect(() => readingPath(graph, 'https://elsewhere', '/goal')).toThrow(/the url “https:\/\/elsewhere”$/);
    expect(() => readingPath(graph, `/${'x'.repeat(1_000_000)}`, '/goal')).toThrow(RangeError);
    expect(() => readingPath(graph, '/start', '__proto__')).toThrow('no article has the url “__proto__”');
    expect(() => readingPath(graph, '/start', '/goal', { maxSteps: -1 })).toThrow('readingPath: maxSteps is -1');
    expect(() => readingPath(buildArticleGraph([]), '/a', '/b')).toThrow('no article has the url “/a”');
  });
});
