import { describe, expect, test } from 'vitest';
import { personalisedPageRank } from '../../../src/graph/measure/personalised-page-rank.js';
import { chain, graphOf, star } from '../support/random-graph.js';

const fork = graphOf(4, [
  [0, 1],
  [0, 2],
  [1, 0],
  [2, 3],
]);

describe('personalised page rank', () => {
  test('of a node without links is all its own', () => {
    const { top } = personalisedPageRank(graphOf(2, []), 1, { epsilon: 1e-12 });
    expect(top.map(({ node }) => node)).toEqual([1]);
    expect(top[0]!.rank).toBeCloseTo(1, 10);
  });

  test('names at most k nodes and none that is excluded, though the reader may pass through it', () => {
    expect(personalisedPageRank(fork, 0, { limit: 2 }).top.length).toBe(2);
    expect(personalisedPageRank(fork, 0, { limit: 0 }).top).toEqual([]);
    const { top } = personalisedPageRank(fork, 0, { exclude: [0, 1, 2] });
    expect(top.map(({ node }) => node)).toEqual([3]);
  });

  test('places nodes of equal rank by their number', () => {
    const { top } = personalisedPageRank(star(50, 'out'), 0, { exclude: [0], limit: 4 });
    expect(top.map(({ node }) => node)).toEqual([1, 2, 3, 4]);
    expect(new Set(top.map(({ rank }) => rank)).size).toBe(1);
  });

  test('takes seeds as a node, a list that may name one twice, or weights', () => {
    const twice = personalisedPageRank(fork, [1, 2, 2]);
    expect(personalisedPageRank(fork, Int32Array.of(1, 2, 2))).toEqual(twice);
    expect(
      personalisedPageRank(
        fork,
        new Map([
          [1, 0.5],
          [2, 1],
        ]),
      ),
    ).toEqual(twice);
    expect(personalisedPageRank(fork, [3])).toEqual(personalisedPageRank(fork, 3));
  });

  test('settles places where the ranks are far enough apart', () => {
    const { settled, bound, top } = personalisedPageRank(chain(100, false), 0, { limit: 5, epsilon: 1e-9 });
    expect(bound).toBeLessThan(1e-6);
    expect(settled).toBe(5);
    expect(top.map(({ node }) => node)).toEqual([0, 1, 2, 3, 4]);
    // With all left where it lies nothing is settled.
    expect(personalisedPageRank(chain(100, false), 0, { epsilon: 10 }).settled).toBe(0);
  });

  test('meets few nodes of a great graph', () => {
    const great = chain(1_000_000, false);
    const { touched, pushes, bound } = personalisedPageRank(great, 500_000);
    expect(touched).toBeLessThan(100);
    expect(pushes).toBeLessThan(1 / (1e-5 * 0.15));
    expect(bound).toBeLessThan(1e-3);
    // Both ways a reader comes back often, but goes no further.
    const both = personalisedPageRank(great, 500_000, { direction: 'both', limit: 3 });
    expect(both.touched).toBeLessThan(200);
    expect(both.top.map(({ node }) => node)).toEqual([500_000, 499_999, 500_001]);
    expect(both.settled).toBeGreaterThan(0);
  });

  test('refuses what is no seed and options that are out of range', () => {
    expect(() => personalisedPageRank(fork, 4)).toThrow('personalisedPageRank: there is no node 4');
    expect(() => personalisedPageRank(fork, [])).toThrow('personalisedPageRank: there is no seed');
    expect(() => personalisedPageRank(fork, new Map([[0, 0]]))).toThrow('the weight of seed 0 is 0');
    expect(() => personalisedPageRank(fork, 0, { epsilon: 0 })).toThrow('epsilon is 0');
    expect(() => personalisedPageRank(fork, 0, { damping: 1 })).toThrow('damping is 1');
    expect(() => personalisedPageRank(fork, 0, { limit: 1.5 })).toThrow('limit is 1.5');
    expect(() => personalisedPageRank(fork, 0, { direction: 'in' as 'out' })).toThrow('direction is “in”');
    expect(() => personalisedPageRank(fork, 0, { top: 3 } as object)).toThrow(TypeError);
  });
});
