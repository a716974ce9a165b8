import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { text } from '../../shared/sizes.js';
import { idSchema } from '../../shared/id.js';
import { sectorSchema } from '../../shared/schemas/sector-schema.js';

export const settingSchema = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      id: idSchema,
      name: text(),
      sector: sectorSchema,
      authority: text().optional(),
    }),
  ))();
