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

/**
 * Parts bullets that hold two statements. The evidence is the list for another sector: both parts stand there as bullets of their own,
 * and neither stands in this list besides. Comparison forgives case, spacing, quotes, end signs and a few words.
 */
export function splitMergedBullets(lists: readonly DraftList[], issues: IssueList): readonly DraftList[] {
  if (lists.length > MOST_LISTS || lists.some((list) => list.items.length > MOST_ITEMS)) return lists;
  const words = lists.map((list) => list.items.map((item) => wordsOf(item.text)));
  return lists.map((list, at) => {
    const siblings = words.filter((_, index) => index !== at);
    const items = list.items.flatMap((item, position) => {
      const others = (words[at] ?? []).filter((_, index) => index !== position);
      const parts = partsOf(item.text, siblings, others);
      if (!parts) return [item];
      reportMerged(issues, at, position, item.line);
      return parts.map((text) => ({ text, line: item.line }));
    });
    return { ...list, items };
  });
}

type Words = readonly string[];

/** The parts of a statement, if some other list has them all; the statement may hold more than two. */
function partsOf(
  text: string,
  siblings: readonly (readonly Words[])[],
  others: readonly Words[],
): readonly string[] | undefined {
  for (const sibling of siblings) {
    if (sibling.some((statement) => areAlike(statement, wordsOf(text)))) continue;
    const free = sibling.filter((statement) => !others.some((other) => areAlike(other, statement)));
    const parts = cut(text, free);
    if (parts && parts.length > 1) return parts;
  }
  return undefined;
}

/** `text` as one of `statements`, or cut into a first part that is one of them and a rest that can be cut so again. */
function cut(text: string, statements: readonly Words[]): readonly string[] | undefined {
  if (statements.some((statement) => areAlike(statement, wordsOf(text)))) return [text];
  for (const place of placesToCut(text)) {
    const [head, tail] = [text.slice(0, place).trim(), text.slice(place).trim()];
    const match = statements.findIndex((statement) => areAlike(statement, wordsOf(head)));
    const rest =
      match === -1
        ? undefined
        : cut(
            tail,
            statements.filter((_, index) => index !== match),
          );
    if (rest) return [head, ...rest];
  }
  return undefined;
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

function areAlike(one: Words, other: Words): boolean {
  const total = one.length + other.length;
  if (total === 0 || one.length > MOST_WORDS || other.length > MOST_WORDS) return false;
  if ((2 * Math.min(one.length, other.length)) / total < ALIKE) return false;
  return (2 * sharedInOrder(one, other)) / total >= ALIKE;
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
