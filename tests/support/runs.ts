/**
 * How many cases a property draws. `STEM_RUNS` caps it, so that `npm test` is quick; `all` draws the usual number, as `.ci/run` does.
 * Mutation testing runs every property for every mutant, and a few dozen cases are enough to notice one.
 */
export const runs = (usual: number): number => {
  const most = Number(process.env['STEM_RUNS']);
  return Number.isInteger(most) && most > 0 ? Math.min(usual, most) : usual;
};

/**
 * How many of the cases of a property have to be of the kind it is about, at least: a part of the usual number. Where fewer are drawn than
 * usual, chance may leave few of them, and one is asked for.
 */
export const leastOf = (usual: number, part: number): number => (runs(usual) < usual ? 0 : usual / part);
