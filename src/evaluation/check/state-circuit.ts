import { gcdOf, lcmOf } from '../../common/big-integers.js';
import type { Fraction } from '../../model/shared/fraction.js';
import { NOT_APPLICABLE } from '../columns/columns-codes.js';
import type { Plan, RuleNode } from '../program/plan.js';
import { shares } from '../verdict/score.js';
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
  readonly plan: Plan;
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
  const { plan, digits } = space;
  const codes = digits.map(({ codes: all, known }) => [
    ...all.slice(0, known),
    ...(all.length > known + 1 && all.at(-1) === NOT_APPLICABLE ? [NOT_APPLICABLE] : []),
  ]);
  const nodes: Node[] = [];
  const sums: Sum[] = [];
  const indicators = new Map(digits.flatMap(({ kind, id }, v) => (kind === 'evidence' ? [[id, v] as const] : [])));
  const facts = new Map(digits.flatMap(({ kind, id }, v) => (kind === 'fact' ? [[id, v] as const] : [])));
  let isHeldOpen = false;

  const own: Reader = { plan, questionOf: (at) => at, levelOf: (_, code) => code };
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

  const made = new Map<RuleNode, Map<string, number>>();
  const readers = new Map<Reader, number>();
  const rule: Circuit['rule'] = (node, corner, reader = own) => {
    const which = readers.get(reader) ?? readers.size;
    readers.set(reader, which);
    const key = `${corner} ${which}`;
    const of = made.get(node) ?? new Map<string, number>();
    made.set(node, of);
    const known = of.get(key);
    if (known !== undefined) return known;
    const lowered = inGroup(node, lower(node, corner, reader), reader);
    of.set(key, lowered);
    return lowered;
  };
  const inGroup = ({ members }: RuleNode, part: number, reader: Reader): number => {
    if (members === undefined) return part;
    if (members.length === 0) return settled(ABSENT);
    const applies = appliesUnlessSure(reader, members);
    return applies === undefined ? part : add({ kind: 'group', applies, part });
  };

  const lower = (node: RuleNode, corner: Corner, reader: Reader): number => {
    const { rule: of, criteria, inner } = node;
    const needs = new Map(criteria.map((at, i) => [at, node.needs[i] ?? 0]));
    const reaches = (at: number, level: number): boolean => level >= (needs.get(at) ?? 0);
    const parts = (): number[] => inner.map((one) => rule(one, corner, reader));
    switch (of.kind) {
      case 'at-least': {
        const at = criteria[0] ?? 0;
        const policy = reader.plan.criteria[at]?.notApplicable;
        if (policy === 'waived' || !mayLeave(reader.questionOf(at))) return every(reader, criteria, reaches);
        isHeldOpen = true;
        const v = reader.questionOf(at);
        const end = corner === 'lowest' ? 0 : (reader.plan.levels[at]?.length ?? 1) - 1;
        const gains = (codes[v] ?? []).map((code) =>
          reaches(at, code === NOT_APPLICABLE ? end : reader.levelOf(at, code)) ? 0 : -1,
        );
        return add({ kind: 'total', sum: addSum(new Map([[v, gains]])), need: 0, applies: undefined });
      }
      case 'every':
      case 'minimum':
        return every(reader, criteria, reaches);
      case 'some':
        return total(reader, criteria, 1, (at, level) => (reaches(at, level) ? 1 : 0));
      case 'count':
        return total(reader, criteria, of.atLeast, (at, level) => (reaches(at, level) ? 1 : 0));
      case 'share':
        // denominator · met ≥ numerator · selected, gathered criterion by criterion.
        return total(reader, criteria, 0, (at, level) =>
          reaches(at, level) ? of.denominator - of.numerator : -of.numerator,
        );
      case 'evidence':
        return evidence(reader, criteria, of.atLeast);
      case 'attested': {
        const v = facts.get(of.fact);
        if (v === undefined) return settled(FAILS);
        return add({ kind: 'total', sum: addSum(new Map([[v, [0, 1]]])), need: 1, applies: undefined });
      }
      case 'achieves':
        return parts()[0] ?? settled(ABSENT);
      case 'all':
      case 'every-group':
        return add({ kind: 'quorum', parts: parts(), need: undefined });
      case 'any':
        return add({ kind: 'quorum', parts: parts(), need: 1 });
      case 'at-least-n':
      case 'count-groups':
        return add({ kind: 'quorum', parts: parts(), need: of.atLeast });
      case 'when-count': {
        const [below, from] = parts();
        if (criteria.length === 0 || below === undefined || from === undefined) return settled(ABSENT);
        if (!criteria.some((at) => mayLeave(reader.questionOf(at))))
          return criteria.length < of.fewerThan ? below : from;
        return add({ kind: 'branch', applies: countApplying(reader, criteria), fewerThan: of.fewerThan, below, from });
      }
      case 'score':
        return score(of.atLeast, corner, reader);
      case 'band': {
        const from = reader.plan.rubric.bands?.find(({ id }) => id === of.band)?.from;
        return from === undefined ? settled(ABSENT) : score(from, corner, reader);
      }
    }
  };

  const evidence = (reader: Reader, criteria: readonly number[], atLeast: number): number => {
    if (criteria.length === 0) return settled(ABSENT);
    const has = (at: number): number => {
      const { id = '', indicator = id } = reader.plan.criteria[at] ?? {};
      const v = indicators.get(indicator);
      return addSum(new Map(v === undefined ? [] : [[v, (codes[v] ?? []).map((items) => (items >= atLeast ? 1 : 0))]]));
    };
    const parts = criteria.map((at): number =>
      mayLeave(reader.questionOf(at))
        ? add({ kind: 'pair', applies: countApplying(reader, [at]), sum: has(at) })
        : add({ kind: 'total', sum: has(at), need: 1, applies: undefined }),
    );
    return add({ kind: 'quorum', parts, need: undefined });
  };

  const scores = new Map<string, number>();
  const score: Circuit['score'] = (threshold, corner, reader = own) => {
    const which = readers.get(reader) ?? readers.size;
    readers.set(reader, which);
    const key = `${threshold.numerator}/${threshold.denominator} ${corner} ${which}`;
    const known = scores.get(key);
    if (known !== undefined) return known;
    const lowered = lowerScore(threshold, corner, reader);
    scores.set(key, lowered);
    return lowered;
  };
  const lowerScore = (threshold: Fraction, corner: Corner, reader: Reader): number => {
    const { scoring } = reader.plan.rubric;
    const all = reader.plan.criteria.map((_, at) => at);
    const weight = (at: number): number => reader.plan.criteria[at]?.weight ?? 0;
    switch (scoring.kind) {
      case 'none':
        return settled(ABSENT);
      case 'weighted-mean': {
        const up = shares(reader.plan, all, scoring.from);
        const gain = (at: number, level: number): number => weight(at) * (up.of[at]?.[level] ?? 0);
        const whole = all.reduce((sum, at) => sum + weight(at), 0) * up.denominator;
        if (!all.some((at) => mayLeave(reader.questionOf(at))))
          return total(reader, all, ceilOf(threshold, whole), gain);
        // Σ w·u / Σ w·U ≥ n/d, that is Σ w·(d·u − n·U) ≥ 0, over whatever applies.
        const [n, d] = inLowestTerms(threshold, up.denominator);
        return total(reader, all, 0, (at, level) => weight(at) * (d * (up.of[at]?.[level] ?? 0) - n));
      }
      case 'mean-of-groups':
        return meanOfGroups(threshold, scoring.from, reader);
      case 'sum':
        return total(
          reader,
          all,
          ceilOf(threshold, 1),
          (at, level) => weight(at) * (reader.plan.levels[at]?.[level]?.points ?? 0),
        );
      case 'minimum': {
        const of = reader.plan.select(scoring.of, all);
        const up = shares(reader.plan, of, scoring.from);
        const need = ceilOf(threshold, up.denominator);
        return every(reader, of, (at, level) => (up.of[at]?.[level] ?? 0) >= need);
      }
      case 'count': {
        const node = reader.plan.node({ kind: 'count', atLeast: 1, level: scoring.level, of: scoring.of }, all);
        const needs = new Map(node.criteria.map((at, i) => [at, node.needs[i] ?? 0]));
        return total(reader, node.criteria, ceilOf(threshold, 1), (at, level) =>
          level >= (needs.get(at) ?? 0) ? 1 : 0,
        );
      }
      case 'count-groups':
        return add({
          kind: 'quorum',
          parts: countedGroups(reader).map((node) => rule(node, corner, reader)),
          need: ceilOf(threshold, 1),
        });
    }
  };
  const counted = new Map<Reader, readonly RuleNode[]>();
  const countedGroups = (reader: Reader): readonly RuleNode[] => {
    const known = counted.get(reader) ?? groupNodes(reader.plan);
    counted.set(reader, known);
    return known;
  };
  const meanOfGroups = (threshold: Fraction, from: 'lowest' | 'zero', reader: Reader): number => {
    const up = shares(
      reader.plan,
      reader.plan.criteria.map((_, at) => at),
      from,
    );
    if (!Number.isSafeInteger(up.denominator)) throw new TooLarge();
    const weight = (at: number): number => reader.plan.criteria[at]?.weight ?? 0;
    const groups = reader.plan.groups.map(({ criteria }) => criteria).filter((criteria) => criteria.length > 0);
    const leaves = groups.flat().some((at) => mayLeave(reader.questionOf(at)));
    if (!leaves && groups.length > 0) {
      const weights = groups.map((criteria) => BigInt(criteria.reduce((sum, at) => sum + weight(at), 0)));
      const common = weights.reduce(lcmOf, 1n);
      const factor = new Map(
        groups.flatMap((criteria, g) => criteria.map((at) => [at, Number(common / (weights[g] ?? 1n))] as const)),
      );
      const whole = Number(common) * groups.length * up.denominator;
      if (!Number.isSafeInteger(whole)) throw new TooLarge();
      return total(
        reader,
        groups.flat(),
        ceilOf(threshold, whole),
        (at, level) => weight(at) * (up.of[at]?.[level] ?? 0) * (factor.get(at) ?? 0),
      );
    }
    const sumsOf = groups.map((criteria) => ({
      points: addSum(
        new Map(criteria.map((at) => gainsOf(reader, at, (level) => weight(at) * (up.of[at]?.[level] ?? 0)))),
      ),
      weight: addSum(new Map(criteria.map((at) => gainsOf(reader, at, () => weight(at))))),
    }));
    return add({ kind: 'means', groups: sumsOf, scale: BigInt(up.denominator), threshold });
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

/** The counted rule of a count of groups, once for each group. */
export const groupNodes = (plan: Plan): readonly RuleNode[] => {
  const { scoring } = plan.rubric;
  if (scoring.kind !== 'count-groups') return [];
  return plan.groups.map(({ group, criteria }) => ({ ...plan.node(scoring.rule, criteria), group, members: criteria }));
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

/** The smallest whole number that is at least fraction · of. */
const ceilOf = ({ numerator, denominator }: Fraction, of: number): number => {
  const [product, divisor] = [BigInt(numerator) * BigInt(of), BigInt(denominator)];
  return Number((product + divisor - 1n) / divisor);
};
