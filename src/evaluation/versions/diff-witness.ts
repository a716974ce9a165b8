import { at } from '../../common/at.js';
import type { Judgements } from '../../model/rubrics/assessment.js';
import type { Rubric } from '../../model/rubrics/rubric.js';
import { RubricSearch } from '../check/check-search.js';
import { UNRATED } from '../columns/codes.js';
import { levelsOf, type Pair } from './diff-pair.js';
import { lowerFor } from '../program/lower-rubric.js';
import { lotsFrom } from '../check/seeded-lots.js';
import type { Reader } from '../check/circuit-rules.js';
import { fillDrawnLines, fillLines, linesInBlock, mostRows } from '../check/write-states.js';
import { assessmentAt, type Cells, newCells } from '../check/state-space.js';

export type Witness = Judgements<Rubric>;

/** A state of the older rubric: a code for each of its questions. */
export type State = readonly number[];

/** What a search found out: a state over which two rubrics differ, or how sure it is that there is none. */
export interface WitnessSearch {
  readonly state?: State | undefined;
  /** Whether the absence of a witness is proved. */
  readonly isProved: boolean;
}

/** Told now and then what share of a search is done. */
type TellShare = (share: number) => void;

const stateAt = (cells: Cells, row: number): State => cells.map((column) => column[row] ?? 0);

/** The first of some states over which the two differ. */
const firstDiffering = (pair: Pair, cells: Cells, rows: number): State | undefined => {
  const row = pair.differingRow(cells, rows);
  return row < 0 ? undefined : stateAt(cells, row);
};

/** How many states at the edges are looked at, by what one look counts. */
const EDGE_LOOKS = 20_000_000;
/** How much is searched to set rules against one another. */
const RULE_LIMIT = 1_500_000;
/** How much is looked at to make a witness smaller. A block of one row counts as a hundred, for what it takes to set it up. */
const SMALLEST_LOOKS = 100_000_000;
const BLOCK_ROWS = 100;

/** States at the edges of what rules ask: all answers alike, then one answer another, then two halves. */
export const edgeWitness = (pair: Pair): State | undefined => {
  const { digits } = pair.space;
  const most = digits.reduce((greatest, { known }) => Math.max(greatest, known), 0);
  const alike = (rank: number) => digits.map(({ known }) => Math.min(known - 1, rank));
  const rows: (readonly number[])[] = Array.from({ length: most }, (_, below) => alike(most - 1 - below));
  const enough = Math.max(most, Math.floor(EDGE_LOOKS / pair.size));
  for (const [v, digit] of digits.entries()) {
    for (const rank of [most - 1, 0, Math.floor(most / 2)]) {
      const positions = alike(rank);
      for (const position of digit.codes.keys())
        rows.push(positions.map((one, other) => (other === v ? position : one)));
      rows.push(positions.map((one, other) => (other <= v ? Math.max(0, one - 1) : one)));
    }
    if (rows.length > enough) break;
  }
  const some = rows.slice(0, enough);
  const cells = newCells(pair.space, some.length);
  some.forEach((positions, row) => {
    digits.forEach(({ codes }, v) => cells[v]?.fill(at(codes, at(positions, v)), row, row + 1));
  });
  return firstDiffering(pair, cells, some.length);
};

/** Looks at every state. */
export const enumeratedWitness = (pair: Pair, tell: TellShare): State | undefined => {
  const { space } = pair;
  const cells = newCells(space, mostRows(space));
  const [digit] = space.digits;
  if (digit === undefined) return undefined;
  const width = digit.codes.length;
  for (let from = 0; from < space.states / width; from += linesInBlock(space, digit)) {
    const lines = Math.min(linesInBlock(space, digit), space.states / width - from);
    fillLines(space, 0, from, lines, cells);
    const found = firstDiffering(pair, cells, lines * width);
    if (found) return found;
    tell(((from + lines) * width) / space.states);
  }
  return undefined;
};

/** Looks at states drawn by lot. */
export const drawnWitness = (pair: Pair, samples: number, seed: number, tell: TellShare): State | undefined => {
  const { space, size } = pair;
  const cells = newCells(space, mostRows(space));
  const lots = lotsFrom(seed);
  // Of a large rubric fewer questions are gone through, with more lines each: setting up a block costs as much as some rows.
  const each = Math.max(samples / space.digits.length, size / 3);
  let left = samples;
  let drawn = 0;
  for (const [direction, digit] of space.digits.entries()) {
    const width = digit.codes.length;
    let lines = Math.floor(Math.min(left, Math.max(each, width)) / width);
    left -= lines * width;
    for (; lines > 0; lines -= linesInBlock(space, digit)) {
      const some = Math.min(lines, linesInBlock(space, digit));
      fillDrawnLines(space, direction, lots, some, cells);
      const found = firstDiffering(pair, cells, some * width);
      if (found) return found;
      drawn += some * width;
      tell(drawn / samples);
    }
  }
  return undefined;
};

/**
 * Sets each outcome's two rules against one another over all complete assessments, not applicable included. What these say
 * settles every other: a verdict is that of the lowest and of the highest way of filling in.
 */
export const ruleWitness = (pair: Pair, tell: TellShare): WitnessSearch => {
  const { older, newer, space } = pair;
  const search = new RubricSearch(space, RULE_LIMIT, (done) => tell(done / RULE_LIMIT));
  const lowered = lowerFor(undefined, newer);
  const positions = new Map(older.criteria.map(({ id }, position) => [id, position]));
  // A question the older rubric does not have has no answer here.
  if (newer.criteria.some(({ id }) => !positions.has(id))) return { isProved: false };
  const newerLevels = levelsOf(newer);
  const levels = [...levelsOf(older)].map(([id, from]) => {
    const to = new Map((newerLevels.get(id) ?? []).map((level, rank) => [level, rank]));
    return from.map((level) => to.get(level) ?? 0);
  });
  const questionOf = (criterion: number): number => positions.get(newer.criteria[criterion]?.id ?? '') ?? -1;
  const reader: Reader = {
    lowered,
    questionOf,
    levelOf: (criterion, code) => levels[questionOf(criterion)]?.[code] ?? 0,
  };
  let isProved = true;
  for (const [outcome, { id }] of older.outcomes.entries()) {
    const [before, after] = [
      space.lowered.outcomes[outcome],
      lowered.outcomes[newer.outcomes.findIndex((other) => other.id === id)],
    ];
    if (before === undefined || after === undefined) return { isProved: false };
    for (const corner of ['lowest', 'highest'] as const) {
      const [was, is] = [search.rule(before, corner), search.node((circuit) => circuit.rule(after, corner, reader))];
      for (const found of [search.parts(was, is), search.parts(is, was)]) {
        if (found.kind === 'unknown') isProved = false;
        if (found.kind === 'found') return { state: codesOf(search, found.choices), isProved: true };
      }
    }
  }
  return { isProved };
};

const codesOf = ({ circuit }: RubricSearch, choices: readonly number[]): State =>
  circuit.codes.map((codes, v) => at(codes, at(choices, v)));

/**
 * The assessment of a state over which the two differ, with all left out that is not needed to show it; none where judging
 * it one by one shows no difference after all. Whole stretches are left out first, then their halves. A rubric may be so large
 * that the tries run out: what is left is then a witness, only not the smallest.
 */
export const smallest = (pair: Pair, state: State, tell: TellShare): Witness | undefined => {
  const { space, size } = pair;
  const cells = newCells(space, 1);
  const assessmentOf = (codes: State): Witness => {
    codes.forEach((code, v) => cells[v]?.fill(code));
    return assessmentAt(space, cells, 0);
  };
  const most = Math.max(10, SMALLEST_LOOKS / (size * BLOCK_ROWS));
  let tries = most;
  const differs = (codes: State): boolean => {
    tries--;
    tell(1 - tries / most);
    codes.forEach((code, v) => cells[v]?.fill(code));
    return pair.differingRow(cells, 1) === 0;
  };
  let least = [...state];
  const open = (v: number): number => (space.digits[v]?.kind === 'evidence' ? 0 : UNRATED);
  const leaveOut = (questions: readonly number[]): void => {
    if (questions.length === 0 || tries <= 0) return;
    const without = [...least];
    for (const v of questions) without[v] = open(v);
    if (differs(without)) {
      least = without;
      return;
    }
    if (questions.length === 1) return;
    const half = Math.floor(questions.length / 2);
    leaveOut(questions.slice(0, half));
    leaveOut(questions.slice(half));
  };
  leaveOut(least.flatMap((code, v) => (code === open(v) ? [] : [v])));
  // Fewer items of evidence, where not none.
  for (const [v, digit] of space.digits.entries()) {
    if (digit.kind !== 'evidence') continue;
    for (const fewer of digit.codes) {
      if (fewer >= at(least, v) || tries <= 0) break;
      const changed = least.map((code, other) => (other === v ? fewer : code));
      if (!differs(changed)) continue;
      least = changed;
      break;
    }
  }
  for (const codes of [least, state]) {
    const assessment = assessmentOf(codes);
    if (pair.tellsApart(assessment)) return assessment;
  }
  return undefined;
};
