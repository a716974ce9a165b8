import { IS_ID, LONGEST_ID } from './record-name.js';
import * as z from 'zod';

/** A slug that says what it names: `shared-vision`. Ids are the only names that records use of one another. */
export const idSchema: z.ZodType<string> = /* @__PURE__ */ (() =>
  z
    .string()
    .max(LONGEST_ID)
    .regex(IS_ID, 'an id is lower-case words joined by single hyphens')
    .describe('Lower-case words joined by single hyphens.'))();

/** The id of a crosswalk: what it maps from and what to, two ids joined by a double hyphen. */
export const crosswalkIdSchema: z.ZodType<string> = /* @__PURE__ */ (() =>
  z
    .string()
    .max(201)
    .regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*--[a-z0-9]+(?:-[a-z0-9]+)*$/u,
      'the id of a crosswalk or a migration is two ids joined by --',
    )
    .describe('Two ids joined by a double hyphen: from--to.'))();

/** A record's version, `major.minor.patch`. */
export const versionSchema: z.ZodType<string> = /* @__PURE__ */ (() =>
  z
    .string()
    .max(50)
    .regex(/^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/u, 'a version is major.minor.patch'))();
