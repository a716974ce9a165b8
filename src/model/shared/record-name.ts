import * as z from 'zod';
import { idSchema, versionSchema } from './id.js';
import { text } from './sizes.js';

/** One edition of a framework, by name. */
export interface FrameworkEdition {
  readonly id: string;
  readonly edition: string;
}

/** One edition of a framework, or one element of it. */
export interface ElementOfFramework extends FrameworkEdition {
  readonly element?: string | undefined;
}

/** One version of a rubric, by name. */
export interface RubricVersion {
  readonly id: string;
  readonly version: string;
}

export const frameworkEditionSchema = /* @__PURE__ */ (() => z.strictObject({ id: idSchema, edition: text() }))();

export const elementOfFrameworkSchema = /* @__PURE__ */ (() =>
  z.strictObject({ id: idSchema, edition: text(), element: idSchema.optional() }))();

export const rubricVersionSchema = /* @__PURE__ */ (() => z.strictObject({ id: idSchema, version: versionSchema }))();
