import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { anyText, list, text } from '../../shared/sizes.js';
import { sectorSchema } from '../../shared/schemas/sector-schema.js';
import type { Guidance } from '../guidance.js';

export const guidanceSchema: z.ZodType<Guidance> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      title: text(),
      audience: anyText(),
      lists: list(z.strictObject({ heading: text(), sectors: list(sectorSchema), indicators: list(anyText()) })),
      hints: list(anyText()),
      practiceExamples: list(anyText()),
      resourceCategories: list(anyText()),
    }),
  ))();
