/**
 * How many cases a property draws. `STEM_RUNS` caps it, so that `npm test` is quick; `all` draws the usual number, as `.ci/run` does.
 * A property whose cases cost many times what others cost, or a small part of it, says so: `dear`.
 * Mutation testing runs every property for every mutant, and a few dozen cases are enough to notice one.
 */
export const runs = (usual: number, dear = 1): number => {
  const most = Number(process.env['STEM_RUNS']);
  return Number.isInteger(most) && most > 0 ? Math.min(usual, Math.ceil(most / dear)) : usual;
};

/**
 * How many of the cases of a property have to be of the kind it is about, at least: a part of the usual number. Where fewer are drawn than
 * usual, chance may leave few of them, and one is asked for.
 */
export const leastOf = (usual: number, part: number, dear = 1): number =>
  runs(usual, dear) < usual ? 0 : usual / part;

/** Whether all cases are asked for, as `.ci/run` does. */
export const isThorough = process.env['STEM_RUNS'] === 'all';

/** A size that a test is tried at: the full one where all cases are asked for, and else one that takes a moment. */
export const sized = (full: number, small: number): number => (isThorough ? full : small);
