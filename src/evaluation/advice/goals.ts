import type { Fraction } from '../../model/shared/fraction.js';
import type { Plan, RuleNode } from '../program/plan.js';
import { LEFT_OUT, type Reading } from '../program/reading.js';
import { shares } from '../verdict/score.js';
import { ceilOf, scoreGains } from '../verdict/score-gains.js';
import type { Sheet } from '../program/sheet.js';
import { chosenBranch, isEmptyGroup, required } from '../verdict/truth.js';

/** Something a step can change: a criterion's level, a fact, or how many items of evidence an indicator has. */
export type Variable =
  | { readonly kind: 'criterion'; readonly at: number }
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'evidence'; readonly indicator: string };

/**
 * A rule as sums, for searching. Every rule kind comes down to two shapes once it is fixed which criteria apply:
 * a *total* (the gains of its variables, by state, reach a need) or a *quorum* (so many of its parts hold).
 * Variables go by their position in the list that `goalOf` was given; a gain never falls as the state rises.
 */
export type Goal =
  | { readonly kind: 'settled'; readonly met: boolean }
  | { readonly kind: 'total'; readonly need: number; readonly gains: ReadonlyMap<number, readonly number[]> }
  | { readonly kind: 'quorum'; readonly need: number; readonly parts: readonly Goal[] };

type Total = Extract<Goal, { kind: 'total' }>;

const settled = (met: boolean): Goal => ({ kind: 'settled', met });

/**
 * So many of some parts. All of all is all of their parts, and any of any likewise, each part named once: outcomes that lean on one
 * another many times over do not multiply.
 */
const quorum = (need: number, parts: readonly Goal[]): Goal => {
  const isAll = need === parts.length;
  if (!isAll && need !== 1) return { kind: 'quorum', need, parts };
  const flat = new Set<Goal>();
  for (const part of parts) {
    const isAlike = part.kind === 'quorum' && part.need === (isAll ? part.parts.length : 1);
    for (const one of isAlike ? part.parts : [part]) flat.add(one);
  }
  const [only] = flat;
  return flat.size === 1 && only !== undefined
    ? only
    : { kind: 'quorum', need: isAll ? flat.size : 1, parts: [...flat] };
};

/** The variables a rubric and an assessment offer, in the rubric's order: criteria that apply, facts, then evidence by indicator. */
export const variablesOf = (plan: Plan, sheet: Sheet): readonly Variable[] => {
  const criteria = plan.criteria.flatMap((_, at): Variable[] =>
    sheet.states[at]?.kind === 'not-applicable' ? [] : [{ kind: 'criterion', at }],
  );
  const facts = (plan.rubric.facts ?? []).map(({ id }): Variable => ({ kind: 'fact', fact: id }));
  const indicators = new Set(
    plan.criteria.flatMap(({ id, indicator = id }, at) =>
      sheet.states[at]?.kind === 'not-applicable' ? [] : [indicator],
    ),
  );
  return [...criteria, ...facts, ...[...indicators].map((indicator): Variable => ({ kind: 'evidence', indicator }))];
};

/** How many more items of evidence any rule could ask for. */
const mostItems = 10_000;

/** A rule as sums over variables, for the criteria that apply in this reading; none where the rule is not applicable. */
export const goalOf = (
  plan: Plan,
  node: RuleNode,
  reading: Reading,
  variables: readonly Variable[],
): Goal | undefined => {
  const ofCriterion = new Map(
    variables.flatMap((variable, v) => (variable.kind === 'criterion' ? [[variable.at, v] as const] : [])),
  );
  const ofFact = new Map(
    variables.flatMap((variable, v) => (variable.kind === 'fact' ? [[variable.fact, v] as const] : [])),
  );
  const ofIndicator = new Map(
    variables.flatMap((variable, v) => (variable.kind === 'evidence' ? [[variable.indicator, v] as const] : [])),
  );
  const levelsOf = (at: number): number => plan.levels[at]?.length ?? 1;
  const applicable = (criteria: readonly number[]): number[] =>
    criteria.filter((at) => reading.levels[at] !== LEFT_OUT);
  /** Gains of criteria by level, as a total. */
  const total = (need: number, criteria: readonly number[], gain: (at: number, level: number) => number): Goal => {
    const gains = new Map<number, number[]>();
    for (const at of criteria) {
      const v = ofCriterion.get(at);
      if (v === undefined) continue;
      gains.set(
        v,
        Array.from({ length: levelsOf(at) }, (_, level) => gain(at, level)),
      );
    }
    return { kind: 'total', need, gains };
  };

  // Each rule becomes a goal once, however many rules lean on it.
  const made = new Map<RuleNode, Goal | undefined>();
  const ofNode = (one: RuleNode): Goal | undefined => {
    if (!made.has(one)) made.set(one, goalOfRule(one));
    return made.get(one);
  };

  const goalOfRule = (one: RuleNode): Goal | undefined => {
    const { rule } = one;
    switch (rule.kind) {
      case 'at-least': {
        const at = one.criteria[0] ?? -1;
        if (reading.named[at] === LEFT_OUT) return undefined;
        // Held open though not applicable: while it stays so it counts as its lowest level.
        if (reading.levels[at] === LEFT_OUT) return settled((one.needs[0] ?? 0) === 0);
        return total(1, [at], (_, level) => (level >= (one.needs[0] ?? 0) ? 1 : 0));
      }
      case 'every':
      case 'some':
      case 'count':
      case 'share':
      case 'minimum': {
        const criteria = applicable(one.criteria);
        if (criteria.length === 0) return undefined;
        const needs = new Map(one.criteria.map((at, i) => [at, one.needs[i] ?? 0]));
        return total(required(rule, criteria.length), criteria, (at, level) => (level >= (needs.get(at) ?? 0) ? 1 : 0));
      }
      case 'evidence':
        return ofEvidence(one, rule.atLeast);
      case 'attested':
        return { kind: 'total', need: 1, gains: new Map([[ofFact.get(rule.fact) ?? -1, [0, 1]]]) };
      case 'achieves':
        return one.inner[0] && ofNode(one.inner[0]);
      case 'when-count': {
        const branch = chosenBranch(one, reading);
        return branch && ofNode(branch);
      }
      case 'every-group':
      case 'count-groups':
      case 'all':
      case 'any':
      case 'at-least-n': {
        const parts = one.inner
          .filter((inner) => !isEmptyGroup(inner, reading))
          .map(ofNode)
          .filter((part) => part !== undefined);
        return parts.length === 0 ? undefined : quorum(required(rule, parts.length), parts);
      }
      case 'score':
        return ofScore(rule.atLeast);
      case 'band': {
        const from = plan.rubric.bands?.find(({ id }) => id === rule.band)?.from;
        return from && ofScore(from);
      }
    }
  };

  const ofEvidence = (one: RuleNode, atLeast: number): Goal | undefined => {
    const criteria = applicable(one.criteria);
    if (criteria.length === 0) return undefined;
    const gains = new Map<number, number[]>();
    for (const at of criteria) {
      const criterion = plan.criteria[at];
      const v = ofIndicator.get(criterion?.indicator ?? criterion?.id ?? '') ?? -1;
      const have = reading.evidence[at] ?? 0;
      const missing = Math.min(Math.max(0, atLeast - have), mostItems);
      const before = gains.get(v) ?? [];
      const length = Math.max(before.length, missing + 1);
      gains.set(
        v,
        Array.from(
          { length },
          (_, more) => (before[Math.min(more, before.length - 1)] ?? 0) + (more >= missing ? 1 : 0),
        ),
      );
    }
    return { kind: 'total', need: criteria.length, gains };
  };

  let counted: readonly Goal[] | undefined;
  // Rules that ask the same of the score share one goal, and all of them the same gains.
  const scored = new Map<number, Goal>();
  let gainsOfScore: { readonly are: ReturnType<typeof scoreGains>; readonly gains: Total['gains'] } | undefined;
  const ofSum = (threshold: Fraction): Goal | undefined => {
    if (gainsOfScore === undefined) {
      const are = scoreGains(plan, (at) => reading.levels[at] !== LEFT_OUT);
      const gains = new Map([...(are?.gains ?? [])].map(([at, of]) => [ofCriterion.get(at) ?? -1, of] as const));
      gainsOfScore = { are, gains };
    }
    const { are, gains } = gainsOfScore;
    if (are === undefined) return undefined;
    const need = are.needFor(threshold);
    const goal = scored.get(need) ?? { kind: 'total', need, gains };
    scored.set(need, goal);
    return goal;
  };

  /** A threshold on the completed score as a total: with applicability fixed, every scoring but a count of groups is a sum. */
  const ofScore = (threshold: Fraction): Goal | undefined => {
    const { scoring } = plan.rubric;
    const all = plan.criteria.map((_, at) => at);
    switch (scoring.kind) {
      case 'none':
        return undefined;
      case 'weighted-mean':
      case 'mean-of-groups':
      case 'sum':
      case 'count':
        return ofSum(threshold);
      case 'minimum': {
        const criteria = applicable(plan.select(scoring.of, all));
        if (criteria.length === 0) return undefined;
        const up = shares(plan, plan.select(scoring.of, all), scoring.from);
        const need = ceilOf(threshold, up.denominator);
        return total(criteria.length, criteria, (at, level) => ((up.of[at]?.[level] ?? 0) >= need ? 1 : 0));
      }
      case 'count-groups': {
        counted ??= plan.groups
          .filter(({ criteria }) => applicable(criteria).length > 0)
          .map(({ criteria }) => ofNode(plan.node(scoring.rule, criteria)))
          .filter((part) => part !== undefined);
        return counted.length === 0 ? undefined : { kind: 'quorum', need: ceilOf(threshold, 1), parts: counted };
      }
    }
  };

  return ofNode(node);
};
