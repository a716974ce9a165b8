import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { evaluate } from '../../../src/evaluation/index.js';
import {
  assessmentSchemaFor,
  type Evaluation,
  evaluationSchema,
  type ExactNumber,
  type Fraction,
  type Rubric,
  rubricSchema,
  type RuleKind,
  type Scoring,
  type Verdict,
} from '../../../src/model/index.js';
import { runs } from '../../support/runs.js';
import { arbitraryAnswer, arbitraryCase, arbitraryImprovement } from '../../support/arbitrary-rubric.js';
import { type Expected, expectedEvaluation, type Given } from '../../support/oracle.js';

// Thousands of cases take seconds, and more where the tests are measured or run beside others.
vi.setConfig({ testTimeout: 120_000 });

/** The parts of an evaluation that the oracle finds too, in its form. */
const saidBy = ({ verdicts, outcomes, achieved, score }: Evaluation): Expected => {
  const exact = ({ numerator, denominator }: ExactNumber) => ({ numerator, denominator });
  const { interval, coverage } = score;
  return {
    verdicts,
    nothingApplicable: outcomes.filter(({ because }) => because === 'nothing-applicable').map(({ outcome }) => outcome),
    achieved,
    unscored: score.kind === 'unscored' ? score.because : undefined,
    interval: interval && { least: exact(interval.least), greatest: exact(interval.greatest) },
    value: score.kind === 'scored' && score.value ? exact(score.value) : undefined,
    coverage: coverage && exact(coverage),
    band: score.kind === 'scored' ? score.band : undefined,
  };
};

const isAtLeast = (a: Fraction, b: Fraction): boolean =>
  BigInt(a.numerator) * BigInt(b.denominator) >= BigInt(b.numerator) * BigInt(a.denominator);

/**
 * With every open thing at its lowest a rule is true or false, and so with every open thing at its highest. A verdict says
 * which of the three possible pairs it is; the pairs have an order.
 */
const rank: Readonly<Record<Verdict, number>> = { 'not-yet-met': 0, undecided: 1, met: 2 };

const evaluated = (rubric: Rubric, given: Given): Evaluation => evaluate(rubric, given);

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
};

const kindsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'kind' in value && typeof value.kind === 'string' ? [value.kind] : [];
  return [...own, ...Object.values(value).flatMap(kindsIn)];
};

describe('the cases drawn by lot', () => {
  const asRecord = (given: Given) => ({
    rubric: { id: 'drawn', version: '1.0.0' },
    kind: 'self-evaluation',
    setting: 'hilltop-primary',
    assessor: 'A. Co-ordinator',
    date: '2026-03-02',
    ...given,
  });

  test('are rubrics and assessments that the schemas accept', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        expect(rubricSchema.safeParse(rubric).error?.issues).toBeUndefined();
        expect(assessmentSchemaFor(rubric).safeParse(asRecord(given)).error?.issues).toBeUndefined();
      }),
      { numRuns: runs(300) },
    );
  });

  test('use every kind of rule and every kind of scoring, and end in every verdict', () => {
    const cases = fc.sample(arbitraryCase, { numRuns: 500, seed: 3 });
    const rules = new Set(cases.flatMap(({ rubric }) => kindsIn(rubric.outcomes)));
    // A record rather than a list, so that a new kind is a compile error here.
    const everyRule: Record<RuleKind, true> = {
      'at-least': true,
      every: true,
      some: true,
      count: true,
      share: true,
      minimum: true,
      'lower-median': true,
      evidence: true,
      'every-group': true,
      'count-groups': true,
      'when-count': true,
      score: true,
      band: true,
      achieves: true,
      attested: true,
      all: true,
      any: true,
      'at-least-n': true,
    };
    const everyScoring: Record<Scoring['kind'], true> = {
      'weighted-mean': true,
      'mean-of-groups': true,
      minimum: true,
      sum: true,
      count: true,
      'share-at-level': true,
      'count-groups': true,
      none: true,
    };
    expect([...rules].sort()).toEqual(Object.keys(everyRule).sort());
    const scorings = new Set(cases.map(({ rubric }) => rubric.scoring.kind));
    expect([...scorings].sort()).toEqual(Object.keys(everyScoring).sort());

    // Lots that always fell the same way would prove little: each end must be reached by at least one in fifty.
    const expected = cases.map(({ rubric, given }) => expectedEvaluation(rubric, given));
    const verdicts = expected.flatMap((one) => Object.values(one.verdicts));
    for (const verdict of ['met', 'undecided', 'not-yet-met']) {
      expect(verdicts.filter((one) => one === verdict).length, verdict).toBeGreaterThan(verdicts.length / 50);
    }
    for (const reason of ['nothing-applicable', 'nothing-rated', 'profile-only', undefined]) {
      expect(expected.filter(({ unscored }) => unscored === reason).length, reason).toBeGreaterThan(10);
    }
    expect(expected.filter(({ nothingApplicable }) => nothingApplicable.length > 0).length).toBeGreaterThan(10);
    expect(expected.filter(({ band }) => band !== undefined).length).toBeGreaterThan(10);
  });
});

describe('an evaluation', () => {
  test('says of verdicts and score what one finds by writing out every way of filling in what is open', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        expect(saidBy(evaluated(rubric, given))).toEqual(expectedEvaluation(rubric, given));
      }),
      { numRuns: runs(2000) },
    );
  });

  test('gives fractions in lowest terms with their one division, and no score above the highest possible', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        const { score } = evaluated(rubric, given);
        if (score.kind === 'unscored') return;
        const { value, interval, coverage, outOf } = score;
        for (const number of [value, interval.least, interval.greatest, coverage, outOf]) {
          if (number) expect(number.decimal).toBe(number.numerator / number.denominator);
        }
        expect(isAtLeast(outOf, interval.greatest)).toBe(true);
        expect(isAtLeast(interval.greatest, interval.least)).toBe(true);
        if (value) expect(isAtLeast(outOf, value)).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });

  test('is plain data that its own schema accepts, whatever the case', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        const evaluation = evaluated(rubric, given);
        expect(evaluationSchema.safeParse(evaluation).error?.issues).toBeUndefined();
        // JSON drops what is undefined, and nothing else may be lost.
        expect(JSON.parse(JSON.stringify(evaluation))).toEqual(evaluation);
      }),
      { numRuns: runs(300) },
    );
  });

  test('is the same for a rubric and an assessment that went through JSON', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        const [rubricAgain, givenAgain] = JSON.parse(JSON.stringify([rubric, given])) as [Rubric, Given];
        expect(evaluated(rubricAgain, givenAgain)).toStrictEqual(evaluated(rubric, given));
      }),
      { numRuns: runs(300) },
    );
  });

  test('leaves the rubric and the assessment as they were', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        const before = JSON.stringify([rubric, given]);
        // Writing to something frozen throws.
        evaluated(frozen(rubric), frozen(given));
        expect(JSON.stringify([rubric, given])).toBe(before);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('something that gets better', () => {
  test('lowers no verdict, and neither end of the score’s interval', () => {
    fc.assert(
      fc.property(arbitraryImprovement, ({ rubric, given, better }) => {
        const before = evaluated(rubric, given);
        const after = evaluated(rubric, better);
        for (const { id } of rubric.outcomes) {
          expect(rank[after.verdicts[id] ?? 'not-yet-met'], id).toBeGreaterThanOrEqual(
            rank[before.verdicts[id] ?? 'not-yet-met'],
          );
        }
        const { interval } = before.score;
        expect(after.score.interval === undefined).toBe(interval === undefined);
        if (!interval || !after.score.interval) return;
        expect(isAtLeast(after.score.interval.least, interval.least)).toBe(true);
        expect(isAtLeast(after.score.interval.greatest, interval.greatest)).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('makes the value of a score no lower', () => {
    fc.assert(
      fc.property(arbitraryImprovement, ({ rubric, given, better }) => {
        const before = evaluated(rubric, given).score;
        const after = evaluated(rubric, better).score;
        if (before.kind !== 'scored' || after.kind !== 'scored' || !before.value || !after.value) return;
        expect(isAtLeast(after.value, before.value)).toBe(true);
      }),
      { numRuns: runs(800) },
    );
  });
});

describe('an answer to what was open', () => {
  // An answer takes completions away and adds none. So whatever was true in all of them, or in none, still is; only what
  // was undecided may become decided, and it may be decided either way.
  test('changes no verdict that was met or not yet met, however low the answer', () => {
    fc.assert(
      fc.property(arbitraryAnswer, ({ rubric, given, answered }) => {
        const before = evaluated(rubric, given);
        const after = evaluated(rubric, answered);
        for (const { id } of rubric.outcomes) {
          if (before.verdicts[id] !== 'undecided') expect(after.verdicts[id], id).toBe(before.verdicts[id]);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  test('narrows the score’s interval or leaves it, so that its lower end never falls', () => {
    fc.assert(
      fc.property(arbitraryAnswer, ({ rubric, given, answered }) => {
        const before = evaluated(rubric, given).score.interval;
        const after = evaluated(rubric, answered).score.interval;
        expect(after === undefined).toBe(before === undefined);
        if (!before || !after) return;
        expect(isAtLeast(after.least, before.least)).toBe(true);
        expect(isAtLeast(before.greatest, after.greatest)).toBe(true);
      }),
      { numRuns: runs(800) },
    );
  });
});
