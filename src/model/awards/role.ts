import { withFewIssues } from '../shared/few-issues.js';
import * as z from 'zod';
import { text } from '../shared/sizes.js';
import { idSchema } from '../shared/id.js';

/** What a person, or a group of people, does for STEM in a setting. Structures differ, so roles are named by the setting. */
export interface Role {
  readonly id: string;
  readonly label: string;
  /** Who holds it: staff, learners, families, or partners from outside. */
  readonly heldBy: 'staff' | 'learners' | 'families' | 'partners';
}

export const roleSchema: z.ZodType<Role> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      id: idSchema,
      label: text(),
      heldBy: z.enum(['staff', 'learners', 'families', 'partners']),
    }),
  ))();
