import type { Fraction } from '../../model/shared/fraction.js';
import type { RuleNode } from '../program/lower-rules.js';
import { ABSENT, CircuitNodes, FAILS, HOLDS } from './circuit-nodes.js';
import { CircuitRules, type Corner, type Reader } from './circuit-rules.js';
import type { StateSpace } from './state-space.js';

/**
 * A rubric's rules over complete assessments, not applicable included, in few kinds of node. Every rule over criteria is one
 * comparison of a sum to which an answer that does not apply adds nothing. A share of 3 in 4 is such a sum: with m of s
 * reaching the level, 4·m ≥ 3·s is Σ ≥ 0 where each that reaches adds 4 − 3 and each other one −3, however many apply.
 * A weighted mean is one as well: Σ w·u ≥ t·Σ w is Σ w·(u − t) ≥ 0.
 */
export class RuleCircuit extends CircuitNodes {
  readonly #own: Reader;
  readonly #rules = new Map<Reader, Readonly<Record<Corner, CircuitRules>>>();

  constructor(space: StateSpace) {
    super(space);
    this.#own = { lowered: space.lowered, questionOf: (at) => at, levelOf: (_, code) => code };
  }

  /** A rule as a node; the same rule is one node, however often it is asked for. */
  rule({ node }: RuleNode, corner: Corner, reader = this.#own): number {
    return this.#rulesOf(reader)[corner].node(node);
  }

  /** Whether the completed score reaches a threshold. */
  score(threshold: Fraction, corner: Corner, reader = this.#own): number {
    if (!reader.lowered.program.hasScore) return this.settled(ABSENT);
    return this.#rulesOf(reader)[corner].reaching(0, threshold);
  }

  /** So many of the given nodes hold. */
  quorum(parts: readonly number[], need: number): number {
    return this.add({ kind: 'quorum', parts, need });
  }

  /** Whether fewer than so many (or as many or more) of some criteria apply. */
  applying(criteria: readonly number[], fewerThan: number, fewer: boolean): number {
    if (criteria.length === 0) return this.settled(ABSENT);
    return this.add({
      kind: 'branch',
      applies: this.countApplying(criteria),
      fewerThan,
      below: this.settled(fewer ? HOLDS : FAILS),
      from: this.settled(fewer ? FAILS : HOLDS),
    });
  }

  /** Whether some rule is held open for a criterion that is not applicable, so that the two corners differ. */
  holdsOpen(): boolean {
    return [...this.#rules.values()].some(({ lowest, highest }) => lowest.holdsOpen || highest.holdsOpen);
  }

  #rulesOf(reader: Reader): Readonly<Record<Corner, CircuitRules>> {
    const known = this.#rules.get(reader);
    if (known !== undefined) return known;
    const made = {
      lowest: new CircuitRules(this, reader, 'lowest'),
      highest: new CircuitRules(this, reader, 'highest'),
    };
    this.#rules.set(reader, made);
    return made;
  }
}
