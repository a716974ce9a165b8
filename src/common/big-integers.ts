/** The greatest common divisor of two whole numbers, from 0. */
export const gcdOf = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcdOf(b, a % b));

/** The least common multiple of two whole numbers above zero. */
export const lcmOf = (a: bigint, b: bigint): bigint => (a / gcdOf(a, b)) * b;
