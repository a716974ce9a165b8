export { parseArticle } from './article/parse-article.js';
export { parseGuidance } from './guidance/parse-guidance.js';
export { type FrontMatter, parseFrontMatter } from './pages/parse-front-matter.js';
export type { PageFields, PageNames, SiteNames } from './pages/page-fields.js';
export { type ParsedPages, parsePage, parsePages } from './pages/parse-page.js';
export type { ParsePageOptions } from './pages/read-page.js';
export { replaceRelatedLinks, type ReplaceRelatedOptions } from './pages/replace-related-links.js';
export { type SitePage, writeRelatedLinks, type WrittenPages } from './pages/write-related-links.js';
export { parseStrategies } from './strategies/parse-strategies.js';
