import { at as itemAt } from '../../common/at.js';
import type { Judged } from '../program/judge.js';
import type { RuleNode } from '../program/lower-rules.js';
import type { Truth } from '../program/program.js';

/** What a rule says of a completion. */
export const truthOf = ({ node }: RuleNode, { truths }: Judged): Truth => itemAt(truths, node);

/** The branch that a `when-count` takes: the same in every completion. None where nothing of what it goes by applies. */
export const takenBranch = ({ rule, bare, inner }: RuleNode, { applying }: Judged): RuleNode | undefined => {
  const apply = itemAt(applying, bare);
  if (rule.kind !== 'when-count' || apply === 0) return undefined;
  return inner[apply < rule.fewerThan ? 0 : 1];
};
