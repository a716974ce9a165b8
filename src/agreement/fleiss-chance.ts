import type { Chance } from './chance-corrected.js';
import { categoryShares } from './chance-corrected.js';
import type { Sample } from './ratings.js';
import { sumOf } from './sums.js';
import type { Disagreement } from './weights.js';

/** Chance as Scott and Fleiss reckon it: all raters draw from the same shares of categories. */
export const fleissChance = (sample: Sample, v: Disagreement): Chance => {
  const shares = categoryShares(sample);
  const away = shares.map((_, k) => sumOf(shares, (share, l) => share * (v[k]?.[l] ?? 0)));
  return {
    expected: sumOf(shares, (share, k) => share * (away[k] ?? 0)),
    ofSubject: ({ counts, rated }) => sumOf(counts, (n, k) => (n * (away[k] ?? 0)) / rated),
  };
};
