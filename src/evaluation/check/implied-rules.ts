import { ABSENT, type Circuit } from './rule-circuit.js';
import type { Work } from './search-states.js';

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/**
 * Whether one node holds wherever another does, seen from their shapes alone: of 1,000 criteria with uneven weights no
 * search could go through the sums, but that a score of at least 7/10 is one of at least 1/2 needs no search. True is sure;
 * false says nothing.
 */
export const createImplied = (
  { nodes, sums, codes, space }: Circuit,
  work: Work,
): ((from: number, to: number) => boolean) => {
  const known = new Map<string, boolean>();
  const leaves = new Map<number, boolean>();
  /** Whether a node may be absent in some state; true where that is not seen at once. */
  const mayLeave = (at: number): boolean => {
    const before = leaves.get(at);
    if (before !== undefined) return before;
    const node = nodes[at]!;
    const answer = ((): boolean => {
      switch (node.kind) {
        case 'settled':
          return node.is === ABSENT;
        case 'total':
          return node.applies !== undefined;
        case 'quorum':
          return node.parts.every(mayLeave);
        case 'pair':
        case 'group':
        case 'branch':
        case 'means':
          return true;
      }
    })();
    leaves.set(at, answer);
    return answer;
  };

  const implied = (from: number, to: number): boolean => {
    if (from === to) return true;
    const key = `${from} ${to}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (work.done > work.limit) return false;
    work.done++;
    const answer = look(from, to);
    known.set(key, answer);
    return answer;
  };
  const look = (from: number, to: number): boolean => {
    const [a, b] = [nodes[from]!, nodes[to]!];
    if (a.kind === 'total' && b.kind === 'total') return totalImplied(a, b);
    if (a.kind === 'means' && b.kind === 'means') {
      const same =
        a.groups.length === b.groups.length && a.groups.every((one, i) => sameSums(one.points, b.groups[i]!.points));
      const [left, right] = [a.threshold, b.threshold];
      return (
        same && BigInt(left.numerator) * BigInt(right.denominator) >= BigInt(right.numerator) * BigInt(left.denominator)
      );
    }
    if (a.kind === 'branch' && b.kind === 'branch' && a.applies === b.applies && a.fewerThan === b.fewerThan) {
      if (implied(a.below, b.below) && implied(a.from, b.from)) return true;
    }
    if (a.kind === 'group' && b.kind === 'group' && a.applies === b.applies && implied(a.part, b.part)) return true;
    if (a.kind === 'quorum' && b.kind === 'quorum' && a.parts.length === b.parts.length && sameParts(a, b)) return true;
    if (b.kind === 'quorum') {
      // All parts: where each that applies is implied, and one of them has to apply.
      if (b.need === undefined && b.parts.length > 0 && b.parts.every((part) => implied(from, part))) return true;
      if (b.need !== undefined && b.parts.filter((part) => implied(from, part)).length >= Math.max(1, b.need))
        return true;
    }
    if (a.kind === 'quorum') {
      // A part that may be absent can leave a whole that holds without it.
      if (a.need === undefined && a.parts.some((part) => !mayLeave(part) && implied(part, to))) return true;
      const enough = a.need === undefined || a.need >= 1;
      if (enough && a.parts.length > 0 && a.parts.every((part) => implied(part, to))) return true;
    }
    if (a.kind === 'group') return implied(a.part, to);
    if (a.kind === 'branch') return implied(a.below, to) && implied(a.from, to);
    return false;
  };

  type Quorum = Extract<Circuit['nodes'][number], { kind: 'quorum' }>;
  /** The same number of parts, or more, of the same parts, each implied by its like. */
  const sameParts = (a: Quorum, b: Quorum): boolean => {
    const asMuch = a.need === undefined ? b.need === undefined : b.need !== undefined && a.need >= b.need;
    if (!asMuch || (b.need !== undefined && b.need < 1)) return false;
    return a.parts.every((part, i) => {
      const other = b.parts[i]!;
      return (
        implied(part, other) && (a.need !== undefined || part === other || !mayLeave(part) || sameAbsence(part, other))
      );
    });
  };
  const sameAbsence = (a: number, b: number): boolean => {
    const [left, right] = [nodes[a]!, nodes[b]!];
    if (left.kind === 'total' && right.kind === 'total') return left.applies === right.applies;
    if (left.kind === 'group' && right.kind === 'group')
      return left.applies === right.applies && sameAbsence(left.part, right.part);
    return !mayLeave(a);
  };
  const sameSums = (a: number, b: number): boolean => {
    if (a === b) return true;
    const [left, right] = [sums[a]!.gains, sums[b]!.gains];
    if (left.size !== right.size) return false;
    for (const [v, gains] of left) {
      const others = right.get(v);
      if (others === undefined || gains.some((gain, i) => gain !== others[i])) return false;
    }
    return true;
  };

  type Total = Extract<Circuit['nodes'][number], { kind: 'total' }>;
  /**
   * With slack s = Σ most − need, a total that holds has each of its answers within s of that answer's most. The other total
   * is then at least Σ of its least gains over what is left. Or by the difference of the two: with both on one measure (a score
   * of at least 1/2 adds 2u − U for each, one of at least 7/10 adds 10u − 7U), b is at least a’s need + Σ least(b − a).
   */
  const totalImplied = (a: Total, b: Total): boolean => {
    const [gainsA, gainsB] = [sums[a.sum]!.gains, sums[b.sum]!.gains];
    // What the other looks at must apply where this one does.
    if (b.applies !== undefined && b.applies !== a.applies) {
      const applying = a.applies === undefined ? undefined : sums[a.applies]!.gains;
      const counted = sums[b.applies]!.gains;
      if (applying === undefined || ![...applying.keys()].every((v) => counted.has(v))) return false;
    }
    work.done += gainsA.size + gainsB.size;
    let slack = -a.need;
    for (const gains of gainsA.values()) slack += Math.max(...gains);
    if (slack < 0) return true;
    const [timesA, timesB] = oneMeasure(gainsA, gainsB);
    let [least, difference] = [0, timesA * a.need];
    for (const v of new Set([...gainsA.keys(), ...gainsB.keys()])) {
      const ofA = gainsA.get(v);
      const ofB = gainsB.get(v);
      const most = ofA === undefined ? 0 : Math.max(...ofA);
      let [low, apart] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      (codes[v] ?? []).forEach((_, choice) => {
        const [left, right] = [ofA?.[choice] ?? 0, ofB?.[choice] ?? 0];
        if (left >= most - slack) low = Math.min(low, right);
        apart = Math.min(apart, timesB * right - timesA * left);
      });
      least += low;
      difference += apart;
    }
    if (least >= b.need) return true;
    // Past the whole numbers that are held exactly nothing is concluded.
    return Number.isSafeInteger(difference) && Number.isSafeInteger(timesB * b.need) && difference >= timesB * b.need;
  };
  type Gains = Circuit['sums'][number]['gains'];
  /** By how much to multiply each of two sums so that both rise alike from the lowest to the highest answer of a question. */
  const oneMeasure = (gainsA: Gains, gainsB: Gains): readonly [number, number] => {
    for (const [v, ofA] of gainsA) {
      const ofB = gainsB.get(v);
      const top = (space.digits[v]?.known ?? 1) - 1;
      if (ofB === undefined) continue;
      const [riseA, riseB] = [(ofA[top] ?? 0) - (ofA[0] ?? 0), (ofB[top] ?? 0) - (ofB[0] ?? 0)];
      if (riseA <= 0 || riseB <= 0) continue;
      const common = gcd(riseA, riseB);
      const times = [riseB / common, riseA / common] as const;
      const reach = Math.max(reachOf(gainsA) * times[0], reachOf(gainsB) * times[1]);
      return Number.isSafeInteger(2 * reach) ? times : [1, 1];
    }
    return [1, 1];
  };
  const reachOf = (gains: Gains): number => {
    let reach = 0;
    for (const of of gains.values()) reach += Math.max(...of.map(Math.abs));
    return reach;
  };
  return implied;
};
