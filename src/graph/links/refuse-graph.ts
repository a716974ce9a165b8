import { shownValue } from '../../common/shown-value.js';

const HANDED_AWAY = 'the graph’s buffer was handed to a worker; open it there, or post it without a transfer list';

/** What a graph is asked for, as far as a value is one. */
interface Asked {
  readonly nodeCount?: unknown;
  readonly outStarts?: { readonly length?: unknown } | null;
  readonly base?: unknown;
  readonly changedRows?: unknown;
  readonly subjectNumbers?: { readonly length?: unknown } | null;
  readonly tableBuffer?: { readonly byteLength?: unknown } | null;
}

/** What is wrong with a value as a graph, or undefined. */
const faultOf = (graph: unknown, makers: string): string | undefined => {
  if (Array.isArray(graph)) return 'the graph is a list; build a graph of it with buildArticleGraph';
  const right = `give one of ${makers}`;
  if (graph === null || typeof graph !== 'object') return `the graph is ${shownValue(graph)}; ${right}`;
  const { nodeCount, outStarts, base, changedRows } = graph as Asked;
  if (base && changedRows) return 'the graph has edits laid over it; freeze it first with freezeArticleGraph';
  if (typeof nodeCount !== 'number' || !outStarts) return `this is no graph; ${right}`;
  return outStarts.length === nodeCount + 1 ? undefined : HANDED_AWAY;
};

/** Throws for what is no frozen graph, and for one whose rows are no longer here: asked on, it would give wrong answers. */
export const refuseNoGraph = (caller: string, graph: unknown, makers = 'buildArticleGraph or buildLinkGraph'): void => {
  const fault = faultOf(graph, makers);
  if (fault !== undefined) throw new TypeError(`${caller}: ${fault}`);
};

/** The same where the graph must tell of articles too. */
export const refuseNoArticleGraph = (caller: string, graph: unknown): void => {
  refuseNoGraph(caller, graph, 'buildArticleGraph');
  // The table itself is not asked for where its numbers tell: it would be packed.
  const { nodeCount, subjectNumbers } = graph as Asked;
  if (!subjectNumbers) {
    throw new TypeError(`${caller}: the graph has links but no articles; give one of buildArticleGraph`);
  }
  const isAway = nodeCount === 0 ? (graph as Asked).tableBuffer?.byteLength === 0 : subjectNumbers.length !== nodeCount;
  if (isAway) throw new TypeError(`${caller}: ${HANDED_AWAY}`);
};

/** Throws where the table of a graph was handed away, told by an array of it that is never empty. */
export const refuseHandedAway = (caller: string, array: ArrayLike<number>): void => {
  if (array.length === 0) throw new TypeError(`${caller}: ${HANDED_AWAY}`);
};
