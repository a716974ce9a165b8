import { at as itemAt } from '../../common/at.js';
import { gcdOf } from '../../common/big-integers.js';
import type { Fraction } from '../../model/shared/fraction.js';
import { NOT_APPLICABLE } from '../columns/codes.js';
import type { Lowered } from '../program/lower-rubric.js';
import type { RuleNode } from '../program/lower-rules.js';
import type { CriterionLook, EvidenceLook, Look, Quorum, Sums, Term } from '../program/program.js';
import { needFor, overOneDenominator } from '../program/score-of.js';
import type { StateSpace } from './state-space.js';

/*
 * A rubric's rules over complete assessments, not applicable included, in few kinds of node. Every rule over criteria is one
 * comparison of a sum to which an answer that does not apply adds nothing. A share of 3 in 4 is such a sum: with m of s
 * reaching the level, 4·m ≥ 3·s is Σ ≥ 0 where each that reaches adds 4 − 3 and each other one −3, however many apply.
 * A weighted mean is one as well: Σ w·u ≥ t·Σ w is Σ w·(u − t) ≥ 0.
 */

/** What a node may still be: bits, since a half-filled assessment leaves several open. */
export const HOLDS = 1;
export const FAILS = 2;
export const ABSENT = 4;

/** A running sum over answers: for each question that it looks at, what each code adds. */
interface Sum {
  readonly gains: ReadonlyMap<number, readonly number[]>;
}

type Node =
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

export interface Circuit {
  readonly space: StateSpace;
  /** The codes of each question in a complete assessment: what can be known, lowest first, then not applicable. */
  readonly codes: readonly (readonly number[])[];
  readonly nodes: readonly Node[];
  readonly sums: readonly Sum[];
  /** A rule as a node; the same rule is one node, however often it is asked for. */
  readonly rule: (node: RuleNode, corner: Corner, reader?: Reader) => number;
  /** Whether the completed score reaches a threshold. */
  readonly score: (threshold: Fraction, corner: Corner, reader?: Reader) => number;
  /** So many of the given nodes hold. */
  readonly quorum: (parts: readonly number[], need: number) => number;
  /** Whether fewer than so many (or as many or more) of some criteria apply. */
  readonly applying: (criteria: readonly number[], fewerThan: number, fewer: boolean) => number;
  /** Whether some rule is held open for a criterion that is not applicable, so that the two corners differ. */
  readonly holdsOpen: () => boolean;
}

export const createCircuit = (space: StateSpace): Circuit => {
  const { lowered, digits } = space;
  const codes = digits.map(({ codes: all, known }) => [
    ...all.slice(0, known),
    ...(all.length > known + 1 && all.at(-1) === NOT_APPLICABLE ? [NOT_APPLICABLE] : []),
  ]);
  const nodes: Node[] = [];
  const sums: Sum[] = [];
  const indicators = new Map(digits.flatMap(({ kind, id }, v) => (kind === 'evidence' ? [[id, v] as const] : [])));
  const facts = new Map(digits.flatMap(({ kind, id }, v) => (kind === 'fact' ? [[id, v] as const] : [])));
  let isHeldOpen = false;

  const own: Reader = { lowered, questionOf: (at) => at, levelOf: (_, code) => code };
  const add = (node: Node): number => nodes.push(node) - 1;
  const addSum = (gains: Sum['gains']): number => sums.push({ gains }) - 1;
  const settled = (is: number): number => add({ kind: 'settled', is });
  const mayLeave = (v: number): boolean =>
    (codes[v] ?? []).at(-1) === NOT_APPLICABLE && digits[v]?.kind === 'criterion';

  /** What each code of a criterion’s question adds; not applicable adds nothing. */
  const gainsOf = (
    reader: Reader,
    at: number,
    gain: (level: number) => number,
  ): readonly [number, readonly number[]] => {
    const v = reader.questionOf(at);
    return [v, (codes[v] ?? []).map((code) => (code === NOT_APPLICABLE ? 0 : gain(reader.levelOf(at, code))))];
  };
  const appliesCounts = new Map<string, number>();
  /** How many of some criteria apply, as a sum that several nodes share. */
  const countApplying = (reader: Reader, criteria: readonly number[]): number => {
    const questions = criteria.map(reader.questionOf);
    const key = questions.join(' ');
    const known = appliesCounts.get(key);
    if (known !== undefined) return known;
    const made = addSum(
      new Map(questions.map((v) => [v, (codes[v] ?? []).map((code) => (code === NOT_APPLICABLE ? 0 : 1))])),
    );
    appliesCounts.set(key, made);
    return made;
  };
  const appliesUnlessSure = (reader: Reader, criteria: readonly number[]): number | undefined =>
    criteria.every((at) => mayLeave(reader.questionOf(at))) ? countApplying(reader, criteria) : undefined;

  /** A comparison of a sum over criteria. Numbers past what is held exactly would prove nothing, so they are refused. */
  const total = (
    reader: Reader,
    criteria: readonly number[],
    need: number,
    gain: (at: number, level: number) => number,
  ): number => {
    if (criteria.length === 0) return settled(ABSENT);
    const gains = new Map(criteria.map((at) => gainsOf(reader, at, (level) => gain(at, level))));
    let reach = Math.abs(need);
    for (const of of gains.values()) reach += Math.max(...of.map(Math.abs));
    if (!Number.isSafeInteger(reach)) throw new TooLarge();
    return add({ kind: 'total', sum: addSum(gains), need, applies: appliesUnlessSure(reader, criteria) });
  };
  const every = (
    reader: Reader,
    criteria: readonly number[],
    reaches: (at: number, level: number) => boolean,
  ): number => total(reader, criteria, 0, (at, level) => (reaches(at, level) ? 0 : -1));

  const readers = new Map<Reader, number>();
  const keyOf = (reader: Reader, corner: Corner): string => {
    const which = readers.get(reader) ?? readers.size;
    readers.set(reader, which);
    return `${corner} ${which}`;
  };
  const made = new Map<string, number>();
  const rule: Circuit['rule'] = ({ node }, corner, reader = own) => lowerNode(node, corner, reader);
  const lowerNode = (at: number, corner: Corner, reader: Reader): number => {
    const key = `${at} ${keyOf(reader, corner)}`;
    const known = made.get(key) ?? lower(at, corner, reader);
    made.set(key, known);
    return known;
  };

  const lower = (at: number, corner: Corner, reader: Reader): number => {
    const node = itemAt(reader.lowered.program.nodes, at);
    const inner = (part: number): number => lowerNode(part, corner, reader);
    switch (node.kind) {
      case 'look':
        return look(node, corner, reader);
      case 'quorum': {
        const looks = looksAtCriteria(node, reader);
        if (looks !== undefined) return countOf(node, looks, reader);
        if (node.parts.length === 0) return settled(ABSENT);
        if (typeof node.enough === 'object') throw new TooLarge();
        return add({
          kind: 'quorum',
          parts: node.parts.map(inner),
          need: node.enough === 'all' ? undefined : node.enough,
        });
      }
      case 'branch': {
        const { criteria, fewerThan } = node;
        if (criteria.length === 0) return settled(ABSENT);
        const isSure = !criteria.every((one) => mayLeave(reader.questionOf(one)));
        if (node.then === node.otherwise) {
          return isSure
            ? inner(node.then)
            : add({ kind: 'group', applies: countApplying(reader, criteria), part: inner(node.then) });
        }
        if (!criteria.some((one) => mayLeave(reader.questionOf(one))))
          return inner(criteria.length < fewerThan ? node.then : node.otherwise);
        const [below, from] = [inner(node.then), inner(node.otherwise)];
        return add({ kind: 'branch', applies: countApplying(reader, criteria), fewerThan, below, from });
      }
      case 'reaches':
        return reaching(node.score, node.threshold, corner, reader);
    }
  };

  const look = (node: Look, corner: Corner, reader: Reader): number => {
    if (node.input === 'fact') {
      const v = facts.get(itemAt(reader.lowered.program.facts, node.at));
      if (v === undefined) return settled(FAILS);
      return add({ kind: 'total', sum: addSum(new Map([[v, [0, 1]]])), need: 1, applies: undefined });
    }
    if (node.input === 'evidence') return evidence(node, reader);
    const { at, need, away } = node;
    const v = reader.questionOf(at);
    if (away === 'leaves' || !mayLeave(v)) return every(reader, [at], (_, level) => level >= need);
    isHeldOpen = true;
    const end = corner === 'lowest' ? 0 : itemAt(reader.lowered.levels, at).length - 1;
    const gains = (codes[v] ?? []).map((code) =>
      (code === NOT_APPLICABLE ? end : reader.levelOf(at, code)) >= need ? 0 : -1,
    );
    return add({ kind: 'total', sum: addSum(new Map([[v, gains]])), need: 0, applies: undefined });
  };
  const evidence = ({ at, atLeast }: EvidenceLook, reader: Reader): number => {
    const v = indicators.get(itemAt(reader.lowered.program.criteria, at).indicator);
    const has = addSum(
      new Map(v === undefined ? [] : [[v, (codes[v] ?? []).map((items) => (items >= atLeast ? 1 : 0))]]),
    );
    return mayLeave(reader.questionOf(at))
      ? add({ kind: 'pair', applies: countApplying(reader, [at]), sum: has })
      : add({ kind: 'total', sum: has, need: 1, applies: undefined });
  };

  /** The looks of a quorum that has no other parts, where each is at another criterion and leaves with it: they are one sum. */
  const looksAtCriteria = ({ parts }: Quorum, reader: Reader): readonly CriterionLook[] | undefined => {
    const looks = parts.map((part) => itemAt(reader.lowered.program.nodes, part));
    const isPlain = (node: (typeof looks)[number]): node is CriterionLook =>
      node.kind === 'look' && node.input === 'criterion' && node.away === 'leaves';
    if (parts.length === 0 || !looks.every(isPlain)) return undefined;
    return new Set(looks.map(({ at }) => at)).size === looks.length ? looks : undefined;
  };
  const countOf = ({ enough }: Quorum, looks: readonly CriterionLook[], reader: Reader): number => {
    const criteria = looks.map(({ at }) => at);
    const needs = new Map(looks.map(({ at, need }) => [at, need]));
    const reaches = (at: number, level: number): boolean => level >= (needs.get(at) ?? 0);
    if (enough === 'all') return every(reader, criteria, reaches);
    if (typeof enough === 'number') return total(reader, criteria, enough, (at, level) => (reaches(at, level) ? 1 : 0));
    // denominator · met ≥ numerator · applying, gathered criterion by criterion.
    const { numerator, denominator } = enough;
    return total(reader, criteria, 0, (at, level) => (reaches(at, level) ? denominator - numerator : -numerator));
  };

  const score: Circuit['score'] = (threshold, corner, reader = own) =>
    reader.lowered.program.hasScore ? reaching(0, threshold, corner, reader) : settled(ABSENT);
  const scores = new Map<string, number>();
  const reaching = (at: number, threshold: Fraction, corner: Corner, reader: Reader): number => {
    const key = `${at} ${threshold.numerator}/${threshold.denominator} ${keyOf(reader, corner)}`;
    const known = scores.get(key) ?? lowerScore(itemAt(reader.lowered.program.scores, at), threshold, corner, reader);
    scores.set(key, known);
    return known;
  };
  const lowerScore = (of: Sums, threshold: Fraction, corner: Corner, reader: Reader): number => {
    const terms = of.parts.flat();
    const counted = terms.flatMap((term) => (term.of === 'node' ? [lowerNode(term.at, corner, reader)] : []));
    if (counted.length > 0) return add({ kind: 'quorum', parts: counted, need: needFor(threshold, of.denominator) });
    const termOf = new Map(terms.map((term) => [term.at, term]));
    const criteria = [...termOf.keys()];
    const gain = (at: number, level: number): number => itemAt(termOf.get(at)?.gains ?? [], level);
    const need = needFor(threshold, of.denominator);
    if (of.kind === 'lowest') return every(reader, criteria, (at, level) => gain(at, level) >= need);
    if (of.kind === 'sum') return total(reader, criteria, need, gain);
    return meanOf(of, threshold, reader, gain);
  };
  const meanOf = (
    of: Sums,
    threshold: Fraction,
    reader: Reader,
    gain: (at: number, level: number) => number,
  ): number => {
    if (!Number.isSafeInteger(of.denominator)) throw new TooLarge();
    const parts = of.parts.filter((part) => part.length > 0);
    const terms = parts.flat();
    const weightOf = new Map(terms.map(({ at, weight }) => [at, weight]));
    const criteria = terms.map(({ at }) => at);
    if (!criteria.some((at) => mayLeave(reader.questionOf(at)))) {
      const { factors, whole } = overOneDenominator(parts, of.denominator);
      if (!Number.isSafeInteger(whole)) throw new TooLarge();
      const factorOf = new Map(parts.flatMap((part, i) => part.map(({ at }) => [at, itemAt(factors, i)] as const)));
      return total(
        reader,
        criteria,
        needFor(threshold, whole),
        (at, level) => gain(at, level) * (factorOf.get(at) ?? 0),
      );
    }
    if (parts.length === 1) {
      // Σ w·u / Σ w·U ≥ n/d, that is Σ w·(d·u − n·U) ≥ 0, over whatever applies.
      const [n, d] = inLowestTerms(threshold, of.denominator);
      return total(reader, criteria, 0, (at, level) => d * gain(at, level) - n * (weightOf.get(at) ?? 0));
    }
    const sumOf = (part: readonly Term[], each: (at: number, level: number) => number): number =>
      addSum(new Map(part.map(({ at }) => gainsOf(reader, at, (level) => each(at, level)))));
    const groups = parts.map((part) => ({
      points: sumOf(part, gain),
      weight: sumOf(part, (at) => weightOf.get(at) ?? 0),
    }));
    return add({ kind: 'means', groups, scale: BigInt(of.denominator), threshold });
  };

  return {
    space,
    codes,
    nodes,
    sums,
    rule,
    score,
    quorum: (parts, need) => add({ kind: 'quorum', parts, need }),
    applying: (criteria, fewerThan, fewer) =>
      criteria.length === 0
        ? settled(ABSENT)
        : add({
            kind: 'branch',
            applies: countApplying(own, criteria),
            fewerThan,
            below: settled(fewer ? HOLDS : FAILS),
            from: settled(fewer ? FAILS : HOLDS),
          }),
    holdsOpen: () => isHeldOpen,
  };
};

/** Numbers that leave the whole numbers held exactly: such a question is left open, never answered from rounded sums. */
export class TooLarge extends RangeError {
  constructor() {
    super('weights and points are too large to be added up exactly');
  }
}

/** n/d of a threshold over a common denominator: the least whole numbers in the same ratio as numerator · of and denominator. */
const inLowestTerms = ({ numerator, denominator }: Fraction, of: number): readonly [number, number] => {
  const [n, d] = [BigInt(numerator) * BigInt(of), BigInt(denominator)];
  const common = gcdOf(n, d) || 1n;
  return [Number(n / common), Number(d / common)];
};
