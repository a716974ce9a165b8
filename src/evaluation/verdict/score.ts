import { compareFractions, type ExactNumber, exact, type Fraction } from '../../common/fractions.js';
import type { Score, ScoreInterval } from '../../model/rubrics/evaluation.js';
import type { Judged } from '../program/judge.js';
import type { Lowered } from '../program/lower-rubric.js';
import type { Program, Sums } from '../program/program.js';
import { LEFT_OUT } from '../program/completion.js';
import { total } from '../program/score-of.js';
import type { ReadAssessment } from '../program/read-assessment.js';

/** What an assessment scores: the completions at both ends, and what is rated alone. */
export interface ScoredEnds {
  readonly lowest: Judged;
  readonly highest: Judged;
  readonly rated: Judged;
}

/** The rubric's own score, with its interval and coverage; or why there is none. */
export const scoreOfSheet = ({ program }: Lowered, read: ReadAssessment, ends: ScoredEnds): Score => {
  const [score] = program.scores;
  if (!program.hasScore || score === undefined) return { kind: 'unscored', because: 'profile-only' };
  const interval = intervalOf(ends.lowest.scores[0], ends.highest.scores[0]);
  const coverage = coverageOf(program, read, score);
  if (interval === undefined || coverage === undefined) return { kind: 'unscored', because: 'nothing-applicable' };
  if (coverage.numerator === 0) return { kind: 'unscored', because: 'nothing-rated', interval, coverage };
  const value = valueOf(read, score, ends.rated, interval, coverage);
  const band = bandOf(program, interval);
  return {
    kind: 'scored',
    unit: score.unit,
    ...(value && { value }),
    interval,
    coverage,
    outOf: outOf(score, ends.lowest),
    ...(band !== undefined && { band }),
  };
};

const intervalOf = (least: Fraction | undefined, greatest: Fraction | undefined): ScoreInterval | undefined =>
  least && greatest
    ? { least: exact(least.numerator, least.denominator), greatest: exact(greatest.numerator, greatest.denominator) }
    : undefined;

/** Rated weight over applicable weight. */
const coverageOf = (program: Program, read: ReadAssessment, { covers }: Sums): ExactNumber | undefined => {
  let [rated, applicable] = [0, 0];
  for (const at of covers) {
    const state = read.states[at];
    const weight = program.criteria[at]?.weight ?? 0;
    if (state === undefined || state.kind === 'not-applicable') continue;
    applicable += weight;
    if (state.kind === 'rated') rated += weight;
  }
  return applicable === 0 ? undefined : exact(rated, applicable);
};

/** The score of what is rated; a sum or a count waits until all is rated, and contested ratings leave an interval only. */
const valueOf = (
  read: ReadAssessment,
  score: Sums,
  rated: Judged,
  interval: ScoreInterval,
  coverage: ExactNumber,
): ExactNumber | undefined => {
  const contested = score.covers.some((at) => {
    const state = read.states[at];
    return state?.kind === 'rated' && state.lowest !== state.highest;
  });
  if (contested) return undefined;
  if (score.kind === 'sum') {
    const settled = coverage.decimal === 1 && compareFractions(interval.least, interval.greatest) === 0;
    return settled ? interval.least : undefined;
  }
  const value = rated.scores[0];
  return value && exact(value.numerator, value.denominator);
};

/** The highest score that the criteria which apply could give; for groups, how many the counted rule applies to. */
const outOf = (score: Sums, { completion, truths }: Judged): ExactNumber => {
  const highest = total(score, (term) => {
    const applies =
      term.of === 'criterion' ? completion.levels[term.at] !== LEFT_OUT : truths[term.at] !== 'not-applicable';
    return applies ? term.gains.at(-1) : undefined;
  });
  return highest ? exact(highest.numerator, highest.denominator) : exact(0, 1);
};

/** The band that holds the whole interval. */
const bandOf = ({ bands }: Program, interval: ScoreInterval): string | undefined =>
  bands.find(
    ({ from, below }) =>
      compareFractions(interval.least, from) >= 0 &&
      (below === undefined || compareFractions(interval.greatest, below) < 0),
  )?.id;
