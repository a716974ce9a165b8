import { at as itemAt } from '../../common/at.js';
import { compareFractions, type Fraction } from '../../common/fractions.js';
import type { Enough, Look, Program, Truth } from './program.js';
import { LEFT_OUT, type Completion } from './completion.js';
import { scoreOf } from './score-of.js';

/** What every node of a program comes to in one completion, by its position. */
export interface Judged {
  readonly completion: Completion;
  readonly truths: readonly Truth[];
  /** How many parts hold and how many apply, of a quorum; of a branch how many criteria apply; of any other node, itself. */
  readonly holding: readonly number[];
  readonly applying: readonly number[];
  /** The completed scores, by position; none where nothing that it looks at applies. */
  readonly scores: readonly (Fraction | undefined)[];
}

/** How many parts are enough, of so many that apply. Of a share the smallest whole m with denominator · m ≥ numerator · applying. */
export const required = (enough: Enough, applying: number): number => {
  if (enough === 'all') return applying;
  if (typeof enough === 'number') return enough;
  return Math.ceil((enough.numerator * applying) / enough.denominator);
};

/** What a look says of a completion. */
export const truthOfLook = (look: Look, { levels, named, facts, evidence }: Completion): Truth => {
  if (look.input === 'fact') return facts[look.at] === true ? 'true' : 'false';
  const level = (look.input === 'criterion' && look.away === 'open' ? named : levels)[look.at] ?? LEFT_OUT;
  if (level === LEFT_OUT) return 'not-applicable';
  const isSo = look.input === 'evidence' ? itemAt(evidence, look.at) >= look.atLeast : level >= look.need;
  return isSo ? 'true' : 'false';
};

/** What a quorum says where so many of its parts hold, of so many that apply. */
export const truthOfQuorum = (enough: Enough, holding: number, applying: number): Truth => {
  if (applying === 0) return 'not-applicable';
  return holding >= required(enough, applying) ? 'true' : 'false';
};

/** Judges a completion: one pass over the nodes, each of which stands after what it leans on. */
export const judge = (program: Program, completion: Completion): Judged => {
  const { levels } = completion;
  const truths: Truth[] = [];
  const holding: number[] = [];
  const applying: number[] = [];
  const scores: (Fraction | undefined)[] = [];
  const holds = (node: number): Truth => itemAt(truths, node);
  // The rules that a score counts stand before all that asks for the score.
  const score = (at: number): Fraction | undefined => {
    if (!(at in scores)) scores[at] = scoreOf(itemAt(program.scores, at), levels, holds);
    return scores[at];
  };
  for (const node of program.nodes) {
    let parts = 1;
    let met = 0;
    let truth: Truth;
    switch (node.kind) {
      case 'look':
        truth = truthOfLook(node, completion);
        break;
      case 'quorum':
        parts = 0;
        for (const part of node.parts) {
          const one = truths[part];
          if (one === 'not-applicable') continue;
          parts++;
          if (one === 'true') met++;
        }
        truth = truthOfQuorum(node.enough, met, parts);
        break;
      case 'branch':
        parts = 0;
        for (const at of node.criteria) if (levels[at] !== LEFT_OUT) parts++;
        truth = parts === 0 ? 'not-applicable' : holds(parts < node.fewerThan ? node.then : node.otherwise);
        break;
      case 'reaches': {
        const reached = score(node.score);
        if (reached === undefined) truth = 'not-applicable';
        else truth = compareFractions(reached, node.threshold) >= 0 ? 'true' : 'false';
      }
    }
    if (node.kind === 'look' || node.kind === 'reaches') {
      parts = truth === 'not-applicable' ? 0 : 1;
      met = truth === 'true' ? 1 : 0;
    }
    truths.push(truth);
    holding.push(met);
    applying.push(parts);
  }
  program.scores.forEach((_, at) => score(at));
  return { completion, truths, holding, applying, scores };
};
