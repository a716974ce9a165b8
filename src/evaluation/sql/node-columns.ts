import { at as itemAt } from '../../common/at.js';
import type { Branch, Enough, Look, Program, Quorum, Reaches } from '../program/program.js';
import type { Arithmetic } from './arithmetic.js';
import type { GivenColumns } from './given-columns.js';
import { type Piece, piece, plain } from './layers.js';
import { AWAY } from './table-columns.js';

/** A completed score as fractions over one whole, which is zero where there is no score. */
export interface ScoreEnds {
  readonly least: Piece;
  readonly greatest: Piece;
  readonly whole: Piece;
  /** The greatest number that comparing it with the program's thresholds can come to. */
  readonly most: bigint;
}

/** What a node says in a row, as conditions: with everything open at its lowest, at its highest, and whether it applies at all. */
export interface Truths {
  readonly lowest: Piece;
  readonly highest: Piece;
  /** Left out where it always applies. */
  readonly applies: Piece | undefined;
}

/** The numbers of a node’s column. Three is for a node that leaves. */
export const NOT_YET = 0;
export const UNDECIDED = 1;
export const MET = 2;
export const LEAVES = 3;

const CAN_NEVER = plain('1 = 0');

/** A column for every node that needs one; looks are conditions on given columns, and stand where they are asked. */
export class NodeColumns {
  readonly #program: Program;
  readonly #given: GivenColumns;
  readonly #arithmetic: Arithmetic;
  readonly #scoreEnds: (score: number) => ScoreEnds;
  readonly #columns = new Map<number, Piece>();

  constructor(program: Program, given: GivenColumns, arithmetic: Arithmetic, scoreEnds: (score: number) => ScoreEnds) {
    this.#program = program;
    this.#given = given;
    this.#arithmetic = arithmetic;
    this.#scoreEnds = scoreEnds;
  }

  truths(at: number): Truths {
    const node = itemAt(this.#program.nodes, at);
    if (node.kind === 'look') return lookTruths(this.#program, this.#given, node);
    const one = this.column(at);
    return {
      lowest: piece`${one} = ${MET}`,
      highest: piece`${one} IN (${UNDECIDED}, ${MET})`,
      applies: piece`${one} <> ${LEAVES}`,
    };
  }

  /** A column that holds one of the four numbers. */
  column(at: number): Piece {
    const known = this.#columns.get(at);
    if (known !== undefined) return known;
    const made = this.#given.layers.define('v', this.#make(at));
    this.#columns.set(at, made);
    return made;
  }

  #make(at: number): Piece {
    const node = itemAt(this.#program.nodes, at);
    switch (node.kind) {
      case 'look': {
        const { lowest, highest, applies } = this.truths(at);
        return verdict(applies && piece`NOT (${applies})`, lowest, highest);
      }
      case 'quorum':
        return this.#quorum(node);
      case 'branch':
        return this.#branch(node);
      case 'reaches':
        return this.#reaches(node);
    }
  }

  #branch({ criteria, fewerThan, then, otherwise }: Branch): Piece {
    if (criteria.length === 0) return plain(String(LEAVES));
    const applying = this.#counted(criteria.map((one) => piece`${itemAt(this.#given.criteria, one).atLowest} >= 0`));
    const [below, from] = [this.column(then), this.column(otherwise)];
    return piece`CASE WHEN ${applying} = 0 THEN ${LEAVES} WHEN ${applying} < ${fewerThan} THEN ${below} ELSE ${from} END`;
  }

  #reaches({ score, threshold }: Reaches): Piece {
    const { least, greatest, whole, most } = this.#scoreEnds(score);
    const { product } = this.#arithmetic;
    const { numerator, denominator } = threshold;
    const reaches = (end: Piece) => piece`${product(end, denominator, most)} >= ${product(whole, numerator, most)}`;
    return verdict(piece`${whole} = 0`, reaches(least), reaches(greatest));
  }

  #quorum({ parts, enough }: Quorum): Piece {
    const all = parts.map((part) => this.truths(part));
    const [first, ...others] = all;
    if (first === undefined) return plain(String(LEAVES));
    if (others.length === 0) return ofOnePart(first, enough);
    const always = all.every(({ applies }) => applies === undefined);
    const applying = always
      ? plain(String(all.length))
      : this.#counted(all.map(({ applies }) => applies ?? plain('1 = 1')));
    const lowest = this.#counted(all.map((of) => of.lowest));
    const highest = this.#counted(all.map((of) => of.highest));
    const isEnough = (count: Piece): Piece => this.#isEnough(enough, count, applying, all.length);
    return verdict(always ? undefined : piece`${applying} = 0`, isEnough(lowest), isEnough(highest));
  }

  #isEnough(enough: Enough, count: Piece, applying: Piece, parts: number): Piece {
    if (enough === 'all') return piece`${count} >= ${applying}`;
    if (typeof enough === 'number') return piece`${count} >= ${enough}`;
    const { product } = this.#arithmetic;
    const most = BigInt(parts) * BigInt(Math.max(enough.numerator, enough.denominator));
    return piece`${product(count, enough.denominator, most)} >= ${product(applying, enough.numerator, most)}`;
  }

  /** How many of some conditions are true, as a column. */
  #counted(conditions: readonly Piece[]): Piece {
    const ones = conditions.map((when) => piece`CASE WHEN ${when} THEN 1 ELSE 0 END`);
    return this.#given.layers.define('q', this.#arithmetic.sum(ones, BigInt(ones.length)));
  }
}

const verdict = (leaves: Piece | undefined, lowest: Piece, highest: Piece): Piece => {
  const first = leaves === undefined ? plain('') : piece`WHEN ${leaves} THEN ${LEAVES} `;
  return piece`CASE ${first}WHEN ${lowest} THEN ${MET} WHEN ${highest} THEN ${UNDECIDED} ELSE ${NOT_YET} END`;
};

/** A quorum of one part says what the part says, if one is enough. */
const ofOnePart = ({ lowest, highest, applies }: Truths, enough: Enough): Piece => {
  const leaves = applies && piece`NOT (${applies})`;
  const isEnough = typeof enough !== 'number' || enough <= 1;
  return isEnough ? verdict(leaves, lowest, highest) : verdict(leaves, CAN_NEVER, CAN_NEVER);
};

const lookTruths = (program: Program, given: GivenColumns, look: Look): Truths => {
  if (look.input === 'fact') {
    const fact = itemAt(given.facts, look.at);
    return { lowest: piece`COALESCE(${fact}, 0) = 1`, highest: piece`COALESCE(${fact}, 1) = 1`, applies: undefined };
  }
  const { atLowest, atHighest } = itemAt(given.criteria, look.at);
  const canLeave = itemAt(program.criteria, look.at).notApplicable !== 'refused';
  const applies = canLeave ? piece`${atLowest} >= 0` : undefined;
  if (look.input === 'evidence') {
    const isEnough = piece`${itemAt(given.evidence, look.at)} >= ${look.atLeast}`;
    const holds = applies === undefined ? isEnough : piece`(${isEnough} AND ${applies})`;
    return { lowest: holds, highest: holds, applies };
  }
  const { need } = look;
  if (look.away === 'leaves')
    return { lowest: piece`${atLowest} >= ${need}`, highest: piece`${atHighest} >= ${need}`, applies };
  // Held open: as if unrated, so at its lowest it reaches the lowest level alone, and at its highest any.
  return {
    lowest: need === 0 ? plain('1 = 1') : piece`${atLowest} >= ${need}`,
    highest: need === 0 ? plain('1 = 1') : piece`(${atHighest} >= ${need} OR ${atHighest} = ${AWAY})`,
    applies: undefined,
  };
};
