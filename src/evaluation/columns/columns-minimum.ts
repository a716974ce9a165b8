import { NOT_APPLICABLE, NOTHING_APPLICABLE, NOTHING_RATED, SCORED, UNRATED } from './columns-codes.js';
import { BLOCK, tooLarge } from './columns-lanes.js';
import type { Program } from './columns-program.js';
import { numberAt, type ScoreColumns, weightFields } from './columns-fields.js';
import type { Plan } from '../program/plan.js';
import { shares } from '../verdict/score.js';

/**
 * The lowest share of the way up. Shares are ranked beforehand, so that the lowest share of a row is its lowest rank, and
 * each rank is divided once.
 */
export const columnsOfMinimum = (
  plan: Plan,
  program: Program,
  criteria: readonly number[],
  from: 'lowest' | 'zero',
): ScoreColumns => {
  const up = shares(plan, criteria, from);
  if (!Number.isSafeInteger(up.denominator)) throw new RangeError(tooLarge);
  const ranked = [...new Set(criteria.flatMap((at) => up.of[at] ?? []))].sort((a, b) => a - b);
  const rankOf = new Map(ranked.map((share, rank) => [share, rank]));
  // One rank above all stands for having no share.
  const none = ranked.length;
  const decimals = Float64Array.from([...ranked.map((share) => share / up.denominator), Number.NaN]);
  const tables = criteria.map((at) => {
    const ranks = (up.of[at] ?? []).map((share) => rankOf.get(share) ?? none);
    const codes = program.criteria[at]?.codes ?? [];
    return {
      slot: at,
      rated: rankTable(codes, (code) => (code >= NOT_APPLICABLE ? none : (ranks[code] ?? none))),
      lowest: rankTable(codes, (code) => rankOpen(code, ranks, ranks[0] ?? none, none)),
      highest: rankTable(codes, (code) => rankOpen(code, ranks, ranks.at(-1) ?? none, none)),
    };
  });
  const weights = weightFields(plan, program, criteria);
  const [rated, lowest, highest] = [new Int32Array(BLOCK), new Int32Array(BLOCK), new Int32Array(BLOCK)];
  const lowestRanks = (rows: number, kind: 'rated' | 'lowest' | 'highest', into: Int32Array): void => {
    into.fill(none, 0, rows);
    for (const table of tables) {
      const column = program.columns[table.slot];
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
        into.denominator[row] = lowest[row] === none ? 0 : up.denominator;
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
