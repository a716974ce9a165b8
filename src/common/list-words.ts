/** *a*, *a and b*, *a, b and c*. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** The same in quotation marks. */
export const quoted = (items: readonly string[]): string => listed(items.map((item) => `“${item}”`));

/** *1 day*, *2 days*. */
export const numberOf = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** One word for one, another for more: *1 of them is*, *2 of them are*. */
export const agree = (n: number, one: string, many: string): string => (n === 1 ? one : many);
