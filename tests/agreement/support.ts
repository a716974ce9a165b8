import { expect } from 'vitest';
import type { UndefinedAgreement } from '../../src/agreement/index.js';

/** The result, where there is one. */
export const defined = <R extends { readonly kind: string }>(result: R): Exclude<R, UndefinedAgreement> => {
  if (result.kind === 'undefined') throw new Error((result as unknown as UndefinedAgreement).message);
  return result as Exclude<R, UndefinedAgreement>;
};

/** Equal to half a unit of the last digit that a publication gives. */
export const expectDigits = (actual: number | undefined, published: number, digits: number): void =>
  expect(Math.abs((actual ?? Number.NaN) - published), `${actual} for ${published}`).toBeLessThanOrEqual(
    0.5 * 10 ** -digits + 1e-12,
  );

/** Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, page 120: 12 subjects, 4 raters, ratings missing. */
export const fourRaters = [
  [1, 1, null, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [null, 5, 5, 5],
  [null, null, 1, 1],
  [null, null, 3, null],
];
