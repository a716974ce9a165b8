/** One count of a network of counts: what flows into a node flows out of it, so that totals are flows too. */
export interface CountArc {
  readonly from: number;
  readonly to: number;
  /** The true count, a whole number from 0. */
  readonly value: number;
  /** What hiding it costs; whole numbers above 0, low for what is missed least. */
  readonly cost: number;
}

/** A group that stands wholly in one column: the node of its row, the place of that count, and the places of its zeros. */
export interface OneColumnGroup {
  readonly row: number;
  readonly full: number;
  readonly zeros: readonly number[];
}

/** What was hidden, and the places for which nothing was found that would protect them. */
export interface Hiding {
  readonly hidden: readonly boolean[];
  readonly unsafe: readonly number[];
  /** How many arcs were looked at. */
  readonly work: number;
}

/**
 * What hiding a cell costs: little for small counts, and for a 0 more than for totals, since readers may know that it could not be
 * anything else.
 * @param dear more than any count.
 */
export const cellCost = (value: number, dear: number): number => (value === 0 ? 8 * dear : value + 1);

/** After this many arcs everything is hidden: a bound on work that is the same on every machine. */
const MOST_WORK = 6_000_000;

/** A network of more arcs than this is first protected row by row, so that few searches are left. */
const MANY_ARCS = 2_000;

/** A hidden count of 1 does not fall: who believes that no hidden count is 0 would know that it cannot. */
const LEAST_TO_FALL = 2;

/**
 * Which arcs to hide so that no hidden one follows from the rest. Given those that must be hidden, it adds more at low cost.
 *
 * Every equation between counts and totals says that what enters a node leaves it. Another filling of the hidden arcs that agrees with
 * everything shown therefore differs from the true one by cycles: round a cycle some counts rise by 1 and the others fall by 1. So a
 * hidden arc follows from the rest exactly when no such cycle of hidden arcs goes through it. Example: hide the cells (r₁, c₁), (r₁, c₂),
 * (r₂, c₁) and (r₂, c₂); the first and the last rise, the other two fall, and every total stays. Only counts of 2 or more may fall, so that
 * the other filling has a 0 only where the truth has one: it also convinces readers who take every hidden count to be at least 1.
 *
 * One pass, linear in the arcs, finds which hidden arcs lie on a cycle already (see `unprotected`). For each of the others the
 * cheapest cycle through it is found and hidden whole; of equal ones, the one with the first arcs. If all of a group lie in one
 * column, the cycle lets that count fall and one of its zeros rise, so that another filling does not have them all there.
 *
 * Large networks would need too many searches. There, a lone hidden arc first gets the cheapest companion in its row, since
 * rows with two hidden counts each protect one another. Then the pass runs, and only what is still unprotected is searched for.
 */
export const hideCells = (
  arcs: readonly CountArc[],
  isSmall: (value: number) => boolean,
  groups: readonly OneColumnGroup[] = [],
  mostWork = MOST_WORK,
): Hiding => {
  const network = planNetwork(arcs);
  const hidden = arcs.map(({ value }) => isSmall(value));
  const search = pathSearch(network, hidden);
  const failed: number[] = [];
  const isLarge = arcs.length > MANY_ARCS;
  if (isLarge) hideCompanions(network, hidden, groups);
  for (const { row, full, zeros } of isLarge ? [] : groups) {
    const arc = arcs[full];
    if (arc === undefined || search.work() > mostWork) continue;
    // At the row only its zeros may be gone along; the way ends where the full count, falling, leads back.
    const isOpen = (at: number) => !touches(arcs[at], row) || zeros.includes(at);
    const [start, goal] = arc.from === row ? [row, arc.to] : [arc.from, row];
    // Where only ones could fall, and be 0, they may: what is hidden then has a true 0 among it in any case.
    const path = search.cheapest(start, goal, isOpen) ?? search.cheapest(start, goal, isOpen, 1);
    if (path === undefined) failed.push(full);
    for (const at of path?.arcs ?? []) hidden[at] = true;
    hidden[full] = true;
  }
  const isSafe = new Uint8Array(arcs.length);
  for (const at of unprotected(network, hidden)) {
    const arc = arcs[at];
    if (arc === undefined || isSafe[at] === 1 || search.work() > mostWork) continue;
    const isOther = (other: number) => other !== at;
    const rise = search.cheapest(arc.to, arc.from, isOther);
    const fall = arc.value >= LEAST_TO_FALL ? search.cheapest(arc.from, arc.to, isOther) : undefined;
    const path = fall !== undefined && (rise === undefined || fall.cost < rise.cost) ? fall : rise;
    for (const other of path === undefined ? [] : [at, ...path.arcs]) {
      hidden[other] = true;
      isSafe[other] = 1;
    }
  }
  if (search.work() > mostWork) hidden.fill(true);
  const unsafe = [...new Set([...failed, ...unprotected(network, hidden)])].sort((a, b) => a - b);
  return { hidden, unsafe, work: search.work() };
};

const hideCompanions = (network: Network, hidden: boolean[], groups: readonly OneColumnGroup[]): void => {
  const { arcs, first, touching } = network;
  const degree = (node: number) => (first[node + 1] ?? 0) - (first[node] ?? 0);
  for (const { full, zeros } of groups) {
    hidden[full] = true;
    if (zeros[0] !== undefined) hidden[zeros[0]] = true;
  }
  for (const at of unprotected(network, hidden)) {
    const arc = arcs[at];
    if (arc === undefined) continue;
    const node = degree(arc.to) < degree(arc.from) ? arc.to : arc.from;
    const near = [...touching.subarray(first[node], first[node + 1])];
    if (near.some((other) => other !== at && hidden[other] && (arcs[other]?.value ?? 0) >= LEAST_TO_FALL)) continue;
    let best = -1;
    for (const other of near) {
      const one = arcs[other];
      if (other === at || one === undefined || one.value < LEAST_TO_FALL) continue;
      if (best < 0 || one.cost < (arcs[best]?.cost ?? 0)) best = other;
    }
    if (best >= 0) hidden[best] = true;
  }
};

const touches = (arc: CountArc | undefined, node: number): boolean => arc?.from === node || arc?.to === node;

interface Network {
  readonly arcs: readonly CountArc[];
  readonly nodes: number;
  /** The arcs that touch node n are `touching[first[n]]` up to but without `touching[first[n + 1]]`. */
  readonly first: Int32Array;
  readonly touching: Int32Array;
}

const planNetwork = (arcs: readonly CountArc[]): Network => {
  const nodes = arcs.reduce((most, { from, to }) => Math.max(most, from + 1, to + 1), 0);
  const first = new Int32Array(nodes + 1);
  const count = (node: number): void => {
    first[node + 1] = (first[node + 1] ?? 0) + 1;
  };
  for (const { from, to } of arcs) {
    count(from);
    count(to);
  }
  for (let node = 0; node < nodes; node++) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0);
  const next = first.slice();
  const touching = new Int32Array(2 * arcs.length);
  const put = (node: number, at: number): void => {
    const place = next[node] ?? 0;
    touching[place] = at;
    next[node] = place + 1;
  };
  arcs.forEach(({ from, to }, at) => {
    put(from, at);
    put(to, at);
  });
  return { arcs, nodes, first, touching };
};

interface Path {
  readonly cost: number;
  readonly arcs: readonly number[];
}

/** The cheapest ways between two nodes, along arcs (a count rises) or against them (it falls). Dijkstra’s, with a heap; hidden arcs are free. */
const pathSearch = ({ arcs, nodes, first, touching }: Network, hidden: readonly boolean[]) => {
  const costs = new Float64Array(nodes);
  const cameBy = new Int32Array(nodes);
  // Which search a node was last reached in and last done in, so that nothing need be cleared between searches.
  const [reached, done] = [new Int32Array(nodes), new Int32Array(nodes)];
  let round = 0;
  let looked = 0;
  const cheapest = (
    start: number,
    goal: number,
    isOpen: (at: number) => boolean,
    leastToFall = LEAST_TO_FALL,
  ): Path | undefined => {
    round++;
    const heap = nodeHeap(costs);
    costs[start] = 0;
    reached[start] = round;
    heap.push(start, 0);
    for (;;) {
      const node = heap.pop();
      if (node === undefined) return undefined;
      if (node === goal) break;
      if (done[node] === round) continue;
      done[node] = round;
      const last = first[node + 1] ?? 0;
      for (let place = first[node] ?? 0; place < last; place++) {
        looked++;
        const at = touching[place] ?? -1;
        const arc = arcs[at];
        if (arc === undefined || !isOpen(at) || (arc.from !== node && arc.value < leastToFall)) continue;
        const next = arc.from === node ? arc.to : arc.from;
        const cost = (costs[node] ?? 0) + (hidden[at] ? 0 : arc.cost);
        if (done[next] === round || (reached[next] === round && cost >= (costs[next] ?? 0))) continue;
        reached[next] = round;
        costs[next] = cost;
        cameBy[next] = at;
        heap.push(next, cost);
      }
    }
    const path: number[] = [];
    for (let node = goal; node !== start; ) {
      const at = cameBy[node] ?? -1;
      const arc = arcs[at];
      if (arc === undefined) return undefined;
      path.push(at);
      node = arc.from === node ? arc.to : arc.from;
    }
    return { cost: costs[goal] ?? 0, arcs: path };
  };
  return { cheapest, work: () => looked };
};

/** A heap of nodes by cost, then by number. A node may stand in it twice; the dearer entry is passed over when it comes up. */
const nodeHeap = (costs: Float64Array) => {
  const entries: { readonly node: number; readonly cost: number }[] = [];
  const isBefore = (a: number, b: number): boolean => {
    const [one, other] = [entries[a], entries[b]];
    if (one === undefined || other === undefined) return false;
    return one.cost < other.cost || (one.cost === other.cost && one.node < other.node);
  };
  const swap = (a: number, b: number): void => {
    const [one, other] = [entries[a], entries[b]];
    if (one === undefined || other === undefined) return;
    entries[a] = other;
    entries[b] = one;
  };
  const push = (node: number, cost: number): void => {
    let at = entries.push({ node, cost }) - 1;
    while (at > 0 && isBefore(at, (at - 1) >> 1)) {
      swap(at, (at - 1) >> 1);
      at = (at - 1) >> 1;
    }
  };
  const pop = (): number | undefined => {
    for (;;) {
      const top = entries[0];
      if (top === undefined) return undefined;
      const last = entries.pop();
      if (entries.length > 0 && last !== undefined) {
        entries[0] = last;
        let at = 0;
        for (;;) {
          const [left, right] = [2 * at + 1, 2 * at + 2];
          const least = isBefore(right, left) ? right : left;
          if (!isBefore(least, at)) break;
          swap(least, at);
          at = least;
        }
      }
      if (costs[top.node] === top.cost) return top.node;
    }
  };
  return { push, pop };
};

/**
 * The hidden arcs that lie on no cycle of hidden arcs, in one pass. A hidden arc can be gone along, and against where its count may fall.
 *
 * An arc that can be gone along only is on a cycle exactly when its two ends can reach each other: they lie in one strong component. An arc that can be gone both ways always
 * joins a component, and is on a cycle besides its own to and fro exactly when it is no bridge of it: were it none and yet on no cycle, then without it every node
 * of the component would reach and be reached from one of its two ends only, the same both ways, and no arc could join the two sides.
 */
const unprotected = (network: Network, hidden: readonly boolean[]): readonly number[] => {
  const { arcs } = network;
  const component = strongComponents(network, hidden);
  const isInside = (at: number): boolean => {
    const arc = arcs[at];
    return hidden[at] === true && arc !== undefined && component[arc.from] === component[arc.to];
  };
  const bridges = bridgesAmong(network, isInside);
  return arcs.flatMap(({ value }, at) =>
    hidden[at] === true && (!isInside(at) || (value >= LEAST_TO_FALL && bridges[at] === 1)) ? [at] : [],
  );
};

/** Tarjan’s strong components of the hidden arcs, with a stack of its own: the number of each node’s component. */
const strongComponents = ({ arcs, nodes, first, touching }: Network, hidden: readonly boolean[]): Int32Array => {
  const [order, low, component] = [new Int32Array(nodes), new Int32Array(nodes), new Int32Array(nodes).fill(-1)];
  const next = first.slice(0, nodes);
  const [open, way]: [number[], number[]] = [[], []];
  let [seen, components] = [0, 0];
  for (let root = 0; root < nodes; root++) {
    if (order[root] !== 0) continue;
    way.push(root);
    while (way.length > 0) {
      const node = way.at(-1) ?? 0;
      if (order[node] === 0) {
        order[node] = low[node] = ++seen;
        open.push(node);
      }
      let child = -1;
      while (child < 0 && (next[node] ?? 0) < (first[node + 1] ?? 0)) {
        const at = touching[next[node] ?? 0] ?? -1;
        next[node] = (next[node] ?? 0) + 1;
        const arc = arcs[at];
        if (arc === undefined || !hidden[at] || (arc.from !== node && arc.value < LEAST_TO_FALL)) continue;
        const other = arc.from === node ? arc.to : arc.from;
        if (order[other] === 0) child = other;
        else if (component[other] === -1) low[node] = Math.min(low[node] ?? 0, order[other] ?? 0);
      }
      if (child >= 0) {
        way.push(child);
        continue;
      }
      way.pop();
      const parent = way.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
      if (low[node] !== order[node]) continue;
      for (;;) {
        const member = open.pop();
        if (member === undefined) break;
        component[member] = components;
        if (member === node) break;
      }
      components++;
    }
  }
  return component;
};

/** The arcs without which two parts, joined by arcs in whatever direction, would come apart: 1 for these. */
const bridgesAmong = ({ arcs, nodes, first, touching }: Network, isIn: (at: number) => boolean): Uint8Array => {
  const bridges = new Uint8Array(arcs.length);
  const [order, low] = [new Int32Array(nodes), new Int32Array(nodes)];
  const cameBy = new Int32Array(nodes).fill(-1);
  const next = first.slice(0, nodes);
  let seen = 0;
  for (let root = 0; root < nodes; root++) {
    if (order[root] !== 0) continue;
    const way = [root];
    order[root] = low[root] = ++seen;
    while (way.length > 0) {
      const node = way.at(-1) ?? 0;
      if ((next[node] ?? 0) < (first[node + 1] ?? 0)) {
        const at = touching[next[node] ?? 0] ?? -1;
        next[node] = (next[node] ?? 0) + 1;
        const arc = arcs[at];
        if (arc === undefined || at === cameBy[node] || !isIn(at)) continue;
        const other = arc.from === node ? arc.to : arc.from;
        if (order[other] === 0) {
          order[other] = low[other] = ++seen;
          cameBy[other] = at;
          way.push(other);
        } else {
          low[node] = Math.min(low[node] ?? 0, order[other] ?? 0);
        }
        continue;
      }
      way.pop();
      const parent = way.at(-1);
      if (parent === undefined) continue;
      low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
      const by = cameBy[node] ?? -1;
      if ((low[node] ?? 0) > (order[parent] ?? 0) && by >= 0) bridges[by] = 1;
    }
  }
  return bridges;
};
