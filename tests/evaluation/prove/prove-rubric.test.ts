import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, proveRubric } from '../../../src/evaluation/index.js';
import {
  fallingRow,
  flips,
  inexactBoundRow,
  inexactVerdictRow,
  lostRow,
  unboundedRow,
} from '../../../src/evaluation/prove/prove-lines.js';
import { addsUp, differingPart, isBounded } from '../../../src/evaluation/prove/prove-sample.js';
import type { Rubric } from '../../../src/model/index.js';
import { defineRubric, defineScale } from '../../../src/model/index.js';
import { runs, sized } from '../../support/runs.js';
import { arbitraryCase } from '../../support/arbitrary-rubric.js';
import { smallRubric, threeLevels } from '../../support/small-rubric.js';

const nothing = { label: 'For tests', notice: 'For tests.', version: '1.0.0' };

const brokenIn = (rubric: Rubric, options = {}) =>
  proveRubric(rubric, options)
    .properties.filter(({ holds }) => !holds)
    .map(({ property }) => property);

describe('proveRubric', () => {
  test('looks at every state of a small rubric: levels, unrated, and not applicable where allowed', () => {
    const proof = proveRubric(smallRubric);
    // Three levels or unrated for two criteria, one more for the criterion that may be waived: 4 · 5 · 4.
    expect(proof).toMatchObject({ method: 'enumeration', states: 80, looked: 80, holds: true });
    expect(proof.properties.map(({ property }) => property)).toEqual([
      'bounded',
      'monotone',
      'every-outcome-reachable',
      'interval-exact',
      'rating-keeps-standing',
      'additive',
      'scorer-agrees',
    ]);
  });

  test('counts facts three ways, and evidence as none or what some rule asks for', () => {
    const rubric = defineRubric({
      ...nothing,
      id: 'facts',
      scale: threeLevels,
      criteria: [
        { id: 'plan', label: 'Plan', weight: 1 },
        { id: 'team', label: 'Team', weight: 1, indicator: 'plan' },
      ],
      facts: [{ id: 'visited', label: 'Visited' }],
      scoring: { kind: 'none' },
      outcomes: [
        {
          id: 'shown',
          label: 'Shown',
          origin: 'project',
          rule: {
            kind: 'all',
            rules: [
              { kind: 'attested', fact: 'visited' },
              { kind: 'evidence', atLeast: 2 },
              { kind: 'evidence', atLeast: 5, of: { criteria: ['plan'] } },
            ],
          },
        },
      ],
    });
    // 4 · 4 ratings, 3 for the fact, and 0, 2 or 5 items for the one indicator.
    expect(proveRubric(rubric)).toMatchObject({ states: 144, holds: true });
  });

  test('searches by lot where there are more states than asked for, says so, and draws the same again', () => {
    const options = { mostStates: 10, samples: 300, seed: 7 };
    const proof = proveRubric(smallRubric, options);
    expect(proof).toMatchObject({ method: 'random-search', states: 80, holds: true });
    expect(proof.looked).toBeGreaterThanOrEqual(300);
    expect(proveRubric(smallRubric, options)).toEqual(proof);
  });

  test('is plain data', () => {
    const proof = proveRubric(smallRubric);
    expect(JSON.parse(JSON.stringify(proof))).toStrictEqual(proof);
  });

  test('finds an outcome that nothing meets', () => {
    const [begun] = smallRubric.outcomes;
    const rule = { kind: 'count', atLeast: 4, level: 'low' } as const;
    const rubric: Rubric = { ...smallRubric, outcomes: [{ ...begun!, rule }] };
    expect(brokenIn(rubric)).toEqual(['every-outcome-reachable']);
    expect(brokenIn(rubric, { mostStates: 1 })).toEqual(['every-outcome-reachable']);
  });

  test('finds a value outside its interval, where scales begin at different heights above zero', () => {
    const high = defineScale({
      id: 'high',
      label: 'High',
      levels: [
        { id: 'good', label: 'Good', points: 1 },
        { id: 'best', label: 'Best', points: 2 },
      ],
    });
    const criteria = [
      { id: 'plan', label: 'Plan', weight: 1 },
      { id: 'team', label: 'Team', weight: 1, scale: high },
    ];
    const scoring = { kind: 'weighted-mean', from: 'zero' } as const;
    const rubric: Rubric = { ...nothing, id: 'floors', scale: threeLevels, criteria, scoring, outcomes: [] };
    const bounded = proveRubric(rubric).properties.find(({ property }) => property === 'bounded');
    // Plan alone at its lowest: value 0, while team is worth at least 1/2 however it is rated.
    expect(bounded?.counterexample?.assessments[0]).toEqual({ ratings: { plan: 'low' } });
    const { score } = evaluate(rubric, { ratings: { plan: 'low' } });
    expect(score).toMatchObject({ value: { decimal: 0 }, interval: { least: { decimal: 0.25 } } });
    expect(brokenIn({ ...rubric, scoring: { kind: 'weighted-mean', from: 'lowest' } })).toEqual([]);
  });

  test('tells how often not applicable takes an outcome away, and shows it', () => {
    const criteria = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id, weight: 1, notApplicable: 'waived' as const }));
    const rule = { kind: 'share', numerator: 3, denominator: 4, level: 'high' } as const;
    const rubric: Rubric = {
      ...nothing,
      id: 'three-of-four',
      scale: threeLevels,
      criteria,
      scoring: { kind: 'none' },
      outcomes: [{ id: 'passed', label: 'Passed', origin: 'project', rule }],
    };
    const { holds, notApplicableFlips } = proveRubric(rubric);
    expect(holds).toBe(true);
    // Three at high and one at low, middle or unrated, in any place (12): marking one of the three leaves three of which
    // all must pass (36). One at high and the others away (4): marking it leaves nothing that applies.
    expect(notApplicableFlips.count).toBe(40);
    const [before, after] = notApplicableFlips.example!.assessments;
    expect(evaluate(rubric, before!).verdicts).toEqual({ passed: 'met' });
    expect(evaluate(rubric, after!).verdicts['passed']).not.toBe('met');
  });

  test('takes a criterion held open for open, and so finds no fault in what stays undecided', () => {
    const criteria = [{ id: 'plan', label: 'Plan', weight: 1, notApplicable: 'held-open' as const }];
    const rule = { kind: 'at-least', criterion: 'plan', level: 'high' } as const;
    const outcomes = [{ id: 'planned', label: 'Planned', origin: 'project' as const, rule }];
    const scoring = { kind: 'weighted-mean', from: 'lowest' } as const;
    const rubric: Rubric = { ...nothing, id: 'held', scale: threeLevels, criteria, scoring, outcomes };
    expect(proveRubric(rubric)).toMatchObject({ states: 5, holds: true });
  });

  test('refuses options that are no whole numbers', () => {
    expect(() => proveRubric(smallRubric, { mostStates: 0.5 })).toThrow(RangeError);
    expect(() => proveRubric(smallRubric, { samples: -1 })).toThrow(/samples is -1; it is a whole number from 0/u);
  });

  test('finds every random rubric sound, but for outcomes out of reach and floors of different height', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric }) => {
        const broken = brokenIn(rubric, { mostStates: 5_000, samples: 2_000 });
        expect(broken.filter((one) => one !== 'every-outcome-reachable' && one !== 'bounded')).toEqual([]);
        // Scales that begin at different heights: from zero, or where the lowest level of one is the level that is counted.
        const { scoring } = rubric;
        const mayDiffer = scoring.kind === 'share-at-level' || ('from' in scoring && scoring.from === 'zero');
        if (!mayDiffer) expect(broken).not.toContain('bounded');
      }),
      { numRuns: runs(15, 20) },
    );
  }, 300_000);
});

describe('the work of a proof', () => {
  const many = (n: number): Rubric => ({
    ...nothing,
    id: 'many',
    scale: threeLevels,
    criteria: Array.from({ length: n }, (_, at) => ({ id: `c${at}`, label: `C${at}`, weight: 1 + (at % 9) })),
    scoring: { kind: 'weighted-mean', from: 'lowest' },
    outcomes: [
      { id: 'all', label: 'All', origin: 'project', rule: { kind: 'every', level: 'high' } },
      {
        id: 'few',
        label: 'Few',
        origin: 'project',
        rule: { kind: 'count', level: 'middle', atLeast: 1 + Math.floor(n / 2) },
      },
    ],
  });

  test('looks at no more states than asked for', () => {
    for (const n of [20, 40, 80, 160]) {
      for (const samples of [0, 3, sized(1_000, 100)]) {
        expect(proveRubric(many(n), { mostStates: 1, samples }).looked).toBeLessThanOrEqual(samples);
      }
    }
  });

  test('looks at fewer states the more each has to look at, so that the work stays the same', () => {
    // Per state n questions, n for the score, and for the two rules n + 1 each: 4n + 2 looks of 40 million; all n in lines of 4.
    const looked = [150, 600].map((n) => proveRubric(many(n)).looked);
    expect(looked).toEqual([150, 600].map((n) => expect.toSatisfy((one: number) => one <= 40_000_000 / (4 * n + 2))));
    expect(looked[1]! * 600).toBeGreaterThan(looked[0]! * 150 * 0.8);
  });

  test('searches for a state that meets an outcome where none was drawn, and proves where there is none', () => {
    const criteria = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({
      id,
      label: id,
      weight: 1,
      notApplicable: 'waived' as const,
    }));
    const rubric = (fewerThan: number): Rubric => ({
      ...nothing,
      id: 'rare',
      scale: threeLevels,
      criteria,
      scoring: { kind: 'none' },
      outcomes: [
        {
          id: 'one',
          label: 'One alone',
          origin: 'project',
          // Met only where one criterion applies: of five others each would have to be drawn as not applicable.
          rule: {
            kind: 'when-count',
            fewerThan,
            then: { kind: 'every', level: 'high' },
            otherwise: { kind: 'count', atLeast: 7, level: 'low' },
          },
        },
      ],
    });
    const reached = (fewerThan: number) =>
      proveRubric(rubric(fewerThan), { mostStates: 1, samples: 10 }).properties.find(
        ({ property }) => property === 'every-outcome-reachable',
      );
    expect(reached(2)).toEqual({ property: 'every-outcome-reachable', holds: true });
    expect(reached(1)?.counterexample?.message).toBe('no assessment meets “One alone”');
  });

  test('says in its own name what it cannot do', () => {
    const heavy = { ...many(20), criteria: many(20).criteria.map((one) => ({ ...one, weight: 2 ** 50 })) };
    expect(() => proveRubric(heavy)).toThrow(/^proveRubric: /u);
  });
});

describe('what is looked at in a line of states', () => {
  // Two lines of three answers and the open state: codes 0 not yet met, 1 undecided, 2 met.
  const block = { lines: 2, width: 4, known: 3 };
  const line = (...codes: number[]) => Uint8Array.from(codes);

  test('a verdict that falls as the answer rises', () => {
    expect(fallingRow(line(0, 1, 2, 1, 0, 0, 2, 1), block)).toBe(-1);
    expect(fallingRow(line(0, 1, 2, 1, 0, 2, 1, 1), block)).toBe(6);
  });

  test('a number that falls; what is not there compares with nothing', () => {
    expect(fallingRow(Float64Array.of(0, 0.5, 1, 9, Number.NaN, 0, Number.NaN, 0), block)).toBe(-1);
    expect(fallingRow(Float64Array.of(0, 0.5, 0.25, 9, 0, 0, 0, 0), block)).toBe(2);
  });

  test('an open state that is not what its answers say together', () => {
    expect(inexactVerdictRow(line(0, 1, 2, 1, 2, 2, 2, 2), block)).toBe(-1);
    expect(inexactVerdictRow(line(0, 0, 0, 0, 1, 1, 1, 1), block)).toBe(-1);
    expect(inexactVerdictRow(line(0, 0, 2, 0, 0, 0, 0, 0), block)).toBe(3);
    expect(inexactVerdictRow(line(0, 0, 0, 0, 0, 2, 2, 2), block)).toBe(7);
    expect(inexactVerdictRow(line(0, 0, 0, 1, 0, 0, 0, 0), block)).toBe(3);
    expect(inexactVerdictRow(line(0, 0, 0, 0, 2, 2, 2, 1), block)).toBe(7);
  });

  test('a bound that is not that of the best or the worst answer', () => {
    const scores = Float64Array.of(0.25, 0.5, 1, 0.25, 0, 0, 0, 0);
    expect(inexactBoundRow(scores, block, 'least')).toBe(-1);
    expect(inexactBoundRow(scores, block, 'greatest')).toBe(3);
    const none = Float64Array.of(Number.NaN, Number.NaN, Number.NaN, Number.NaN, 0, 0, 1, 0.5);
    expect(inexactBoundRow(none, block, 'greatest')).toBe(7);
    expect(inexactBoundRow(none, block, 'least')).toBe(7);
  });

  test('an answer that takes a met outcome away, but not one that settles an undecided one', () => {
    expect(lostRow(line(0, 1, 2, 1, 2, 2, 2, 2), block, 2)).toBe(-1);
    expect(lostRow(line(0, 1, 2, 1, 2, 1, 2, 2), block, 2)).toBe(5);
    expect(lostRow(Float64Array.of(0, 1, 1, 0.5, 0, 0, 0, 0), block, 0)).toBe(0);
  });

  test('each state from which not applicable takes a met outcome away', () => {
    const withAway = { lines: 2, width: 5, known: 3 };
    expect(flips(line(0, 2, 2, 1, 0, 2, 2, 2, 2, 2), withAway)).toEqual({ count: 2, row: 1, away: 4 });
    expect(flips(line(0, 0, 2, 1, 2, 2, 2, 2, 2, 1), withAway)).toEqual({ count: 4, row: 5, away: 9 });
  });

  test('numbers out of order', () => {
    const rows = (least: number, value: number, greatest: number) => ({
      least: Float64Array.of(0, least),
      value: Float64Array.of(Number.NaN, value),
      greatest: Float64Array.of(1, greatest),
    });
    expect(unboundedRow(rows(0, 0.5, 1), 2, 1)).toBe(-1);
    expect(unboundedRow(rows(-1, 0.5, 1), 2, 1)).toBe(1);
    expect(unboundedRow(rows(0.6, 0.5, 1), 2, 1)).toBe(1);
    expect(unboundedRow(rows(0.6, Number.NaN, 0.5), 2, 1)).toBe(1);
    expect(unboundedRow(rows(0, 0.9, 0.5), 2, 1)).toBe(1);
    expect(unboundedRow(rows(0, 1, 2), 2, 1)).toBe(1);
    expect(unboundedRow(rows(0, 1, 2), 1, 1)).toBe(-1);
  });
});

describe('what is asked of evaluate in a sample', () => {
  const evaluation = evaluate(smallRubric, { ratings: { plan: 'high', voice: 'middle' } });
  const { score, contributions } = evaluation;
  if (score.kind !== 'scored' || !score.value || !contributions) throw new Error('it has a score');
  const share = (numerator: number, denominator: number) => ({
    numerator,
    denominator,
    decimal: numerator / denominator,
  });

  test('contributions that do not add up are seen', () => {
    expect(addsUp(evaluation)).toBe(true);
    expect(
      addsUp({ ...evaluation, contributions: { ...contributions, denominator: 1 + contributions.denominator } }),
    ).toBe(false);
    expect(addsUp({ ...evaluation, contributions: undefined })).toBe(true);
  });

  test('a score outside its bounds is seen, exactly', () => {
    expect(isBounded(evaluation)).toBe(true);
    expect(isBounded({ ...evaluation, score: { ...score, outOf: share(1, 3) } })).toBe(false);
    expect(isBounded({ ...evaluation, score: { ...score, value: share(99, 100) } })).toBe(false);
    expect(isBounded({ ...evaluation, score: { kind: 'unscored', because: 'profile-only' } })).toBe(true);
  });

  test('each part in which a scorer’s row may differ is named', () => {
    const row = {
      verdicts: {
        begun: Uint8Array.of(['not-yet-met', 'undecided', 'met'].indexOf(evaluation.verdicts.begun)),
        secure: Uint8Array.of(['not-yet-met', 'undecided', 'met'].indexOf(evaluation.verdicts.secure)),
      },
      state: Uint8Array.of(0),
      value: Float64Array.of(score.value!.decimal),
      least: Float64Array.of(score.interval.least.decimal),
      greatest: Float64Array.of(score.interval.greatest.decimal),
      coverage: Float64Array.of(score.coverage.decimal),
      band: Uint8Array.of(255),
    };
    expect(differingPart(evaluation, row, 0, [])).toBeUndefined();
    const begun = Uint8Array.of(2);
    expect(differingPart(evaluation, { ...row, verdicts: { ...row.verdicts, begun } }, 0, [])).toBe(
      'the verdict of “begun”',
    );
    expect(differingPart(evaluation, { ...row, state: Uint8Array.of(1) }, 0, [])).toBe('what is known of the score');
    expect(differingPart(evaluation, { ...row, least: Float64Array.of(0.9) }, 0, [])).toBe('the score’s least');
    expect(differingPart(evaluation, { ...row, band: Uint8Array.of(0) }, 0, ['low'])).toBe('the band');
  });
});
