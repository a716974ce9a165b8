/**
 * How many cases a property draws. `STEM_RUNS` caps it: mutation testing runs every property for every mutant, and a few
 * dozen cases are enough to notice one.
 */
export const runs = (usual: number): number => {
  const most = Number(process.env['STEM_RUNS']);
  return Number.isInteger(most) && most > 0 ? Math.min(usual, most) : usual;
};
