import { gcdOf } from '../../common/big-integers.js';
import type { ExactNumber, Fraction } from '../../model/shared/fraction.js';

/** The first fraction less the second, in lowest terms; below zero where the first is smaller. */
export const exactDifference = (a: Fraction, b: Fraction): ExactNumber => {
  const numerator = BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator);
  const denominator = BigInt(a.denominator) * BigInt(b.denominator);
  const common = gcdOf(numerator, denominator);
  const [n, d] = [Number(numerator / common), Number(denominator / common)];
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) {
    throw new RangeError(
      `the difference of ${a.numerator}/${a.denominator} and ${b.numerator}/${b.denominator} is not exact`,
    );
  }
  return { numerator: n, denominator: d, decimal: n / d };
};
