import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { idSchema } from '../../shared/id.js';
import { list, text } from '../../shared/sizes.js';
import { sourceSchema } from '../../shared/schemas/source-schema.js';
import type { QuantityWords } from '../quantity-words.js';

const percent = () => z.int().min(0).max(100);

export const quantityWordsSchema: z.ZodType<QuantityWords> = /* @__PURE__ */ (() =>
  withFewIssues(
    z
      .strictObject({
        id: idSchema,
        label: text(),
        bands: list(z.strictObject({ word: text(), from: percent(), to: percent() }), 101).min(1),
        sources: list(sourceSchema),
      })
      .superRefine(({ bands }, ctx) => {
        bands.forEach(({ word, from, to }, at) => {
          const above = bands[at - 1];
          const say = (field: string, message: string) =>
            ctx.addIssue({ code: 'custom', path: ['bands', at, field], message });
          if (from > to) say('from', `“${word}” begins at ${from} % but ends at ${to} %`);
          if (above !== undefined && to > above.from)
            say('to', `“${word}” reaches up to ${to} %, into “${above.word}”; bands are listed highest first`);
        });
      }),
  ))();
