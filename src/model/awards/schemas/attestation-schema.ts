import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { text } from '../../shared/sizes.js';
import type { Attestation } from '../attestation.js';

export const attestationSchema: z.ZodType<Attestation> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.union([
      z.boolean(),
      z.strictObject({
        holds: z.boolean(),
        reason: text(),
        by: text().optional(),
        date: z.iso.date().optional(),
      }),
    ]),
  ))();
