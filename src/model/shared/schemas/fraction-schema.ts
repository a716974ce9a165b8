import { withFewIssues } from '../few-issues.js';
import * as z from 'zod';
import type { ExactNumber, Fraction } from '../../../common/fractions.js';

export const fractionSchema: z.ZodType<Fraction> = /* @__PURE__ */ (() =>
  withFewIssues(z.strictObject({ numerator: z.int().min(0), denominator: z.int().min(1) })))();

export const exactNumberSchema: z.ZodType<ExactNumber> = /* @__PURE__ */ (() =>
  z.strictObject({ numerator: z.int(), denominator: z.int().min(1), decimal: z.number() }))();
