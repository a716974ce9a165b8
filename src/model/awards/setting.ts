import { withFewIssues } from '../shared/few-issues.js';
import * as z from 'zod';
import { text } from '../shared/sizes.js';
import { idSchema } from '../shared/id.js';
import { type Sector, sectorSchema } from '../shared/sector.js';

/** A place that is judged: a nursery, a school, a learning provider. */
export interface Setting {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  /** The local authority it belongs to, as its own people write it. */
  readonly authority?: string | undefined;
}

export const settingSchema: z.ZodType<Setting> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      id: idSchema,
      name: text(),
      sector: sectorSchema,
      authority: text().optional(),
    }),
  ))();
