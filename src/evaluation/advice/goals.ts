import { at as itemAt } from '../../common/at.js';
import { required } from '../program/judge.js';
import type { Lowered } from '../program/lower-rubric.js';
import type { RuleNode } from '../program/lower-rules.js';
import type { Look, Reaches, Sums, Term } from '../program/program.js';
import { LEFT_OUT, type Completion } from '../program/completion.js';
import { needFor, overOneDenominator } from '../program/score-of.js';
import type { ReadAssessment } from '../program/read-assessment.js';

/** Something a step can change: a criterion's level, a fact, or how many items of evidence an indicator has. */
export type Variable =
  | { readonly kind: 'criterion'; readonly at: number }
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'evidence'; readonly indicator: string };

/**
 * A rule as sums, for searching. Every node of a program comes down to two shapes once it is fixed which criteria apply:
 * a *total* (the gains of its variables, by state, reach a need) or a *quorum* (so many of its parts hold).
 * Variables go by their position in the list that `goalOf` was given; a gain never falls as the state rises.
 */
export type Goal =
  | { readonly kind: 'settled'; readonly met: boolean }
  | { readonly kind: 'total'; readonly need: number; readonly gains: ReadonlyMap<number, readonly number[]> }
  | { readonly kind: 'quorum'; readonly need: number; readonly parts: readonly Goal[] };

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
export const variablesOf = (lowered: Lowered, read: ReadAssessment): readonly Variable[] => {
  const criteria = lowered.criteria.flatMap((_, at): Variable[] =>
    read.states[at]?.kind === 'not-applicable' ? [] : [{ kind: 'criterion', at }],
  );
  const facts = (lowered.rubric.facts ?? []).map(({ id }): Variable => ({ kind: 'fact', fact: id }));
  const indicators = new Set(
    lowered.criteria.flatMap(({ id, indicator = id }, at) =>
      read.states[at]?.kind === 'not-applicable' ? [] : [indicator],
    ),
  );
  return [...criteria, ...facts, ...[...indicators].map((indicator): Variable => ({ kind: 'evidence', indicator }))];
};

/** How many more items of evidence any rule could ask for. */
const mostItems = 10_000;

/** A rule as sums over variables, for the criteria that apply in this completion; none where the rule is not applicable. */
export const goalOf = (
  { program, levels }: Lowered,
  rule: RuleNode,
  completion: Completion,
  variables: readonly Variable[],
): Goal | undefined => {
  const place = new Map(variables.map((variable, v) => [keyOf(variable), v] as const));
  const variable = (of: Variable): number => place.get(keyOf(of)) ?? -1;
  const applies = (at: number): boolean => completion.levels[at] !== LEFT_OUT;

  // Each node becomes a goal once, however many rules lean on it.
  const made = new Map<number, Goal | undefined>();
  const ofNode = (at: number): Goal | undefined => {
    if (!made.has(at)) made.set(at, goalOfNode(at));
    return made.get(at);
  };
  const goalOfNode = (at: number): Goal | undefined => {
    const node = itemAt(program.nodes, at);
    switch (node.kind) {
      case 'look':
        return ofLook(node);
      case 'quorum': {
        const parts = node.parts.map(ofNode).filter((part) => part !== undefined);
        if (parts.length === 0) return undefined;
        const need = required(node.enough, parts.length);
        return node.parts.every((part) => program.nodes[part]?.kind === 'look')
          ? countOf(need, parts)
          : quorum(need, parts);
      }
      case 'branch': {
        const applying = node.criteria.filter(applies).length;
        return applying === 0 ? undefined : ofNode(applying < node.fewerThan ? node.then : node.otherwise);
      }
      case 'reaches':
        return ofScore(node);
    }
  };

  const ofLook = (look: Look): Goal | undefined => {
    if (look.input === 'fact') {
      const fact = variable({ kind: 'fact', fact: itemAt(program.facts, look.at) });
      return { kind: 'total', need: 1, gains: new Map([[fact, [0, 1]]]) };
    }
    if (!applies(look.at)) {
      if (look.input === 'evidence' || look.away === 'leaves') return undefined;
      // Held open though not applicable: while it stays so it counts as its lowest level.
      return settled(look.need === 0);
    }
    if (look.input === 'criterion') {
      const gains = itemAt(levels, look.at).map((_, level) => (level >= look.need ? 1 : 0));
      return { kind: 'total', need: 1, gains: new Map([[variable({ kind: 'criterion', at: look.at }), gains]]) };
    }
    const { indicator } = itemAt(program.criteria, look.at);
    const missing = Math.min(Math.max(0, look.atLeast - itemAt(completion.evidence, look.at)), mostItems);
    const gains = Array.from({ length: missing + 1 }, (_, more) => (more >= missing ? 1 : 0));
    return { kind: 'total', need: 1, gains: new Map([[variable({ kind: 'evidence', indicator }), gains]]) };
  };

  /** A threshold on a completed score as a total: with applicability fixed, every score but a count of rules is a sum. */
  const scored = new Map<string, Goal | undefined>();
  // A score is fixed once, and what it gains is one map for all that is asked of it: by this map a search knows that of two totals of
  // one score only the one that needs more, or less, counts.
  const fixedScores = new Map<number, FixedScore | undefined>();
  const fixedOf = (at: number): FixedScore | undefined => {
    if (!fixedScores.has(at)) fixedScores.set(at, fixedScore(itemAt(program.scores, at), applies));
    return fixedScores.get(at);
  };
  const gainsOf = new Map<number, ReadonlyMap<number, readonly number[]>>();
  const ofScore = ({ score: at, threshold }: Reaches): Goal | undefined => {
    const score = itemAt(program.scores, at);
    const fixed = fixedOf(at);
    if (fixed === undefined && score.parts.flat().every((term) => term.of === 'criterion')) return undefined;
    if (fixed === undefined) {
      const counted = score.parts.flat().flatMap((term) => ofNode(term.at) ?? []);
      return counted.length === 0 ? undefined : quorum(needFor(threshold, score.denominator), counted);
    }
    const need = needFor(threshold, fixed.denominator);
    const key = `${at} ${need}`;
    // Rules that ask the same of a score share one goal.
    if (!scored.has(key)) {
      const isLowest = score.kind === 'lowest';
      const shared = isLowest ? undefined : gainsOf.get(at);
      const gains =
        shared ??
        new Map(
          fixed.terms.map((term) => [
            variable({ kind: 'criterion', at: term.at }),
            isLowest ? term.gains.map((gain) => (gain >= need ? 1 : 0)) : term.gains,
          ]),
        );
      if (!isLowest) gainsOf.set(at, gains);
      scored.set(key, { kind: 'total', need: isLowest ? fixed.terms.length : need, gains });
    }
    return scored.get(key);
  };
  return ofNode(rule.node);
};

const keyOf = (variable: Variable): string => {
  switch (variable.kind) {
    case 'criterion':
      return `criterion ${variable.at}`;
    case 'fact':
      return `fact ${variable.fact}`;
    case 'evidence':
      return `evidence ${variable.indicator}`;
  }
};

/** So many of some looks, as one total: what each adds at a state is whether it holds there. */
const countOf = (need: number, looks: readonly Goal[]): Goal => {
  const gains = new Map<number, readonly number[]>();
  let open = need;
  for (const look of looks) {
    if (look.kind === 'settled' && look.met) open--;
    if (look.kind !== 'total') continue;
    for (const [v, more] of look.gains) {
      const before = gains.get(v) ?? [0];
      const length = Math.max(before.length, more.length);
      const state = (of: readonly number[], at: number): number => itemAt(of, Math.min(at, of.length - 1));
      gains.set(
        v,
        Array.from({ length }, (_, at) => state(before, at) + state(more, at)),
      );
    }
  }
  return open <= 0 ? settled(true) : { kind: 'total', need: open, gains };
};

/** A score of criteria, once it is fixed which apply: whole gains over one denominator. */
interface FixedScore {
  readonly terms: readonly { readonly at: number; readonly gains: readonly number[] }[];
  readonly denominator: number;
}

/** None where nothing applies, and where the score counts rules. */
const fixedScore = (score: Sums, applies: (at: number) => boolean): FixedScore | undefined => {
  const parts = score.parts
    .map((terms) => terms.flatMap((term: Term) => (term.of === 'criterion' && applies(term.at) ? [term] : [])))
    .filter((terms) => terms.length > 0);
  if (parts.length === 0) return undefined;
  if (score.kind !== 'mean') return { terms: parts.flat(), denominator: score.denominator };
  const { factors, whole } = overOneDenominator(parts, score.denominator);
  const terms = parts.flatMap((part, i) =>
    part.map(({ at, gains }) => ({ at, gains: gains.map((gain) => gain * itemAt(factors, i)) })),
  );
  return { terms, denominator: whole };
};
