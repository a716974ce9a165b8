import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { anyText, list, text } from '../../shared/sizes.js';
import { idSchema } from '../../shared/id.js';
import { roleSchema } from './role-schema.js';
import type { RoleAssignment } from '../role-assignment.js';

export const roleAssignmentSchema: z.ZodType<RoleAssignment> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      role: roleSchema,
      holder: z.strictObject({ kind: z.enum(['person', 'group']), label: anyText().trim().min(1) }),
      indicators: list(idSchema).min(1).describe('Ids of the indicators that this holder looks after in this role.'),
      note: text().optional(),
    }),
  ))();
