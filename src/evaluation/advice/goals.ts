import { at as itemAt } from '../../common/at.js';
import { refuseInexact } from '../../common/fractions.js';
import type { Fraction } from '../../model/shared/fraction.js';
import { required } from '../program/judge.js';
import type { Lowered } from '../program/lower-rubric.js';
import type { RuleNode } from '../program/lower-rules.js';
import type { Look, Program, Quorum, Reaches, Sums, Term } from '../program/program.js';
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

/** A rule as sums over variables, for the criteria that apply in this completion; none where the rule is not applicable. */
export const goalOf = (
  lowered: Lowered,
  rule: RuleNode,
  completion: Completion,
  variables: readonly Variable[],
): Goal | undefined => new Goals(lowered, completion, variables).ofNode(rule.node);

type Gains = ReadonlyMap<number, readonly number[]>;

/** The goals that the nodes of a program come down to in one completion. */
class Goals {
  readonly #program: Program;
  readonly #levels: Lowered['levels'];
  readonly #completion: Completion;
  readonly #places: ReadonlyMap<string, number>;
  /** Each node becomes a goal once, however many rules lean on it; and rules that ask the same of a score share one goal. */
  readonly #ofNodes = new Map<number, Goal | undefined>();
  readonly #ofScores = new Map<string, Goal>();
  /**
   * A score is fixed once, and what it gains is one map for all that is asked of it: by this map a search knows that of two totals of
   * one score only the one that needs more, or less, counts.
   */
  readonly #fixed = new Map<number, FixedScore | undefined>();
  readonly #gains = new Map<number, Gains>();
  readonly #ofItems = new Map<number, readonly number[]>();

  constructor({ program, levels }: Lowered, completion: Completion, variables: readonly Variable[]) {
    this.#program = program;
    this.#levels = levels;
    this.#completion = completion;
    this.#places = new Map(variables.map((variable, v) => [keyOf(variable), v] as const));
  }

  ofNode(at: number): Goal | undefined {
    if (!this.#ofNodes.has(at)) this.#ofNodes.set(at, this.#make(at));
    return this.#ofNodes.get(at);
  }

  #make(at: number): Goal | undefined {
    const node = itemAt(this.#program.nodes, at);
    switch (node.kind) {
      case 'look':
        return this.#ofLook(node);
      case 'quorum':
        return this.#ofQuorum(node);
      case 'branch': {
        const applying = node.criteria.filter((one) => this.#applies(one)).length;
        return applying === 0 ? undefined : this.ofNode(applying < node.fewerThan ? node.then : node.otherwise);
      }
      case 'reaches':
        return this.#ofScore(node);
    }
  }

  #variable(of: Variable): number {
    return this.#places.get(keyOf(of)) ?? -1;
  }

  #applies(at: number): boolean {
    return this.#completion.levels[at] !== LEFT_OUT;
  }

  #ofLook(look: Look): Goal | undefined {
    if (look.input === 'fact')
      return reaching(this.#variable({ kind: 'fact', fact: itemAt(this.#program.facts, look.at) }), [0, 1]);
    if (!this.#applies(look.at)) {
      if (look.input === 'evidence' || look.away === 'leaves') return undefined;
      // Held open though not applicable: while it stays so it counts as its lowest level.
      return settled(look.need === 0);
    }
    if (look.input === 'criterion') {
      const gains = itemAt(this.#levels, look.at).map((_, level) => (level >= look.need ? 1 : 0));
      return reaching(this.#variable({ kind: 'criterion', at: look.at }), gains);
    }
    const { indicator } = itemAt(this.#program.criteria, look.at);
    const missing = Math.max(0, look.atLeast - itemAt(this.#completion.evidence, look.at));
    return reaching(this.#variable({ kind: 'evidence', indicator }), this.#gainsOfItems(missing));
  }

  /** What items of evidence bring where so many are missing. The list may be long, so all that miss as many share it. */
  #gainsOfItems(missing: number): readonly number[] {
    const gains =
      this.#ofItems.get(missing) ?? Array.from({ length: missing + 1 }, (_, more) => (more >= missing ? 1 : 0));
    this.#ofItems.set(missing, gains);
    return gains;
  }

  #ofQuorum(node: Quorum): Goal | undefined {
    const parts = node.parts.flatMap((part) => this.ofNode(part) ?? []);
    if (parts.length === 0) return undefined;
    const need = required(node.enough, parts.length);
    const areLooks = node.parts.every((part) => itemAt(this.#program.nodes, part).kind === 'look');
    return areLooks ? countOf(need, parts) : quorum(need, parts);
  }

  /** A threshold on a completed score as a total: with applicability fixed, every score but a count of rules is a sum. */
  #ofScore({ score: at, threshold }: Reaches): Goal | undefined {
    const score = itemAt(this.#program.scores, at);
    const fixed = this.#fixedScore(at, score);
    if (fixed === undefined) return this.#ofCount(score, threshold);
    const need = needFor(threshold, fixed.denominator);
    const key = `${at} ${need}`;
    const known = this.#ofScores.get(key);
    if (known !== undefined) return known;
    const made: Goal =
      score.kind === 'lowest'
        ? { kind: 'total', need: fixed.terms.length, gains: this.#gainsOf(fixed, (gain) => (gain >= need ? 1 : 0)) }
        : { kind: 'total', need, gains: this.#sharedGains(at, fixed) };
    this.#ofScores.set(key, made);
    return made;
  }

  /** A count of rules that hold. Other scores come here only where nothing that they look at applies. */
  #ofCount({ parts, denominator }: Sums, threshold: Fraction): Goal | undefined {
    const counted = parts.flat().flatMap((term) => (term.of === 'node' ? (this.ofNode(term.at) ?? []) : []));
    return counted.length === 0 ? undefined : quorum(needFor(threshold, denominator), counted);
  }

  #fixedScore(at: number, score: Sums): FixedScore | undefined {
    if (this.#fixed.has(at)) return this.#fixed.get(at);
    const fixed = fixedScore(score, (criterion) => this.#applies(criterion));
    if (fixed !== undefined) refuseInexact(mostOf(fixed));
    this.#fixed.set(at, fixed);
    return fixed;
  }

  #sharedGains(score: number, fixed: FixedScore): Gains {
    const known = this.#gains.get(score);
    if (known !== undefined) return known;
    const made = this.#gainsOf(fixed, (gain) => gain);
    this.#gains.set(score, made);
    return made;
  }

  #gainsOf({ terms }: FixedScore, of: (gain: number) => number): Gains {
    return new Map(terms.map(({ at, gains }) => [this.#variable({ kind: 'criterion', at }), gains.map(of)]));
  }
}

/** What one variable brings from some state on. */
const reaching = (variable: number, gains: readonly number[]): Goal => ({
  kind: 'total',
  need: 1,
  gains: new Map([[variable, gains]]),
});

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
      const before = gains.get(v);
      if (before === undefined) {
        gains.set(v, more);
        continue;
      }
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

/** The most that a score can come to: where this is held exactly, all sums of its gains are. */
const mostOf = ({ terms, denominator }: FixedScore): Fraction => ({
  numerator: terms.reduce((sum, { gains }) => sum + Math.max(0, gains.at(-1) ?? 0), 0),
  denominator,
});

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
