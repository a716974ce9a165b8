import { at as itemAt } from '../../common/at.js';
import type { Enough, Look, Program, ProgramNode } from '../program/program.js';
import type { Arithmetic } from './arithmetic.js';
import { AWAY, type GivenColumns } from './given-columns.js';
import { type Piece, piece, plain } from './layers.js';

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

export interface NodeColumns {
  readonly truths: (node: number) => Truths;
  /** A column that holds one of the four numbers. */
  readonly column: (node: number) => Piece;
}

/** A column for every node that needs one; looks are conditions on given columns, and stand where they are asked. */
export const nodeColumns = (
  program: Program,
  given: GivenColumns,
  { sum, product }: Arithmetic,
  scoreEnds: (score: number) => ScoreEnds,
): NodeColumns => {
  const { layers } = given;
  const columns = new Map<number, Piece>();

  const truths = (at: number): Truths => {
    const node = itemAt(program.nodes, at);
    if (node.kind === 'look') return lookTruths(program, given, node);
    const one = column(at);
    return {
      lowest: piece`${one} = ${MET}`,
      highest: piece`${one} IN (${UNDECIDED}, ${MET})`,
      applies: piece`${one} <> ${LEAVES}`,
    };
  };
  const column = (at: number): Piece => {
    const known = columns.get(at) ?? layers.define('v', made(itemAt(program.nodes, at), at));
    columns.set(at, known);
    return known;
  };
  const verdict = (leaves: Piece | undefined, lowest: Piece, highest: Piece): Piece => {
    const first = leaves === undefined ? plain('') : piece`WHEN ${leaves} THEN ${LEAVES} `;
    return piece`CASE ${first}WHEN ${lowest} THEN ${MET} WHEN ${highest} THEN ${UNDECIDED} ELSE ${NOT_YET} END`;
  };
  const made = (node: ProgramNode, at: number): Piece => {
    switch (node.kind) {
      case 'look': {
        const { lowest, highest, applies } = truths(at);
        return verdict(applies && piece`NOT (${applies})`, lowest, highest);
      }
      case 'quorum':
        return quorum(node.parts, node.enough);
      case 'branch': {
        if (node.criteria.length === 0) return plain(String(LEAVES));
        const applying = layers.define(
          'q',
          countOf(node.criteria.map((one) => piece`${itemAt(given.criteria, one).atLowest} >= 0`)),
        );
        const [then, otherwise] = [column(node.then), column(node.otherwise)];
        return piece`CASE WHEN ${applying} = 0 THEN ${LEAVES} WHEN ${applying} < ${node.fewerThan} THEN ${then} ELSE ${otherwise} END`;
      }
      case 'reaches': {
        const { least, greatest, whole, most } = scoreEnds(node.score);
        const { numerator, denominator } = node.threshold;
        const reaches = (end: Piece) => piece`${product(end, denominator, most)} >= ${product(whole, numerator, most)}`;
        return verdict(piece`${whole} = 0`, reaches(least), reaches(greatest));
      }
    }
  };
  const countOf = (conditions: readonly Piece[]): Piece =>
    sum(
      conditions.map((when) => piece`CASE WHEN ${when} THEN 1 ELSE 0 END`),
      BigInt(conditions.length),
    );
  const quorum = (parts: readonly number[], enough: Enough): Piece => {
    const all = parts.map(truths);
    const [first] = all;
    if (first === undefined) return plain(String(LEAVES));
    const always = all.every(({ applies }) => applies === undefined);
    // A quorum of one part says what the part says, if one is enough.
    if (all.length === 1) {
      const leaves = first.applies && piece`NOT (${first.applies})`;
      const isEnough = typeof enough !== 'number' || enough <= 1;
      return isEnough ? verdict(leaves, first.lowest, first.highest) : verdict(leaves, plain('1 = 0'), plain('1 = 0'));
    }
    const counted = (which: (of: Truths) => Piece) => layers.define('q', countOf(all.map((of) => which(of))));
    const applying = always ? plain(String(all.length)) : counted(({ applies }) => applies ?? plain('1 = 1'));
    const [lowest, highest] = [counted((of) => of.lowest), counted((of) => of.highest)];
    const reaches = (count: Piece): Piece => {
      if (enough === 'all') return piece`${count} >= ${applying}`;
      if (typeof enough === 'number') return piece`${count} >= ${enough}`;
      const most = BigInt(all.length) * BigInt(Math.max(enough.numerator, enough.denominator));
      return piece`${product(count, enough.denominator, most)} >= ${product(applying, enough.numerator, most)}`;
    };
    return verdict(always ? undefined : piece`${applying} = 0`, reaches(lowest), reaches(highest));
  };
  return { truths, column };
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
