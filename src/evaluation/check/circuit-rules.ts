import { at as itemAt } from '../../common/at.js';
import { gcdOf } from '../../common/big-integers.js';
import type { Fraction } from '../../model/shared/fraction.js';
import { NOT_APPLICABLE } from '../columns/codes.js';
import type { Lowered } from '../program/lower-rubric.js';
import type { Branch, CriterionLook, EvidenceLook, FactLook, Program, Quorum, Sums, Term } from '../program/program.js';
import { needFor, overOneDenominator } from '../program/score-of.js';
import { ABSENT, type CircuitNodes, FAILS, TooLarge } from './circuit-nodes.js';

/** Which end an open answer is taken at: a criterion that is held open though not applicable has no level. */
export type Corner = 'lowest' | 'highest';

/** A version of the rubric, read over the questions of a space. */
export interface Reader {
  readonly lowered: Lowered;
  /** The question of each criterion, by position. */
  readonly questionOf: (at: number) => number;
  /** The level that a code of a criterion’s question stands for in this version. */
  readonly levelOf: (at: number, code: number) => number;
}

/** What a criterion adds at a level. */
type Gain = (at: number, level: number) => number;

/** The rules of one version of a rubric as nodes of a circuit, with what is held open taken at one end. */
export class CircuitRules {
  readonly #circuit: CircuitNodes;
  readonly #reader: Reader;
  readonly #corner: Corner;
  readonly #program: Program;
  /** What was made of each node of the program, and of each threshold on a score: it is made once. */
  readonly #made = new Map<number, number>();
  readonly #thresholds = new Map<string, number>();
  #holdsOpen = false;

  constructor(circuit: CircuitNodes, reader: Reader, corner: Corner) {
    this.#circuit = circuit;
    this.#reader = reader;
    this.#corner = corner;
    this.#program = reader.lowered.program;
  }

  /** Whether some rule made so far is held open for a criterion that is not applicable. */
  get holdsOpen(): boolean {
    return this.#holdsOpen;
  }

  /** A node of the program as one of the circuit. */
  node(at: number): number {
    const known = this.#made.get(at);
    if (known !== undefined) return known;
    const made = this.#lower(at);
    this.#made.set(at, made);
    return made;
  }

  /** Whether a score reaches a threshold. */
  reaching(score: number, threshold: Fraction): number {
    const key = `${score} ${threshold.numerator}/${threshold.denominator}`;
    const known = this.#thresholds.get(key);
    if (known !== undefined) return known;
    const made = this.#score(itemAt(this.#program.scores, score), threshold);
    this.#thresholds.set(key, made);
    return made;
  }

  #lower(at: number): number {
    const node = itemAt(this.#program.nodes, at);
    switch (node.kind) {
      case 'look':
        if (node.input === 'fact') return this.#fact(node);
        return node.input === 'evidence' ? this.#evidence(node) : this.#look(node);
      case 'quorum':
        return this.#quorum(node);
      case 'branch':
        return this.#branch(node);
      case 'reaches':
        return this.reaching(node.score, node.threshold);
    }
  }

  #questions(criteria: readonly number[]): readonly number[] {
    return criteria.map((at) => this.#reader.questionOf(at));
  }

  #mayLeave(at: number): boolean {
    return this.#circuit.mayLeave(this.#reader.questionOf(at));
  }

  #fact({ at }: FactLook): number {
    const question = this.#circuit.questionAbout('fact', itemAt(this.#program.facts, at));
    return question === undefined
      ? this.#circuit.settled(FAILS)
      : this.#circuit.total(new Map([[question, [0, 1]]]), 1);
  }

  #evidence({ at, atLeast }: EvidenceLook): number {
    const circuit = this.#circuit;
    const question = circuit.questionAbout('evidence', itemAt(this.#program.criteria, at).indicator);
    const has = (items: number): number => (items >= atLeast ? 1 : 0);
    const gains = new Map(question === undefined ? [] : [[question, circuit.gains(question, has)]]);
    if (!this.#mayLeave(at)) return circuit.total(gains, 1);
    const sum = circuit.addSum(gains);
    return circuit.add({ kind: 'pair', applies: circuit.countApplying(this.#questions([at])), sum });
  }

  #look({ at, need, away }: CriterionLook): number {
    if (away === 'leaves' || !this.#mayLeave(at)) return this.#every([at], (_, level) => level >= need);
    this.#holdsOpen = true;
    const reader = this.#reader;
    const question = reader.questionOf(at);
    const end = this.#corner === 'lowest' ? 0 : itemAt(reader.lowered.levels, at).length - 1;
    const gain = (code: number): number =>
      (code === NOT_APPLICABLE ? end : reader.levelOf(at, code)) >= need ? 0 : -1;
    return this.#circuit.total(new Map([[question, this.#circuit.gains(question, gain)]]), 0);
  }

  #quorum(node: Quorum): number {
    const looks = this.#looksAtCriteria(node);
    if (looks !== undefined) return this.#countOf(node, looks);
    if (node.parts.length === 0) return this.#circuit.settled(ABSENT);
    if (typeof node.enough === 'object') throw new TooLarge();
    const parts = node.parts.map((part) => this.node(part));
    return this.#circuit.add({ kind: 'quorum', parts, need: node.enough === 'all' ? undefined : node.enough });
  }

  /** The looks of a quorum that has no other parts, where each is at another criterion and leaves with it: they are one sum. */
  #looksAtCriteria({ parts }: Quorum): readonly CriterionLook[] | undefined {
    const looks = parts.map((part) => itemAt(this.#program.nodes, part));
    const isPlain = (node: (typeof looks)[number]): node is CriterionLook =>
      node.kind === 'look' && node.input === 'criterion' && node.away === 'leaves';
    if (parts.length === 0 || !looks.every(isPlain)) return undefined;
    return new Set(looks.map(({ at }) => at)).size === looks.length ? looks : undefined;
  }

  #countOf({ enough }: Quorum, looks: readonly CriterionLook[]): number {
    const criteria = looks.map(({ at }) => at);
    const needs = new Map(looks.map(({ at, need }) => [at, need]));
    const reaches = (at: number, level: number): boolean => level >= (needs.get(at) ?? 0);
    if (enough === 'all') return this.#every(criteria, reaches);
    if (typeof enough === 'number') return this.#total(criteria, enough, (at, level) => (reaches(at, level) ? 1 : 0));
    // denominator · met ≥ numerator · applying, gathered criterion by criterion.
    const { numerator, denominator } = enough;
    return this.#total(criteria, 0, (at, level) => (reaches(at, level) ? denominator - numerator : -numerator));
  }

  #branch({ criteria, fewerThan, then, otherwise }: Branch): number {
    const circuit = this.#circuit;
    if (criteria.length === 0) return circuit.settled(ABSENT);
    const leaving = criteria.filter((at) => this.#mayLeave(at)).length;
    if (then === otherwise) {
      if (leaving < criteria.length) return this.node(then);
      return circuit.add({
        kind: 'group',
        applies: circuit.countApplying(this.#questions(criteria)),
        part: this.node(then),
      });
    }
    if (leaving === 0) return this.node(criteria.length < fewerThan ? then : otherwise);
    const [below, from] = [this.node(then), this.node(otherwise)];
    const applies = circuit.countApplying(this.#questions(criteria));
    return circuit.add({ kind: 'branch', applies, fewerThan, below, from });
  }

  #score(of: Sums, threshold: Fraction): number {
    const terms = of.parts.flat();
    const need = needFor(threshold, of.denominator);
    const counted = terms.flatMap((term) => (term.of === 'node' ? [this.node(term.at)] : []));
    if (counted.length > 0) return this.#circuit.add({ kind: 'quorum', parts: counted, need });
    const termOf = new Map(terms.map((term) => [term.at, term]));
    const criteria = [...termOf.keys()];
    const gain: Gain = (at, level) => itemAt(termOf.get(at)?.gains ?? [], level);
    if (of.kind === 'lowest') return this.#every(criteria, (at, level) => gain(at, level) >= need);
    return of.kind === 'sum' ? this.#total(criteria, need, gain) : this.#mean(of, threshold, gain);
  }

  #mean(of: Sums, threshold: Fraction, gain: Gain): number {
    if (!Number.isSafeInteger(of.denominator)) throw new TooLarge();
    const parts = of.parts.filter((part) => part.length > 0);
    const terms = parts.flat();
    if (!terms.some(({ at }) => this.#mayLeave(at))) return this.#meanOfAll(parts, of.denominator, threshold, gain);
    const weights = new Map(terms.map(({ at, weight }) => [at, weight]));
    const weightOf = (at: number): number => weights.get(at) ?? 0;
    if (parts.length === 1) {
      // Σ w·u / Σ w·U ≥ n/d, that is Σ w·(d·u − n·U) ≥ 0, over whatever applies.
      const [n, d] = inLowestTerms(threshold, of.denominator);
      const criteria = terms.map(({ at }) => at);
      return this.#total(criteria, 0, (at, level) => d * gain(at, level) - n * weightOf(at));
    }
    const sumOf = (part: readonly Term[], each: Gain): number =>
      this.#circuit.addSum(
        this.#gains(
          part.map(({ at }) => at),
          each,
        ),
      );
    const groups = parts.map((part) => ({ points: sumOf(part, gain), weight: sumOf(part, weightOf) }));
    return this.#circuit.add({ kind: 'means', groups, scale: BigInt(of.denominator), threshold });
  }

  /** A mean of means that nothing leaves is one sum over a common denominator. */
  #meanOfAll(parts: readonly (readonly Term[])[], denominator: number, threshold: Fraction, gain: Gain): number {
    const { factors, whole } = overOneDenominator(parts, denominator);
    if (!Number.isSafeInteger(whole)) throw new TooLarge();
    const factorOf = new Map(parts.flatMap((part, i) => part.map(({ at }) => [at, itemAt(factors, i)] as const)));
    const criteria = parts.flat().map(({ at }) => at);
    return this.#total(criteria, needFor(threshold, whole), (at, level) => gain(at, level) * (factorOf.get(at) ?? 0));
  }

  #every(criteria: readonly number[], reaches: (at: number, level: number) => boolean): number {
    return this.#total(criteria, 0, (at, level) => (reaches(at, level) ? 0 : -1));
  }

  /** A comparison of a sum over criteria. */
  #total(criteria: readonly number[], need: number, gain: Gain): number {
    if (criteria.length === 0) return this.#circuit.settled(ABSENT);
    return this.#circuit.totalOfWhatApplies(this.#gains(criteria, gain), need);
  }

  /** What each code of the criteria’s questions adds; not applicable adds nothing. */
  #gains(criteria: readonly number[], gain: Gain): ReadonlyMap<number, readonly number[]> {
    const reader = this.#reader;
    return new Map(
      criteria.map((at) => {
        const question = reader.questionOf(at);
        const of = (code: number): number => (code === NOT_APPLICABLE ? 0 : gain(at, reader.levelOf(at, code)));
        return [question, this.#circuit.gains(question, of)];
      }),
    );
  }
}

/** n/d of a threshold over a common denominator: the least whole numbers in the same ratio as numerator · of and denominator. */
const inLowestTerms = ({ numerator, denominator }: Fraction, of: number): readonly [number, number] => {
  const [n, d] = [BigInt(numerator) * BigInt(of), BigInt(denominator)];
  const common = gcdOf(n, d) || 1n;
  return [Number(n / common), Number(d / common)];
};
