/** The greatest common divisor of two whole numbers, from 0. */
export const gcdOf = (a: bigint, b: bigint): bigint => {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger < 0n ? -larger : larger;
};

/** The least common multiple of two whole numbers above zero. */
export const lcmOf = (a: bigint, b: bigint): bigint => (a / gcdOf(a, b)) * b;
