export { parseArticle } from './article/parse-article.js';
export { parseGuidance } from './guidance/parse-guidance.js';
export { parseStrategies } from './strategies/parse-strategies.js';
