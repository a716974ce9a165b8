import type { TermTable } from '../words/term-table.js';

/** Words are near from this share of letters on that are the same. */
const WORD_LIKENESS = 0.75;
const LONGEST = 40;
const MOST_EDITS = LONGEST * (1 - WORD_LIKENESS);

const above = /* @__PURE__ */ new Int32Array(LONGEST + 1);
const row = /* @__PURE__ */ new Int32Array(LONGEST + 1);

/**
 * 1 minus the edit distance of two words (Levenshtein’s: letters put in, left out or changed) in parts of the longer one; 0 where that
 * is below three quarters, or a word has more than forty units.
 *
 * Only the diagonals are reckoned along which the distance can stay so small (Ukkonen, “Algorithms for approximate string matching”,
 * 1985, doi:10.1016/S0019-9958(85)80046-2), and no row after one that is above it throughout.
 */
export const likenessOfWords = ({ starts, units }: TermTable, one: number, other: number): number => {
  const [start, otherStart] = [starts[one]!, starts[other]!];
  const [length, otherLength] = [starts[one + 1]! - start, starts[other + 1]! - otherStart];
  const longer = Math.max(length, otherLength);
  const most = Math.floor(longer * (1 - WORD_LIKENESS));
  if (longer > LONGEST || Math.abs(length - otherLength) > most) return 0;
  const tooMany = MOST_EDITS + 1;
  for (let j = 0; j <= otherLength; j++) above[j] = j <= most ? j : tooMany;
  for (let i = 1; i <= length; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(otherLength, i + most);
    const unit = units[start + i - 1]!;
    row[from - 1] = from === 1 && i <= most ? i : tooMany;
    let least = row[from - 1]!;
    for (let j = from; j <= to; j++) {
      const swap = above[j - 1]! + (unit === units[otherStart + j - 1] ? 0 : 1);
      const distance = Math.min(swap, above[j]! + 1, row[j - 1]! + 1);
      row[j] = distance;
      if (distance < least) least = distance;
    }
    if (least > most) return 0;
    for (let j = from - 1; j <= to; j++) above[j] = row[j]!;
    if (to < otherLength) above[to + 1] = tooMany;
  }
  const distance = above[otherLength]!;
  return distance > most ? 0 : 1 - distance / longer;
};
