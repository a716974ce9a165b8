import { allocateTable, type ArticleData, type ArticleTable, endOf, sealTable } from './article-table.js';
import { hashOfUrl, mostWordsOf, packText, wordCountOf } from '../packed/packed-text.js';

/** A graph whose texts are strings: what `freezeStore` makes, until its table is asked for. */
export interface UnpackedArticles {
  readonly data: ArticleData;
  /** The texts that the data number. */
  readonly texts: readonly string[];
  /** The url of each node. */
  readonly urls: readonly string[];
  /** The node of a url, or −1. */
  readonly nodeOf: (url: string) => number;
}

const MOST_WORDS = 2 ** 31 - 1;

/** The texts one after the other in 32-bit words, and the form of each. */
const packTexts = (texts: readonly string[]) => {
  let room = 0;
  for (const text of texts) room += mostWordsOf(text.length);
  if (room > MOST_WORDS) throw new RangeError('an article graph holds at most 8 GB of text');
  const words = new Int32Array(room);
  const forms = new Int32Array(texts.length);
  let wordCount = 0;
  for (let i = 0; i < texts.length; i++) {
    const form = packText(texts[i]!, words, wordCount);
    forms[i] = form;
    wordCount += wordCountOf(form);
  }
  return { words, forms, wordCount };
};

/** The columns that are the same numbers packed or not. */
const COLUMNS = [
  'ids',
  'staleIds',
  'refusedIds',
  'titles',
  'subjectNumbers',
  'subjects',
  'folders',
  'folderNumbers',
  'segments',
  'files',
  'idOrder',
  'writtenStarts',
  'writtenTargets',
  'writtenSlots',
  'stale',
  'staleUrls',
  'staleTitles',
  'staleSubjects',
  'refusedNodes',
  'refusedTitles',
  'refusedSubjects',
  'writtenFlags',
  'noIndex',
] as const satisfies readonly (keyof ArticleData)[];

/** Packs the texts and writes the table: one buffer, with a checksum. */
export const packTable = ({ data, texts, urls }: UnpackedArticles): ArticleTable => {
  const { words, forms, wordCount } = packTexts(texts);
  const table = allocateTable({
    nodes: data.ids.length,
    written: data.writtenTargets.length,
    texts: texts.length,
    words: wordCount,
    subjects: data.subjects.length,
    folders: data.folders.length,
    stale: data.stale.length,
    refused: data.refusedNodes.length,
  });
  for (const column of COLUMNS) table[column].set(data[column]);
  table.words.set(words.subarray(0, wordCount));
  for (let i = 0; i < forms.length; i++) {
    table.textStarts[i + 1] = table.textStarts[i]! + wordCountOf(forms[i]!);
    table.textEnds[i] = endOf(forms[i]!);
  }
  const { urlIndex } = table;
  const mask = urlIndex.length - 1;
  urlIndex.fill(-1);
  for (let v = 0; v < urls.length; v++) {
    let slot = hashOfUrl(urls[v]!) & mask;
    while (urlIndex[slot]! >= 0) slot = (slot + 1) & mask;
    urlIndex[slot] = v;
  }
  sealTable(table);
  return table;
};
