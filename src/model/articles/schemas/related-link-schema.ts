import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { text } from '../../shared/sizes.js';
import { GREATEST_SLOT } from '../related-link.js';

export const relatedLinkSchema = /* @__PURE__ */ (() =>
  withFewIssues(
    z.strictObject({
      slot: z.int().min(1).max(GREATEST_SLOT).describe('The number in related_articleN, from 1.'),
      id: z.int(),
      title: text(),
      subject: text(),
      url: text(),
    }),
  ))();
