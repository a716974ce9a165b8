const SQUARE_ROOT_OF_2 = 1.4142135623730951;
const LOGARITHM_OF_2 = 0.6931471805599453;

/**
 * The natural logarithm, from + − × ÷ alone: `Math.log` may differ in its last digit from one engine to the next, and so would every
 * order that rests on it. x is halved or doubled to m · 2ᵉ with m between √½ and √2, and ln m = 2 artanh s with s = (m − 1) / (m + 1)
 * is summed as 2 (s + s³/3 + s⁵/5 + …), where |s| < 0.172: twelve terms reach the last digit of a double but for a few units.
 *
 * @param x a number above 0
 * @throws RangeError for anything else
 * @example
 * naturalLogarithm(10); // ≈ 2.302585092994046
 */
export const naturalLogarithm = (x: number): number => {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) {
    throw new RangeError(`naturalLogarithm: x is ${x}; it is a number above 0`);
  }
  let m = x;
  let exponent = 0;
  for (; m > SQUARE_ROOT_OF_2; m /= 2) exponent++;
  for (; m < SQUARE_ROOT_OF_2 / 2; m *= 2) exponent--;
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum = 0;
  for (let n = 23; n >= 1; n -= 2) sum = sum * square + 1 / n;
  return exponent * LOGARITHM_OF_2 + 2 * s * sum;
};
