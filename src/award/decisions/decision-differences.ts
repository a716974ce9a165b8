import type {
  DifferenceKind,
  DecisionDifference,
  DecisionDifferences,
} from '../../model/progress/decision-differences.js';
import type { Decision } from '../../model/awards/decision.js';
import { expectShape } from '../../common/expect-shape.js';
import * as shape from '../shapes.js';
import { agree, numberOf } from '../../common/list-words.js';

/**
 * The decisions that differ from the verdict computed at the time: achieved though the verdict was *not yet met* or still
 * *undecided*, or more evidence asked for though it was *met*. Neither is a fault: the person saw what no rule sees, and
 * the decision stands. Decisions without a verdict beside them are counted, not compared.
 *
 * @throws RangeError for an impossible date.
 *
 * @example
 * const { differences, message } = decisionDifferences([
 *   { framework: { id: 'stem-nation-award', edition: stemNationAwardFramework.edition }, setting: 'hilltop-primary', element: 'leadership',
 *     decision: 'achieved', decidedBy: 'A. Validator', date: '2025-06-02', reason: 'The visit showed what the ratings missed.',
 *     computed: 'not-yet-met' },
 * ]);
 * differences[0]?.difference // => 'achieved-though-not-yet-met'
 * message // => '1 of 1 decision differs from the verdict computed beside it.'
 */
export const decisionDifferences = (decisions: readonly Decision[]): DecisionDifferences => {
  expectShape('decisionDifferences', 'decisions', decisions, shape.decisions);
  const compared = decisions.filter(({ computed }) => computed !== undefined);
  const differences = compared.flatMap((decision): DecisionDifference[] => {
    const difference = differenceOf(decision);
    return difference === undefined ? [] : [{ difference, decision, message: wordsOf(difference, decision) }];
  });
  return {
    differences,
    compared: compared.length,
    withoutVerdict: decisions.length - compared.length,
    message:
      compared.length === 0
        ? 'No decision has a computed verdict beside it.'
        : `${differences.length} of ${numberOf(compared.length, 'decision')} ${agree(differences.length, 'differs', 'differ')} ` +
          `from the verdict computed beside ${compared.length === 1 ? 'it' : 'them'}.`,
    notice: 'The decision is a person’s and stands; the verdict beside it was computed by the stem-leadership library.',
  };
};

const differenceOf = ({ decision, computed }: Decision): DifferenceKind | undefined => {
  switch (decision) {
    case 'achieved':
      if (computed === 'not-yet-met') return 'achieved-though-not-yet-met';
      return computed === 'undecided' ? 'achieved-while-undecided' : undefined;
    case 'more-evidence-needed':
      return computed === 'met' ? 'held-back-though-met' : undefined;
  }
};

const wordsOf = (difference: DifferenceKind, { element, date, decidedBy, reason }: Decision): string => {
  const because = `${decidedBy} gave as the reason: ${reason}`;
  switch (difference) {
    case 'achieved-though-not-yet-met':
      return `“${element}” was achieved on ${date}, though its verdict was not yet met. ${because}`;
    case 'achieved-while-undecided':
      return `“${element}” was achieved on ${date}, while its verdict was still undecided. ${because}`;
    case 'held-back-though-met':
      return `More evidence was asked for on “${element}” on ${date}, though its verdict was met. ${because}`;
  }
};
