import { at as itemAt } from '../../common/at.js';
import {
  ABSENT,
  type CircuitNode,
  type CircuitNodes,
  type Gains,
  greatestOf,
  type NodeOf,
  reachOf,
} from './circuit-nodes.js';
import type { Work } from './circuit-part.js';

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/**
 * Whether one node holds wherever another does, seen from their shapes alone: of 1,000 criteria with uneven weights no
 * search could go through the sums, but that a score of at least 7/10 is one of at least 1/2 needs no search.
 */
export class ImpliedRules {
  readonly #circuit: CircuitNodes;
  readonly #work: Work;
  readonly #implied = new Map<string, boolean>();
  readonly #mayLeave = new Map<number, boolean>();

  /** Nodes may be added to the circuit while it is asked about: what was seen of earlier ones stays true. */
  constructor(circuit: CircuitNodes, work: Work) {
    this.#circuit = circuit;
    this.#work = work;
  }

  /** True is sure; false says nothing. */
  implies(from: number, to: number): boolean {
    if (from === to) return true;
    const key = `${from} ${to}`;
    const known = this.#implied.get(key);
    if (known !== undefined) return known;
    if (this.#work.done > this.#work.limit) return false;
    this.#work.done++;
    const [a, b] = [itemAt(this.#circuit.nodes, from), itemAt(this.#circuit.nodes, to)];
    const answer = this.#alike(a, b) || this.#partsOfTo(from, b) || this.#partsOfFrom(a, to);
    this.#implied.set(key, answer);
    return answer;
  }

  /** Two of a kind, by the like parts of both. */
  #alike(a: CircuitNode, b: CircuitNode): boolean {
    if (a.kind === 'total' && b.kind === 'total') return this.#totalImplied(a, b);
    if (a.kind === 'means' && b.kind === 'means') return this.#meansImplied(a, b);
    if (a.kind === 'branch' && b.kind === 'branch')
      return (
        a.applies === b.applies &&
        a.fewerThan === b.fewerThan &&
        this.implies(a.below, b.below) &&
        this.implies(a.from, b.from)
      );
    if (a.kind === 'group' && b.kind === 'group') return a.applies === b.applies && this.implies(a.part, b.part);
    return a.kind === 'quorum' && b.kind === 'quorum' && a.parts.length === b.parts.length && this.#sameParts(a, b);
  }

  /** A node implies a quorum where it implies enough of its parts. */
  #partsOfTo(from: number, to: CircuitNode): boolean {
    if (to.kind !== 'quorum') return false;
    const { parts, need } = to;
    // All parts: where each that applies is implied, and one of them has to apply.
    if (need === undefined) return parts.length > 0 && parts.every((part) => this.implies(from, part));
    return parts.filter((part) => this.implies(from, part)).length >= Math.max(1, need);
  }

  /** A node implies another where whatever it may hold by does. */
  #partsOfFrom(from: CircuitNode, to: number): boolean {
    if (from.kind === 'group') return this.implies(from.part, to);
    if (from.kind === 'branch') return this.implies(from.below, to) && this.implies(from.from, to);
    if (from.kind !== 'quorum') return false;
    const { parts, need } = from;
    // A part that may be absent can leave a whole that holds without it.
    if (need === undefined && parts.some((part) => !this.#leaves(part) && this.implies(part, to))) return true;
    const enough = need === undefined || need >= 1;
    return enough && parts.length > 0 && parts.every((part) => this.implies(part, to));
  }

  /** Whether a node may be absent in some state; true where that is not seen at once. */
  #leaves(at: number): boolean {
    const known = this.#mayLeave.get(at);
    if (known !== undefined) return known;
    const node = itemAt(this.#circuit.nodes, at);
    const answer =
      node.kind === 'settled'
        ? node.is === ABSENT
        : node.kind === 'total'
          ? node.applies !== undefined
          : node.kind !== 'quorum' || node.parts.every((part) => this.#leaves(part));
    this.#mayLeave.set(at, answer);
    return answer;
  }

  /** The same number of parts, or more, of the same parts, each implied by its like. */
  #sameParts(a: NodeOf<'quorum'>, b: NodeOf<'quorum'>): boolean {
    const asMuch = a.need === undefined ? b.need === undefined : b.need !== undefined && a.need >= b.need;
    if (!asMuch || (b.need !== undefined && b.need < 1)) return false;
    return a.parts.every((part, i) => {
      const other = itemAt(b.parts, i);
      if (!this.implies(part, other)) return false;
      return a.need !== undefined || part === other || !this.#leaves(part) || this.#sameAbsence(part, other);
    });
  }

  /** Whether two nodes are absent in the same states. */
  #sameAbsence(a: number, b: number): boolean {
    const [left, right] = [itemAt(this.#circuit.nodes, a), itemAt(this.#circuit.nodes, b)];
    if (left.kind === 'total' && right.kind === 'total') return left.applies === right.applies;
    if (left.kind === 'group' && right.kind === 'group')
      return left.applies === right.applies && this.#sameAbsence(left.part, right.part);
    return !this.#leaves(a);
  }

  /** Means of the same groups: the higher threshold implies the lower. */
  #meansImplied(a: NodeOf<'means'>, b: NodeOf<'means'>): boolean {
    if (a.groups.length !== b.groups.length) return false;
    if (!a.groups.every((one, i) => this.#sameSums(one.points, itemAt(b.groups, i).points))) return false;
    const [left, right] = [a.threshold, b.threshold];
    return BigInt(left.numerator) * BigInt(right.denominator) >= BigInt(right.numerator) * BigInt(left.denominator);
  }

  #gainsOf(sum: number): Gains {
    return itemAt(this.#circuit.sums, sum).gains;
  }

  #sameSums(a: number, b: number): boolean {
    if (a === b) return true;
    const [left, right] = [this.#gainsOf(a), this.#gainsOf(b)];
    if (left.size !== right.size) return false;
    for (const [question, gains] of left) {
      const others = right.get(question);
      if (others === undefined || gains.some((gain, i) => gain !== others[i])) return false;
    }
    return true;
  }

  /**
   * With slack s = Σ most − need, a total that holds has each of its answers within s of that answer's most. The other total
   * is then at least Σ of its least gains over what is left. Or by the difference of the two: with both on one measure (a score
   * of at least 1/2 adds 2u − U for each, one of at least 7/10 adds 10u − 7U), b is at least a’s need + Σ least(b − a).
   */
  #totalImplied(a: NodeOf<'total'>, b: NodeOf<'total'>): boolean {
    if (!this.#appliesWhere(a, b)) return false;
    const [gainsA, gainsB] = [this.#gainsOf(a.sum), this.#gainsOf(b.sum)];
    this.#work.done += gainsA.size + gainsB.size;
    let slack = -a.need;
    for (const gains of gainsA.values()) slack += greatestOf(gains);
    if (slack < 0) return true;
    const [timesA, timesB] = this.#oneMeasure(gainsA, gainsB);
    let [least, difference] = [0, timesA * a.need];
    for (const question of new Set([...gainsA.keys(), ...gainsB.keys()])) {
      const ofA = gainsA.get(question);
      const ofB = gainsB.get(question);
      const most = ofA === undefined ? 0 : greatestOf(ofA);
      let [low, apart] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      itemAt(this.#circuit.codes, question).forEach((_, choice) => {
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
  }

  /** Whether something that the second total looks at applies wherever something of the first does. */
  #appliesWhere(a: NodeOf<'total'>, b: NodeOf<'total'>): boolean {
    if (b.applies === undefined || b.applies === a.applies) return true;
    if (a.applies === undefined) return false;
    const counted = this.#gainsOf(b.applies);
    return [...this.#gainsOf(a.applies).keys()].every((question) => counted.has(question));
  }

  /** By how much to multiply each of two sums so that both rise alike from the lowest to the highest answer of a question. */
  #oneMeasure(gainsA: Gains, gainsB: Gains): readonly [number, number] {
    for (const [question, ofA] of gainsA) {
      const ofB = gainsB.get(question);
      const top = itemAt(this.#circuit.space.digits, question).known - 1;
      if (ofB === undefined) continue;
      const [riseA, riseB] = [(ofA[top] ?? 0) - (ofA[0] ?? 0), (ofB[top] ?? 0) - (ofB[0] ?? 0)];
      if (riseA <= 0 || riseB <= 0) continue;
      const common = gcd(riseA, riseB);
      const times = [riseB / common, riseA / common] as const;
      const reach = Math.max(reachOf(gainsA) * times[0], reachOf(gainsB) * times[1]);
      return Number.isSafeInteger(2 * reach) ? times : [1, 1];
    }
    return [1, 1];
  }
}
