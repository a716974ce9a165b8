/** The coefficients the slow and obvious way: by going through ratings one pair at a time, straight from the definitions. */

export type Rows = readonly (readonly (number | null)[])[];
type Weight = (a: number, b: number) => number;

const mean = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0) / values.length;
const given = (row: readonly (number | null)[]): number[] => row.filter((rating) => rating !== null);
const raterOf = (rows: Rows, rater: number): number[] => given(rows.map((row) => row[rater] ?? null));

/** Every ordered pair of different ratings of a subject. */
const pairsIn = (row: readonly (number | null)[]): [number, number][] => {
  const ratings = given(row);
  return ratings.flatMap((a, i) => ratings.flatMap((b, j): [number, number][] => (i === j ? [] : [[a, b]])));
};

export const observed = (rows: Rows, weight: Weight): number =>
  mean(rows.filter((row) => given(row).length >= 2).map((row) => mean(pairsIn(row).map(([a, b]) => weight(a, b)))));

const rated = (rows: Rows): Rows => rows.filter((row) => given(row).length > 0);

const corrected = (agreement: number, chance: number): number => (agreement - chance) / (1 - chance);

/** The share of a category, each subject counting once. */
const share = (rows: Rows, category: number): number =>
  mean(rated(rows).map((row) => mean(given(row).map((rating) => (rating === category ? 1 : 0)))));

export const fleiss = (rows: Rows, categories: readonly number[], weight: Weight): number => {
  let chance = 0;
  for (const a of categories) for (const b of categories) chance += weight(a, b) * share(rows, a) * share(rows, b);
  return corrected(observed(rows, weight), chance);
};

export const gwet = (rows: Rows, categories: readonly number[], weight: Weight): number => {
  const q = categories.length;
  const all = categories.flatMap((a) => categories.map((b) => weight(a, b))).reduce((whole, w) => whole + w, 0);
  const mixed = categories.reduce((whole, k) => whole + share(rows, k) * (1 - share(rows, k)), 0);
  return corrected(observed(rows, weight), (all * mixed) / (q * (q - 1)));
};

export const brennanPrediger = (rows: Rows, categories: readonly number[], weight: Weight): number =>
  corrected(observed(rows, weight), mean(categories.flatMap((a) => categories.map((b) => weight(a, b)))));

/** Chance: any rating of one rater against any rating of another, over all pairs of raters. */
export const conger = (rows: Rows, weight: Weight): number => {
  const raters = (rows[0] ?? []).map((_, g) => raterOf(rows, g)).filter((ratings) => ratings.length > 0);
  const chances = raters.flatMap((own, g) =>
    raters.flatMap((other, h) => (g === h ? [] : [mean(own.flatMap((a) => other.map((b) => weight(a, b))))])),
  );
  return corrected(observed(rows, weight), mean(chances));
};

/** Difference within subjects against the difference between any two ratings whatever, as Krippendorff puts it in words. */
export const alpha = (rows: Rows, difference: Weight): number => {
  const paired = rows.filter((row) => given(row).length >= 2);
  const all = paired.flatMap(given);
  let within = 0;
  for (const row of paired) {
    for (const [a, b] of pairsIn(row)) within += difference(a, b) / (given(row).length - 1);
  }
  return 1 - within / all.length / mean(pairsIn(all).map(([a, b]) => difference(a, b)));
};

/** Two raters’ complete pairs; chance by all pairs across subjects. */
export const cohen = (rows: Rows, weight: Weight): number => {
  const both = rows.filter((row) => row[0] !== null && row[1] !== null) as [number, number][];
  const agreement = mean(both.map(([a, b]) => weight(a, b)));
  return corrected(agreement, mean(both.flatMap(([a]) => both.map(([, b]) => weight(a, b)))));
};

/** A statistic’s standard error by leaving out one subject at a time. */
export const jackknife = (rows: Rows, statistic: (rows: Rows) => number): number => {
  const n = rows.length;
  const without = rows.map((_, at) => statistic(rows.filter((__, i) => i !== at)));
  const middle = mean(without);
  return Math.sqrt(((n - 1) / n) * without.reduce((whole, value) => whole + (value - middle) ** 2, 0));
};
