import { isCapital, lowerCase } from '../../common/unicode/letter-case.js';
import { wordsIn } from '../../common/unicode/words.js';
import type { Sector } from '../../model/shared/sector.js';
import type { IssueList } from '../lines/issue-list.js';
import { lineMark } from '../lines/page-lines.js';

export interface DraftItem {
  readonly text: string;
  readonly line: number;
}

export interface DraftList {
  readonly heading: string;
  readonly sectors: readonly Sector[];
  readonly items: readonly DraftItem[];
}

/** How much of two statements has to agree, as twice the words they share in order over all their words. */
const ALIKE = 0.8;
/** Real lists have seven statements of some twenty words; longer ones are not compared, so that time stays bounded. */
const MOST_ITEMS = 30;
const MOST_WORDS = 100;
const MOST_LISTS = 8;
const MOST_PLACES = 12;
/** Steps of comparing: a number for any page, and a number for each of its characters. A real page needs some three thousand. */
const FEWEST_STEPS = 20_000;
const STEPS_PER_CHARACTER = 20;

/**
 * Parts bullets that hold two statements. The evidence is the list for another sector: both parts stand there as bullets of their own,
 * and neither stands in this list besides. Comparison forgives case, spacing, quotes, end signs and a few words.
 */
export function splitMergedBullets(
  lists: readonly DraftList[],
  comparison: Comparison,
  issues: IssueList,
): readonly DraftList[] {
  if (lists.length > MOST_LISTS || lists.some((list) => list.items.length > MOST_ITEMS)) {
    reportTooMany(issues);
    return lists;
  }
  const statements = lists.map((list) => list.items.map((item) => new Statement(item.text)));
  const parted = lists.map((list, at) => {
    const siblings = statements.filter((_, index) => index !== at);
    const own = statements[at] ?? [];
    const items: DraftItem[] = [];
    for (const [position, item] of list.items.entries()) {
      const statement = own[position];
      const parts = statement && partsOf(statement, siblings, own, comparison);
      if (!parts) items.push(item);
      else {
        reportMerged(issues, at, items.length, item.line);
        for (const text of parts) items.push({ text, line: item.line });
      }
    }
    return { ...list, items };
  });
  if (comparison.isSpent) reportTooMany(issues);
  return parted;
}

type Words = readonly string[];

/** A bullet with its words, cut into words once, and with the places where a further statement may begin. */
class Statement {
  readonly words: Words;
  /** What this statement was found to be like. */
  readonly alike = new Map<Statement, boolean>();
  /** Where each word begins, in `text`. */
  private readonly starts: readonly number[];
  private known: readonly number[] | undefined;
  constructor(readonly text: string) {
    const found = wordsIn(text, { others: "'‘’" });
    this.words = found.map((word) => lowerCase(word.text).replace(/[‘’]/g, "'"));
    this.starts = found.map((word) => word.index);
  }

  /** As indices of words: first those after the end of a sentence, then those where the end was forgotten. */
  get places(): readonly number[] {
    if (this.known) return this.known;
    const [ends, others]: [number[], number[]] = [[], []];
    for (let word = 1; word < this.starts.length; word += 1) {
      const start = this.starts[word] ?? 0;
      const quoted = /['‘’]/.test(this.text[start] ?? '');
      if (!isCapital(this.text.codePointAt(quoted ? start + 1 : start) ?? 0)) continue;
      const before = this.text.slice(Math.max(0, start - 3), start).replace(/["“]$/, '');
      if (/[.!?;:,]\s$/.test(before)) ends.push(word);
      else if (/\s$/.test(before)) others.push(word);
    }
    this.known = [...ends, ...others].slice(0, MOST_PLACES);
    return this.known;
  }

  /** The text from one word up to another, with the signs around it. */
  slice(from: number, to: number): string {
    const start = from === 0 ? 0 : this.begin(from);
    return this.text.slice(start, to < this.starts.length ? this.begin(to) : undefined).trim();
  }

  private begin(word: number): number {
    const start = this.starts[word] ?? 0;
    return /["“]/.test(this.text[start - 1] ?? '') ? start - 1 : start;
  }
}

/** The parts of a statement, if some other list has them all; the statement may hold more than two. */
function partsOf(
  statement: Statement,
  siblings: readonly (readonly Statement[])[],
  own: readonly Statement[],
  comparison: Comparison,
): readonly string[] | undefined {
  if (statement.places.length === 0) return undefined;
  for (const sibling of siblings) {
    const free = sibling.filter((one) => !own.some((other) => other !== statement && comparison.areAlike(other, one)));
    if (free.length < 2) continue;
    const parts = cut(statement, 0, free, [], comparison, new Map());
    if (parts && parts.length > 1) return parts;
  }
  return undefined;
}

/**
 * A statement, from the word `from` on, cut into a first part that is one of `free` and a rest that can be cut so again, or else whole as
 * one of them. Each statement of the other list counts once: those in `taken` are parts already.
 */
function cut(
  statement: Statement,
  from: number,
  free: readonly Statement[],
  taken: readonly Statement[],
  comparison: Comparison,
  seen: Map<string, readonly Statement[]>,
): readonly string[] | undefined {
  for (const place of statement.places) {
    if (place <= from || comparison.isSpent) continue;
    const match = alikeTo(statement, from, place, free, comparison, seen).find((one) => !taken.includes(one));
    if (!match) continue;
    const rest = cut(statement, place, free, [...taken, match], comparison, seen);
    if (rest) return [statement.slice(from, place), ...rest];
  }
  const end = statement.words.length;
  const whole = alikeTo(statement, from, end, free, comparison, seen).some((one) => !taken.includes(one));
  return whole ? [statement.slice(from, end)] : undefined;
}

/** The statements of the other list that a stretch of words is like, compared the first time it is asked for. */
function alikeTo(
  statement: Statement,
  from: number,
  to: number,
  free: readonly Statement[],
  comparison: Comparison,
  seen: Map<string, readonly Statement[]>,
): readonly Statement[] {
  const key = `${from} ${to}`;
  const known = seen.get(key);
  comparison.count(1 + (known?.length ?? 0));
  if (known) return known;
  const words = statement.words.slice(from, Math.min(to, from + MOST_WORDS + 1));
  const found = free.filter((one) => comparison.wordsAlike(one.words, words));
  seen.set(key, found);
  return found;
}

/** Compares until it has taken so many steps, then finds nothing alike any more. */
export class Comparison {
  steps = 0;
  constructor(private readonly most: number) {}

  /** For a page of so many characters: what may be spent on comparing grows with it, so that the time does too. */
  static ofPage(length: number): Comparison {
    return new Comparison(FEWEST_STEPS + STEPS_PER_CHARACTER * length);
  }

  get isSpent(): boolean {
    return this.steps >= this.most;
  }

  count(steps: number): void {
    this.steps += steps;
  }

  areAlike(one: Statement, other: Statement): boolean {
    const known = one.alike.get(other);
    if (known !== undefined) return known;
    const alike = this.wordsAlike(one.words, other.words);
    one.alike.set(other, alike);
    other.alike.set(one, alike);
    return alike;
  }

  wordsAlike(one: Words, other: Words): boolean {
    const total = one.length + other.length;
    if (total === 0 || one.length > MOST_WORDS || other.length > MOST_WORDS || this.isSpent) return false;
    if ((2 * Math.min(one.length, other.length)) / total < ALIKE) return false;
    // Words shared in any order are never fewer than those shared in order, and are counted in one pass.
    this.count(total);
    if ((2 * sharedInAnyOrder(one, other)) / total < ALIKE) return false;
    this.count(one.length * other.length);
    return (2 * sharedInOrder(one, other)) / total >= ALIKE;
  }
}

function sharedInAnyOrder(one: Words, other: Words): number {
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    shared += 1;
    counts.set(word, count - 1);
  }
  return shared;
}

/** Length of the longest common subsequence, row by row. */
function sharedInOrder(one: Words, other: Words): number {
  let row = new Uint8Array(other.length + 1);
  let next = new Uint8Array(other.length + 1);
  for (const word of one) {
    for (const [index, candidate] of other.entries()) {
      next[index + 1] = word === candidate ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0);
    }
    [row, next] = [next, row];
  }
  return row[other.length] ?? 0;
}

function reportMerged(issues: IssueList, list: number, position: number, line: number): void {
  issues.add('warning', () => ({
    code: 'merged-bullets',
    severity: 'warning',
    path: ['lists', list, 'indicators', position, lineMark(line)],
    message: 'This bullet holds more than one statement that another list has as bullets of their own; it was split.',
    hint: 'Compare the two lists on the page.',
  }));
}

function reportTooMany(issues: IssueList): void {
  issues.add('info', () => ({
    code: 'not-compared',
    severity: 'info',
    path: ['lists'],
    message: 'The lists are too long to be compared bullet by bullet; some that hold two statements may be left whole.',
  }));
}
