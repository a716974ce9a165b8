export { checkCrosswalk } from './check-crosswalk.js';
export {
  type SuggestedStrategy,
  type Suggestion,
  type SuggestOptions,
  suggestStrategies,
} from './suggest-strategies.js';
export { type UnaddressedOptions, unaddressedIndicators } from './unaddressed-indicators.js';
