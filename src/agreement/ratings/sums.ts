/**
 * The sum of some numbers, with what each addition loses carried along, so that the order of the numbers and their
 * differing size leave no more than a rounding of the end result.
 *
 * @see Neumaier (1974), doi:10.1002/zamm.19740540106
 */
export const sum = (values: Iterable<number>): number => {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
};

/** Σ f(item). */
export const sumOf = <T>(items: readonly T[], f: (item: T, at: number) => number): number =>
  sum(items.map((item, at) => f(item, at)));
