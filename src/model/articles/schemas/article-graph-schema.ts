import { withFewIssues } from '../../shared/few-issues.js';
import * as z from 'zod';
import { GREATEST_SLOT } from '../related-link.js';
import { list, text } from '../../shared/sizes.js';
import type { ArticleGraph } from '../article-graph.js';

/** At most this many issues are listed; the rest are counted. */
const MOST_ISSUES = 100;

export const articleGraphSchema: z.ZodType<ArticleGraph> = /* @__PURE__ */ (() =>
  withFewIssues(
    z
      .strictObject({
        articles: list(z.strictObject({ url: text(), id: z.int(), title: text(), subject: text() }), 10_000_000),
        links: list(z.strictObject({ from: text(), to: text(), slot: z.int().min(1).max(GREATEST_SLOT) }), 100_000_000),
      })
      .superRefine((graph, context) => {
        let found = 0;
        const add = (path: (string | number)[], message: string): void => {
          if (found++ < MOST_ISSUES) context.addIssue({ code: 'custom', path, message });
        };
        const urls = new Set<string>();
        graph.articles.forEach(({ url }, at) => {
          if (urls.has(url)) add(['articles', at, 'url'], `“${url}” is listed twice`);
          urls.add(url);
        });
        graph.links.forEach((link, at) => {
          for (const end of ['from', 'to'] as const) {
            if (urls.has(link[end])) continue;
            add(['links', at, end], `no article has the url “${link[end]}”`);
          }
        });
        if (found > MOST_ISSUES) {
          context.addIssue({ code: 'custom', path: [], message: `and ${found - MOST_ISSUES} more of this kind` });
        }
      })
      .describe('Urls are unique, and both ends of a link are urls of listed articles.'),
  ))();
