import type { SelectionFacts } from './evaluation-messages.js';

/** Whether two selections name the same, so that a sentence may say *them*. */
export const isSameSelection = (a: SelectionFacts, b: SelectionFacts): boolean =>
  a.group === b.group && a.tag === b.tag && a.criteria?.join('\n') === b.criteria?.join('\n');
