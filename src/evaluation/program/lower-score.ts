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
  const path: Path = ['scoring'];
  const chosen = within ?? names.all;
  const points = (at: number): readonly number[] => itemAt(names.levels, at).map((level) => level.points ?? 0);
  const term = (at: number, weight: number, gains: readonly number[]): Term => ({ of: 'criterion', at, weight, gains });
  /** Each counts by its weight. */
  const weighted = (criteria: readonly number[], worth: (at: number) => readonly number[]): readonly Term[] =>
    criteria.map((at) => {
      const { weight } = itemAt(names.criteria, at);
      return term(
        at,
        weight,
        worth(at).map((one) => weight * one),
      );
    });
  /** Each that reaches a level counts as one. */
  const reaching = (criteria: readonly number[], level: string): readonly Term[] =>
    criteria.map((at) => {
      const need = names.need(at, level);
      return term(
        at,
        1,
        itemAt(names.levels, at).map((_, place) => (place >= need ? 1 : 0)),
      );
    });
  switch (scoring.kind) {
    case 'none':
      return undefined;
    case 'weighted-mean': {
      const { of, denominator } = sharesOf(chosen, points, scoring.from);
      const parts = [weighted(chosen, of)];
      return { kind: 'mean', parts, denominator, unit: 'share', byWeight: true, covers: chosen, path };
    }
    case 'mean-of-groups': {
      const { of, denominator } = sharesOf(chosen, points, scoring.from);
      const groups = within === undefined ? names.groups.map(({ criteria }) => criteria) : [within];
      const parts = groups.filter((criteria) => criteria.length > 0).map((criteria) => weighted(criteria, of));
      return { kind: 'mean', parts, denominator, unit: 'share', byWeight: true, covers: chosen, path };
    }
    case 'minimum': {
      const covers = names.select(scoring.of, chosen);
      const { of, denominator } = sharesOf(covers, points, scoring.from);
      const parts = [covers.map((at) => term(at, itemAt(names.criteria, at).weight, of(at)))];
      return { kind: 'lowest', parts, denominator, unit: 'share', byWeight: false, covers, path };
    }
    case 'sum': {
      const parts = [weighted(chosen, points)];
      return { kind: 'sum', parts, denominator: 1, unit: 'points', byWeight: true, covers: chosen, path };
    }
    case 'count': {
      const covers = names.select(scoring.of, chosen);
      const parts = [reaching(covers, scoring.level)];
      return { kind: 'sum', parts, denominator: 1, unit: 'count', byWeight: false, covers, path };
    }
    case 'share-at-level': {
      const covers = names.select(scoring.of, chosen);
      const parts = [reaching(covers, scoring.level)];
      return { kind: 'mean', parts, denominator: 1, unit: 'share', byWeight: false, covers, path };
    }
    case 'count-groups': {
      // One group alone has no count of groups.
      if (within !== undefined) return undefined;
      const terms = names.groups.map(
        (_, group): Term => ({ of: 'node', at: lowerInGroup(scoring.rule, group), weight: 1, gains: [0, 1] }),
      );
      const covers = names.groups.flatMap(({ criteria }) => criteria).sort((a, b) => a - b);
      return { kind: 'sum', parts: [terms], denominator: 1, unit: 'count', byWeight: false, covers, path };
    }
  }
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
