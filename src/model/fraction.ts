import * as z from 'zod';

/** A fraction of whole numbers. Thresholds and scores are compared in this form, never as decimals. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** An exact number as an evaluation reports it: the fraction in lowest terms, and the one division of it. */
export interface ExactNumber extends Fraction {
  /** `numerator / denominator`, divided once: for showing and sorting, never for deciding. */
  readonly decimal: number;
}

export const fractionSchema: z.ZodType<Fraction> = /* @__PURE__ */ (() =>
  z.strictObject({ numerator: z.int().min(0), denominator: z.int().min(1) }))();

export const exactNumberSchema: z.ZodType<ExactNumber> = /* @__PURE__ */ (() =>
  z.strictObject({ numerator: z.int(), denominator: z.int().min(1), decimal: z.number() }))();
