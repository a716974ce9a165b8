import * as z from 'zod';

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
  z.strictObject({
    title: z.string().min(1),
    url: z.string().min(1),
    read: z.iso.date(),
    licence: z.string().min(1).optional(),
    note: z.string().min(1).optional(),
  }))();

/** Whose words or choices something is: the publisher's own, or this project's editorial judgement. */
export type Origin = 'published' | 'project';

export const originSchema: z.ZodType<Origin> = /* @__PURE__ */ (() => z.enum(['published', 'project']))();
