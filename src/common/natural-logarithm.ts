import { refuseNumber } from './refuse.js';

const LEAST_NORMAL = 2.2250738585072014e-308;
const ROOT_OF_TWO = 1.4142135623730951;
/** ln 2 in two parts: the first has its last 21 bits clear, so that its product with an exponent is exact. */
const LN_2_HIGH = 0.6931471803691238;
const LN_2_LOW = 1.9082149292705877e-10;
/** 2/(2k + 1) for k = 1 … 11: as many terms as can be told apart in the last bit. */
const TERMS = [2 / 3, 2 / 5, 2 / 7, 2 / 9, 2 / 11, 2 / 13, 2 / 15, 2 / 17, 2 / 19, 2 / 21, 2 / 23];
/** The powers of two by which a number is brought near 1, greatest first: 2⁵¹², 2²⁵⁶ … 2¹. */
const STEPS = [512, 256, 128, 64, 32, 16, 8, 4, 2, 1];
const POWERS = /* @__PURE__ */ (() => {
  const powers = [2];
  for (let i = 1; i < STEPS.length; i++) powers.push(powers[i - 1]! * powers[i - 1]!);
  return powers.reverse();
})();

/**
 * The natural logarithm from additions, subtractions, multiplications and divisions alone, and so the same bits in every engine:
 * `Math.log` may differ from one to the next, as the language leaves its precision open. What is compared or ordered, such as the weights of
 * Adamic and Adar, is reckoned with this one. The result lies within 1 unit in the last place of the true logarithm.
 *
 * With x = 2ⁿ (1 + f), 1 + f between √½ and √2, and s = f / (2 + f), the logarithm is n ln 2 + 2 artanh s,
 * and 2 artanh s = f − f²/2 + s (f²/2 + R), R = 2 Σ s²ᵏ / (2k + 1): all but a small remainder is exact or nearly so.
 *
 * @throws TypeError for what is no number, RangeError for a number that is not finite and above 0
 * @see Abramowitz and Stegun (1964), 4.1.27 for the series
 */
export const naturalLogarithm = (x: number): number => {
  if (!(typeof x === 'number' && x > 0 && x < Number.POSITIVE_INFINITY)) {
    refuseNumber('naturalLogarithm', 'x', x, 'a finite number above 0', () => false);
  }
  let exponent = 0;
  let rest = x;
  if (rest < LEAST_NORMAL) {
    rest *= 18014398509481984;
    exponent = -54;
  }
  // Products with powers of two are exact. Afterwards 1 ≤ rest < 2.
  for (let i = 0; i < STEPS.length; i++) {
    if (rest >= POWERS[i]!) {
      rest /= POWERS[i]!;
      exponent += STEPS[i]!;
    } else if (rest * POWERS[i]! < 2) {
      rest *= POWERS[i]!;
      exponent -= STEPS[i]!;
    }
  }
  if (rest > ROOT_OF_TWO) {
    rest /= 2;
    exponent += 1;
  }
  const f = rest - 1;
  const s = f / (2 + f);
  const square = s * s;
  let series = 0;
  for (let k = TERMS.length - 1; k >= 0; k--) series = square * (TERMS[k]! + series);
  const half = (f * f) / 2;
  return exponent * LN_2_HIGH - (half - (s * (half + series) + exponent * LN_2_LOW) - f);
};
