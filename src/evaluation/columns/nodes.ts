import type { Fraction } from '../../model/shared/fraction.js';
import { ABSENT, MET, NOT_APPLICABLE, NOT_YET, UNDECIDED, UNRATED } from './codes.js';
import { numberAt } from './fields.js';
import { createLanes, type Field, type Slot } from './packed-sums.js';
import type { BlockColumns, Step } from './block-columns.js';
import { at as itemAt } from '../../common/at.js';
import { required } from '../program/judge.js';
import type { Branch, CriterionLook, Look as GivenLook, Program, ProgramNode, Quorum } from '../program/program.js';

/** A verdict read straight from a column: one for each code of the slot. */
export interface Look {
  readonly slot: Slot;
  readonly verdicts: readonly number[];
}

/** Writes a verdict for each row, with a code of the caller's for nodes that are not applicable. */
export type Fill = (into: Uint8Array, rows: number, absent: number) => void;

/** What a node becomes: a look at one column, or something to compute. */
export type Compiled = { readonly look: Look } | { readonly fill: Fill };

/** Fills a column with whether a completed score reaches a threshold. */
export type Reaching = (score: number, threshold: Fraction) => Fill;

const everyVerdict = [NOT_YET, UNDECIDED, MET, ABSENT];

/**
 * Compiles nodes into steps over columns, each once. A quorum counts parts: how many are met, how many undecided, how many apply. That
 * is a sum over columns; `required` says how many are enough. A quorum of one part needs no sum: it looks at that part's
 * column.
 */
export class NodeCompiler {
  readonly #program: Program;
  readonly #columns: BlockColumns;
  readonly #reaching: Reaching;
  readonly #compiled: Compiled[] = [];
  readonly #looks: Look[] = [];

  constructor(program: Program, columns: BlockColumns, reaching: Reaching) {
    this.#program = program;
    this.#columns = columns;
    this.#reaching = reaching;
  }

  compile(at: number): Compiled {
    const known = this.#compiled[at] ?? this.#make(itemAt(this.#program.nodes, at));
    this.#compiled[at] = known;
    return known;
  }

  /** The same as a look; what has to be computed is given a column. */
  look(at: number): Look {
    const known = this.#looks[at] ?? this.#lookAt(this.compile(at));
    this.#looks[at] = known;
    return known;
  }

  #lookAt(one: Compiled): Look {
    if ('look' in one) return one.look;
    const { slot, into } = this.#columns.made(everyVerdict);
    this.#columns.steps.push((rows) => one.fill(into, rows, ABSENT));
    return { slot, verdicts: everyVerdict };
  }

  #make(node: ProgramNode): Compiled {
    switch (node.kind) {
      case 'look':
        return { look: this.#given(node) };
      case 'quorum':
        return this.#quorum(node);
      case 'branch':
        return this.#branch(node);
      case 'reaches':
        return { fill: this.#reaching(node.score, node.threshold) };
    }
  }

  #given(node: GivenLook): Look {
    switch (node.input) {
      case 'criterion':
        return levelLook(this.#columns, node);
      case 'evidence':
        return { slot: this.#columns.hasEvidence(node.at, node.atLeast), verdicts: [NOT_YET, MET, ABSENT] };
      case 'fact':
        return { slot: itemAt(this.#columns.facts, node.at), verdicts: [NOT_YET, MET, UNDECIDED] };
    }
  }

  /** A rule over nothing. */
  #nothing(): Compiled {
    const slot = itemAt(this.#columns.criteria, 0);
    return { look: { slot, verdicts: slot.codes.map(() => ABSENT) } };
  }

  #quorum({ parts: all, enough: of }: Quorum): Compiled {
    const parts = all
      .map((part) => this.look(part))
      .filter(({ verdicts }) => verdicts.some((verdict) => verdict !== ABSENT));
    const enough = Int32Array.from({ length: parts.length + 1 }, (_, applicable) => required(of, applicable));
    const [only] = parts;
    if (only === undefined) return this.#nothing();
    if (parts.length === 1) return { look: { ...only, verdicts: only.verdicts.map((one) => ofOne(one, enough[1])) } };
    if (parts.length <= MOST_TABLED) return { fill: tabled(this.#columns, parts, enough) };
    const { met, undecided, applicable } = tallyFields(this.#columns, parts);
    return { fill: (into, rows, absent) => fillTally(met, undecided, applicable, enough, into, rows, absent) };
  }

  #branch({ criteria, fewerThan, then: below, otherwise: from }: Branch): Compiled {
    if (criteria.length === 0) return this.#nothing();
    const [then, otherwise] = [this.look(below), this.look(from)];
    const count = countApplicable(this.#columns, criteria);
    const [ifFewer, ifNot] = [tableOf(then), tableOf(otherwise)];
    const { columns } = this.#columns;
    return {
      fill: (into, rows, absent) => {
        const [a, b] = [columns[then.slot.at], columns[otherwise.slot.at]];
        if (a && b) fillBranch(count, fewerThan, ifFewer, a, ifNot, b, into, rows, absent);
      },
    };
  }
}

/** What a rule of one part says, where that part says something. */
const ofOne = (verdict: number, enough = 1): number => {
  if (verdict === ABSENT || enough <= 1) return verdict;
  return NOT_YET;
};

/**
 * One criterion against the level it must reach. Unrated it may still reach it, and does so already where the lowest level
 * is enough. A rule that names the criterion keeps it open where it does not apply, unless the rubric waives it.
 */
const levelLook = (columns: BlockColumns, { at, need, away: leaves }: CriterionLook): Look => {
  const slot = itemAt(columns.criteria, at);
  const open = need === 0 ? MET : UNDECIDED;
  const away = leaves === 'leaves' ? ABSENT : open;
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
const tabled = (columns: BlockColumns, parts: readonly Look[], enough: Int32Array): Fill => {
  const bits = 32 - Math.clz32(parts.length);
  const one = 2 ** bits;
  const adds = (verdict: number): number => {
    if (verdict === ABSENT) return 0;
    return one * one + (verdict === MET ? 1 : 0) + (verdict === UNDECIDED ? one : 0);
  };
  const [tally] = tallying(columns, parts, [adds]);
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
export const tallyFields = (columns: BlockColumns, parts: readonly Look[]) => {
  const counting = (counts: (verdict: number) => boolean) => (verdict: number) => (counts(verdict) ? 1 : 0);
  const [met, undecided, applicable] = tallying(columns, parts, [
    counting((verdict) => verdict === MET),
    counting((verdict) => verdict === UNDECIDED),
    counting((verdict) => verdict !== ABSENT),
  ]);
  if (!met || !undecided || !applicable) throw new RangeError('compileScorer: a tally has three counts');
  return { met, undecided, applicable };
};

/** Sums of what the verdicts of the parts add: with all other sums where the columns are given, else in a step of its own. */
const tallying = (
  columns: BlockColumns,
  parts: readonly Look[],
  adding: readonly ((verdict: number) => number)[],
): readonly Field[] => {
  const isGiven = parts.every(({ slot }) => columns.isGiven(slot));
  const lanes = isGiven ? columns.given : createLanes();
  const fields = adding.map((adds) =>
    lanes.field(parts.map(({ slot, verdicts }) => ({ slot, adds: verdicts.map(adds) }))),
  );
  if (!isGiven) columns.steps.push(summed(columns, lanes.summing([])));
  return fields;
};

const summed =
  (columns: BlockColumns, sum: (columns: readonly Uint8Array[], rows: number) => number): Step =>
  (rows) => {
    sum(columns.columns, rows);
  };

/** How many of the criteria are not marked not-applicable. */
export const countApplicable = (columns: BlockColumns, criteria: readonly number[]): Field =>
  columns.given.field(
    criteria.map((at) => {
      const slot = itemAt(columns.criteria, at);
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
