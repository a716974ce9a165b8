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
export const lowerScore = (
  names: Names,
  lowerInGroup: LowerInGroup,
  within?: readonly number[],
  path: Path = ['scoring'],
): Sums | undefined => {
  const { scoring } = names.rubric;
  const all = names.all;
  const chosen = within ?? all;
  const points = (at: number): readonly number[] => itemAt(names.levels, at).map((level) => level.points ?? 0);
  const weight = (at: number): number => itemAt(names.criteria, at).weight;
  const term = (at: number, weighs: number, gains: readonly number[]): Term => ({
    of: 'criterion',
    at,
    weight: weighs,
    gains,
  });
  switch (scoring.kind) {
    case 'none':
      return undefined;
    case 'weighted-mean': {
      const up = sharesOf(chosen, points, scoring.from);
      const terms = chosen.map((at) =>
        term(
          at,
          weight(at),
          up.of(at).map((share) => weight(at) * share),
        ),
      );
      return {
        kind: 'mean',
        parts: [terms],
        denominator: up.denominator,
        unit: 'share',
        byWeight: true,
        covers: chosen,
        path,
      };
    }
    case 'mean-of-groups': {
      const up = sharesOf(chosen, points, scoring.from);
      const groups = within === undefined ? names.groups.map(({ criteria }) => criteria) : [within];
      const parts = groups
        .filter((criteria) => criteria.length > 0)
        .map((criteria) =>
          criteria.map((at) =>
            term(
              at,
              weight(at),
              up.of(at).map((share) => weight(at) * share),
            ),
          ),
        );
      return { kind: 'mean', parts, denominator: up.denominator, unit: 'share', byWeight: true, covers: chosen, path };
    }
    case 'minimum': {
      const selected = names.select(scoring.of, chosen);
      const up = sharesOf(selected, points, scoring.from);
      const terms = selected.map((at) => term(at, weight(at), up.of(at)));
      return {
        kind: 'lowest',
        parts: [terms],
        denominator: up.denominator,
        unit: 'share',
        byWeight: false,
        covers: selected,
        path,
      };
    }
    case 'sum': {
      const terms = chosen.map((at) =>
        term(
          at,
          weight(at),
          points(at).map((worth) => weight(at) * worth),
        ),
      );
      return { kind: 'sum', parts: [terms], denominator: 1, unit: 'points', byWeight: true, covers: chosen, path };
    }
    case 'count': {
      const selected = names.select(scoring.of, chosen);
      const terms = selected.map((at) => term(at, 1, reaching(names, at, scoring.level)));
      return { kind: 'sum', parts: [terms], denominator: 1, unit: 'count', byWeight: false, covers: selected, path };
    }
    case 'share-at-level': {
      const selected = names.select(scoring.of, chosen);
      const terms = selected.map((at) => term(at, 1, reaching(names, at, scoring.level)));
      return { kind: 'mean', parts: [terms], denominator: 1, unit: 'share', byWeight: false, covers: selected, path };
    }
    case 'count-groups': {
      // One group alone has no count of groups.
      if (within !== undefined) return undefined;
      const terms = names.groups.map(
        (_, group): Term => ({
          of: 'node',
          at: lowerInGroup(scoring.rule, group),
          weight: 1,
          gains: [0, 1],
        }),
      );
      const covers = names.groups.flatMap(({ criteria }) => criteria).sort((a, b) => a - b);
      return { kind: 'sum', parts: [terms], denominator: 1, unit: 'count', byWeight: false, covers, path };
    }
  }
};

/** One for each level that reaches the named one, else zero. */
const reaching = (names: Names, at: number, level: string): readonly number[] => {
  const need = names.need(at, level);
  return itemAt(names.levels, at).map((_, place) => (place >= need ? 1 : 0));
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
