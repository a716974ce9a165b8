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

/** The known name nearest to a mistyped one, by edit distance; none where nothing is near. */
export const nearest = (wanted: string, known: readonly string[]): string | undefined => {
  if (wanted.length > 100) return undefined;
  // “Shared vision” and “shared_vision” mean an id all the same.
  const slug = wanted
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, '-');
  let best: string | undefined;
  let bestDistance = (slug.length < 4 ? 1 : Math.max(2, Math.floor(slug.length / 3))) + 1;
  for (const name of known) {
    const distance = editDistance(slug, name);
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best;
};

const editDistance = (a: string, b: string): number => {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
};
