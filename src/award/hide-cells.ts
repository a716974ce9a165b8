/** One count of a network of counts: what flows into a node flows out of it, so that totals are flows too. */
export interface CountArc {
  readonly from: number;
  readonly to: number;
  /** The true count, a whole number from 0. */
  readonly value: number;
  /** What hiding it costs; whole numbers above 0, low for what is missed least. */
  readonly cost: number;
}

/**
 * What hiding a cell costs: little for small counts, and for a 0 more than for totals, since readers may know that it could not be
 * anything else.
 * @param dear more than any count.
 */
export const cellCost = (value: number, dear: number): number => (value === 0 ? 8 * dear : value + 1);

/**
 * Which arcs to hide so that no hidden one can be worked out. Given are those that must be hidden; more are added at low cost.
 *
 * Every equation between counts and totals says that what enters a node leaves it. A second filling of the hidden arcs that agrees
 * with all that is shown, in whole numbers from 0, differs from the true one by cycles: round a cycle some counts rise by one and the
 * others, being above 0, fall by one. So a hidden arc can be worked out exactly when no such cycle of hidden arcs goes
 * through it. For each one that could be, the cheapest cycle through it is found and hidden whole. Ties go to the first arcs.
 *
 * @returns for each arc whether it is hidden.
 * @throws RangeError where an arc lies on no cycle at all, so that hiding everything would not protect it.
 */
export const hideCells = (arcs: readonly CountArc[], isSmall: (value: number) => boolean): readonly boolean[] => {
  const network = planNetwork(arcs);
  const hidden = arcs.map(({ value }) => isSmall(value));
  arcs.forEach((arc, at) => {
    // What an earlier cycle hid is safe already, and stays so: hiding more only opens ways.
    if (!hidden[at]) return;
    const rise = cheapestPath(network, hidden, arc.to, arc.from, at);
    const fall = arc.value > 0 ? cheapestPath(network, hidden, arc.from, arc.to, at) : undefined;
    const path = fall !== undefined && (rise === undefined || fall.cost < rise.cost) ? fall : rise;
    if (path === undefined) throw new RangeError(`hideCells: no other count balances the one of ${arc.value}`);
    for (const other of path.arcs) hidden[other] = true;
  });
  return hidden;
};

interface Network {
  readonly arcs: readonly CountArc[];
  /** For each node, the arcs that touch it. */
  readonly touching: readonly (readonly number[])[];
}

const planNetwork = (arcs: readonly CountArc[]): Network => {
  const nodes = arcs.reduce((most, { from, to }) => Math.max(most, from + 1, to + 1), 0);
  const touching = Array.from({ length: nodes }, (): number[] => []);
  arcs.forEach(({ from, to }, at) => {
    touching[from]?.push(at);
    touching[to]?.push(at);
  });
  return { arcs, touching };
};

/** The cheapest way between two nodes, along arcs (a count rises) or against them (it falls, and must be above 0). Dijkstra's. */
const cheapestPath = (
  { arcs, touching }: Network,
  hidden: readonly boolean[],
  start: number,
  goal: number,
  without: number,
): { readonly cost: number; readonly arcs: readonly number[] } | undefined => {
  const costs = touching.map(() => Number.POSITIVE_INFINITY);
  const cameBy = touching.map(() => -1);
  const done = touching.map(() => false);
  costs[start] = 0;
  for (;;) {
    let node = -1;
    for (let at = 0; at < costs.length; at++) {
      const isNearer = node < 0 || (costs[at] ?? 0) < (costs[node] ?? 0);
      if (!done[at] && costs[at] !== Number.POSITIVE_INFINITY && isNearer) node = at;
    }
    if (node < 0) return undefined;
    if (node === goal) break;
    done[node] = true;
    for (const at of touching[node] ?? []) {
      const arc = arcs[at];
      if (arc === undefined || at === without || (arc.from !== node && arc.value === 0)) continue;
      const next = arc.from === node ? arc.to : arc.from;
      const cost = (costs[node] ?? 0) + (hidden[at] ? 0 : arc.cost);
      if (!done[next] && cost < (costs[next] ?? 0)) {
        costs[next] = cost;
        cameBy[next] = at;
      }
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
