export {
  adamicAdar,
  type AdamicAdarOptions,
  type LinkDirection,
  type SharedNeighbours,
} from './measure/adamic-adar.js';
export { applyRepairs, type ApplyRepairsOptions, type RepairableArticle } from './check/apply-repairs.js';
export { type ArticleGraphBuilder, articleGraphBuilder } from './articles/article-graph-builder.js';
export { articleGraphFromBytes } from './articles/article-graph-from-bytes.js';
export { articleGraphToBytes } from './articles/article-graph-to-bytes.js';
export { articleSlug } from './articles/article-slug.js';
export { buildArticleGraph } from './articles/build-article-graph.js';
export {
  buildTextIndex,
  type FieldWeights,
  type TextArticle,
  type TextIndexOptions,
} from './words/build-text-index.js';
export { checkArticleGraph, type CheckArticleGraphOptions } from './check/check-article-graph.js';
export {
  checkRanks,
  type CheckRanksOptions,
  type RankCheck,
  type RankDisagreement,
  type RankScale,
} from './measure/check-ranks.js';
export { coCitation, type SharedLinkOptions, type SharedLinks } from './measure/co-citation.js';
export { communities, type Communities, type CommunitiesOptions } from './measure/communities.js';
export { countGraphIssues } from './check/count-graph-issues.js';
export type { GraphIssueCount } from '../model/articles/graph-issue.js';
export { coupling } from './measure/coupling.js';
export { type Degrees, degrees } from './measure/degrees.js';
export { freezeArticleGraph } from './edit/freeze-article-graph.js';
export { fromArticleGraph } from './articles/from-article-graph.js';
export type {
  EditedArticleGraph,
  FrozenArticleGraph,
  RefusedArticle,
  ResolvedBy,
  WrittenLink,
} from './articles/frozen-article-graph.js';
export type { GraphArticle } from '../model/articles/graph-article.js';
export type { GraphCode, GraphIssue, GraphRepair, LinkCode, PageCode } from './check/graph-issue.js';
export type { LongWorkOptions } from '../common/long-work.js';
export { type Hits, type HitsOptions, hits } from './measure/hits.js';
export { keyTerms, type KeyTermsOptions } from './words/key-terms.js';
export {
  buildLinkGraph,
  type LinkGraph,
  type LinkGraphOptions,
  type LinkPairs,
  openLinkGraph,
} from './links/link-graph.js';
export type { Signal } from './recommend/link-signals.js';
export { modularity, type ModularityOptions } from './measure/modularity.js';
export { moreLikeThis, type MoreLikeThisOptions, type TextMatch } from './words/more-like-this.js';
export { neighbourhood, type NeighbourhoodOptions } from './recommend/neighbourhood.js';
export { openArticleGraph } from './articles/open-article-graph.js';
export { type DanglingRule, type PageRank, pageRank, type PageRankOptions } from './measure/page-rank.js';
export {
  type PersonalisedPageRank,
  personalisedPageRank,
  type PersonalisedPageRankOptions,
  type RankedNode,
  type Seeds,
} from './measure/personalised-page-rank.js';
export {
  type EditedLinks,
  type RankKeeper,
  rankKeeper,
  type RankKeeperOptions,
  type RankUpdate,
} from './measure/rank-keeper.js';
export { readingOrder, type ReadingTurn } from './recommend/reading-order.js';
export {
  readingPath,
  type ReadingPath,
  type ReadingPathOptions,
  type ReadingStep,
  shortestPath,
  type ShortestPathOptions,
} from './recommend/reading-path.js';
export { readingsFor, type ReadingsOptions, type Topic } from './recommend/readings-for.js';
export type { Reading } from '../model/articles/reading.js';
export { type Reciprocity, reciprocity, type ReciprocityOptions, type NodeReciprocity } from './measure/reciprocity.js';
export { recommendAll, type RecommendAllOptions, type RecommendedList } from './recommend/recommend-all.js';
export type { RecommendOptions } from './recommend/recommend-options.js';
export { type Recommendation, recommendRelated } from './recommend/recommend-related.js';
export type { RecommendationReason } from './recommend/recommendation-reasons.js';
export { moreLikeText, searchText, type SearchTextOptions } from './words/search-text.js';
export { siteReport, type SiteReportOptions } from './measure/site-report.js';
export type {
  HubShare,
  LinkCounts,
  ListedArticles,
  Reach,
  Share,
  SiteReport,
  SubjectCoverage,
} from '../model/articles/site-report.js';
export { strongComponents } from './measure/strong-components.js';
export type { TermTable } from './words/term-table.js';
export { openTextIndex, type TextIndex, type Tokenize } from './words/text-index.js';
export { toArticleGraph } from './articles/to-article-graph.js';
export {
  type EdgeRow,
  type EdgeRows,
  toEdgeRows,
  type ToEdgeRowsOptions,
  type VertexRow,
} from './measure/to-edge-rows.js';
export { tokenizeText } from './words/tokenize-text.js';
export { type MeasuredArticle, topArticles, type TopArticlesOptions } from './measure/top-articles.js';
export { type Components, weakComponents } from './measure/weak-components.js';
export { withArticle } from './edit/with-article.js';
export { withoutArticle } from './edit/without-article.js';
export { writtenLinks } from './articles/written-links.js';
