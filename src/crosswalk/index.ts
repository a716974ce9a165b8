export { checkCrosswalk } from './check-crosswalk.js';
export { type SuggestOptions, suggestStrategies } from './suggest-strategies.js';
export type { SuggestedStrategy, Suggestion } from '../model/articles/suggestion.js';
export { type UnaddressedOptions, unaddressedIndicators } from './unaddressed-indicators.js';
