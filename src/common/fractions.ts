/** A fraction of whole numbers. Thresholds and scores are compared in this form, never as decimals. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** An exact number as an evaluation reports it: the fraction in lowest terms, and the one division of it. */
export interface ExactNumber extends Fraction {
  /** `numerator / denominator`, divided once: for showing and sorting, never for deciding. */
  readonly decimal: number;
}

const gcd = (a: number, b: number): number => {
  let [larger, smaller] = [Math.abs(a), Math.abs(b)];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
};

/** The least common multiple of two whole numbers above zero. */
export const lcm = (a: number, b: number): number => (a / gcd(a, b)) * b;

/** Throws where a fraction has left the whole numbers that are held exactly. */
export const refuseInexact = ({ numerator, denominator }: Fraction): void => {
  if (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && denominator >= 1) return;
  throw new RangeError(
    `the fraction ${numerator}/${denominator} is not exact; the rubric’s weights or points are too large`,
  );
};

/** A fraction in lowest terms, with its one division. Throws where it would leave the whole numbers that are held exactly. */
export const exact = (numerator: number, denominator: number): ExactNumber => {
  refuseInexact({ numerator, denominator });
  const common = gcd(numerator, denominator) || 1;
  const [n, d] = [numerator / common, denominator / common];
  return { numerator: n, denominator: d, decimal: n / d };
};

/** Below zero, zero or above zero, as a − b. Compares by cross-multiplication, never by division. */
export const compareFractions = (a: Fraction, b: Fraction): number => {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  const difference = BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
