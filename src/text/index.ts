export { parseArticle } from './parse-article.js';
export { parseGuidance } from './parse-guidance.js';
export { parseStrategies } from './parse-strategies.js';
