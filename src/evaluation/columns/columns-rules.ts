import type { Fraction } from '../../model/shared/fraction.js';
import { ABSENT, MET, NOT_APPLICABLE, NOT_YET, UNDECIDED, UNRATED } from './columns-codes.js';
import { numberAt } from './columns-fields.js';
import { createLanes, type Field, type Slot } from './columns-lanes.js';
import type { Program, Step } from './columns-program.js';
import type { Plan, RuleNode } from '../program/plan.js';
import { required } from '../verdict/truth.js';

/** A verdict read straight from a column: one for each code of the slot. */
export interface Look {
  readonly slot: Slot;
  readonly verdicts: readonly number[];
}

/** Writes a verdict for each row, with a code of the caller's for rules that are not applicable. */
export type Fill = (into: Uint8Array, rows: number, absent: number) => void;

/** What a rule becomes: a look at one column, or something to compute. */
export type Compiled = { readonly look: Look } | { readonly fill: Fill };

/** Compiles rules, each node once. */
export interface RuleCompiler {
  readonly compile: (node: RuleNode) => Compiled;
  /** The same as a look; what has to be computed is given a column. */
  readonly look: (node: RuleNode) => Look;
}

/** Fills a column with whether the completed score reaches a threshold. Absent while the score itself is being compiled. */
export type Reaching = (threshold: Fraction) => Fill;

const everyVerdict = [NOT_YET, UNDECIDED, MET, ABSENT];

/**
 * Compiles rules into steps over columns. A rule counts parts: how many are met, how many undecided, how many apply. That
 * is a sum over columns, whatever the kind; `required` says how many are enough. A rule of one part needs no sum: it
 * looks at that part's column.
 */
export const compileRules = (plan: Plan, program: Program, reaching: Reaching | undefined): RuleCompiler => {
  const compiled = new Map<RuleNode, Compiled>();
  const looks = new Map<RuleNode, Look>();

  const compile = (node: RuleNode): Compiled => {
    const known = compiled.get(node) ?? unlessEmpty(node, made(node));
    compiled.set(node, known);
    return known;
  };
  const look = (node: RuleNode): Look => {
    const known = looks.get(node) ?? lookAt(compile(node));
    looks.set(node, known);
    return known;
  };
  const lookAt = (one: Compiled): Look => {
    if ('look' in one) return one.look;
    const { slot, into } = program.made(everyVerdict);
    program.steps.push((rows) => one.fill(into, rows, ABSENT));
    return { slot, verdicts: everyVerdict };
  };
  const made = (node: RuleNode): Compiled => {
    const { rule } = node;
    switch (rule.kind) {
      case 'at-least':
        return { look: levelLook(plan, program, node, 0, true) };
      case 'every':
      case 'some':
      case 'count':
      case 'share':
      case 'minimum':
        return quorum(
          rule,
          node.criteria.map((_, i) => levelLook(plan, program, node, i, false)),
        );
      case 'evidence':
        return quorum(
          rule,
          node.criteria.map((at) => ({
            slot: program.hasEvidence(at, rule.atLeast),
            verdicts: [NOT_YET, MET, ABSENT],
          })),
        );
      case 'every-group':
      case 'count-groups':
      case 'all':
      case 'any':
      case 'at-least-n':
        return quorum(rule, node.inner.map(look));
      case 'achieves':
        return node.inner[0] ? compile(node.inner[0]) : nothing();
      case 'when-count':
        return branching(node, rule.fewerThan);
      case 'attested': {
        const slot = program.facts.get(rule.fact);
        if (slot) return { look: { slot, verdicts: [NOT_YET, MET, UNDECIDED] } };
        throw new RangeError(`compileScorer: the rubric has no fact “${rule.fact}”`);
      }
      case 'score':
        return reaching ? { fill: reaching(rule.atLeast) } : nothing();
      case 'band': {
        const from = plan.rubric.bands?.find(({ id }) => id === rule.band)?.from;
        return reaching && from ? { fill: reaching(from) } : nothing();
      }
    }
  };
  /** A rule over nothing. */
  const nothing = (): Compiled => {
    const slot = program.criteria[0] ?? { at: 0, codes: [] };
    return { look: { slot, verdicts: slot.codes.map(() => ABSENT) } };
  };
  const quorum = (rule: RuleNode['rule'], all: readonly Look[]): Compiled => {
    const parts = all.filter(({ verdicts }) => verdicts.some((verdict) => verdict !== ABSENT));
    const enough = Int32Array.from({ length: parts.length + 1 }, (_, applicable) => required(rule, applicable));
    const [only] = parts;
    if (only === undefined) return nothing();
    if (parts.length === 1) return { look: { ...only, verdicts: only.verdicts.map((one) => ofOne(one, enough[1])) } };
    if (parts.length <= MOST_TABLED) return { fill: tabled(program, parts, enough) };
    const { met, undecided, applicable } = tallyFields(program, parts);
    return { fill: (into, rows, absent) => fillTally(met, undecided, applicable, enough, into, rows, absent) };
  };
  const branching = (node: RuleNode, fewerThan: number): Compiled => {
    const [then, otherwise] = node.inner.map(look);
    if (!then || !otherwise || node.criteria.length === 0) return nothing();
    const count = countApplicable(program, node.criteria);
    const [ifFewer, ifNot] = [tableOf(then), tableOf(otherwise)];
    return {
      fill: (into, rows, absent) => {
        const [a, b] = [program.columns[then.slot.at], program.columns[otherwise.slot.at]];
        if (a && b) fillBranch(count, fewerThan, ifFewer, a, ifNot, b, into, rows, absent);
      },
    };
  };
  /** A group in which nothing applies leaves, whatever its rule would look at. Most rules look at the group alone. */
  const unlessEmpty = (node: RuleNode, one: Compiled): Compiled => {
    const { members } = node;
    if (members === undefined) return one;
    if (members.length === 0) return nothing();
    const canBeEmpty = members.every((at) => program.criteria[at]?.codes.includes(NOT_APPLICABLE));
    const looksInside = node.criteria.length > 0 && node.criteria.every((at) => members.includes(at));
    if (!canBeEmpty || (looksInside && node.rule.kind !== 'at-least')) return one;
    const [count, inside] = [countApplicable(program, members), lookAt(one)];
    const table = tableOf(inside);
    return {
      fill: (into, rows, absent) => {
        const column = program.columns[inside.slot.at];
        if (column) fillBranch(count, 0, table, column, table, column, into, rows, absent);
      },
    };
  };
  return { compile, look };
};

/** What a rule of one part says, where that part says something. */
const ofOne = (verdict: number, enough = 1): number => {
  if (verdict === ABSENT || enough <= 1) return verdict;
  return NOT_YET;
};

/**
 * One criterion against the level it must reach. Unrated it may still reach it, and does so already where the lowest level
 * is enough. A rule that names the criterion keeps it open where it does not apply, unless the rubric waives it.
 */
const levelLook = (plan: Plan, program: Program, node: RuleNode, i: number, isNamed: boolean): Look => {
  const at = node.criteria[i] ?? 0;
  const need = node.needs[i] ?? 0;
  const slot = program.criteria[at] ?? { at, codes: [] };
  const open = need === 0 ? MET : UNDECIDED;
  const away = isNamed && plan.criteria[at]?.notApplicable !== 'waived' ? open : ABSENT;
  const verdict = (code: number) => {
    if (code === UNRATED) return open;
    if (code === NOT_APPLICABLE) return away;
    return code >= need ? MET : NOT_YET;
  };
  return { slot, verdicts: slot.codes.map(verdict) };
};

/** Up to so many parts, what they come to is few enough cases for a table. */
const MOST_TABLED = 31;

/** The verdict of a few parts: their three counts side by side in one field, and a table of what they come to. */
const tabled = (program: Program, parts: readonly Look[], enough: Int32Array): Fill => {
  const bits = 32 - Math.clz32(parts.length);
  const one = 2 ** bits;
  const adds = (verdict: number): number => {
    if (verdict === ABSENT) return 0;
    return one * one + (verdict === MET ? 1 : 0) + (verdict === UNDECIDED ? one : 0);
  };
  const [tally] = tallying(program, parts, [adds]);
  // Only counts that can be are filled in: met and undecided together are at most those that apply.
  const notYet = new Uint8Array(one ** 3).fill(NOT_YET);
  for (let applicable = 1; applicable <= parts.length; applicable++) {
    const needed = enough[applicable] ?? 0;
    for (let met = 0; met <= applicable; met++) {
      for (let undecided = 0; met + undecided <= applicable; undecided++) {
        const verdict = met >= needed ? MET : met + undecided >= needed ? UNDECIDED : NOT_YET;
        notYet[(applicable * one + undecided) * one + met] = verdict;
      }
    }
  }
  const absentTable = notYet.slice();
  absentTable[0] = ABSENT;
  const tables = [notYet, absentTable];
  return (into, rows, absent) => {
    const table = tables[absent === ABSENT ? 1 : 0];
    if (tally && table) fillTabled(tally, table, into, rows);
  };
};

/** How many of the parts are met, undecided and applicable. */
export const tallyFields = (program: Program, parts: readonly Look[]) => {
  const counting = (counts: (verdict: number) => boolean) => (verdict: number) => (counts(verdict) ? 1 : 0);
  const [met, undecided, applicable] = tallying(program, parts, [
    counting((verdict) => verdict === MET),
    counting((verdict) => verdict === UNDECIDED),
    counting((verdict) => verdict !== ABSENT),
  ]);
  if (!met || !undecided || !applicable) throw new RangeError('compileScorer: a tally has three counts');
  return { met, undecided, applicable };
};

/** Sums of what the verdicts of the parts add: with all other sums where the columns are given, else in a step of its own. */
const tallying = (
  program: Program,
  parts: readonly Look[],
  adding: readonly ((verdict: number) => number)[],
): readonly Field[] => {
  const isGiven = parts.every(({ slot }) => program.isGiven(slot));
  const lanes = isGiven ? program.given : createLanes();
  const fields = adding.map((adds) =>
    lanes.field(parts.map(({ slot, verdicts }) => ({ slot, adds: verdicts.map(adds) }))),
  );
  if (!isGiven) program.steps.push(summed(program, lanes.summing([])));
  return fields;
};

const summed =
  (program: Program, sum: (columns: readonly Uint8Array[], rows: number) => number): Step =>
  (rows) => {
    sum(program.columns, rows);
  };

/** How many of the criteria are not marked not-applicable. */
export const countApplicable = (program: Program, criteria: readonly number[]): Field =>
  program.given.field(
    criteria.map((at) => {
      const slot = program.criteria[at] ?? { at, codes: [] };
      return { slot, adds: slot.codes.map((code) => (code === NOT_APPLICABLE ? 0 : 1)) };
    }),
  );

/** A look as a table for every byte. */
export const tableOf = ({ slot, verdicts }: Look): Uint8Array => {
  const table = new Uint8Array(256);
  slot.codes.forEach((code, i) => {
    table[code] = verdicts[i] ?? ABSENT;
  });
  return table;
};

const fillTabled = (tally: Field, table: Uint8Array, into: Uint8Array, rows: number): void => {
  const { words, side, shift, mask } = tally;
  for (let row = 0; row < rows; row++) into[row] = table[(words[2 * row + side]! >> shift) & mask]!;
};

const fillTally = (
  met: Field,
  undecided: Field,
  applicable: Field,
  enough: Int32Array,
  into: Uint8Array,
  rows: number,
  absent: number,
): void => {
  for (let row = 0; row < rows; row++) {
    const of = numberAt(applicable, row);
    // One less than what is still missing: below zero where nothing is, and then its sign bit counts.
    const missing = (enough[of] ?? 0) - 1 - numberAt(met, row);
    const atBest = missing - numberAt(undecided, row);
    into[row] = of === 0 ? absent : (missing >>> 31) + (atBest >>> 31);
  }
};

const fillBranch = (
  count: Field,
  fewerThan: number,
  ifFewer: Uint8Array,
  fewer: Uint8Array,
  ifNot: Uint8Array,
  otherwise: Uint8Array,
  into: Uint8Array,
  rows: number,
  absent: number,
): void => {
  for (let row = 0; row < rows; row++) {
    const applicable = numberAt(count, row);
    const verdict = applicable < fewerThan ? ifFewer[fewer[row]!]! : ifNot[otherwise[row]!]!;
    into[row] = applicable === 0 || verdict === ABSENT ? absent : verdict;
  }
};
