import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { text } from '../../shared/sizes.js';
import { idSchema } from '../../shared/id.js';
import type { Role } from '../role.js';

export const roleSchema: z.ZodType<Role> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      id: idSchema,
      label: text(),
      heldBy: z.enum(['staff', 'learners', 'families', 'partners']),
    }),
  ))();
