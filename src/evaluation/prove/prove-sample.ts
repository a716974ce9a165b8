import type { Evaluation, Score } from '../../model/rubrics/evaluation.js';
import { NO_BAND, stateNames, verdictNames } from '../columns/codes.js';
import type { ScoredColumns } from '../columns/compile-scorer.js';
import { compareFractions } from '../../common/fractions.js';

/** Whether the contributions add up to the score's value, exactly. A minimum and a count have no parts to add up. */
export const addsUp = ({ score, contributions }: Evaluation): boolean => {
  const value = score.kind === 'scored' ? score.value : undefined;
  if (value === undefined || contributions === undefined || contributions.parts.length === 0) return true;
  const total = contributions.parts.reduce((sum, { numerator }) => sum + BigInt(numerator), 0n);
  return total * BigInt(value.denominator) === BigInt(value.numerator) * BigInt(contributions.denominator);
};

/** Whether an exact score lies where it must: 0 ≤ least ≤ value ≤ greatest ≤ the highest the scoring can give. */
export const isBounded = ({ score }: Evaluation): boolean => {
  const { interval } = score;
  if (interval === undefined) return true;
  const zero = { numerator: 0, denominator: 1 };
  const [value, outOf] = score.kind === 'scored' ? [score.value, score.outOf] : [undefined, undefined];
  const rising = [zero, interval.least, value, interval.greatest, outOf].filter((one) => one !== undefined);
  return rising.every((one, at) => at === 0 || compareFractions(rising[at - 1] ?? zero, one) <= 0);
};

/** Where a row of a scorer differs from the evaluation of the same assessment: what differs, or nothing. */
export const differingPart = (
  evaluation: Evaluation,
  scored: ScoredColumns,
  row: number,
  bands: readonly string[],
): string | undefined => {
  for (const { outcome, verdict } of evaluation.outcomes) {
    if (verdictNames[scored.verdicts[outcome]?.[row] ?? -1] !== verdict) return `the verdict of “${outcome}”`;
  }
  const { score } = evaluation;
  if (stateNames[scored.state[row] ?? -1] !== stateOf(score)) return 'what is known of the score';
  const wanted = {
    value: score.kind === 'scored' ? score.value : undefined,
    least: score.interval?.least,
    greatest: score.interval?.greatest,
    coverage: score.coverage,
  };
  for (const part of ['value', 'least', 'greatest', 'coverage'] as const) {
    if (!Object.is(scored[part][row], wanted[part]?.decimal ?? Number.NaN)) return `the score’s ${part}`;
  }
  const code = scored.band[row] ?? NO_BAND;
  const band = code === NO_BAND ? undefined : bands[code];
  return band === (score.kind === 'scored' ? score.band : undefined) ? undefined : 'the band';
};

const stateOf = (score: Score): (typeof stateNames)[number] => {
  if (score.kind === 'unscored') return score.because;
  return score.value === undefined ? 'interval-only' : 'scored';
};
