import * as z from 'zod';
import { idSchema, versionSchema } from '../id.js';
import { text } from '../sizes.js';

export const frameworkEditionSchema = /* @__PURE__ */ (() => z.strictObject({ id: idSchema, edition: text() }))();

export const elementOfFrameworkSchema = /* @__PURE__ */ (() =>
  z.strictObject({ id: idSchema, edition: text(), element: idSchema.optional() }))();

export const rubricVersionSchema = /* @__PURE__ */ (() => z.strictObject({ id: idSchema, version: versionSchema }))();
