/** The item at an index that the calling code knows to be in the list. Fails loudly where it is not, instead of passing `undefined` on. */
export const at = <T>(list: ArrayLike<T>, index: number): T => {
  if (index >= 0 && index < list.length) return list[index] as T;
  throw new Error(
    `there is no item ${index} in a list of ${list.length}; this is a fault of stem-leadership, please report it`,
  );
};
