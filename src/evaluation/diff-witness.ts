import type { Judgements } from '../model/assessment.js';
import type { Rubric } from '../model/rubric.js';
import { levelsOf, type Pair } from './diff-pair.js';
import { type Goal, goalOf, type Variable } from './goals.js';
import { jointTruths } from './joint-truths.js';
import { type Plan, planRubric } from './plan.js';
import { lotsFrom } from './random.js';
import { complete } from './reading.js';
import { readSheet } from './sheet.js';
import { fillDrawnLines, fillLines, linesInBlock, mostRows } from './state-lines.js';
import { assessmentAt, newCells, type StateSpace } from './state-space.js';

export type Witness = Judgements<Rubric>;

/** What a search found out: an assessment over which two rubrics differ, or how sure it is that there is none. */
export interface WitnessSearch {
  readonly witness?: Witness | undefined;
  /** Whether the absence of a witness is proved. */
  readonly isProved: boolean;
}

/** Assessments at the edges of what rules ask: alike throughout, then one answer another, then two halves. */
export const edgeWitness = ({ space, tellsApart }: Pair): Witness | undefined => {
  const { digits } = space;
  const cells = newCells(space, 1);
  const tried = (positions: readonly number[]): Witness | undefined => {
    digits.forEach(({ codes }, at) => cells[at]?.fill(codes[positions[at] ?? 0] ?? 0));
    const assessment = assessmentAt(space, cells, 0);
    return tellsApart(assessment) ? assessment : undefined;
  };
  const most = Math.max(...digits.map(({ known }) => known));
  const ranks = Array.from({ length: most }, (_, rank) => most - 1 - rank);
  const alike = (rank: number) => digits.map(({ known }) => Math.min(known - 1, rank));
  for (const rank of ranks) {
    const found = tried(alike(rank));
    if (found) return found;
  }
  // Beyond some sixty questions each of these would take long; the lots still find what is common.
  for (const [at, digit] of [...digits.entries()].slice(0, 60)) {
    for (const rank of [most - 1, 0, Math.floor(most / 2)]) {
      for (const position of digit.codes.keys()) {
        const found = tried(alike(rank).map((one, other) => (other === at ? position : one)));
        if (found) return found;
      }
      const half = tried(alike(rank).map((one, other) => (other <= at ? Math.max(0, one - 1) : one)));
      if (half) return half;
    }
  }
  return undefined;
};

/** Looks at every state. */
export const enumeratedWitness = (pair: Pair): Witness | undefined => {
  const { space } = pair;
  const cells = newCells(space, mostRows(space));
  const [digit] = space.digits;
  if (digit === undefined) return undefined;
  const width = digit.codes.length;
  for (let from = 0; from < space.states / width; from += linesInBlock(space, digit)) {
    const lines = Math.min(linesInBlock(space, digit), space.states / width - from);
    fillLines(space, 0, from, lines, cells);
    const found = pair.differing(cells, lines * width);
    if (found) return found;
  }
  return undefined;
};

/** Looks at states drawn by lot. */
export const drawnWitness = (pair: Pair, samples: number, seed: number): Witness | undefined => {
  const { space } = pair;
  const cells = newCells(space, mostRows(space));
  const lots = lotsFrom(seed);
  const each = samples / space.digits.length;
  for (const [direction, digit] of space.digits.entries()) {
    const width = digit.codes.length;
    for (let left = Math.ceil(each / width); left > 0; left -= linesInBlock(space, digit)) {
      const lines = Math.min(left, linesInBlock(space, digit));
      fillDrawnLines(space, direction, lots, lines, cells);
      const found = pair.differing(cells, lines * width);
      if (found) return found;
    }
  }
  return undefined;
};

/**
 * Sets each outcome's two rules against one another as sums, over complete assessments in which everything applies. Where
 * nothing may be said not to apply, what such assessments say settles every other: a verdict is that of the lowest and of
 * the highest way of filling in.
 */
export const ruleWitness = (pair: Pair): WitnessSearch => {
  const { older, newer, space } = pair;
  const plans = [space.plan, planRubric(newer)] as const;
  const states = space.digits.map(({ known }) => known);
  const order = states.map((_, at) => at);
  let isProved = space.digits.every(({ kind, codes, known }) => kind !== 'criterion' || codes.length === known + 1);
  for (const [at, { id }] of older.outcomes.entries()) {
    const other = newer.outcomes.findIndex((outcome) => outcome.id === id);
    const goals = [goalFor(space, plans[0], at, newer), goalFor(space, plans[1], other, newer)];
    const { truths, complete: all } = jointTruths(goals, states, order);
    isProved &&= all;
    for (const { holds, states: positions } of truths) {
      if (holds[0] === holds[1]) continue;
      const cells = newCells(space, 1);
      space.digits.forEach(({ codes }, digit) => cells[digit]?.fill(codes[positions[digit] ?? 0] ?? 0));
      const assessment = assessmentAt(space, cells, 0);
      if (pair.tellsApart(assessment)) return { witness: assessment, isProved: true };
    }
  }
  return { isProved };
};

/** An outcome's rule as a goal over the digits of the older rubric's states. */
const goalFor = (space: StateSpace, plan: Plan, outcome: number, newer: Rubric): Goal => {
  const variables = space.digits.map(({ kind, id }): Variable => {
    if (kind === 'criterion') return { kind, at: plan.position.get(id) ?? -1 };
    return kind === 'fact' ? { kind, fact: id } : { kind, indicator: id };
  });
  const reading = complete(plan, readSheet(plan, { ratings: {} }, 'diffRubrics'), 'lowest');
  const node = plan.outcomes[outcome];
  const goal = node && goalOf(plan, node, reading, variables);
  if (goal === undefined) return { kind: 'settled', met: false };
  const isNewer = plan.rubric === newer;
  /** The state of a variable of the plan for each known answer of the older rubric's digit. */
  const statesOf = (at: number): readonly number[] => {
    const digit = space.digits[at];
    if (digit === undefined) return [];
    const codes = digit.codes.slice(0, digit.known);
    if (digit.kind !== 'criterion' || !isNewer) return codes;
    const to = levelsOf(newer, digit.id);
    return levelsOf(space.plan.rubric, digit.id).map((level) => to.indexOf(level));
  };
  const restated = (one: Goal): Goal => {
    if (one.kind === 'quorum') return { ...one, parts: one.parts.map(restated) };
    if (one.kind === 'settled') return one;
    const gains = [...one.gains].map(
      ([v, all]) => [v, statesOf(v).map((state) => all[Math.min(state, all.length - 1)] ?? 0)] as const,
    );
    return { ...one, gains: new Map(gains) };
  };
  return restated(goal);
};

/** The same witness with all left out that is not needed to show the difference. */
export const smallest = ({ tellsApart }: Pair, witness: Witness): Witness => {
  let least = witness;
  const keep = (candidate: Witness): void => {
    if (tellsApart(candidate)) least = candidate;
  };
  for (const criterion of Object.keys(witness.ratings)) {
    const { [criterion]: _, ...ratings } = least.ratings;
    keep({ ...least, ratings });
  }
  for (const fact of Object.keys(witness.facts ?? {})) {
    const { [fact]: _, ...facts } = least.facts ?? {};
    keep({ ...least, facts });
  }
  for (const item of witness.evidence ?? []) {
    keep({ ...least, evidence: (least.evidence ?? []).filter((one) => one !== item) });
  }
  const { facts, evidence, ...rest } = least;
  return {
    ...rest,
    ...(facts && Object.keys(facts).length > 0 && { facts }),
    ...(evidence && evidence.length > 0 && { evidence }),
  };
};
