import type { Contributions } from '../../model/rubrics/evaluation.js';
import { fractionOf, minus } from '../../common/big-fractions.js';
import { compareFractions, type ExactNumber, exact, type Fraction, lcm } from '../../common/fractions.js';
import { type LoweredScore, loweredScore } from './lowered-score.js';
import type { Plan } from '../program/plan.js';
import { LEFT_OUT, ratedOnly } from '../program/reading.js';
import { type Scorer, shares } from './score.js';
import type { Sheet } from '../program/sheet.js';

/**
 * What each rated criterion brings to the score, over one common denominator, so that the parts add up to the value
 * exactly:
 * - weighted mean: w·u / W, with W the rated weight;
 * - sum: w·p;
 * - mean of groups: w·u / (G · W_g), with W_g the rated weight of its group and G the number of groups with a rating;
 * - minimum and counts have no parts; the criteria that bind them are named instead.
 *
 * Shown apart is what each not-applicable criterion shifted: the value, minus the value were this one criterion unrated
 * and counted at its lowest. Absent where there is no value.
 */
export const contributionsOf = (plan: Plan, sheet: Sheet, scorer: Scorer): Contributions | undefined => {
  const levels = ratedOnly(sheet);
  const value = scorer.ofLevels(levels, sheet);
  if (value === undefined || sheet.states.some((state) => state.kind === 'rated' && state.lowest !== state.highest))
    return undefined;
  const lowered = loweredScore(plan, levels, sheet);
  const notApplicable = sheet.states.flatMap((state, at) => {
    if (state.kind !== 'not-applicable') return [];
    // A criterion that the score does not look at shifts nothing.
    return [{ criterion: plan.criteria[at]?.id ?? '', shift: difference(value, lowered(at) ?? value) }];
  });
  return { ...partsOf(plan, levels), binding: bindingOf(plan, levels, value, lowered), notApplicable };
};

/** In big integers until it is in lowest terms, where it is small again. */
const difference = (a: Fraction, b: Fraction): ExactNumber => {
  const { n, d } = minus(fractionOf(a), fractionOf(b));
  return exact(Number(n), Number(d));
};

const partsOf = (plan: Plan, levels: readonly number[]): Pick<Contributions, 'denominator' | 'parts'> => {
  const { scoring } = plan.rubric;
  const rated = levels.flatMap((level, at) => (level === LEFT_OUT ? [] : [at]));
  const weight = (at: number) => plan.criteria[at]?.weight ?? 0;
  const part = (at: number, numerator: number) => ({ criterion: plan.criteria[at]?.id ?? '', numerator });
  switch (scoring.kind) {
    case 'sum':
      return {
        denominator: 1,
        parts: rated.map((at) => part(at, weight(at) * (plan.levels[at]?.[levels[at] ?? 0]?.points ?? 0))),
      };
    case 'weighted-mean': {
      const up = shares(
        plan,
        plan.criteria.map((_, at) => at),
        scoring.from,
      );
      const total = rated.reduce((sum, at) => sum + weight(at), 0);
      return {
        denominator: total * up.denominator,
        parts: rated.map((at) => part(at, weight(at) * (up.of[at]?.[levels[at] ?? 0] ?? 0))),
      };
    }
    case 'mean-of-groups': {
      const groups = plan.groups
        .map(({ criteria }) => ({
          rated: criteria.filter((at) => levels[at] !== LEFT_OUT),
          up: shares(plan, criteria, scoring.from),
        }))
        .filter((group) => group.rated.length > 0)
        .map((group) => ({
          ...group,
          denominator: group.up.denominator * group.rated.reduce((sum, at) => sum + weight(at), 0),
        }));
      const common = groups.reduce((denominator, group) => lcm(denominator, group.denominator), 1);
      const parts = groups.flatMap((group) =>
        group.rated.map((at) => ({
          at,
          numerator: weight(at) * (group.up.of[at]?.[levels[at] ?? 0] ?? 0) * (common / group.denominator),
        })),
      );
      return {
        denominator: common * groups.length,
        parts: parts.sort((a, b) => a.at - b.at).map(({ at, numerator }) => part(at, numerator)),
      };
    }
    case 'minimum':
    case 'count':
    case 'count-groups':
    case 'none':
      return { denominator: 1, parts: [] };
  }
};

/** For a minimum, the criteria that are that low; for a count, the criteria whose fall to the lowest would cost the count. */
const bindingOf = (
  plan: Plan,
  levels: readonly number[],
  value: Fraction,
  lowered: LoweredScore,
): readonly string[] => {
  const { scoring } = plan.rubric;
  const all = plan.criteria.map((_, at) => at);
  switch (scoring.kind) {
    case 'weighted-mean':
    case 'mean-of-groups':
    case 'sum':
    case 'none':
      return [];
    case 'minimum': {
      const criteria = plan.select(scoring.of, all);
      const up = shares(plan, criteria, scoring.from);
      return criteria.flatMap((at) => {
        const level = levels[at] ?? LEFT_OUT;
        if (level === LEFT_OUT) return [];
        const share = { numerator: up.of[at]?.[level] ?? 0, denominator: up.denominator };
        return compareFractions(share, value) === 0 ? [plan.criteria[at]?.id ?? ''] : [];
      });
    }
    case 'count':
    case 'count-groups':
      return plan.criteria.flatMap(({ id }, at) => {
        if (levels[at] === LEFT_OUT || levels[at] === 0) return [];
        const fallen = lowered(at);
        return fallen && compareFractions(fallen, value) < 0 ? [id] : [];
      });
  }
};
