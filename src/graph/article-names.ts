import { equalClasses, hashOfText } from './equal-classes.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';

/** What a check compares again and again, as numbers: so that strings are made only where something is amiss. */
export interface ArticleNames {
  /** For each node the first with the same title. */
  readonly titles: Int32Array;
  /** For each node the first with the same id. */
  readonly ids: Int32Array;
  readonly noIndex: Uint8Array;
}

export const articleNames = (graph: FrozenArticleGraph): ArticleNames => {
  const { nodeCount, idAt, titleAt } = graph;
  const numbers = new Float64Array(nodeCount);
  const noIndex = new Uint8Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    numbers[v] = idAt(v);
    if (graph.isNoIndexAt(v)) noIndex[v] = 1;
  }
  // Ids beyond 32 bits are folded by the remainder, not by their lowest bits alone.
  const hashOfId = (v: number): number => Math.imul(numbers[v]! | 0, 0x9e3779b1) ^ Math.trunc(numbers[v]! / 2 ** 32);
  return {
    titles: equalClasses(
      nodeCount,
      (v) => hashOfText(titleAt(v)),
      (one, other) => titleAt(one) === titleAt(other),
    ),
    ids: equalClasses(nodeCount, hashOfId, (one, other) => numbers[one] === numbers[other]),
    noIndex,
  };
};
