import { FIRST_LETTER, foldedForm, foldLetter, kindOf, LETTER_KIND, letterTable } from './fold-letter.js';
import { refuseNoList, refuseNoText } from '../common/refuse.js';
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

const writeCodePoint = (units: Uint16Array, length: number, codePoint: number): number => {
  if (codePoint <= 0xffff) {
    units[length] = codePoint;
    return length + 1;
  }
  units[length] = 0xd800 + ((codePoint - 0x10000) >> 10);
  units[length + 1] = 0xdc00 + ((codePoint - 0x10000) & 0x3ff);
  return length + 2;
};

/** One letter of a script without spaces, or two neighbours; the second is 0 where there is none. */
const listPair = (first: number, second: number, table: TermTable, list: TermList): void => {
  const { units } = theWord();
  let length = writeCodePoint(units, 0, first);
  if (second !== 0) length = writeCodePoint(units, length, second);
  listTerm(list, termNumber(table, units, 0, length, hashOf(units, 0, length)));
};

/** The folded forms of signs that are not one unit, once they have been asked for. */
const forms = /* @__PURE__ */ new Map<number, string>();

const formOf = (sign: number): string => {
  let form = forms.get(sign);
  if (form === undefined) {
    form = foldedForm(String.fromCodePoint(sign));
    forms.set(sign, form);
  }
  return form;
};

/**
 * Adds the terms of a text to a list. A straight run of letters is folded, hashed and kept unit by unit; only what is rarer (joining
 * signs, letters that are several, scripts read in pairs) takes the longer way.
 */
export const readTerms = (text: string, table: TermTable, list: TermList): void => {
  // Names of other files are read once, for those who run the files unbundled.
  const { unknown, separator, hyphen, apostrophe, silent, paired, expanded, surrogate } = LETTER_KIND;
  const [firstLetter, longest, hashStart, factor] = [FIRST_LETTER, LONGEST_TERM, HASH_START, HASH_FACTOR];
  const letters = letterTable();
  const word = theWord();
  const { units } = word;
  const size = text.length;
  word.hyphenCount = 0;
  let length = 0;
  let hash = hashStart;
  /** The joining sign after the last letter, or `paired` after a letter of a script read in pairs; else 0. */
  let after = 0;
  /** That letter, and whether it is in a pair already. */
  let single = 0;
  let isInPair = false;
  for (let i = 0; i < size; i++) {
    const unit = text.charCodeAt(i);
    let folded = letters[unit]!;
    if (folded >= firstLetter && after === 0) {
      if (length === longest) continue;
      units[length++] = folded;
      hash = Math.imul(hash ^ folded, factor);
      continue;
    }
    if (folded === separator && after === 0) {
      if (length === 0) continue;
      listWord(word, length, hash, table, list);
      length = 0;
      hash = hashStart;
      continue;
    }
    if (folded === unknown) folded = foldLetter(unit);
    let sign = unit;
    if (folded === surrogate) {
      sign = text.codePointAt(i)!;
      if (sign > 0xffff) {
        i++;
        folded = kindOf(sign);
      } else folded = separator;
    }
    let form = '';
    if (folded === expanded || folded === unknown) {
      form = formOf(sign);
      if (form === '') folded = separator;
    } else if (folded >= firstLetter) form = String.fromCharCode(folded);
    if (folded === silent) continue;
    if (folded === hyphen || folded === apostrophe) {
      if (after === 0 && length > 0 && length < longest) {
        after = folded;
        continue;
      }
      folded = separator;
    }
    if (folded === paired && after === paired) {
      listPair(single, sign, table, list);
      single = sign;
      isInPair = true;
      continue;
    }
    if (after === paired && !isInPair) listPair(single, 0, table, list);
    if (folded === separator || folded === paired) {
      if (length > 0) listWord(word, length, hash, table, list);
      length = 0;
      hash = hashStart;
      after = 0;
      if (folded === separator) continue;
      after = folded;
      single = sign;
      isInPair = false;
      continue;
    }
    const joint = after;
    after = 0;
    // The letters of one sign go in together or not at all.
    if (length + form.length > longest) continue;
    if (joint === hyphen) word.hyphens[word.hyphenCount++] = length;
    for (let j = 0; j < form.length; j++) {
      units[length++] = form.charCodeAt(j);
      hash = Math.imul(hash ^ form.charCodeAt(j), factor);
    }
  }
  if (length > 0) listWord(word, length, hash, table, list);
  if (after === paired && !isInPair) listPair(single, 0, table, list);
};

/** The same with words that a tokenizer of the caller's has found: they are taken as they are, up to the longest term. */
export const listWords = (words: Iterable<string>, table: TermTable, list: TermList): void => {
  const { units } = theWord();
  refuseNoList('tokenize', 'what it gave', words, 'words');
  for (const found of words) {
    refuseNoText('tokenize', 'a word of it', found);
    const length = Math.min(found.length, LONGEST_TERM);
    if (length === 0) continue;
    for (let i = 0; i < length; i++) units[i] = found.charCodeAt(i);
    listTerm(list, termNumber(table, units, 0, length, hashOf(units, 0, length)));
  }
};
