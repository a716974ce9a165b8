export {
  adamicAdar,
  adamicAdarOf,
  type AdamicAdarOptions,
  type LinkDirection,
  type SharedNeighbours,
} from './adamic-adar.js';
export { applyRepairs, type ApplyRepairsOptions, type RepairableArticle } from './apply-repairs.js';
export { type ArticleGraphBuilder, articleGraphBuilder } from './article-graph-builder.js';
export { articleGraphFromBytes } from './article-graph-from-bytes.js';
export { articleGraphToBytes } from './article-graph-to-bytes.js';
export { articleSlug } from './article-slug.js';
export { buildArticleGraph } from './build-article-graph.js';
export { buildTextIndex, type FieldWeights, type TextArticle, type TextIndexOptions } from './build-text-index.js';
export { checkArticleGraph, type CheckArticleGraphOptions } from './check-article-graph.js';
export { coCitation, commonSources, type SharedLinkOptions, type SharedLinks } from './co-citation.js';
export { communities, type Communities, type CommunitiesOptions } from './communities.js';
export { countGraphIssues, type GraphIssueCount } from './count-graph-issues.js';
export { commonTargets, coupling } from './coupling.js';
export { type Degrees, degrees } from './degrees.js';
export { freezeArticleGraph } from './freeze-article-graph.js';
export { fromArticleGraph } from './from-article-graph.js';
export {
  type EditedArticleGraph,
  type FrozenArticleGraph,
  type RefusedArticle,
  type ResolvedBy,
  WRITTEN,
  type WrittenLink,
} from './frozen-article-graph.js';
export type { GraphArticle } from './graph-article.js';
export {
  GRAPH_SEVERITIES,
  type GraphCode,
  type GraphIssue,
  type GraphRepair,
  LINK_CODES,
  type LinkCode,
  PAGE_CODES,
  type PageCode,
} from './graph-issue.js';
export { type Hits, type HitsOptions, hits } from './hits.js';
export { keyTerms } from './key-terms.js';
export { buildLinkGraph, type LinkGraph, type LinkGraphOptions, type LinkPairs, openLinkGraph } from './link-graph.js';
export type { Signal } from './link-signals.js';
export { modularity, type ModularityOptions } from './modularity.js';
export { moreLikeThis, type MoreLikeThisOptions, type TextMatch } from './more-like-this.js';
export { naturalLogarithm } from '../common/natural-logarithm.js';
export { openArticleGraph } from './open-article-graph.js';
export { type DanglingRule, type PageRank, pageRank, type PageRankOptions } from './page-rank.js';
export {
  type PersonalisedPageRank,
  personalisedPageRank,
  type PersonalisedPageRankOptions,
  type RankedNode,
  type Seeds,
} from './personalised-page-rank.js';
export {
  type EditedLinks,
  type RankKeeper,
  rankKeeper,
  type RankKeeperOptions,
  type RankUpdate,
} from './rank-keeper.js';
export { readingOrder, type ReadingTurn } from './reading-order.js';
export {
  readingPath,
  type ReadingPath,
  type ReadingPathOptions,
  type ReadingStep,
  shortestPath,
  type ShortestPathOptions,
} from './reading-path.js';
export { type Reading, readingsFor, type ReadingsOptions, type Topic } from './readings-for.js';
export { type Reciprocity, reciprocity, reciprocityOf } from './reciprocity.js';
export { recommendAll, type RecommendAllOptions, type RecommendedList } from './recommend-all.js';
export type { RecommendOptions } from './recommend-options.js';
export { type Recommendation, recommendRelated } from './recommend-related.js';
export type { RecommendationReason } from './recommendation-reasons.js';
export { moreLikeText, searchText, type SearchTextOptions } from './search-text.js';
export {
  type HubShare,
  type LinkCounts,
  type ListedArticles,
  type Reach,
  type Share,
  type SiteReport,
  siteReport,
  type SiteReportOptions,
  type SubjectCoverage,
} from './site-report.js';
export { strongComponents } from './strong-components.js';
export type { TermTable } from './term-table.js';
export { openTextIndex, type TextIndex, type Tokenize } from './text-index.js';
export { toArticleGraph } from './to-article-graph.js';
export { tokenizeText } from './tokenize-text.js';
export { type MeasuredArticle, topArticles } from './top-articles.js';
export { urlDigest } from './url-digest.js';
export { type Components, weakComponents } from './weak-components.js';
export { withArticle } from './with-article.js';
export { withoutArticle } from './without-article.js';
export { writtenLinks } from './written-links.js';
