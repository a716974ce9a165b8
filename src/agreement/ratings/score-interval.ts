import { normalTwoTailedQuantile } from './distributions.js';

/**
 * Wilson’s score interval of a share, k of n: the shares p from which k/n is no further than z standard errors of p itself. It is never one point,
 * however few there are: of 2 of 2 it is [0.34, 1] at 95 %.
 *
 * centre (k + z²/2) / (n + z²), half width z √(k (n − k) / n + z²/4) / (n + z²).
 *
 * @see Wilson (1927), doi:10.1080/01621459.1927.10502953
 */
export const scoreInterval = (
  part: number,
  whole: number,
  confidence: number,
): readonly [low: number, high: number] => {
  const z = normalTwoTailedQuantile(1 - confidence);
  const all = whole + z * z;
  const centre = (part + (z * z) / 2) / all;
  const half = (z * Math.sqrt((part * (whole - part)) / whole + (z * z) / 4)) / all;
  return [part === 0 ? 0 : Math.max(0, centre - half), part === whole ? 1 : Math.min(1, centre + half)];
};
