export { type DisplayOptions, formatExact, formatScore, type Rounding } from './display.js';
export { english } from './english.js';
export { evaluate, type EvaluateOptions } from './evaluate.js';
export type { GapFacts, Messages, NamedCriterion, RuleFacts, SelectionFacts } from './messages.js';
