import { at as itemAt } from '../../common/at.js';
import type { Fraction } from '../../model/shared/fraction.js';
import { NOT_APPLICABLE } from '../columns/codes.js';
import type { StateSpace } from './state-space.js';

/** What a node may still be: bits, since a half-filled assessment leaves several open. */
export const HOLDS = 1;
export const FAILS = 2;
export const ABSENT = 4;

/** For each question that a sum looks at, what each code adds. */
export type Gains = ReadonlyMap<number, readonly number[]>;

/** A running sum over answers. */
export interface Sum {
  readonly gains: Gains;
}

export type CircuitNode =
  | { readonly kind: 'settled'; readonly is: number }
  /** The sum is at least `need`; absent where nothing counted in `applies` applies (none given: something always does). */
  | { readonly kind: 'total'; readonly sum: number; readonly need: number; readonly applies: number | undefined }
  /** So many parts hold (none given: all that apply); absent where no part applies. */
  | { readonly kind: 'quorum'; readonly parts: readonly number[]; readonly need: number | undefined }
  /** One part below so many that apply, the other from there on; absent where nothing applies. */
  | {
      readonly kind: 'branch';
      readonly applies: number;
      readonly fewerThan: number;
      readonly below: number;
      readonly from: number;
    }
  /** The part, while something in the group applies. */
  | { readonly kind: 'group'; readonly applies: number; readonly part: number }
  /** Where the first applies, whether the second is at least 1. */
  | { readonly kind: 'pair'; readonly applies: number; readonly sum: number }
  /** The mean of the groups’ weighted means is at least a threshold. */
  | {
      readonly kind: 'means';
      readonly groups: readonly { readonly points: number; readonly weight: number }[];
      readonly scale: bigint;
      readonly threshold: Fraction;
    };

export type NodeOf<Kind extends CircuitNode['kind']> = Extract<CircuitNode, { kind: Kind }>;

/** Numbers that leave the whole numbers held exactly: such a question is left open, never answered from rounded sums. */
export class TooLarge extends RangeError {
  constructor() {
    super('weights and points are too large to be added up exactly');
  }
}

/** The nodes and sums of a circuit as they are made, over the questions of a space. */
export class CircuitNodes {
  readonly space: StateSpace;
  /** The codes of each question in a complete assessment: what can be known, lowest first, then not applicable. */
  readonly codes: readonly (readonly number[])[];
  readonly nodes: CircuitNode[] = [];
  readonly sums: Sum[] = [];
  readonly #applying = new Map<string, number>();
  readonly #questions: ReadonlyMap<string, number>;

  constructor(space: StateSpace) {
    this.space = space;
    this.#questions = new Map(space.digits.map(({ kind, id }, question) => [`${kind} ${id}`, question]));
    this.codes = space.digits.map(({ codes, known }) => [
      ...codes.slice(0, known),
      ...(codes.length > known + 1 && codes.at(-1) === NOT_APPLICABLE ? [NOT_APPLICABLE] : []),
    ]);
  }

  add(node: CircuitNode): number {
    return this.nodes.push(node) - 1;
  }

  addSum(gains: Gains): number {
    return this.sums.push({ gains }) - 1;
  }

  settled(is: number): number {
    return this.add({ kind: 'settled', is });
  }

  /** The question about a fact or an indicator; none where the space has none. */
  questionAbout(kind: 'fact' | 'evidence', id: string): number | undefined {
    return this.#questions.get(`${kind} ${id}`);
  }

  /** Whether a question is a criterion’s, and may be answered by *not applicable*. */
  mayLeave(question: number): boolean {
    return (
      itemAt(this.codes, question).at(-1) === NOT_APPLICABLE && itemAt(this.space.digits, question).kind === 'criterion'
    );
  }

  /** What each code of a question adds. */
  gains(question: number, gain: (code: number) => number): readonly number[] {
    return itemAt(this.codes, question).map(gain);
  }

  /** How many of some questions apply, as a sum that several nodes share. */
  countApplying(questions: readonly number[]): number {
    const key = questions.join(' ');
    const known = this.#applying.get(key);
    if (known !== undefined) return known;
    const applies = (code: number): number => (code === NOT_APPLICABLE ? 0 : 1);
    const made = this.addSum(new Map(questions.map((question) => [question, this.gains(question, applies)])));
    this.#applying.set(key, made);
    return made;
  }

  /** Whether a sum is at least so much. Numbers past what is held exactly would prove nothing, so they are refused. */
  total(gains: Gains, need: number): number {
    return this.#total(gains, need, () => undefined);
  }

  /** The same, and absent where none of its questions applies. */
  totalOfWhatApplies(gains: Gains, need: number): number {
    const questions = [...gains.keys()];
    return this.#total(gains, need, () =>
      questions.every((question) => this.mayLeave(question)) ? this.countApplying(questions) : undefined,
    );
  }

  #total(gains: Gains, need: number, applies: () => number | undefined): number {
    if (!Number.isSafeInteger(Math.abs(need) + reachOf(gains))) throw new TooLarge();
    return this.add({ kind: 'total', sum: this.addSum(gains), need, applies: applies() });
  }
}

/** The greatest of some numbers, however many: a scale may have more levels than a call takes arguments. */
export const greatestOf = (numbers: readonly number[]): number =>
  numbers.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);

/** How far a sum can be from zero. */
export const reachOf = (gains: Gains): number => {
  let reach = 0;
  for (const byChoice of gains.values()) reach += greatestOf(byChoice.map(Math.abs));
  return reach;
};
