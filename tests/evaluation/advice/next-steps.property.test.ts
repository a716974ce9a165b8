import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, nextSteps } from '../../../src/evaluation/index.js';
import type { Evidence } from '../../../src/model/awards/evidence.js';
import type { Rating } from '../../../src/model/rubrics/rating.js';
import type { Rubric } from '../../../src/model/rubrics/rubric.js';
import { leastOf, runs } from '../../support/runs.js';
import { arbitraryCase } from '../../support/arbitrary-rubric.js';
import type { Given } from '../../support/oracle.js';

/** Everything a step may touch, in the rubric's order, with how far it can go and what an assessment looks like after n steps. */
interface Knob {
  readonly name: string;
  readonly most: number;
  readonly turn: (given: Given, steps: number) => Given;
}

const knobs = (rubric: Rubric, given: Given): Knob[] => [
  ...rubric.criteria.flatMap((criterion): Knob[] => {
    const levels = (criterion.scale ?? rubric.scale).levels.map(({ id }) => id);
    const rating = given.ratings[criterion.id];
    const set = (level: string | undefined) => (from: Given) => ({
      ...from,
      ratings: { ...from.ratings, [criterion.id]: level as Rating },
    });
    if (rating === undefined) {
      // Rating it at all is one step; its best level can never serve worse than another.
      return [{ name: criterion.id, most: 1, turn: (from, steps) => (steps === 0 ? from : set(levels.at(-1))(from)) }];
    }
    if (typeof rating !== 'string' && 'notApplicable' in rating) return [];
    const given_ = typeof rating === 'string' ? [rating] : 'levels' in rating ? rating.levels : [rating.level];
    const positions = given_.map((level) => levels.indexOf(level));
    const [lowest, highest] = [Math.min(...positions), Math.max(...positions)];
    // Settling assessors' difference at their highest is one step; from there it rises level by level.
    const first = lowest === highest ? 0 : 1;
    return [
      {
        name: criterion.id,
        most: levels.length - 1 - highest + first,
        turn: (from, steps) => (steps === 0 ? from : set(levels[highest + steps - first])(from)),
      },
    ];
  }),
  ...(rubric.facts ?? []).flatMap(({ id }): Knob[] =>
    given.facts?.[id] === true
      ? []
      : [
          {
            name: id,
            most: 1,
            turn: (from, steps) => (steps === 0 ? from : { ...from, facts: { ...from.facts, [id]: true } }),
          },
        ],
  ),
  ...[
    ...new Set(
      rubric.criteria.flatMap(({ id, indicator = id }) => {
        const rating = given.ratings[id];
        return rating !== undefined && typeof rating !== 'string' && 'notApplicable' in rating ? [] : [indicator];
      }),
    ),
  ].map(
    (indicator): Knob => ({
      name: indicator,
      most: 4,
      turn: (from, steps) => ({ ...from, evidence: [...(from.evidence ?? []), ...items(indicator, steps)] }),
    }),
  ),
];

const items = (indicator: string, count: number): Evidence[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `new-${indicator}-${i}`,
    kind: 'other',
    date: '2026-01-01',
    shows: 'something new',
    supports: [indicator],
  }));

/** All ways to spend exactly so many steps, those that step on earlier knobs first. */
function* waysToSpend(steps: number, most: readonly number[], at = 0): Generator<number[]> {
  if (at === most.length) {
    if (steps === 0) yield [];
    return;
  }
  for (let here = Math.min(steps, most[at] ?? 0); here >= 0; here--) {
    for (const rest of waysToSpend(steps - here, most, at + 1)) yield [here, ...rest];
  }
}

const DEEPEST = 3;

/** The first way that meets the outcome, in order of steps; none within the depth that is tried. */
const byTryingAll = (rubric: Rubric, given: Given, outcome: string): { name: string; steps: number }[] | undefined => {
  const all = knobs(rubric, given);
  const most = all.map((knob) => knob.most);
  for (let steps = 0; steps <= DEEPEST; steps++) {
    for (const way of waysToSpend(steps, most)) {
      const after = all.reduce((from, knob, k) => knob.turn(from, way[k] ?? 0), given);
      if (evaluate(rubric, after).verdicts[outcome] !== 'met') continue;
      return all.flatMap(({ name }, k) => ((way[k] ?? 0) > 0 ? [{ name, steps: way[k] ?? 0 }] : []));
    }
  }
  return undefined;
};

describe('the next steps', () => {
  test('are those that one finds by trying every way, fewest first and earliest criteria first', () => {
    let found = 0;
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        for (const { id } of rubric.outcomes) {
          const expected = byTryingAll(rubric, given, id);
          const answer = nextSteps(rubric, given, { to: id });
          if (expected === undefined) {
            // Nothing within three steps: more are needed, or it is out of reach.
            if (answer.kind === 'steps') expect(answer.cost).toBeGreaterThan(DEEPEST);
            else expect(answer.kind).toBe('out-of-reach');
            continue;
          }
          if (expected.length === 0) {
            expect(answer).toEqual({ kind: 'met-already' });
            continue;
          }
          found++;
          expect(answer).toMatchObject({ kind: 'steps', proved: true });
          const named = answer.kind === 'steps' ? answer.steps : [];
          expect(
            named.map((step) => ({
              name: 'criterion' in step ? step.criterion : 'fact' in step ? step.fact : step.indicator,
              steps: step.steps,
            })),
          ).toEqual(expected);
        }
      }),
      { numRuns: runs(400) },
    );
    expect(found).toBeGreaterThan(leastOf(400, 8));
  });

  test('meet the outcome when they are taken at the levels they name', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ rubric, given }) => {
        for (const { id } of rubric.outcomes) {
          const answer = nextSteps(rubric, given, { to: id });
          if (answer.kind !== 'steps') continue;
          const after = answer.steps.reduce<Given>((from, step) => {
            switch (step.kind) {
              case 'raise':
                return { ...from, ratings: { ...from.ratings, [step.criterion]: step.to } };
              case 'rate':
              case 'settle':
                return { ...from, ratings: { ...from.ratings, [step.criterion]: step.level } };
              case 'attest':
                return { ...from, facts: { ...from.facts, [step.fact]: true } };
              case 'evidence':
                return { ...from, evidence: [...(from.evidence ?? []), ...items(step.indicator, step.steps)] };
            }
          }, given);
          expect(evaluate(rubric, after).verdicts[id]).toBe('met');
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
