import { gcdOf } from './big-integers.js';
import type { ExactNumber, Fraction } from './fractions.js';

/** An exact fraction of any size, in lowest terms, its denominator above zero. For reckoning; an answer is divided once, by `toNumber`. */
export interface BigFraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const bigFraction = (n: bigint, d = 1n): BigFraction => {
  const common = gcdOf(n, d) || 1n;
  const sign = d < 0n ? -1n : 1n;
  return { n: (sign * n) / common, d: (sign * d) / common };
};

export const fractionOf = ({ numerator, denominator }: Fraction): BigFraction =>
  bigFraction(BigInt(numerator), BigInt(denominator));

export const plus = (a: BigFraction, b: BigFraction): BigFraction => bigFraction(a.n * b.d + b.n * a.d, a.d * b.d);

export const minus = (a: BigFraction, b: BigFraction): BigFraction => bigFraction(a.n * b.d - b.n * a.d, a.d * b.d);

export const times = (a: BigFraction, b: BigFraction): BigFraction => bigFraction(a.n * b.n, a.d * b.d);

/** @param b not zero */
export const over = (a: BigFraction, b: BigFraction): BigFraction => bigFraction(a.n * b.d, a.d * b.n);

const bitsOf = (n: bigint): number => n.toString(16).length * 4;

/**
 * The number nearest to a fraction. The quotient is taken to 64 bits or more, its last bit set where something remains, so that the one
 * rounding is that of the language from a whole number to a double.
 */
export const toNumber = ({ n, d }: BigFraction): number => {
  if (n === 0n) return 0;
  const size = n < 0n ? -n : n;
  const shift = Math.max(0, 68 + bitsOf(d) - bitsOf(size));
  const scaled = size << BigInt(shift);
  const quotient = scaled / d;
  const rounded = Number(quotient * d === scaled ? quotient : quotient | 1n) / Number(1n << BigInt(shift));
  return n < 0n ? -rounded : rounded;
};

/** A fraction of two numbers, with its one division; nothing where one of them is no safe whole number. */
export const exactOf = (fraction: BigFraction): ExactNumber | undefined => {
  const [numerator, denominator] = [Number(fraction.n), Number(fraction.d)];
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) return undefined;
  return { numerator, denominator, decimal: numerator / denominator };
};

/**
 * Numbers as they are written in decimals, in whole units of their common last place; nothing where one is not finite or needs more than
 * 40 places.
 */
export const decimalUnits = (
  values: readonly number[],
): { readonly units: readonly bigint[]; readonly unit: bigint } | undefined => {
  if (!values.every(Number.isFinite)) return undefined;
  const read = values.map((value) => {
    const [mantissa = '', exponent = '0'] = String(value).split('e');
    const [whole = '', decimals = ''] = mantissa.split('.');
    return { digits: BigInt(whole + decimals), places: decimals.length - Number(exponent) };
  });
  const places = read.reduce((most, one) => Math.max(most, one.places), 0);
  if (places > 40 || read.some((one) => one.places < -40)) return undefined;
  return { units: read.map((one) => one.digits * 10n ** BigInt(places - one.places)), unit: 10n ** BigInt(places) };
};
