import { isMark } from '../../common/unicode/letters.js';
import { FIRST_LETTER, foldLetter, formOf, isPaired, kindOf, LETTER_KIND, letterTable } from './fold-letter.js';
import { insertMark, LetterClusters, writeSign } from './letter-clusters.js';
import { refuseNoList, refuseNoText } from '../../common/refuse.js';
import { HASH_FACTOR, HASH_START, hashOf, LONGEST_TERM, type TermTable, termNumber } from './term-table.js';

/** The numbers of the terms of a text, in their order, as far as `count`. */
export interface TermList {
  terms: Int32Array;
  count: number;
}

export const newTermList = (): TermList => ({ terms: new Int32Array(256), count: 0 });

/** The shortest part of a hyphened word that is a term of its own. */
const SHORTEST_PART = 3;

/** The current word. A text is read to its end before another is begun, so one object serves all. */
interface Word {
  readonly units: Uint16Array;
  /** Where a hyphen was. */
  readonly hyphens: Uint8Array;
  hyphenCount: number;
  /** Bits in which letters differ from their folded forms: none for small letters, that of capitals alone where only case was folded. */
  changes: number;
  /** Whether a hyphen, an apostrophe or a silent sign inside the word was left out. */
  isJoined: boolean;
}

/** The bit that tells a capital of ASCII, and of most Greek and Cyrillic letters, from the small letter. */
const CASE = 0x20;
/** Any other change. */
const OTHER = 0x10000;

let currentWord: Word | undefined;
const theWord = (): Word =>
  (currentWord ??= {
    units: new Uint16Array(LONGEST_TERM),
    hyphens: new Uint8Array(LONGEST_TERM),
    hyphenCount: 0,
    changes: 0,
    isJoined: false,
  });

let currentClusters: LetterClusters | undefined;
const theClusters = (): LetterClusters => (currentClusters ??= new LetterClusters());

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
  const first = list.count;
  const isAltered = (word.changes & ~CASE) !== 0;
  listTerm(list, termNumber(table, word.units, 0, length, hash));
  if (table.isGrowing && (isAltered || word.isJoined)) table.altered[list.terms[first]!] = 1;
  if (word.hyphenCount > 0) listParts(word, length, table, list);
  if (table.isGrowing && isAltered) for (let i = first + 1; i < list.count; i++) table.altered[list.terms[i]!] = 1;
  word.changes = 0;
  word.isJoined = false;
};

const listClusters = (clusters: LetterClusters, length: number, table: TermTable, list: TermList): void => {
  if (length > 0) listTerm(list, termNumber(table, clusters.units, 0, length, hashOf(clusters.units, 0, length)));
};

/** The folded forms of signs that are not one unit, once they have been asked for. */
const forms = /* @__PURE__ */ new Map<number, string>();

const knownForm = (sign: number): string => {
  let form = forms.get(sign);
  if (form === undefined) {
    form = formOf(sign);
    forms.set(sign, form);
  }
  return form;
};

const isOneLetter = (form: string): boolean => {
  let letters = 0;
  for (const part of form) if (!isMark(part.codePointAt(0)!)) letters++;
  return letters < 2;
};

/**
 * Adds the terms of a text to a list. A straight run of letters is folded, hashed and kept unit by unit; only what is rarer (joining
 * signs, marks, letters that are several, scripts read in pairs) takes the longer way.
 */
export const readTerms = (text: string, table: TermTable, list: TermList): void => {
  // Names of other files are read once, for those who run the files unbundled.
  const { unknown, separator, hyphen, apostrophe, silent, paired, expanded, surrogate } = LETTER_KIND;
  const [firstLetter, longest, hashStart, factor] = [FIRST_LETTER, LONGEST_TERM, HASH_START, HASH_FACTOR];
  const letters = letterTable();
  const word = theWord();
  const clusters = theClusters();
  const { units } = word;
  const size = text.length;
  word.hyphenCount = 0;
  word.changes = 0;
  word.isJoined = false;
  let length = 0;
  let hash = hashStart;
  /** The joining sign after the last letter, or `paired` after a letter of a script read in pairs; else 0. */
  let after = 0;
  let changes = 0;
  const endWord = (): void => {
    if (after === paired) listClusters(clusters, clusters.end(), table, list);
    word.changes |= changes;
    changes = 0;
    if (length > 0) listWord(word, length, hash, table, list);
    length = 0;
    hash = hashStart;
    after = 0;
  };
  /** Takes one letter or mark that is folded. */
  const take = (part: number): void => {
    if (isMark(part)) {
      if (after === paired) clusters.addMark(part);
      // A mark with no letter before it says nothing.
      if (after !== 0 || length === 0) return;
      changes |= OTHER;
      length = insertMark(units, 0, length, longest, part);
      hash = hashOf(units, 0, length);
      return;
    }
    if (isPaired(part)) {
      if (after !== paired) endWord();
      after = paired;
      if (clusters.isJoined(part)) return;
      listClusters(clusters, clusters.pairLength, table, list);
      clusters.begin(part);
      return;
    }
    const joint = after;
    if (joint === paired) endWord();
    after = 0;
    if (length + (part > 0xffff ? 2 : 1) > longest) return;
    if (joint !== 0 && joint !== paired) word.isJoined = true;
    if (joint === hyphen) word.hyphens[word.hyphenCount++] = length;
    for (const end = writeSign(units, length, part); length < end; length++) {
      hash = Math.imul(hash ^ units[length]!, factor);
    }
  };
  for (let i = 0; i < size; i++) {
    const unit = text.charCodeAt(i);
    let folded = letters[unit]!;
    if (folded >= firstLetter && after === 0) {
      if (length === longest) continue;
      units[length++] = folded;
      hash = Math.imul(hash ^ folded, factor);
      changes |= folded ^ unit;
      continue;
    }
    if (folded === separator && after === 0) {
      if (length === 0) continue;
      word.changes |= changes;
      changes = 0;
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
    if (folded === silent) {
      if (length > 0) changes |= OTHER;
      continue;
    }
    if (folded === hyphen || folded === apostrophe) {
      if (after === 0 && length > 0 && length < longest) {
        after = folded;
        continue;
      }
      folded = separator;
    }
    if (folded === separator) endWord();
    else if (folded >= firstLetter) {
      take(folded);
      changes |= folded ^ unit;
    } else if (folded !== expanded && folded !== unknown) take(sign);
    else {
      changes |= OTHER;
      const form = knownForm(sign);
      // The letters of one sign go in together or not at all.
      if (after !== paired && length + form.length > longest && !isOneLetter(form)) after = 0;
      else for (const part of form) take(part.codePointAt(0)!);
    }
  }
  endWord();
};

/** The same with words that a tokenizer of the caller's has found: they are taken as they are, up to the longest term. */
export const listWords = (words: Iterable<string>, table: TermTable, list: TermList, caller: string): void => {
  const { units } = theWord();
  refuseNoList(caller, 'what tokenize gave', words, 'words');
  for (const found of words) {
    refuseNoText(caller, 'a word that tokenize gave', found);
    const length = Math.min(found.length, LONGEST_TERM);
    if (length === 0) continue;
    for (let i = 0; i < length; i++) units[i] = found.charCodeAt(i);
    listTerm(list, termNumber(table, units, 0, length, hashOf(units, 0, length)));
  }
};
