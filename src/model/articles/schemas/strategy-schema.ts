import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { anyText, text } from '../../shared/sizes.js';
import type { Strategy } from '../strategy.js';

export const strategySchema: z.ZodType<Strategy> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      name: text(),
      description: anyText(),
      position: z.int().min(1).describe('Place among the strategies of its article, from 1.'),
    }),
  ))();
