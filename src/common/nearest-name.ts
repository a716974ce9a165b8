import { asciiLowerCase } from './ascii-case.js';

/** Longer names are not compared: nobody mistypes a paragraph. */
const LONGEST_NAME = 100;
/** Nobody slips more often in one name; and the work grows with the slips allowed. */
const MOST_TYPOS = 8;
/** How many names are compared with one mistyped name. */
const MOST_NAMES = 1_000;

/**
 * The known name nearest to a mistyped one, by edit distance; none where nothing is near. The work is bounded: names longer than 100
 * characters and all but the first 1,000 names are left out.
 *
 * For example `nearestName('shared_vison', ['shared-vision', 'growth-mindset'])` is `'shared-vision'`.
 */
export const nearestName = (wanted: string, known: Iterable<string>): string | undefined => {
  if (wanted.length > LONGEST_NAME) return undefined;
  // “Shared vision” and “shared_vision” mean an id all the same.
  const slug = asciiLowerCase(wanted.trim()).replace(/[\s_]+/gu, '-');
  let best: string | undefined;
  let limit = slug.length < 4 ? 1 : Math.min(MOST_TYPOS, Math.max(2, Math.floor(slug.length / 3)));
  let compared = 0;
  for (const name of known) {
    if (compared++ >= MOST_NAMES) break;
    if (name.length > LONGEST_NAME || Math.abs(name.length - slug.length) > limit) continue;
    const small = asciiLowerCase(name);
    const plain = editDistance(slug, name, limit);
    const distance = small === name ? plain : Math.min(plain, editDistance(slug, small, limit));
    if (distance > limit) continue;
    best = name;
    if (distance === 0) break;
    limit = distance - 1;
  }
  return best;
};

/**
 * Levenshtein's distance where it is at most `limit`, else some number above `limit`. Only cells within `limit` of the diagonal can lie on
 * a way that short, so the work is length × limit.
 */
const editDistance = (a: string, b: string, limit: number): number => {
  const far = limit + 1;
  if (limit === 0) return a === b ? 0 : far;
  if (Math.abs(a.length - b.length) > limit) return far;
  let above = Array.from({ length: b.length + 1 }, (_, j) => (j <= limit ? j : far));
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(far);
    if (i <= limit) row[0] = i;
    let least = row[0] ?? far;
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const swap = (above[j - 1] ?? far) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cost = Math.min(swap, (above[j] ?? far) + 1, (row[j - 1] ?? far) + 1, far);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least >= far) return far;
    above = row;
  }
  return above[b.length] ?? far;
};

const MOST_LISTED = 10;

/** So many unknown names are told the nearest right one. Of input with more the rest is told plainly, since comparing takes time. */
export const MOST_HINTS = 100;

/** What may be meant by a wrong name, as a clause: *is it “met”?* of a near one, else *there are “met”, “partly”*. */
export interface NameHelp {
  readonly isNear: boolean;
  readonly clause: string;
}

/** The right name, or where none is near the names there are; nothing where these are too many to read. */
export const nameHelp = (name: string, known: readonly string[]): NameHelp | undefined => {
  const near = nearestName(name, known);
  if (near !== undefined) return { isNear: true, clause: `is it “${near}”?` };
  if (known.length === 0 || known.length > MOST_LISTED) return undefined;
  const names = known
    .map((one) => (one.length > LONGEST_NAME ? `“${one.slice(0, LONGEST_NAME)}…”` : `“${one}”`))
    .join(', ');
  return { isNear: false, clause: known.length === 1 ? `there is ${names}` : `there are ${names}` };
};

/** The same behind a message: *; is it “met”?*, or nothing. */
export const isIt = (name: string, known: readonly string[]): string => {
  const help = nameHelp(name, known);
  return help === undefined ? '' : `; ${help.clause}`;
};

/** Behind a message, the name that was found nearest, or nothing. */
export const isItNear = (near: string | undefined): string => (near === undefined ? '' : `; is it “${near}”?`);

/** *there is no criterion “shared-vison”; is it “shared-vision”?* */
export const unknownName = (what: string, name: string, known: readonly string[]): string =>
  `there is no ${what} “${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name}”${isIt(name, known)}`;
