import { FIRST_LETTER, foldedForm, foldLetter, kindOf, LETTER_KIND, letterTable } from './fold-letter.js';
import { HASH_FACTOR, HASH_START, hashOf, LONGEST_TERM, type TermTable, termNumber } from './term-table.js';

/** The numbers of the terms of a text, in their order, as far as `count`. */
export interface TermList {
  terms: Int32Array;
  count: number;
}

export const newTermList = (): TermList => ({ terms: new Int32Array(256), count: 0 });

/** The shortest part of a hyphened word that is a term of its own. */
const SHORTEST_PART = 3;

/** The word at hand. A text is read to its end before another is begun, so one does for all. */
interface Word {
  readonly units: Uint16Array;
  /** Where a hyphen was. */
  readonly hyphens: Uint8Array;
  hyphenCount: number;
}

let wordAtHand: Word | undefined;
const theWord = (): Word =>
  (wordAtHand ??= {
    units: new Uint16Array(LONGEST_TERM),
    hyphens: new Uint8Array(LONGEST_TERM),
    hyphenCount: 0,
  });

const listTerm = (list: TermList, term: number): void => {
  if (term < 0) return;
  if (list.count === list.terms.length) {
    const longer = new Int32Array(2 * list.count);
    longer.set(list.terms);
    list.terms = longer;
  }
  list.terms[list.count++] = term;
};

const hasLongParts = ({ hyphens, hyphenCount }: Word, length: number): boolean => {
  let start = 0;
  for (let i = 0; i < hyphenCount; i++) {
    if (hyphens[i]! - start < SHORTEST_PART) return false;
    start = hyphens[i]!;
  }
  return length - start >= SHORTEST_PART;
};

const listParts = (word: Word, length: number, table: TermTable, list: TermList): void => {
  if (hasLongParts(word, length)) {
    let start = 0;
    for (let i = 0; i <= word.hyphenCount; i++) {
      const end = i < word.hyphenCount ? word.hyphens[i]! : length;
      listTerm(list, termNumber(table, word.units, start, end, hashOf(word.units, start, end)));
      start = end;
    }
  }
  word.hyphenCount = 0;
};

const listWord = (word: Word, length: number, hash: number, table: TermTable, list: TermList): void => {
  listTerm(list, termNumber(table, word.units, 0, length, hash));
  if (word.hyphenCount > 0) listParts(word, length, table, list);
};

/** One letter of a script without spaces, or two neighbours. */
const listPair = (pair: string, table: TermTable, list: TermList): void => {
  const { units } = theWord();
  for (let i = 0; i < pair.length; i++) units[i] = pair.charCodeAt(i);
  listTerm(list, termNumber(table, units, 0, pair.length, hashOf(units, 0, pair.length)));
};

/**
 * Adds the terms of a text to a list. A straight run of letters is folded, hashed and kept unit by unit; only what is rarer (joining
 * signs, letters that are several, scripts read in pairs) takes the longer way.
 */
export const readTerms = (text: string, table: TermTable, list: TermList): void => {
  const letters = letterTable();
  const word = theWord();
  const { units } = word;
  word.hyphenCount = 0;
  let length = 0;
  let hash = HASH_START;
  /** The joining sign after the last letter, if there was one. */
  let joint = 0;
  /** The last letter of a script read in pairs, and whether it is in a pair already. */
  let single = '';
  let isInPair = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let folded = letters[unit]!;
    if (folded === LETTER_KIND.unknown) folded = foldLetter(unit);
    if (folded >= FIRST_LETTER && joint === 0 && single === '') {
      if (length === LONGEST_TERM) continue;
      units[length++] = folded;
      hash = Math.imul(hash ^ folded, HASH_FACTOR);
      continue;
    }
    if (folded === LETTER_KIND.separator && single === '') {
      if (length > 0) listWord(word, length, hash, table, list);
      length = 0;
      hash = HASH_START;
      joint = 0;
      continue;
    }
    if (folded === LETTER_KIND.silent) continue;
    if (folded === LETTER_KIND.hyphen || folded === LETTER_KIND.apostrophe) {
      if (single === '' && joint === 0 && length > 0 && length < LONGEST_TERM) {
        joint = folded;
        continue;
      }
      folded = LETTER_KIND.separator;
    }
    let sign = '';
    if (folded === LETTER_KIND.surrogate) {
      const codePoint = text.codePointAt(i)!;
      if (codePoint > 0xffff) {
        i++;
        folded = kindOf(codePoint);
        if (folded === LETTER_KIND.silent) continue;
        sign = String.fromCodePoint(codePoint);
      } else folded = LETTER_KIND.separator;
    } else sign = text[i]!;
    if (folded === LETTER_KIND.paired) {
      if (length > 0) listWord(word, length, hash, table, list);
      length = 0;
      hash = HASH_START;
      joint = 0;
      isInPair = single !== '';
      if (isInPair) listPair(single + sign, table, list);
      single = sign;
      continue;
    }
    if (single !== '') {
      if (!isInPair) listPair(single, table, list);
      single = '';
      isInPair = false;
    }
    if (folded === LETTER_KIND.separator) {
      if (length > 0) listWord(word, length, hash, table, list);
      length = 0;
      hash = HASH_START;
      joint = 0;
      continue;
    }
    if (joint === LETTER_KIND.hyphen) word.hyphens[word.hyphenCount++] = length;
    joint = 0;
    const form = folded >= FIRST_LETTER ? String.fromCharCode(folded) : foldedForm(sign);
    if (length + form.length > LONGEST_TERM) continue;
    for (let j = 0; j < form.length; j++) {
      units[length++] = form.charCodeAt(j);
      hash = Math.imul(hash ^ form.charCodeAt(j), HASH_FACTOR);
    }
  }
  if (length > 0) listWord(word, length, hash, table, list);
  if (single !== '' && !isInPair) listPair(single, table, list);
};

/** The same with words that a tokenizer of the caller's has found: they are taken as they are, up to the longest term. */
export const listWords = (words: Iterable<string>, table: TermTable, list: TermList): void => {
  const { units } = theWord();
  for (const found of words) {
    const length = Math.min(found.length, LONGEST_TERM);
    if (length === 0) continue;
    for (let i = 0; i < length; i++) units[i] = found.charCodeAt(i);
    listTerm(list, termNumber(table, units, 0, length, hashOf(units, 0, length)));
  }
};
