import { describe, expect, test } from 'vitest';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { buildTextIndex } from '../../../src/graph/words/build-text-index.js';
import type { FrozenArticleGraph } from '../../../src/graph/articles/frozen-article-graph.js';
import type { GraphArticle } from '../../../src/model/articles/graph-article.js';
import { checkArticleGraph } from '../../../src/graph/check/check-article-graph.js';
import type { LongWorkOptions } from '../../../src/common/long-work.js';
import { rowsOf } from '../../../src/graph/links/link-rows.js';
import { walkFrom } from '../../../src/graph/measure/personalised-page-rank.js';
import { recommendAll } from '../../../src/graph/recommend/recommend-all.js';
import type { RecommendOptions } from '../../../src/graph/recommend/recommend-options.js';
import { recommendRelated } from '../../../src/graph/recommend/recommend-related.js';
import { scratchOf } from '../../../src/graph/links/scratch.js';
import { withoutRow } from '../../../src/graph/links/without-row.js';
import { chain, graphOf, star } from '../support/random-graph.js';
import { slowWalk } from '../support/slow-recommender.js';

/** Articles by number, each with the numbers it links to. */
const site = (
  lists: Readonly<Record<number, readonly number[]>>,
  more: (id: number) => Partial<GraphArticle> = () => ({}),
) => {
  const plain = (id: number) => ({ url: `/${id}`, id, title: `Page ${id}`, subject: 'Physics', ...more(id) });
  return Object.entries(lists).map(([name, targets]) => ({
    ...plain(Number(name)),
    answer: '',
    related: targets.map((target, i) => {
      const { id, title, subject, url } = plain(target);
      return { slot: i + 1, id, title, subject, url };
    }),
  }));
};

// 1, 2 and 3 name each other and 4; 5 and 6 name 1 and 7.
const LISTS = { 1: [2, 3, 4], 2: [1, 3, 4], 3: [1, 2], 4: [], 5: [1, 7], 6: [1, 7], 7: [], 8: [] };
const urls = (graph: FrozenArticleGraph, url: string, options: RecommendOptions = {}): string[] =>
  recommendRelated(graph, url, options).map((one) => one.url);

describe('what is not recommended', () => {
  const graph = buildArticleGraph(site(LISTS));

  test('is the article itself, and what it links to already', () => {
    expect(urls(graph, '/1')).toEqual(
      ['/7', '/6', '/5'].sort((a, b) => urls(graph, '/1').indexOf(a) - urls(graph, '/1').indexOf(b)),
    );
    expect(urls(graph, '/1', { ownLinks: 'include' })).toEqual(expect.arrayContaining(['/2', '/3', '/4', '/7']));
  });

  test('is what nothing is known to lead to: 8 has no link, and nothing is recommended to it', () => {
    expect(urls(graph, '/8')).toEqual([]);
    expect(urls(graph, '/1', { limit: Number.POSITIVE_INFINITY, ownLinks: 'include' })).not.toContain('/8');
    expect(urls(buildArticleGraph(site({ 1: [] })), '/1')).toEqual([]);
  });

  test('is what the caller excludes, by url; an unknown url is no harm', () => {
    expect(urls(graph, '/1', { exclude: ['/7', '/none'] })).not.toContain('/7');
    expect(urls(graph, '/1', { exclude: new Set(['/7']) })).not.toContain('/7');
  });

  test('is a page that search engines are asked to stay away from, unless it is asked for', () => {
    const hidden = buildArticleGraph(site(LISTS, (id) => ({ noIndex: id === 7 })));
    expect(urls(hidden, '/1')).not.toContain('/7');
    expect(urls(hidden, '/1', { noIndex: 'include' })).toEqual(urls(graph, '/1'));
  });

  test('is what more articles link to than is wished: 7 has two', () => {
    expect(urls(graph, '/1', { mostInbound: 2 })).toContain('/7');
    expect(urls(graph, '/1', { mostInbound: 1 })).not.toContain('/7');
  });

  test('goes beyond the limit of a subject', () => {
    const subjects = buildArticleGraph(site(LISTS, (id) => ({ subject: id % 2 ? 'Physics' : 'Biology' })));
    const all = recommendRelated(subjects, '/1', { ownLinks: 'include' });
    const few = recommendRelated(subjects, '/1', { ownLinks: 'include', perSubject: 1 });
    expect(few.map(({ url }) => url)).toEqual([
      all[0]!.url,
      all.find(({ subject }) => subject !== all[0]!.subject)!.url,
    ]);
    expect(recommendRelated(subjects, '/1', { perSubject: 0 })).toEqual([]);
  });

  test('goes beyond the limit of a subject, even where all the first ones are of one: forty of Physics stand before 90', () => {
    const forty = Array.from({ length: 40 }, (_, i) => i + 11);
    const lists = Object.fromEntries([...forty, 90].map((id) => [id, []]));
    const named = buildArticleGraph(
      site({ ...lists, 1: [], 99: [1, ...forty, 90] }, (id) => ({ subject: id === 90 ? 'Biology' : 'Physics' })),
    );
    expect(urls(named, '/1', { perSubject: 1, exclude: ['/99'] })).toEqual(['/11', '/90']);
  });

  test('is more than k; all that is found for Infinity, nothing for 0', () => {
    const all = urls(graph, '/1', { limit: Number.POSITIVE_INFINITY, ownLinks: 'include' });
    expect(all.length).toBe(6);
    expect(urls(graph, '/1', { limit: 2, ownLinks: 'include' })).toEqual(all.slice(0, 2));
    expect(urls(graph, '/1', { limit: 0 })).toEqual([]);
  });
});

describe('copies of an article, filed under several subjects with the same id', () => {
  // 12 is 2 and 17 is 7, filed again.
  const graph = buildArticleGraph(
    site({ ...LISTS, 5: [1, 7, 12], 6: [1, 17, 12], 12: [1, 3], 17: [] }, (url) => ({
      id: url > 10 ? url - 10 : url,
      url: `/${url}`,
      subject: url > 10 ? 'Biology' : 'Physics',
    })),
  );

  test('are not recommended to each other', () => {
    expect(urls(graph, '/12', { limit: Number.POSITIVE_INFINITY, copies: 'all', ownLinks: 'include' })).not.toContain(
      '/2',
    );
    expect(urls(graph, '/2', { limit: Number.POSITIVE_INFINITY, copies: 'all', ownLinks: 'include' })).not.toContain(
      '/12',
    );
  });

  test('stand for one another: one of them is recommended, and none where one is linked already', () => {
    expect(urls(graph, '/1').filter((url) => url === '/7' || url === '/17').length).toBe(1);
    expect(urls(graph, '/1')).not.toContain('/12');
  });

  test('are all recommended where that is wished', () => {
    expect(urls(graph, '/1', { copies: 'all' })).toEqual(expect.arrayContaining(['/7', '/17', '/12']));
  });
});

describe('a caller’s mistake', () => {
  const articles = site(LISTS);
  const graph = buildArticleGraph(articles);
  const refusals: readonly (readonly [string, RecommendOptions, RegExp])[] = [
    ['a misspelt option', { ownlinks: 'hide' } as RecommendOptions, /recommendRelated: options has no “ownlinks”/],
    ['an option of the whole pass', { mostTimes: 1 } as RecommendOptions, /options has no “mostTimes”/],
    ['a limit that is no count', { limit: 1.5 }, /limit is 1\.5/],
    ['a limit below 0', { perSubject: -1 }, /perSubject is -1/],
    ['a limit that is no number', { mostInbound: Number.NaN }, /mostInbound is NaN/],
    ['a word that is not known', { copies: 'none' as 'one' }, /copies is “none”; it is “one” or “all”/],
    ['one url for a list of urls', { exclude: '/7' }, /exclude is “\/7”; it is a list of urls/],
    [
      'texts of other articles',
      { text: buildTextIndex(articles.slice(1), buildArticleGraph(articles.slice(1))) },
      /the text index is not of the articles of the graph/,
    ],
  ];

  test.each(refusals)('%s is refused', (_, options, message) => {
    expect(() => recommendRelated(graph, '/1', options)).toThrow(message);
  });

  test('is refused for a whole site in its own name', () => {
    expect(() => recommendAll(graph, { ownlinks: 'hide' } as RecommendOptions)).toThrow(/recommendAll: options has no/);
    expect(() => recommendAll(graph, { mostTimes: -1 })).toThrow(/recommendAll: mostTimes is -1/);
    expect(() => recommendAll(graph, { text: buildTextIndex([], buildArticleGraph([])) })).toThrow(
      /recommendAll: the text index is not/,
    );
  });

  test('in a url is answered with the nearest', () => {
    const longer = buildArticleGraph(site({ 1: [], 2: [] }, (id) => ({ url: `/physics/questions/what-is-${id}` })));
    expect(() => recommendRelated(longer, '/physics/questions/what-is-1/')).toThrow(
      'recommendRelated: no article has the url “/physics/questions/what-is-1/”; did you mean “/physics/questions/what-is-1”?',
    );
  });
});

describe('recommendAll', () => {
  const graph = buildArticleGraph(site(LISTS));

  test('gives every article a list, in the order of urls, with slots from 1', () => {
    const lists = recommendAll(graph, { limit: 2 });
    expect(lists.map(({ url }) => url)).toEqual(['/1', '/2', '/3', '/4', '/5', '/6', '/7', '/8']);
    for (const { related } of lists) related.forEach(({ slot }, i) => expect(slot).toBe(i + 1));
    expect(recommendAll(buildArticleGraph([]))).toEqual([]);
  });

  test('recommends nothing more often than is wished, and deals first choices before second ones', () => {
    const free = recommendAll(graph, { ownLinks: 'include', limit: 3 });
    const dealt = recommendAll(graph, { ownLinks: 'include', limit: 3, mostTimes: 2 });
    const times = new Map<string, number>();
    for (const { url } of dealt.flatMap(({ related }) => related)) times.set(url, (times.get(url) ?? 0) + 1);
    expect(Math.max(...times.values())).toBe(2);
    // In the first round each takes its first choice, unless two before it took the same.
    const taken = new Map<string, number>();
    dealt.forEach(({ related }, at) => {
      const choice = free[at]!.related[0]?.url;
      if (choice === undefined || (taken.get(choice) ?? 0) === 2) return;
      expect(related[0]?.url).toBe(choice);
      taken.set(choice, (taken.get(choice) ?? 0) + 1);
    });
    expect(recommendAll(graph, { mostTimes: 0 }).every(({ related }) => related.length === 0)).toBe(true);
    expect(recommendAll(graph, { mostTimes: 99, limit: 3, ownLinks: 'include' })).toEqual(free);
  });
});

describe('when something is thrown in between', () => {
  test('all scores are back at 0, and the next answer is right', () => {
    const articles = site(LISTS);
    const sound = buildArticleGraph(articles);
    let breaks = false;
    const idAt = (node: number): number => {
      if (breaks) throw new Error('the host is gone');
      return sound.idAt(node);
    };
    const graph = { ...sound, idAt };
    const wanted = recommendRelated(sound, '/1');
    expect(recommendRelated(graph, '/1')).toEqual(wanted);
    breaks = true;
    for (const ownLinks of ['exclude', 'include', 'hide'] as const) {
      expect(() => recommendRelated(graph, '/1', { ownLinks })).toThrow('the host is gone');
      expect(scratchOf(graph).scores.every((score) => score === 0)).toBe(true);
    }
    breaks = false;
    expect(recommendRelated(graph, '/1')).toEqual(wanted);
    expect(recommendRelated(graph, '/1', { ownLinks: 'hide' })).toEqual(
      recommendRelated(sound, '/1', { ownLinks: 'hide' }),
    );
  });

  test('where a row is left out, the room is as before, and a walk leaves nothing behind', () => {
    const graph = graphOf(4, [
      [0, 1],
      [1, 2],
      [3, 1],
      [0, 2],
    ]);
    const seeds = { nodes: Int32Array.of(0), shares: Float64Array.of(1) };
    const ranks = (): number[] => {
      const { ranks: all, count } = walkFrom(graph, rowsOf(graph), seeds, { damping: 0.85, epsilon: 1e-4 });
      return [...all.subarray(0, count)];
    };
    const before = ranks();
    const fail = (): never => {
      throw new Error('no');
    };
    expect(() => withoutRow(graph, 0, fail)).toThrow('no');
    expect(ranks()).toEqual(before);
    const inbound = withoutRow(graph, 0, (rows) => [...rows.inEnds].map((end, v) => end - rows.inStarts[v]!));
    expect(inbound).toEqual([0, 1, 1, 0]);
    expect(withoutRow(graph, 3, (rows) => [...rows.inEnds].map((end, v) => end - rows.inStarts[v]!))).toEqual([
      0, 1, 2, 0,
    ]);
  });
});

describe('the walk', () => {
  const rest = { damping: 0.85, epsilon: 6e-4 };

  test('is short of exact ranks by no more than what may lie at a node', () => {
    const graph = graphOf(6, [
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 1],
      [3, 4],
      [4, 5],
    ]);
    const rows = [[1], [2], [0], [1, 4], [5], []];
    const exact = slowWalk(
      rows,
      new Map([
        [0, 0.75],
        [4, 0.25],
      ]),
      1e-12,
    );
    const seeds = { nodes: Int32Array.of(0, 4), shares: Float64Array.of(0.75, 0.25) };
    const { nodes, ranks, count } = walkFrom(graph, rowsOf(graph), seeds, rest);
    const found = new Map(Array.from(nodes.subarray(0, count), (node, i) => [node, ranks[i]!]));
    for (const [node, rank] of exact) {
      const degree = rows[node]!.length + rows.flat().filter((target) => target === node).length;
      expect(rank - found.get(node)!).toBeGreaterThan(-1e-9);
      // Both ways what can still reach a node is at most epsilon for each of its links, whatever begins where.
      expect(rank - found.get(node)!).toBeLessThan(rest.epsilon * degree);
    }
  });

  test('goes a short way along a chain of a million and through a star of a hundred thousand', () => {
    const long = chain(1_000_000, false);
    const seeds = { nodes: Int32Array.of(500_000), shares: Float64Array.of(1) };
    const { nodes, count } = walkFrom(long, rowsOf(long), seeds, rest);
    const met = [...nodes.subarray(0, count)];
    expect(met.every((node) => Math.abs(node - 500_000) < 100)).toBe(true);
    expect(withoutRow(long, 500_000, (rows) => walkFrom(long, rows, seeds, rest).count)).toBeLessThan(met.length);
    const wide = star(100_000, 'both');
    const hub = { nodes: Int32Array.of(0), shares: Float64Array.of(1) };
    // What the hub holds, 1, is less than 6e-4 for each of its 200,000 links: nothing is sent on.
    expect(walkFrom(wide, rowsOf(wide), hub, rest).count).toBe(1);
    const leaf = { nodes: Int32Array.of(7), shares: Float64Array.of(1) };
    expect(walkFrom(wide, rowsOf(wide), leaf, rest).count).toBe(2);
  });

  test('ends where a site is one hub that all link to, and all of it copies of one article', () => {
    const many = 20_000;
    const link = { slot: 1, id: 1, title: 'Hub', subject: 'Physics', url: '/hub' };
    const leaves = Array.from({ length: many }, (_, i) => ({ ...link, url: `/leaf/${i}`, related: [link] }));
    const copies = buildArticleGraph([{ ...link, related: [] }, ...leaves]);
    expect(recommendRelated(copies, '/hub')).toEqual([]);
    const others = buildArticleGraph([
      { ...link, related: leaves.map(({ url }, i) => ({ ...link, slot: i + 1, id: i + 2, url })) },
      ...leaves.map((leaf, i) => ({ ...leaf, id: i + 2 })),
    ]);
    expect(recommendRelated(others, '/hub')).toEqual([]);
    // The hub is where every walk leads; all leaves are alike, and the first of them by url comes next.
    expect(urls(others, '/leaf/5', { ownLinks: 'include' }).slice(0, 2)).toEqual(['/hub', '/leaf/0']);
  });
});

test('an article may have the url __proto__', () => {
  const graph = buildArticleGraph(site(LISTS, (id) => (id === 7 ? { url: '__proto__' } : {})));
  expect(urls(graph, '/1')).toContain('__proto__');
  expect(urls(graph, '__proto__')).toContain('/1');
  expect(recommendAll(graph).map(({ url }) => url)).toContain('__proto__');
});

describe('long work', () => {
  const articles = site(LISTS).map((one) => ({ ...one, answer: one.title }));
  const graph = buildArticleGraph(articles);
  const verbs: readonly (readonly [string, (options: LongWorkOptions) => unknown])[] = [
    ['recommendAll', (options) => recommendAll(graph, options)],
    ['buildTextIndex', (options) => buildTextIndex(articles, graph, options)],
    ['checkArticleGraph', (options) => checkArticleGraph(graph, options)],
  ];

  test.each(verbs)('%s tells how far it is, and stops where nobody waits for it', (name, run) => {
    const told: string[] = [];
    const quiet = run({});
    expect(run({ onProgress: (done, total) => told.push(`${done} of ${total}`) })).toEqual(quiet);
    expect(told).toEqual(articles.map((_, i) => `${i + 1} of ${articles.length}`));
    const signal = { aborted: false };
    const stopAt = (done: number): void => {
      signal.aborted = done === 3;
    };
    expect(() => run({ signal, onProgress: stopAt })).toThrow(`${name}: the work was stopped by its signal`);
    // What was kept with the graph is as it was.
    expect(run({})).toEqual(quiet);
  });
});
