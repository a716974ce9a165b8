/** Items as a sentence lists them: *a, b and c*. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** A number with its noun: *1 level*, *2 levels*. */
export const numberOf = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
