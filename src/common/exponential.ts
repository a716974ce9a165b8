import { naturalLogarithm } from './natural-logarithm.js';

const LN_2_HIGH = 0.6931471803691238;
const LN_2_LOW = 1.9082149292705877e-10;
const LOG_2_E = 1.4426950408889634;

/** 2ᵏ, from multiplications alone. */
const powerOfTwo = (k: number): number => {
  let power = 1;
  let base = k < 0 ? 0.5 : 2;
  for (let left = Math.abs(k); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power *= base;
    base *= base;
  }
  return power;
};

/**
 * eˣ from additions, subtractions, multiplications and divisions alone, and so the same bits in every engine, as `naturalLogarithm` is.
 * With x = k ln 2 + r and |r| ≤ ½ ln 2, eˣ = 2ᵏ eʳ, and eʳ is its power series: the 18th term lies below the last bit.
 *
 * @see Abramowitz and Stegun (1964), 4.2.1 for the series
 */
export const exponential = (x: number): number => {
  if (x > 709.78) return Number.POSITIVE_INFINITY;
  if (x < -745.2) return 0;
  const k = Math.round(x * LOG_2_E);
  const r = x - k * LN_2_HIGH - k * LN_2_LOW;
  let series = 1;
  for (let i = 18; i >= 1; i--) series = 1 + (r * series) / i;
  // In two steps, since 2ᵏ alone may be too small or too large where the product is not.
  const half = Math.trunc(k / 2);
  return series * powerOfTwo(half) * powerOfTwo(k - half);
};

/**
 * ln (1 + x), without the loss of adding a small x to 1: where u = 1 + x has lost part of x, ln u · x / (u − 1) gives it back.
 *
 * @see Goldberg (1991), doi:10.1145/103162.103163, theorem 4
 */
export const logarithmOfOnePlus = (x: number): number => {
  const u = 1 + x;
  return u === 1 ? x : (naturalLogarithm(u) * x) / (u - 1);
};

/** sin (π x) from the same four operations, for any finite x: x is brought to ±¼ of a turn, where the power series of sine and cosine end soon. */
export const sineOfHalfTurns = (x: number): number => {
  const turn = x - 2 * Math.round(x / 2);
  const folded = turn > 0.5 ? 1 - turn : turn < -0.5 ? -1 - turn : turn;
  if (Math.abs(folded) <= 0.25) return sineSeries(Math.PI * folded);
  const rest = 0.5 - Math.abs(folded);
  return folded < 0 ? -cosineSeries(Math.PI * rest) : cosineSeries(Math.PI * rest);
};

const sineSeries = (a: number): number => {
  let sum = 1;
  for (let i = 20; i >= 2; i -= 2) sum = 1 - (a * a * sum) / (i * (i + 1));
  return a * sum;
};

const cosineSeries = (a: number): number => {
  let sum = 1;
  for (let i = 20; i >= 2; i -= 2) sum = 1 - (a * a * sum) / (i * (i - 1));
  return sum;
};
