import { withFewIssues } from './few-issues.js';
import * as z from 'zod';
import { text } from './sizes.js';

/** Where a record's facts were read, and when. The record paraphrases; the source's own sentences stay with the source. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** The day it was read, `YYYY-MM-DD`. */
  readonly read: string;
  readonly licence?: string | undefined;
  /** What this source is the source of, and how far it could be read. */
  readonly note?: string | undefined;
}

export const sourceSchema: z.ZodType<Source> = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      title: text(),
      url: text(),
      read: z.iso.date(),
      licence: text().optional(),
      note: text().optional(),
    }),
  ))();

/** Whose words or choices something is: the publisher's own, or this project's editorial judgement. */
export type Origin = 'published' | 'project';

export const originSchema: z.ZodType<Origin> = /* @__PURE__ */ (() => z.enum(['published', 'project']))();
