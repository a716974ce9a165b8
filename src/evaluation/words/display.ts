import type { Fraction } from '../../common/fractions.js';
import { isRecord, refuseNumber, refuseUnknown, refuseWord } from '../../common/refuse.js';
import { refuseNoWords } from '../../common/refuse-shape.js';
import { refuseRounding, type Rounding } from '../../common/rounding.js';
import { inSentence, placesApart, type ShownAs, shownNumber } from '../../common/shown-number.js';
import { shownValue } from '../../common/shown-value.js';
import type { Score } from '../../model/rubrics/evaluation.js';
import { scoreInEnglish } from './english-score.js';
import type { EvaluationMessages } from '../../model/messages/evaluation-messages.js';

export interface DisplayOptions {
  /** `percent` multiplies a share by a hundred and says so; `number` shows it as it is. */
  readonly as?: 'percent' | 'number' | undefined;
  /** Decimal places, from 0 to 6. */
  readonly decimals?: number | undefined;
  readonly rounding?: Rounding | undefined;
  /** The words and the decimal sign of a language; English where left out. */
  readonly messages?: Pick<EvaluationMessages, 'score' | 'decimalSign'> | undefined;
}

/**
 * An exact number in figures, rounded once, by the named rule (half up where left out), with no decimal places unless asked for.
 *
 * A number that is not whole is never shown as a whole one: with places it is shown by the nearest figure on its own side of that whole
 * number, so that 0.995 with two places is *0.99*. Without places that holds for 0 and 100 % alone: 99.5 % is *99 %*. Between 0 and 1
 * there is no figure without places, so a half, as a number, is *0.5*.
 *
 * @throws RangeError or TypeError for what is no fraction of whole numbers, and for options that do not exist or cannot be meant.
 *
 * @example
 * formatExact({ numerator: 2, denominator: 3 }, { as: 'percent' }) // => '67 %'
 * formatExact({ numerator: 999, denominator: 1000 }, { as: 'percent' }) // => '99 %'
 * formatExact({ numerator: 1, denominator: 300 }, { decimals: 2 }) // => '0.01'
 * formatExact({ numerator: 5, denominator: 4 }, { decimals: 1, rounding: 'half-even' }) // => '1.2'
 */
export const formatExact = (value: Fraction, options: DisplayOptions = {}): string => {
  refuseNoFraction('formatExact', 'value', value);
  refuseNoDisplay('formatExact', options);
  const { as = 'number', decimals = 0, rounding = 'half-up', messages } = options;
  return shownNumber(value, { as, decimals, rounding, decimalSign: messages?.decimalSign ?? '.' });
};

/**
 * A score in figures, with what it must not travel without: its coverage and the interval still open.
 * Coverage is by weight. A share is shown in percent unless asked otherwise, points and counts as numbers out of their highest.
 *
 * Numbers are rounded half up to one decimal place and whole ones shown without, as in every sentence of an evaluation; `decimals` asks for
 * another number of places. Where two different numbers would look alike there are more.
 *
 * @throws TypeError or RangeError for what is no score, and for options that do not exist or cannot be meant.
 *
 * @example
 * const { score } = evaluate(coordinatorRole, { ratings: { 'growth-mindset': 'embedded' } });
 * formatScore(score) // => '100 % of what is rated (12.5 % rated); between 12.5 % and 100 % when all is'
 * formatScore(score, { decimals: 2, messages: french })
 * // => '100,00 % de ce qui est évalué (part évaluée : 12,50 %) ; entre 12,50 % et 100,00 % quand tout le sera'
 */
export const formatScore = (score: Score, options: DisplayOptions = {}): string => {
  refuseNoScore(score);
  refuseNoDisplay('formatScore', options);
  const words = options.messages?.score ?? scoreInEnglish;
  if (score.kind === 'unscored') return words({ kind: 'unscored', because: score.because });
  const { unit, value, interval, coverage, outOf } = score;
  const common = {
    ...(options.decimals === undefined ? inSentence : { decimals: options.decimals }),
    rounding: options.rounding ?? 'half-up',
    decimalSign: options.messages?.decimalSign ?? '.',
  };
  const ofScore: ShownAs = {
    ...common,
    as: unit === 'share' ? (options.as ?? 'percent') : 'number',
    highest: unit === 'share' ? { numerator: 1, denominator: 1 } : outOf,
  };
  const ofCoverage: ShownAs = { ...common, as: 'percent' };
  const numbers = [...(value ? [value] : []), interval.least, interval.greatest, ...(unit === 'share' ? [] : [outOf])];
  const alike = ofScore.as === 'percent' ? [...numbers, coverage] : numbers;
  const decimals = placesApart(alike, ofScore);
  const figures = (number: Fraction): string => shownNumber(number, { ...ofScore, decimals });
  return words({
    kind: 'scored',
    ...(value && { value: figures(value) }),
    least: figures(interval.least),
    greatest: figures(interval.greatest),
    ...(unit !== 'share' && { outOf: figures(outOf) }),
    coverage: shownNumber(coverage, ofScore.as === 'percent' ? { ...ofCoverage, decimals } : ofCoverage),
    complete: coverage.numerator === coverage.denominator,
  });
};

const refuseNoDisplay = (caller: string, options: unknown): void => {
  refuseUnknown(caller, options, ['as', 'decimals', 'rounding', 'messages']);
  const { as, decimals, rounding, messages } = options as Readonly<Record<string, unknown>>;
  if (as !== undefined) refuseWord(caller, 'as', as, ['percent', 'number']);
  if (decimals !== undefined) {
    const isRight = (places: number) => Number.isInteger(places) && places >= 0 && places <= 6;
    refuseNumber(caller, 'decimals', decimals, 'a whole number from 0 to 6', isRight);
  }
  if (rounding !== undefined) refuseRounding(caller, rounding);
  if (messages === undefined) return;
  refuseNoWords(caller, messages, { score: scoreInEnglish, decimalSign: '.' });
};

const refuseNoFraction = (caller: string, name: string, value: unknown): void => {
  const right = 'it is a fraction { numerator, denominator } of whole numbers, the denominator from 1';
  if (!isRecord(value)) throw new TypeError(`${caller}: ${name} is ${shownValue(value)}; ${right}`);
  const { numerator, denominator } = value;
  if (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && (denominator as number) >= 1) return;
  const got = `{ numerator: ${shownValue(numerator)}, denominator: ${shownValue(denominator)} }`;
  throw new RangeError(`${caller}: ${name} is ${got}; ${right}`);
};

const refuseNoScore = (score: unknown): void => {
  const right = 'it is the score of an evaluation, evaluation.score';
  if (!isRecord(score)) throw new TypeError(`formatScore: score is ${shownValue(score)}; ${right}`);
  if (score['kind'] === undefined && 'score' in score) {
    throw new TypeError(`formatScore: score is an evaluation; ${right}`);
  }
  refuseWord('formatScore', 'the kind of score', score['kind'], ['scored', 'unscored']);
  if (score['kind'] === 'unscored') {
    const reasons = ['nothing-applicable', 'nothing-rated', 'profile-only'];
    refuseWord('formatScore', 'score.because', score['because'], reasons);
    return;
  }
  refuseWord('formatScore', 'score.unit', score['unit'], ['share', 'points', 'count']);
  const interval = isRecord(score['interval']) ? score['interval'] : {};
  const numbers = { coverage: score['coverage'], outOf: score['outOf'], 'interval.least': interval['least'] };
  for (const [name, value] of Object.entries({ ...numbers, 'interval.greatest': interval['greatest'] })) {
    refuseNoFraction('formatScore', `score.${name}`, value);
  }
  if (score['value'] !== undefined) refuseNoFraction('formatScore', 'score.value', score['value']);
};
