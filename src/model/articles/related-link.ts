import * as z from 'zod';
import { text } from '../shared/sizes.js';

/** An article naming another one: a numbered entry of its related list, as the editor wrote it. */
export interface RelatedLink {
  /** The number in `related_articleN`, from 1. Kept because gaps in the numbering are an editor's slip worth showing. */
  readonly slot: number;
  readonly id: number;
  readonly title: string;
  readonly subject: string;
  readonly url: string;
}

export const relatedLinkSchema: z.ZodType<RelatedLink> = /* @__PURE__ */ (() =>
  z.strictObject({
    slot: z.int().min(1).describe('The number in related_articleN, from 1.'),
    id: z.int(),
    title: text(),
    subject: text(),
    url: text(),
  }))();
