import { at as itemAt } from '../../common/at.js';
import type { CircuitNode, CircuitNodes, Sum } from './circuit-nodes.js';

/** Work that is counted: looks at a node or a sum. Every search of one call draws on the same. */
export interface Work {
  done: number;
  readonly limit: number;
}

/** The part of a circuit that some nodes look at, and the questions in a good order. */
export interface Support {
  readonly circuit: Part;
  /** The nodes asked about, as they are numbered in the part. */
  readonly roots: readonly number[];
  readonly turns: readonly Turn[];
}

/** Nodes and sums, numbered anew. A node comes after those it looks at. */
export interface Part {
  readonly nodes: readonly CircuitNode[];
  readonly sums: readonly Sum[];
  readonly codes: CircuitNodes['codes'];
  readonly space: CircuitNodes['space'];
}

export interface Turn {
  readonly question: number;
  /** The sums that it adds to. */
  readonly sums: readonly number[];
  /** Its codes that add differently, one position for each, the best first and not applicable last; and what they add to the sums. */
  readonly choices: readonly { readonly choice: number; readonly adds: readonly number[] }[];
}

const partsOf = (circuit: Part, at: number): readonly number[] => {
  const node = itemAt(circuit.nodes, at);
  if (node.kind === 'quorum') return node.parts;
  if (node.kind === 'branch') return [node.below, node.from];
  return node.kind === 'group' ? [node.part] : [];
};

const sumsOf = (circuit: Part, at: number): readonly number[] => {
  const node = itemAt(circuit.nodes, at);
  switch (node.kind) {
    case 'settled':
    case 'quorum':
      return [];
    case 'total':
      return node.applies === undefined ? [node.sum] : [node.sum, node.applies];
    case 'pair':
      return [node.applies, node.sum];
    case 'branch':
    case 'group':
      return [node.applies];
    case 'means':
      return node.groups.flatMap(({ points, weight }) => [points, weight]);
  }
};

/**
 * What some nodes depend on. Questions stand as a walk through the rules meets them, small parts first: a part whose
 * questions have all been answered is settled, and leaves one bit behind.
 */
const supportOf = (whole: CircuitNodes, roots: readonly number[]): Support => {
  const inside = new Set<number>();
  const open = [...roots];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (inside.has(at)) continue;
    inside.add(at);
    for (const part of partsOf(whole, at)) open.push(part);
  }
  const nodes = [...inside].sort((a, b) => a - b);
  const size = new Map<number, number>();
  for (const at of nodes) {
    const own = sumsOf(whole, at).reduce((sum, one) => sum + itemAt(whole.sums, one).gains.size, 0);
    size.set(
      at,
      partsOf(whole, at).reduce((sum, part) => sum + (size.get(part) ?? 0), own),
    );
  }
  const order = new Set<number>();
  const seen = new Set<number>();
  const stack = [...roots].reverse();
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const sum of sumsOf(whole, at)) for (const v of itemAt(whole.sums, sum).gains.keys()) order.add(v);
    const largestFirst = [...partsOf(whole, at)].sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0));
    for (const part of largestFirst) stack.push(part);
  }
  const circuit = numberedAnew(whole, nodes);
  const sumsFor = new Map<number, number[]>();
  circuit.sums.forEach(({ gains }, sum) => {
    for (const v of gains.keys()) {
      const of = sumsFor.get(v) ?? [];
      of.push(sum);
      sumsFor.set(v, of);
    }
  });
  const place = new Map(nodes.map((at, i) => [at, i]));
  return {
    circuit,
    roots: roots.map((root) => place.get(root)!),
    turns: [...order].map((question) => turnOf(circuit, question, sumsFor.get(question) ?? [])),
  };
};

const turnOf = (circuit: Part, question: number, sums: readonly number[]): Turn => {
  const known = circuit.space.digits[question]?.known ?? 1;
  const all = (circuit.codes[question] ?? []).map((_, choice) => choice);
  const bestFirst = [...all.slice(0, known).reverse(), ...all.slice(known)];
  const classes = new Map<string, Turn['choices'][number]>();
  for (const choice of bestFirst) {
    const adds = sums.map((sum) => itemAt(circuit.sums, sum).gains.get(question)?.[choice] ?? 0);
    const key = adds.join(' ');
    if (!classes.has(key)) classes.set(key, { choice, adds });
  }
  return { question, sums, choices: [...classes.values()] };
};

const numberedAnew = (whole: CircuitNodes, nodes: readonly number[]): Part => {
  const place = new Map(nodes.map((at, i) => [at, i]));
  const sumPlace = new Map<number, number>();
  const sums: Sum[] = [];
  const newSum = (sum: number): number => {
    const known = sumPlace.get(sum);
    if (known !== undefined) return known;
    sumPlace.set(sum, sums.length);
    return sums.push(itemAt(whole.sums, sum)) - 1;
  };
  const newPlace = (at: number): number => place.get(at)!;
  const renumbered = nodes.map((at): CircuitNode => {
    const node = itemAt(whole.nodes, at);
    switch (node.kind) {
      case 'settled':
        return node;
      case 'total':
        return {
          ...node,
          sum: newSum(node.sum),
          applies: node.applies === undefined ? undefined : newSum(node.applies),
        };
      case 'pair':
        return { ...node, sum: newSum(node.sum), applies: newSum(node.applies) };
      case 'group':
        return { ...node, applies: newSum(node.applies), part: newPlace(node.part) };
      case 'branch':
        return { ...node, applies: newSum(node.applies), below: newPlace(node.below), from: newPlace(node.from) };
      case 'quorum':
        return { ...node, parts: node.parts.map(newPlace) };
      case 'means':
        return {
          ...node,
          groups: node.groups.map(({ points, weight }) => ({ points: newSum(points), weight: newSum(weight) })),
        };
    }
  });
  return { nodes: renumbered, sums, codes: whole.codes, space: whole.space };
};

/** What one look at all nodes counts. */
export const workOfOneLook = ({ circuit }: Support): number => circuit.nodes.length + circuit.sums.length + 4;

/** The part of a circuit that some nodes look at, with the work of finding it counted; none where no work is left. */
export const countedSupport = (circuit: CircuitNodes, roots: readonly number[], work: Work): Support | undefined => {
  if (work.done >= work.limit) return undefined;
  const support = supportOf(circuit, roots);
  work.done +=
    workOfOneLook(support) + support.turns.reduce((sum, { sums, choices }) => sum + sums.length * choices.length, 0);
  return support;
};
