import type { ResolvedBy } from '../../../src/graph/articles/frozen-article-graph.js';
import type { GraphArticle } from '../../../src/model/articles/graph-article.js';

export interface SlowLink {
  readonly target: number;
  readonly resolvedBy: ResolvedBy;
}

/** The slow, obvious graph: each link is looked for among all articles. One article a url. */
export const slowArticleGraph = (articles: readonly GraphArticle[]) => {
  const nodes = [...articles].sort((one, other) => (one.url < other.url ? -1 : one.url > other.url ? 1 : 0));
  const find = (isIt: (node: GraphArticle) => boolean): number => nodes.findIndex(isIt);
  const written = nodes.map((node) =>
    [...node.related]
      .sort((one, other) => one.slot - other.slot)
      .map((link): SlowLink & { readonly words: object } => {
        const tries: readonly (readonly [ResolvedBy, number])[] = [
          ['url', find(({ url }) => url === link.url)],
          ['id-in-subject', find(({ id, subject }) => id === link.id && subject === link.subject)],
          ['id', find(({ id }) => id === link.id)],
        ];
        const [resolvedBy, target] = tries.find(([, found]) => found >= 0) ?? (['nothing', -1] as const);
        return { target, resolvedBy, words: link };
      }),
  );
  const rows = written.map((links, v) => [
    ...new Set(links.map(({ target }) => target).filter((target) => target >= 0 && target !== v)),
  ]);
  return { nodes, written, rows };
};
