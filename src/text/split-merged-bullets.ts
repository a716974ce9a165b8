import type { Sector } from '../model/sector.js';
import type { IssueList } from './issue-list.js';
import { lineMark } from './page-lines.js';

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
const MOST_PLACES = 8;
/** Word pairs to be looked at in one page; real pages need some two hundred thousand. */
const MOST_PAIRS = 4_000_000;

/**
 * Parts bullets that hold two statements. The evidence is the list for another sector: both parts stand there as bullets of their own,
 * and neither stands in this list besides. Comparison forgives case, spacing, quotes, end signs and a few words.
 */
export function splitMergedBullets(lists: readonly DraftList[], issues: IssueList): readonly DraftList[] {
  if (lists.length > MOST_LISTS || lists.some((list) => list.items.length > MOST_ITEMS)) {
    reportTooMany(issues);
    return lists;
  }
  const areAlike = limitedComparison(issues);
  const words = lists.map((list) => list.items.map((item) => wordsOf(item.text)));
  return lists.map((list, at) => {
    const siblings = words.filter((_, index) => index !== at);
    const items = list.items.flatMap((item, position) => {
      const others = (words[at] ?? []).filter((_, index) => index !== position);
      const parts = partsOf(item.text, siblings, others, areAlike);
      if (!parts) return [item];
      reportMerged(issues, at, position, item.line);
      return parts.map((text) => ({ text, line: item.line }));
    });
    return { ...list, items };
  });
}

type Words = readonly string[];
type Comparison = (one: Words, other: Words) => boolean;

/** The parts of a statement, if some other list has them all; the statement may hold more than two. */
function partsOf(
  text: string,
  siblings: readonly (readonly Words[])[],
  others: readonly Words[],
  areAlike: Comparison,
): readonly string[] | undefined {
  for (const sibling of siblings) {
    const free = sibling.filter((statement) => !others.some((other) => areAlike(other, statement)));
    const parts = cut(text, free, areAlike);
    if (parts && parts.length > 1) return parts;
  }
  return undefined;
}

/** `text` cut into a first part that is one of `statements` and a rest that can be cut so again, or else whole as one of them. */
function cut(text: string, statements: readonly Words[], areAlike: Comparison): readonly string[] | undefined {
  for (const place of placesToCut(text)) {
    const [head, tail] = [text.slice(0, place).trim(), text.slice(place).trim()];
    const match = indexOfAlike(head, statements, areAlike);
    const left = statements.filter((_, index) => index !== match);
    const rest = match === -1 ? undefined : cut(tail, left, areAlike);
    if (rest) return [head, ...rest];
  }
  return indexOfAlike(text, statements, areAlike) === -1 ? undefined : [text];
}

function indexOfAlike(text: string, statements: readonly Words[], areAlike: Comparison): number {
  const words = wordsOf(text);
  return statements.findIndex((statement) => areAlike(statement, words));
}

/** A statement begins with a capital letter, behind the end of a sentence or where that was forgotten. */
function placesToCut(text: string): readonly number[] {
  const places: number[] = [];
  for (const match of text.matchAll(/\s(?=[“"‘']?\p{Lu})/gu)) places.push(match.index);
  const ends = places.filter((place) => /[.!?;:,]/.test(text[place - 1] ?? ''));
  return [...new Set([...ends, ...places])].slice(0, MOST_PLACES);
}

function wordsOf(text: string): Words {
  return (
    text
      .toLowerCase()
      .replace(/[‘’]/g, "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  );
}

/** Compares until the page has used up its share, then finds nothing alike any more and says so. */
function limitedComparison(issues: IssueList): Comparison {
  let left = MOST_PAIRS;
  return (one, other) => {
    const total = one.length + other.length;
    if (total === 0 || one.length > MOST_WORDS || other.length > MOST_WORDS || left <= 0) return false;
    if ((2 * Math.min(one.length, other.length)) / total < ALIKE) return false;
    left -= one.length * other.length;
    if (left <= 0) reportTooMany(issues);
    return (2 * sharedInOrder(one, other)) / total >= ALIKE;
  };
}

/** Length of the longest common subsequence, row by row. */
function sharedInOrder(one: Words, other: Words): number {
  let row: number[] = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const next = [0];
    for (const [index, candidate] of other.entries()) {
      next.push(word === candidate ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

function reportMerged(issues: IssueList, list: number, position: number, line: number): void {
  issues.add('warning', () => ({
    code: 'merged-bullets',
    severity: 'warning',
    path: ['lists', list, 'indicators', position, lineMark(line)],
    message: 'This bullet holds more than one statement that another list has as bullets of their own; it was parted.',
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
