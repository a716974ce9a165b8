import { NOT_APPLICABLE, NOTHING_APPLICABLE, NOTHING_RATED, SCORED, UNRATED } from './codes.js';
import { BLOCK, tooLarge } from './packed-sums.js';
import type { BlockColumns } from './block-columns.js';
import { type CriterionTerm, numberAt, type ScoreColumns, weightFields } from './fields.js';
import type { Program, Sums } from '../program/program.js';

/**
 * The lowest gain of all terms. Gains are ranked beforehand, so that the lowest of a row is its lowest rank, and each rank is
 * divided once.
 */
export const lowestGain = (
  program: Program,
  columns: BlockColumns,
  score: Sums,
  terms: readonly CriterionTerm[],
): ScoreColumns => {
  if (!Number.isSafeInteger(score.denominator)) throw new RangeError(tooLarge);
  const ranked = [...new Set(terms.flatMap(({ gains }) => gains))].sort((a, b) => a - b);
  const rankOf = new Map(ranked.map((gain, rank) => [gain, rank]));
  // One rank above all stands for having no gain.
  const none = ranked.length;
  const decimals = Float64Array.from([...ranked.map((gain) => gain / score.denominator), Number.NaN]);
  const tables = terms.map(({ at, gains }) => {
    const ranks = gains.map((gain) => rankOf.get(gain) ?? none);
    const codes = columns.criteria[at]?.codes ?? [];
    return {
      slot: at,
      rated: rankTable(codes, (code) => (code >= NOT_APPLICABLE ? none : (ranks[code] ?? none))),
      lowest: rankTable(codes, (code) => rankOpen(code, ranks, ranks[0] ?? none, none)),
      highest: rankTable(codes, (code) => rankOpen(code, ranks, ranks.at(-1) ?? none, none)),
    };
  });
  const weights = weightFields(program, columns, score.covers);
  const [rated, lowest, highest] = [new Int32Array(BLOCK), new Int32Array(BLOCK), new Int32Array(BLOCK)];
  const lowestRanks = (rows: number, kind: 'rated' | 'lowest' | 'highest', into: Int32Array): void => {
    into.fill(none, 0, rows);
    for (const table of tables) {
      const column = columns.columns[table.slot];
      if (column) keepLowest(table[kind], column, into, rows);
    }
  };
  return {
    fill: (into, rows) => {
      lowestRanks(rows, 'rated', rated);
      lowestRanks(rows, 'lowest', lowest);
      lowestRanks(rows, 'highest', highest);
      for (let row = 0; row < rows; row++) {
        into.value[row] = decimals[rated[row]!]!;
        into.least[row] = decimals[lowest[row]!]!;
        into.greatest[row] = decimals[highest[row]!]!;
        const weight = numberAt(weights.rated, row);
        into.coverage[row] = weight / (weight + numberAt(weights.unrated, row));
        if (lowest[row] === none) into.state[row] = NOTHING_APPLICABLE;
        else into.state[row] = rated[row] === none ? NOTHING_RATED : SCORED;
      }
    },
    complete: (into, rows) => {
      lowestRanks(rows, 'lowest', lowest);
      lowestRanks(rows, 'highest', highest);
      for (let row = 0; row < rows; row++) {
        into.least[row] = ranked[lowest[row]!] ?? 0;
        into.greatest[row] = ranked[highest[row]!] ?? 0;
        into.denominator[row] = lowest[row] === none ? 0 : score.denominator;
      }
    },
  };
};

const rankOpen = (code: number, ranks: readonly number[], open: number, none: number): number => {
  if (code === NOT_APPLICABLE) return none;
  return code === UNRATED ? open : (ranks[code] ?? none);
};

const rankTable = (codes: readonly number[], rank: (code: number) => number): Int32Array => {
  const table = new Int32Array(256);
  for (const code of codes) table[code] = rank(code);
  return table;
};

const keepLowest = (table: Int32Array, column: Uint8Array, into: Int32Array, rows: number): void => {
  for (let row = 0; row < rows; row++) into[row] = Math.min(into[row]!, table[column[row]!]!);
};
