import { fractionOf, minus } from '../../common/big-fractions.js';
import { compareFractions, type ExactNumber, exact, type Fraction, lcm } from '../../common/fractions.js';
import type { Contributions } from '../../model/rubrics/evaluation.js';
import type { Judged } from '../program/judge.js';
import type { Lowered } from '../program/lower-rubric.js';
import type { Sums, Term } from '../program/program.js';
import { LEFT_OUT } from '../program/completion.js';
import type { ReadAssessment } from '../program/read-assessment.js';
import { type LoweredScore, loweredScore } from './lowered-score.js';

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
 *
 * @param rated the judgement of what is rated alone
 */
export const contributionsOf = (lowered: Lowered, read: ReadAssessment, rated: Judged): Contributions | undefined => {
  const [score] = lowered.program.scores;
  const [value] = rated.scores;
  if (score === undefined || value === undefined) return undefined;
  if (read.states.some((state) => state.kind === 'rated' && state.lowest !== state.highest)) return undefined;
  const fallen = loweredScore(lowered, rated);
  const idOf = (at: number): string => lowered.program.criteria[at]?.id ?? '';
  const notApplicable = read.states.flatMap((state, at) =>
    state.kind === 'not-applicable' ? [{ criterion: idOf(at), shift: difference(value, fallen(at) ?? value) }] : [],
  );
  const { denominator, parts } = partsOf(score, rated.completion.levels);
  return {
    denominator,
    parts: parts.map(({ at, numerator }) => ({ criterion: idOf(at), numerator })),
    binding: bindingOf(score, rated.completion.levels, value, fallen).map(idOf),
    notApplicable,
  };
};

/** In big integers until it is in lowest terms, where it is small again. */
const difference = (a: Fraction, b: Fraction): ExactNumber => {
  const { n, d } = minus(fractionOf(a), fractionOf(b));
  return exact(Number(n), Number(d));
};

/** A term of a criterion that is rated. */
interface Rated {
  readonly at: number;
  readonly weight: number;
  readonly gain: number;
}

const ratedTerms = (terms: readonly Term[], levels: readonly number[]): readonly Rated[] =>
  terms.flatMap((term) => {
    const level = term.of === 'criterion' ? (levels[term.at] ?? LEFT_OUT) : LEFT_OUT;
    return level === LEFT_OUT ? [] : [{ at: term.at, weight: term.weight, gain: term.gains[level] ?? 0 }];
  });

interface Parts {
  readonly denominator: number;
  readonly parts: readonly { readonly at: number; readonly numerator: number }[];
}

const partsOf = (score: Sums, levels: readonly number[]): Parts => {
  if (score.kind === 'lowest' || score.unit === 'count') return { denominator: 1, parts: [] };
  const sums = score.parts
    .map((terms) => {
      const rated = ratedTerms(terms, levels);
      const weight = rated.reduce((sum, term) => sum + term.weight, 0);
      return { rated, denominator: score.kind === 'mean' ? weight * score.denominator : score.denominator };
    })
    .filter(({ rated }) => rated.length > 0);
  const common = sums.reduce((multiple, sum) => lcm(multiple, sum.denominator), 1);
  const parts = sums.flatMap(({ rated, denominator }) =>
    rated.map(({ at, gain }) => ({ at, numerator: gain * (common / denominator) })),
  );
  return { denominator: common * Math.max(1, sums.length), parts: parts.sort((a, b) => a.at - b.at) };
};

/** For a lowest gain, the criteria that are that low; for a count, the criteria whose fall to the lowest would cost the count. */
const bindingOf = (
  score: Sums,
  levels: readonly number[],
  value: Fraction,
  fallen: LoweredScore,
): readonly number[] => {
  if (score.kind === 'lowest') {
    return ratedTerms(score.parts.flat(), levels)
      .filter(({ gain }) => compareFractions({ numerator: gain, denominator: score.denominator }, value) === 0)
      .map(({ at }) => at);
  }
  if (score.unit !== 'count') return [];
  return levels.flatMap((level, at) => {
    if (level === LEFT_OUT || level === 0) return [];
    const now = fallen(at);
    return now && compareFractions(now, value) < 0 ? [at] : [];
  });
};
