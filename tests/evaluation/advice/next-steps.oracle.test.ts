/** The next steps beside every set of steps that there is, each tried: small rubrics of every kind, with prices of every kind. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate, nextSteps, type NextStep, type StepToPrice } from '../../../src/evaluation/index.js';
import type { Evidence } from '../../../src/model/awards/evidence.js';
import type { Rating } from '../../../src/model/rubrics/rating.js';
import type { Rubric } from '../../../src/model/rubrics/rubric.js';
import { arbitraryCase } from '../../support/arbitrary-rubric.js';
import type { Given } from '../../support/oracle.js';
import { leastOf, runs } from '../../support/runs.js';

type Price = (step: StepToPrice) => number;
/** One way to deal with one criterion, fact or indicator: what it costs, and the assessment after it. */
interface Way {
  readonly cost: number;
  readonly after: (given: Given) => Given;
}

const rated =
  (criterion: string, level: string | undefined) =>
  (given: Given): Given => ({ ...given, ratings: { ...given.ratings, [criterion]: level as Rating } });

const items = (indicator: string, count: number): Evidence[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `new-${indicator}-${i}`,
    kind: 'other',
    date: '2026-01-01',
    shows: 'something new',
    supports: [indicator],
  }));

/** Everything that can be done about one criterion: every first step, and from there every number of raises. */
const waysOfCriterion = (rubric: Rubric, given: Given, at: number, price: Price): readonly Way[] => {
  const criterion = rubric.criteria[at];
  if (criterion === undefined) return [];
  const { id } = criterion;
  const levels = (criterion.scale ?? rubric.scale).levels.map((level) => level.id);
  const rating = given.ratings[id];
  if (rating !== undefined && typeof rating !== 'string' && 'notApplicable' in rating) return [];
  const raisedFrom = (from: number, cost: number): Way[] => {
    const ways = [{ cost, after: rated(id, levels[from]) }];
    let sum = cost;
    for (let to = from + 1; to < levels.length; to++) {
      sum += price({ kind: 'raise', criterion: id, from: levels[to - 1] ?? '', to: levels[to] ?? '' });
      ways.push({ cost: sum, after: rated(id, levels[to]) });
    }
    return ways;
  };
  const opened = (kind: 'rate' | 'settle', lowest: number, highest: number): Way[] =>
    levels
      .slice(lowest, highest + 1)
      .flatMap((level, i) => raisedFrom(lowest + i, price({ kind, criterion: id, level })));
  if (rating === undefined) return opened('rate', 0, levels.length - 1);
  const names = typeof rating === 'string' ? [rating] : 'levels' in rating ? rating.levels : [rating.level];
  const places = names.map((level) => levels.indexOf(level));
  const [lowest, highest] = [Math.min(...places), Math.max(...places)];
  return lowest < highest ? opened('settle', lowest, highest) : raisedFrom(lowest, 0).slice(1);
};

/** For each thing a step can touch all that can be done about it, leaving it alone first. */
const waysOf = (rubric: Rubric, given: Given, price: Price): readonly (readonly Way[])[] => {
  const alone: Way = { cost: 0, after: (same) => same };
  const criteria = rubric.criteria.map((_, at) => waysOfCriterion(rubric, given, at, price));
  const facts = (rubric.facts ?? []).map(({ id }): Way[] =>
    given.facts?.[id] === true
      ? []
      : [
          {
            cost: price({ kind: 'attest', fact: id }),
            after: (from) => ({ ...from, facts: { ...from.facts, [id]: true } }),
          },
        ],
  );
  const isAsked = JSON.stringify(rubric).includes('"evidence"');
  const indicators = isAsked ? [...new Set(rubric.criteria.map(({ id, indicator = id }) => indicator))] : [];
  const evidence = indicators.map((indicator): Way[] =>
    [1, 2, 3].map((more) => ({
      cost: more * price({ kind: 'evidence', indicator }),
      after: (from) => ({ ...from, evidence: [...(from.evidence ?? []), ...items(indicator, more)] }),
    })),
  );
  return [...criteria, ...facts, ...evidence].map((ways) => [alone, ...ways]);
};

const MOST_SETS = 1500;

/** The cost of the cheapest set of steps after which an outcome is met. */
const byTryingAll = (
  rubric: Rubric,
  given: Given,
  outcome: string,
  ways: readonly (readonly Way[])[],
): number | 'out-of-reach' => {
  let sets: { readonly cost: number; readonly after: Given }[] = [{ cost: 0, after: given }];
  for (const of of ways) {
    sets = sets.flatMap(({ cost, after }) => of.map((way) => ({ cost: cost + way.cost, after: way.after(after) })));
  }
  sets.sort((a, b) => a.cost - b.cost);
  return sets.find(({ after }) => evaluate(rubric, after).verdicts[outcome] === 'met')?.cost ?? 'out-of-reach';
};

const PRICES = [0, 0.1, 0.2, 0.3, 1, 1, 2, 3, 5, 7];
/** Prices drawn by chance, the same for the same step. */
const priceOf =
  (seed: number): Price =>
  (step) => {
    let mixed = seed;
    for (const sign of JSON.stringify(step)) mixed = (Math.imul(mixed, 31) + sign.charCodeAt(0)) >>> 0;
    return PRICES[(mixed >>> 8) % PRICES.length] ?? 1;
  };

/** What an answer's entries cost when each step in them is asked for its price, and the assessment after them. */
const taken = (rubric: Rubric, given: Given, steps: readonly NextStep[], price: Price) => {
  let [cost, after] = [0, given];
  for (const step of steps) {
    switch (step.kind) {
      case 'rate':
      case 'settle':
        cost += price({ kind: step.kind, criterion: step.criterion, level: step.level });
        after = rated(step.criterion, step.level)(after);
        expect(step.steps).toBe(1);
        break;
      case 'raise': {
        const { criterion, from, to } = step;
        const own = rubric.criteria.find(({ id }) => id === criterion)?.scale ?? rubric.scale;
        const levels = own.levels.map(({ id }) => id);
        const rating = given.ratings[criterion];
        const isContested = typeof rating === 'object' && 'levels' in rating && new Set(rating.levels).size > 1;
        const opens = rating === undefined ? 'rate' : isContested ? 'settle' : undefined;
        if (opens) cost += price({ kind: opens, criterion, level: from });
        for (let at = levels.indexOf(from); at < levels.indexOf(to); at++) {
          cost += price({ kind: 'raise', criterion, from: levels[at] ?? '', to: levels[at + 1] ?? '' });
        }
        after = rated(criterion, to)(after);
        expect(step.steps).toBe(levels.indexOf(to) - levels.indexOf(from) + (opens ? 1 : 0));
        break;
      }
      case 'attest':
        cost += price({ kind: 'attest', fact: step.fact });
        after = { ...after, facts: { ...after.facts, [step.fact]: true } };
        break;
      case 'evidence':
        cost += step.steps * price({ kind: 'evidence', indicator: step.indicator });
        after = { ...after, evidence: [...(after.evidence ?? []), ...items(step.indicator, step.steps)] };
    }
  }
  return { cost, after };
};

test('the next steps cost as much as the cheapest of all sets of steps, and lead to the outcome', () => {
  const compared = { steps: 0, outOfReach: 0, raisedFromLower: 0 };
  fc.assert(
    fc.property(arbitraryCase, fc.nat(), ({ rubric, given }, seed) => {
      const price = priceOf(seed);
      const ways = waysOf(rubric, given, price);
      if (ways.reduce((sets, of) => sets * of.length, 1) > MOST_SETS) return;
      for (const { id } of rubric.outcomes) {
        const least = byTryingAll(rubric, given, id, ways);
        const answer = nextSteps(rubric, given, { to: id, effort: price });
        if (answer.kind !== 'steps') {
          if (answer.kind === 'out-of-reach') compared.outOfReach++;
          expect(least).toBe(answer.kind === 'met-already' ? 0 : 'out-of-reach');
          continue;
        }
        compared.steps++;
        const { cost, after } = taken(rubric, given, answer.steps, price);
        expect(evaluate(rubric, after).verdicts[id]).toBe('met');
        expect(answer.cost).toBeCloseTo(cost, 9);
        expect(answer.cost).toBeCloseTo(least as number, 9);
        expect(answer.proved).toBe(true);
        // No step is there for nothing: without any one of them the outcome is not met.
        for (const left of answer.steps) {
          const others = answer.steps.filter((step) => step !== left);
          expect(evaluate(rubric, taken(rubric, given, others, price).after).verdicts[id]).not.toBe('met');
          if (left.kind === 'raise' && given.ratings[left.criterion] === undefined) compared.raisedFromLower++;
        }
      }
    }),
    { numRuns: runs(400) },
  );
  expect(compared.steps).toBeGreaterThan(leastOf(400, 4));
  expect(compared.outOfReach).toBeGreaterThan(leastOf(400, 40));
  expect(compared.raisedFromLower).toBeGreaterThan(leastOf(400, 40));
});
