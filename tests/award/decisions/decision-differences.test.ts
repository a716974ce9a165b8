import { expect, test } from 'vitest';
import { decisionDifferences } from '../../../src/award/index.js';
import { decided } from '../support.js';

const all = (['achieved', 'more-evidence-needed'] as const).flatMap((decision) =>
  ([undefined, 'met', 'not-yet-met', 'undecided'] as const).map((computed) =>
    decided('a', '2025-01-01', { decision, ...(computed && { computed }) }),
  ),
);

test('three pairs of decision and verdict differ; those without a verdict are counted', () => {
  const found = decisionDifferences(all);
  expect(
    found.differences.map(({ difference, decision }) => `${decision.decision} ${decision.computed}: ${difference}`),
  ).toEqual([
    'achieved not-yet-met: achieved-though-not-yet-met',
    'achieved undecided: achieved-while-undecided',
    'more-evidence-needed met: held-back-though-met',
  ]);
  expect([found.compared, found.withoutVerdict]).toEqual([6, 2]);
  expect(found.message).toBe('3 of 6 decisions differ from the verdict computed beside them.');
});

test('each says both words and the person’s reason', () => {
  expect(decisionDifferences(all).differences.map(({ message }) => message)).toEqual([
    '“a” was achieved on 2025-01-01, though its verdict was not yet met. V. One gave as the reason: Clear.',
    '“a” was achieved on 2025-01-01, while its verdict was still undecided. V. One gave as the reason: Clear.',
    'More evidence was asked for on “a” on 2025-01-01, though its verdict was met. V. One gave as the reason: Clear.',
  ]);
});

test('without verdicts there is nothing to compare', () => {
  expect(decisionDifferences([decided('a', '2025-01-01')]).message).toBe(
    'No decision has a computed verdict beside it.',
  );
  expect(() => decisionDifferences([decided('a', '2025-02-29')])).toThrow(
    'decisionDifferences: decisions[0].date is “2025-02-29”; it is a calendar date',
  );
});
