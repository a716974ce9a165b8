/** How a share is brought to a whole percent: to the nearest (a half up, or to the even neighbour), down, or up. */
export type PercentRounding = 'half-up' | 'half-even' | 'floor' | 'ceiling';

/** `numerator / denominator`, neither below zero, as a whole number by a named rule. All in whole numbers. */
export const roundedQuotient = (numerator: bigint, denominator: bigint, rounding: PercentRounding): bigint => {
  const down = numerator / denominator;
  const rest = numerator % denominator;
  switch (rounding) {
    case 'floor':
      return down;
    case 'ceiling':
      return rest > 0n ? down + 1n : down;
    case 'half-up':
      return 2n * rest >= denominator ? down + 1n : down;
    case 'half-even': {
      if (2n * rest === denominator) return down % 2n === 0n ? down : down + 1n;
      return 2n * rest > denominator ? down + 1n : down;
    }
  }
};
