import { at as itemAt } from '../../common/at.js';
import { lcm } from '../../common/fractions.js';
import type { Scoring } from '../../model/rubrics/rubric.js';
import type { Names } from './names.js';
import type { Path, Sums, Term } from './program.js';

/** How the rule of a scoring becomes a node, in each group. */
export type LowerInGroup = (rule: Extract<Scoring, { kind: 'count-groups' }>['rule'], group: number) => number;

/**
 * A scoring as sums of gains; none where the rubric gives no score.
 *
 * @param within the criteria of a group, for that group’s own score; all where left out
 */
export const lowerScore = (names: Names, lowerInGroup: LowerInGroup, within?: readonly number[]): Sums | undefined => {
  const { scoring } = names.rubric;
  const chosen = within ?? names.all;
  switch (scoring.kind) {
    case 'none':
      return undefined;
    case 'weighted-mean':
      return meanOfParts(names, [chosen], chosen, scoring.from);
    case 'mean-of-groups': {
      const groups = within === undefined ? names.groups.map(({ criteria }) => criteria) : [within];
      return meanOfParts(
        names,
        groups.filter((criteria) => criteria.length > 0),
        chosen,
        scoring.from,
      );
    }
    case 'minimum':
      return lowestShare(names, names.select(scoring.of, chosen), scoring.from);
    case 'sum': {
      const parts = [weighted(names, chosen, (at) => pointsOf(names, at))];
      return { kind: 'sum', parts, denominator: 1, unit: 'points', byWeight: true, covers: chosen, path: PATH };
    }
    case 'count':
      return reaching(names, names.select(scoring.of, chosen), scoring.level, { kind: 'sum', unit: 'count' });
    case 'share-at-level':
      return reaching(names, names.select(scoring.of, chosen), scoring.level, { kind: 'mean', unit: 'share' });
    case 'count-groups':
      // One group alone has no count of groups.
      return within === undefined ? countOfGroups(names, (group) => lowerInGroup(scoring.rule, group)) : undefined;
  }
};

const PATH: Path = ['scoring'];

const term = (at: number, weight: number, gains: readonly number[]): Term => ({ of: 'criterion', at, weight, gains });

const pointsOf = (names: Names, at: number): readonly number[] =>
  itemAt(names.levels, at).map((level) => level.points ?? 0);

/** Each criterion counts by its weight. */
const weighted = (
  names: Names,
  criteria: readonly number[],
  worth: (at: number) => readonly number[],
): readonly Term[] =>
  criteria.map((at) => {
    const { weight } = itemAt(names.criteria, at);
    const gains = worth(at).map((one) => weight * one);
    return term(at, weight, gains);
  });

const meanOfParts = (
  names: Names,
  parts: readonly (readonly number[])[],
  covers: readonly number[],
  from: 'lowest' | 'zero',
): Sums => {
  const { of, denominator } = sharesOf(covers, (at) => pointsOf(names, at), from);
  return {
    kind: 'mean',
    parts: parts.map((criteria) => weighted(names, criteria, of)),
    denominator,
    unit: 'share',
    byWeight: true,
    covers,
    path: PATH,
  };
};

const lowestShare = (names: Names, covers: readonly number[], from: 'lowest' | 'zero'): Sums => {
  const { of, denominator } = sharesOf(covers, (at) => pointsOf(names, at), from);
  const parts = [covers.map((at) => term(at, itemAt(names.criteria, at).weight, of(at)))];
  return { kind: 'lowest', parts, denominator, unit: 'share', byWeight: false, covers, path: PATH };
};

/** Each criterion that reaches a level counts as one. */
const reaching = (
  names: Names,
  covers: readonly number[],
  level: string,
  { kind, unit }: Pick<Sums, 'kind' | 'unit'>,
): Sums => {
  const terms = covers.map((at) => {
    const need = names.need(at, level);
    const gains = itemAt(names.levels, at).map((_, place) => (place >= need ? 1 : 0));
    return term(at, 1, gains);
  });
  return { kind, parts: [terms], denominator: 1, unit, byWeight: false, covers, path: PATH };
};

/** Each group in which a rule holds counts as one. */
const countOfGroups = (names: Names, node: (group: number) => number): Sums => {
  const terms = names.groups.map((_, group): Term => ({ of: 'node', at: node(group), weight: 1, gains: [0, 1] }));
  const covers = names.groups.flatMap(({ criteria }) => criteria).sort((a, b) => a - b);
  return { kind: 'sum', parts: [terms], denominator: 1, unit: 'count', byWeight: false, covers, path: PATH };
};

/** Each level's share of the way up its own scale, u = (p − b) / (P − b), as whole numbers over one common denominator. */
const sharesOf = (
  criteria: readonly number[],
  points: (at: number) => readonly number[],
  from: 'lowest' | 'zero',
): { readonly of: (at: number) => readonly number[]; readonly denominator: number } => {
  const ends = (at: number): readonly [base: number, span: number] => {
    const of = points(at);
    const base = from === 'lowest' ? itemAt(of, 0) : 0;
    return [base, itemAt(of, of.length - 1) - base || 1];
  };
  const denominator = criteria.reduce((common, at) => lcm(common, ends(at)[1]), 1);
  return {
    denominator,
    of: (at) => {
      const [base, span] = ends(at);
      return points(at).map((worth) => (worth - base) * (denominator / span));
    },
  };
};
