import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { naturalLogarithm } from '../../src/common/natural-logarithm.js';
import { runs } from '../support/runs.js';

/** Whole numbers stand for fractions of 2²⁰⁰. */
const BITS = 200n;
const ONE = 1n << BITS;

/** 2 artanh(top / bottom) by its series, as far as the bits go. */
const twiceArtanh = (top: bigint, bottom: bigint): bigint => {
  // Shifting rounds down, so that a negative term would never come to 0.
  if (top < 0n) return -twiceArtanh(-top, bottom);
  const s = (top * ONE) / bottom;
  const square = (s * s) >> BITS;
  let sum = 0n;
  for (let term = s, k = 1n; term !== 0n; term = (term * square) >> BITS, k += 2n) sum += term / k;
  return 2n * sum;
};
const LN_2 = twiceArtanh(1n, 3n);

/** The bits of a number above 0: mantissa · 2^exponent. */
const partsOf = (x: number): { mantissa: bigint; exponent: number } => {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, x);
  const whole = bits.getBigUint64(0);
  const field = Number((whole >> 52n) & 0x7ffn);
  const fraction = whole & ((1n << 52n) - 1n);
  return field === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: field - 1075 };
};

/** The logarithm to some 190 bits: of the mantissa, divided by the power of two above it, and of that power. */
const exact = (x: number): bigint => {
  const { mantissa, exponent } = partsOf(x);
  const length = mantissa.toString(2).length;
  const power = 1n << BigInt(length);
  // A series in (m − p)/(m + p) goes slowly only far from 1: the mantissa is at least half the power.
  return twiceArtanh(mantissa - power, mantissa + power) + BigInt(length + exponent) * LN_2;
};

/** How far a result lies from the true one, in units of the last place of the result. */
const unitsOff = (x: number): number => {
  const found = naturalLogarithm(x);
  if (found === 0) return exact(x) === 0n ? 0 : Number.POSITIVE_INFINITY;
  const { mantissa, exponent } = partsOf(Math.abs(found));
  const shift = BigInt(exponent) + BITS;
  const scaled = shift >= 0n ? mantissa << shift : mantissa >> -shift;
  const unit = Number(shift >= 0n ? 1n << shift : 1n);
  const off = exact(x) - (found < 0 ? -scaled : scaled);
  return Math.abs(Number(off)) / unit;
};

test('powers of two and of ten have the logarithms that tables give', () => {
  expect(naturalLogarithm(1)).toBe(0);
  // ln 2 and ln 10 to 17 digits, as in any table.
  expect(naturalLogarithm(2)).toBe(0.6931471805599453);
  expect(naturalLogarithm(10)).toBe(2.302585092994046);
  expect(naturalLogarithm(0.5)).toBe(-0.6931471805599453);
});

test('every number above 0 has its logarithm to within one unit of the last place', () => {
  // Any bits of a number above 0, so that all magnitudes come alike; and numbers near 1, where most is lost.
  const anyBits = fc.bigInt({ min: 1n, max: (0x7ffn << 52n) - 1n }).map((bits) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, bits);
    return view.getFloat64(0);
  });
  const nearOne = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((offset) => 1 + offset * 2 ** -33);
  const counts = fc.integer({ min: 2, max: 2 ** 31 - 1 });
  fc.assert(
    fc.property(fc.oneof(anyBits, nearOne, counts), (x) => {
      expect(unitsOff(x)).toBeLessThan(1);
    }),
    { numRuns: runs(3000) },
  );
});

test('for the counts a graph has it agrees with the machine’s to two units of the last place', () => {
  let most = 0;
  for (let n = 2; n < 100_000; n++) {
    most = Math.max(most, Math.abs(naturalLogarithm(n) - Math.log(n)) / Math.log(n));
  }
  expect(most).toBeLessThanOrEqual(2 * Number.EPSILON);
});

test('the least and the greatest numbers there are have logarithms too', () => {
  for (const x of [5e-324, 2 ** -1022, 1 - 2 ** -53, 1 + 2 ** -52, Number.MAX_VALUE, Math.SQRT2, Math.SQRT1_2]) {
    expect(unitsOff(x)).toBeLessThan(1);
  }
});

test('what has no logarithm is refused, not answered with NaN or infinity', () => {
  for (const x of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => naturalLogarithm(x)).toThrow(`naturalLogarithm: x is ${x}; it is a finite number above 0`);
  }
});
