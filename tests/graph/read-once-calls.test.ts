/** What hosts hand over is read once: a getter or a Proxy that gives something else each time cannot slip past a check. */
import { describe, expect, test } from 'vitest';
import * as everything from '../support/every-export.js';
import * as graphRoom from '../../src/graph/index.js';
import { type Argument, validCalls } from '../support/valid-calls.js';

const isPlain = (value: unknown): value is object => {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** Of a graph or an index, which the library made itself and froze, the parts are asked for again and again; and a signal is there to change. */
const isMade = (value: object): boolean => 'buffer' in value || 'base' in value || 'aborted' in value;

/** The value, with every reading of one of its parts, however deep, noted under its way. */
const watched = (value: unknown, way: string, reads: Map<string, number>): unknown => {
  if (!isPlain(value) || isMade(value)) return value;
  const parts = new Map<PropertyKey, unknown>();
  return new Proxy(value, {
    get(target, key, receiver) {
      const part = Reflect.get(target, key, receiver);
      // To go through a list is to ask for its length again and again; its parts tell whether it was gone through twice.
      if (typeof key === 'symbol' || (Array.isArray(target) && !/^\d+$/.test(key))) return part;
      const its = `${way}.${key}`;
      reads.set(its, (reads.get(its) ?? 0) + 1);
      if (!parts.has(key)) parts.set(key, watched(part, its, reads));
      return parts.get(key);
    },
  });
};

const valueOf = ({ value, options }: Argument): unknown =>
  options ? Object.fromEntries(Object.entries(options).map(([name, one]) => [name, valueOf(one)])) : value;

const calls = validCalls(everything);
/** Pages of which the second names one that is not there and one that has moved, so that there is something to repair. */
const pages = () => [
  { url: '/a', id: 1, title: 'Levers', subject: 'Physics', related: [], extra: 1 },
  {
    url: '/b',
    id: 2,
    title: 'Pulleys',
    subject: 'Physics',
    related: [
      { slot: 1, id: 1, title: 'Levers', subject: 'Physics', url: '/moved' },
      { slot: 2, id: 2, title: 'Pulleys', subject: 'Physics', url: '/b' },
      { slot: 4, id: 9, title: 'Nothing', subject: 'Physics', url: '/gone' },
    ],
    extra: 2,
  },
];

const verbs = Object.entries(graphRoom).filter((entry): entry is [string, never] => typeof entry[1] === 'function');

describe('every public function of the graph room', () => {
  test.each(verbs)(
    '%s reads each part of what it is given at most once',
    (name, verb: (...given: unknown[]) => unknown) => {
      const reads = new Map<string, number>();
      const given = (calls[name] ?? []).map((argument) => watched(valueOf(argument), argument.names[0] ?? '', reads));
      verb(...given);
      expect([...reads].filter(([, times]) => times > 1)).toEqual([]);
    },
  );

  test('applyRepairs and countGraphIssues read each article, each entry, each issue and each repair once', () => {
    const issues = graphRoom.checkArticleGraph(graphRoom.buildArticleGraph(pages()));
    // The moved entry, the one that leads back, the one that leads nowhere, and a gap in the numbers.
    expect(issues.map(({ code }) => code).sort()).toEqual(['dangling-link', 'self-link', 'slot-gap', 'unknown-url']);
    const reads = new Map<string, number>();
    const articles = watched(pages(), 'articles', reads) as ReturnType<typeof pages>;
    const given = watched(issues, 'issues', reads) as typeof issues;
    const repaired = graphRoom.applyRepairs(articles, given);
    expect([...reads].filter(([, times]) => times > 1)).toEqual([]);
    expect(repaired[1]).toEqual({
      ...pages()[1],
      related: [
        { slot: 1, id: 1, title: 'Levers', subject: 'Physics', url: '/a' },
        { slot: 2, id: 9, title: 'Nothing', subject: 'Physics', url: '/gone' },
      ],
    });
    reads.clear();
    // The four, and beside the moved entry that no copy of its article has its url.
    expect(graphRoom.countGraphIssues(given)).toHaveLength(5);
    expect([...reads].filter(([, times]) => times > 1)).toEqual([]);
  });

  test('a list of labels, of codes or of weights that changes after it was checked changes nothing', () => {
    const links = graphRoom.buildLinkGraph({ nodeCount: 2, sources: [0], targets: [1] });
    /** The right value when first asked, and another from then on. */
    const changing = (first: unknown, then: unknown) => {
      let asked = 0;
      return new Proxy([first, first], {
        get: (list, key) => (key === '0' && asked++ > 0 ? then : Reflect.get(list, key)),
      });
    };
    // One link within the one community there is: 1 − (2 / 2)² = 0.
    expect(graphRoom.modularity(links, changing(0, 1e9) as number[])).toBe(0);
    const even = graphRoom.pageRank(links, { personalisation: [1, 1] });
    expect(graphRoom.pageRank(links, { personalisation: changing(1, 'x') as number[] })).toEqual(even);
  });

  test('applyRepairs refuses what is no repair and no entry in words', () => {
    const issue = (repair: unknown) => [{ code: 'self-link', repair }] as never;
    const repairs =
      (repair: unknown, articles: unknown = pages()) =>
      () =>
        graphRoom.applyRepairs(articles as ReturnType<typeof pages>, issue(repair));
    expect(repairs(null)).toThrow('applyRepairs: issues[0].repair is null; it is a repair, or left out');
    expect(repairs({ kind: 'remove' })).toThrow(
      'applyRepairs: issues[0].repair.kind is “remove”; it is “replace-link” or',
    );
    expect(repairs({ kind: 'remove-link', certain: true, url: '/b' })).toThrow('issues[0].repair.written is undefined');
    const renumber = { kind: 'renumber', certain: true, url: '/a' };
    expect(repairs(renumber, [{ url: '/a', related: [null] }])).toThrow('articles[0].related[0] is null');
  });
});
