import * as z from 'zod';

/** One article as a graph knows it. */
export interface ArticleNode {
  readonly url: string;
  readonly id: number;
  readonly title: string;
  readonly subject: string;
}

/** One related link between two articles of a graph, by url. */
export interface ArticleLink {
  readonly from: string;
  readonly to: string;
  readonly slot: number;
}

/** Articles and the related links between them, as plain data that travels. */
export interface ArticleGraph {
  readonly articles: readonly ArticleNode[];
  readonly links: readonly ArticleLink[];
}

export const articleGraphSchema: z.ZodType<ArticleGraph> = /* @__PURE__ */ (() =>
  z
    .strictObject({
      articles: z.array(
        z.strictObject({ url: z.string().min(1), id: z.int(), title: z.string().min(1), subject: z.string().min(1) }),
      ),
      links: z.array(z.strictObject({ from: z.string().min(1), to: z.string().min(1), slot: z.int().min(1) })),
    })
    .superRefine((graph, context) => {
      const urls = new Set<string>();
      graph.articles.forEach(({ url }, at) => {
        if (urls.has(url))
          context.addIssue({ code: 'custom', path: ['articles', at, 'url'], message: `“${url}” stands twice` });
        urls.add(url);
      });
      graph.links.forEach((link, at) => {
        for (const end of ['from', 'to'] as const) {
          if (urls.has(link[end])) continue;
          context.addIssue({
            code: 'custom',
            path: ['links', at, end],
            message: `no article has the url “${link[end]}”`,
          });
        }
      });
    })
    .describe('Urls are unique, and both ends of a link are urls of listed articles.'))();
