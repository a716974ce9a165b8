import type { Finding } from '../../../model/rubrics/evaluation.js';
import { given, type Mark, type Words } from './blocks.js';
import type { Context } from './context.js';

const OF_VERDICT: Readonly<Record<Finding['verdict'], Mark>> = {
  met: 'good',
  'not-yet-met': 'short',
  undecided: 'open',
  'not-applicable': 'aside',
};

/** A verdict in words, with its sign. */
export const verdictWords = (verdict: Finding['verdict'], { messages }: Context): Words =>
  given(messages.verdicts[verdict], { mark: OF_VERDICT[verdict] });
