import { bigFraction } from '../../common/big-fractions.js';
import { type Chance, categoryShares, sumOver } from './chance-corrected.js';
import type { Disagreement } from './disagreement.js';
import { exactChance, exactShares, exactSum } from './exactly.js';
import type { Sample } from '../ratings/ratings.js';

/** Chance as Scott and Fleiss compute it: all raters draw from the same shares of categories. */
export const fleissChance = (sample: Sample, v: Disagreement): Chance => {
  const shares = categoryShares(sample);
  const away = v.awayFrom(shares);
  return {
    expected: sumOver(shares, away),
    exactly: exactChance(sample, v, (exact) => {
      const { amounts, whole } = exactShares(sample);
      return bigFraction(exactSum(amounts, amounts, exact), whole * whole * exact.unit);
    }),
    ofSubject: ({ counts, rated }) => sumOver(counts, away) / rated,
  };
};
