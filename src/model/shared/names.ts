/**
 * The first repeated id in a list: its position and the position it repeats.
 * Schemas use it to refuse duplicates, which a literal type cannot see.
 */
export const repeatedIds = (items: readonly { readonly id: string }[]): { at: number; first: number; id: string }[] => {
  const seen = new Map<string, number>();
  const repeats: { at: number; first: number; id: string }[] = [];
  for (const [at, { id }] of items.entries()) {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, at);
    else repeats.push({ at, first, id });
  }
  return repeats;
};
