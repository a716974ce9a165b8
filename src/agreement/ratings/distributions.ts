import { exponential, logarithmOfOnePlus } from '../../common/exponential.js';
import { naturalLogarithm } from '../../common/natural-logarithm.js';

/**
 * The normal, Student's t and F distributions, to about thirteen digits. The t and F distributions are regularised incomplete
 * beta functions, evaluated by their continued fraction (DLMF 8.17.22, https://dlmf.nist.gov/8.17) with the method of
 * Lentz (1976), doi:10.1364/AO.15.000668. Quantiles are solved for, so that they are as good as the tails.
 */
const HALF_LOG_TWO_PI = 0.9189385332046727;

/** ln x, with its limits at the ends that tails reach: −∞ at 0, ∞ at ∞. */
const logarithmOf = (x: number): number =>
  x > 0 && x < Number.POSITIVE_INFINITY
    ? naturalLogarithm(x)
    : x === 0
      ? Number.NEGATIVE_INFINITY
      : x > 0
        ? x
        : Number.NaN;

/** What Stirling’s formula for ln Γ leaves over: ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π], for x > 0. */
const stirlingRest = (x: number): number => {
  if (x < 15) return stirlingRest(x + 1) + (x + 0.5) * logarithmOfOnePlus(1 / x) - 1;
  const y = 1 / (x * x);
  const series = 1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360360))));
  return series / x;
};

/** xᵃ yᵇ / B(a, b), for y = 1 − x. Logarithms are taken near 1, so that large a and b cost no digits. */
const betaFront = (a: number, b: number, x: number, y: number): number => {
  const n = a + b;
  // By whichever of x and y is smaller: y·a − x·b is the distance of x from its mean a/n, in units of 1/n.
  const off = x <= y ? x * n - a : b - y * n;
  const power = a * logRatio(off / a, (x * n) / a) + b * logRatio(-off / b, (y * n) / b);
  const rest = stirlingRest(a) + stirlingRest(b) - stirlingRest(n);
  return exponential(power + 0.5 * logarithmOf(a * (b / n)) - HALF_LOG_TWO_PI - rest);
};

const logRatio = (off: number, ratio: number): number =>
  Math.abs(off) < 0.5 ? logarithmOfOnePlus(off) : logarithmOf(ratio);

/** Iₓ(a, b) / (front / a) by its continued fraction, for x below (a + 1) / (a + b + 2). */
const betaFraction = (a: number, b: number, x: number): number => {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let value = d;
  for (let m = 1; m <= 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const numerator of [even, odd]) {
      d = 1 + numerator * d;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = 1 + numerator / c;
      if (Math.abs(c) < tiny) c = tiny;
      step = d * c;
      value *= step;
    }
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return value;
};

/** The regularised incomplete beta function Iₓ(a, b); `y` is 1 − x, given apart so that neither loses digits. */
const incompleteBeta = (a: number, b: number, x: number, y: number): number => {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const front = betaFront(a, b, x, y);
  return x < (a + 1) / (a + b + 2) ? (front / a) * betaFraction(a, b, x) : 1 - (front / b) * betaFraction(b, a, y);
};

/** P(F > f) for the F distribution with d1 and d2 degrees of freedom, which need not be whole. */
export const fUpperTail = (f: number, d1: number, d2: number): number => {
  if (f <= 0) return 1;
  const whole = d2 + d1 * f;
  return incompleteBeta(d2 / 2, d1 / 2, d2 / whole, (d1 * f) / whole);
};

/** P(|T| > t) for Student’s t with some degrees of freedom. */
export const tTwoTails = (t: number, df: number): number => fUpperTail(t * t, 1, df);

/** The f that an F variable exceeds with the given probability. */
export const fUpperQuantile = (probability: number, d1: number, d2: number): number =>
  solveFalling((f) => fUpperTail(f, d1, d2), probability);

/** The t that |T| exceeds with the given probability: 0.05 gives the factor of a 95 % interval. */
export const tTwoTailedQuantile = (probability: number, df: number): number =>
  Math.sqrt(fUpperQuantile(probability, 1, df));

/** The z that |Z| exceeds with the given probability. */
export const normalTwoTailedQuantile = (probability: number): number =>
  solveFalling((z) => 2 * normalUpperTail(z), probability);

/** P(Z > z): by its power series near the middle, by its continued fraction (DLMF 7.9.1) in the tail. */
export const normalUpperTail = (z: number): number => {
  if (z < 0) return 1 - normalUpperTail(-z);
  const density = exponential((-z * z) / 2 - HALF_LOG_TWO_PI);
  if (z < 2.5) {
    let term = z;
    let series = z;
    for (let k = 3; term > series * 1e-17; k += 2) {
      term *= (z * z) / k;
      series += term;
    }
    return 0.5 - density * series;
  }
  let fraction = z;
  for (let k = 200; k >= 1; k--) fraction = z + k / fraction;
  return density / fraction;
};

/** P(low < Z < high), without the loss of subtracting two numbers near 1. */
export const normalBetween = (low: number, high: number): number =>
  low > 0
    ? normalUpperTail(low) - normalUpperTail(high)
    : high < 0
      ? normalUpperTail(-high) - normalUpperTail(-low)
      : 1 - normalUpperTail(-low) - normalUpperTail(high);

/**
 * The x > 0 at which a falling function takes a value: by false position between logarithms, in the Illinois variant, which
 * halves the weight of an end that stays (Dowell and Jarratt 1971, doi:10.1007/BF01934364).
 */
const solveFalling = (f: (x: number) => number, value: number): number => {
  const above = (at: number): number => logarithmOf(f(exponential(at)) / value);
  let low = 0;
  let high = 0;
  while (above(low) < 0 && low > -690) low -= 1;
  while (above(high) > 0 && high < 690) high += 1;
  let [atLow, atHigh] = [above(low), above(high)];
  let kept = 0;
  let middle = low;
  for (let step = 0; step < 200; step++) {
    const isFinite = Number.isFinite(atLow) && Number.isFinite(atHigh) && atLow !== atHigh;
    middle = isFinite ? (low * atHigh - high * atLow) / (atHigh - atLow) : (low + high) / 2;
    const atMiddle = above(middle);
    if (Math.abs(atMiddle) < 1e-15 || high - low <= 2e-16 * Math.max(1, Math.abs(middle))) break;
    if (atMiddle > 0) {
      if (kept > 0) atHigh /= 2;
      [low, atLow, kept] = [middle, atMiddle, 1];
    } else {
      if (kept < 0) atLow /= 2;
      [high, atHigh, kept] = [middle, atMiddle, -1];
    }
  }
  return exponential(middle);
};
