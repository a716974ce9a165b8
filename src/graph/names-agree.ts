import { articleSlug } from './article-slug.js';
import type { ArticleTable } from './article-table.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';

const SLASH = 47;
const QUERY = 63;
const FRAGMENT = 35;
const QUESTIONS = '/questions/';
/** Longer urls and titles are left to the slower look at their strings. */
const LONGEST = 1024;
const WIDE = 4;
/** The bytes of so many words can be counted in 31 bits. */
const MOST_WORDS = 2 ** 29 - 1;
/** How the table says that a file has no name, or the one that goes with the url. */
const NO_FILE = -1;
const FILE_OF_URL = -2;

/** Puts the code units of a text of the table into an array: how many they are, or −1 where it is long or not of one byte each. */
const unitsOf = ({ words, textStarts, textEnds }: ArticleTable, text: number, into: Uint8Array): number => {
  const start = textStarts[text]!;
  const wordCount = textStarts[text + 1]! - start;
  const end = textEnds[text]!;
  if (end >= WIDE || 4 * wordCount > LONGEST) return -1;
  for (let i = 0; i < wordCount; i++) {
    const word = words[start + i]!;
    into[4 * i] = word;
    into[4 * i + 1] = word >>> 8;
    into[4 * i + 2] = word >>> 16;
    into[4 * i + 3] = word >>> 24;
  }
  return 4 * wordCount - end;
};

/** Whether the units from `start` to `end` are this text. */
const isAt = (units: Uint8Array, start: number, end: number, text: string): boolean => {
  if (end - start !== text.length) return false;
  for (let i = 0; i < text.length; i++) if (units[start + i] !== text.charCodeAt(i)) return false;
  return true;
};

/** What becomes of a unit in a slug: the unit, 0 where it is left out, or 255 where the rule for one unit alone does not tell. */
const slugUnits = Uint8Array.from({ length: 256 }, (_, unit) =>
  unit > 127 ? 255 : articleSlug(String.fromCharCode(unit)).charCodeAt(0) || 0,
);

const isSlugAt = (title: Uint8Array, length: number, url: Uint8Array, start: number, end: number): boolean => {
  let at = start;
  for (let i = 0; i < length; i++) {
    const unit = slugUnits[title[i]!]!;
    if (unit === 0) continue;
    if (at >= end || url[at] !== unit) return false;
    at++;
  }
  return at === end;
};

/**
 * Whether a url of bytes is `…/folder/questions/` and the slug of a title of bytes: both are read from their ends, and the url no
 * further than it has to be. This is what almost every article of a sound site comes to.
 */
const isQuestionOf = (table: ArticleTable, page: number, folder: string): boolean => {
  const { words, textStarts, textEnds } = table;
  const titleText = table.titles[page]!;
  if (textEnds[page]! >= WIDE || textEnds[titleText]! >= WIDE || words.length > MOST_WORDS) return false;
  const urlStart = 4 * textStarts[page]!;
  const titleStart = 4 * textStarts[titleText]!;
  const last = 4 * textStarts[page + 1]! - textEnds[page]! - 1;
  let at = last;
  for (let i = 4 * textStarts[titleText + 1]! - textEnds[titleText]! - 1; i >= titleStart; i--) {
    const unit = slugUnits[(words[i >>> 2]! >>> (8 * (i & 3))) & 0xff]!;
    if (unit === 0) continue;
    if (at < urlStart || unit !== ((words[at >>> 2]! >>> (8 * (at & 3))) & 0xff)) return false;
    at--;
  }
  if (at === last) return false;
  for (let i = QUESTIONS.length - 1; i >= 0; i--, at--) {
    if (at < urlStart || QUESTIONS.charCodeAt(i) !== ((words[at >>> 2]! >>> (8 * (at & 3))) & 0xff)) return false;
  }
  for (let i = folder.length - 1; i >= 0; i--, at--) {
    if (at < urlStart || folder.charCodeAt(i) !== ((words[at >>> 2]! >>> (8 * (at & 3))) & 0xff)) return false;
  }
  return at < urlStart || SLASH === ((words[at >>> 2]! >>> (8 * (at & 3))) & 0xff);
};

/**
 * Prepares the question whether url, file name, folder, subject and title of an article plainly agree. It is answered from the words
 * of the table, without making a string; `false` means no more than that the strings have to be looked at.
 */
export const namesAgree = (graph: FrozenArticleGraph, table: ArticleTable): ((page: number) => boolean) => {
  const folders = graph.subjectNames.map(articleSlug);
  const url = new Uint8Array(LONGEST);
  const title = new Uint8Array(LONGEST);
  return (page) => {
    const file = table.files[page]!;
    if (file !== FILE_OF_URL && file !== NO_FILE) return false;
    if (isQuestionOf(table, page, folders[graph.subjectNumbers[page]!]!)) return true;
    const end = unitsOf(table, page, url);
    if (end < 0) return false;
    let slash = -1;
    let folderSlash = -1;
    let beforeFolder = -1;
    for (let i = 0; i < end; i++) {
      const unit = url[i]!;
      if (unit === QUERY || unit === FRAGMENT) return false;
      if (unit !== SLASH) continue;
      beforeFolder = folderSlash;
      folderSlash = slash;
      slash = i;
    }
    // A url that ends in a slash has its last part before it.
    if (slash === end - 1) return false;
    if (folderSlash < 0 || !isAt(url, folderSlash, slash + 1, QUESTIONS)) return true;
    const length = unitsOf(table, table.titles[page]!, title);
    return (
      length >= 0 &&
      isAt(url, beforeFolder + 1, folderSlash, folders[graph.subjectNumbers[page]!]!) &&
      isSlugAt(title, length, url, slash + 1, end)
    );
  };
};
