import { bytesOfColumns, columnsOver, type Layout } from '../packed/columns.js';
import { freeSlot } from '../packed/free-slot.js';
import { hashOfText, mostWordsOf, packText, unpackText, wordCountOf } from '../packed/packed-text.js';
import { isSealed, sealBuffer } from '../packed/seal-buffer.js';

/** How much a table holds: of nodes, written links, texts and so on. */
export interface TableSizes {
  readonly nodes: number;
  readonly written: number;
  readonly texts: number;
  /** 32-bit words of all texts together. */
  readonly words: number;
  readonly subjects: number;
  readonly folders: number;
  /** Written links whose words are kept because they differ from those of their target, or because they have none. */
  readonly stale: number;
  readonly refused: number;
}

/** What an article graph says of its nodes and written links besides the rows: parallel arrays, and texts by their numbers. */
export interface ArticleData {
  readonly ids: Float64Array;
  readonly staleIds: Float64Array;
  readonly refusedIds: Float64Array;
  readonly titles: Int32Array;
  readonly subjectNumbers: Int32Array;
  /** The texts of the subjects, numbered as they first occur in the order of the nodes. */
  readonly subjects: Int32Array;
  /** The texts of the folders, numbered as they first occur: a url up to its last slash, and that too. */
  readonly folders: Int32Array;
  readonly folderNumbers: Int32Array;
  /** The text of what follows in the url; −1 where it is the slug of the title. */
  readonly segments: Int32Array;
  /** The text of a file name; −1 for none, −2 for the one that goes with the url. */
  readonly files: Int32Array;
  /** Nodes in the order of their ids, those of one id ascending. */
  readonly idOrder: Int32Array;
  readonly writtenStarts: Int32Array;
  readonly writtenTargets: Int32Array;
  readonly writtenSlots: Int32Array;
  /** The written links of which words are kept, ascending, and beside them the texts: −1 for one that is the target’s. */
  readonly stale: Int32Array;
  readonly staleUrls: Int32Array;
  readonly staleTitles: Int32Array;
  readonly staleSubjects: Int32Array;
  readonly refusedNodes: Int32Array;
  readonly refusedTitles: Int32Array;
  readonly refusedSubjects: Int32Array;
  readonly writtenFlags: Uint8Array;
  readonly noIndex: Uint8Array;
  /** How many texts there are. No text is kept twice, so equal texts have one number. */
  readonly textCount: number;
  readonly textAt: (text: number) => string;
}

/** The same over one buffer, texts packed: what is handed to a worker and written as bytes. */
export interface ArticleTable extends ArticleData {
  readonly buffer: ArrayBuffer;
  readonly sizes: TableSizes;
  /** Text `i` begins at this word. */
  readonly textStarts: Int32Array;
  /** The node whose url has the hash, by open addressing; −1 where none. A node whose places were taken is not in it. */
  readonly urlIndex: Int32Array;
  readonly words: Int32Array;
  /** How a text ends: how many bytes of its last word are filling, and 4 more where two bytes make a code unit. */
  readonly textEnds: Uint8Array;
}

/** “STAT”, as an Int32 in the byte order of the machine. */
const MAGIC = 0x53544154;
const VERSION = 3;
const HEADER = 12;
/** Where the checksum stands in the head. */
const SEAL = 10;
const MOST_BYTES = 2 ** 53;
/** As many as a graph of links has. */
const MOST_NODES = 2 ** 30;

const urlSlotsFor = (nodes: number): number => {
  let slots = 2;
  while (slots < 2 * nodes) slots *= 2;
  return slots;
};

/** Room to find so many nodes by their urls. */
export const emptyUrlIndex = (nodes: number): Int32Array => new Int32Array(urlSlotsFor(nodes)).fill(-1);

/** Puts a node where it is found by its url; nowhere, where that is crowded. */
export const placeUrl = (urlIndex: Int32Array, url: string, node: number): void => {
  const slot = freeSlot(urlIndex, hashOfText(url), -1);
  if (slot >= 0) urlIndex[slot] = node;
};

/** The form of a text from how many words it has and how it ends: five narrow units take two words, 3 bytes of the last are filling, so `formOf(2, 3)` is 10. */
const formOf = (wordCount: number, end: number): number =>
  end < 4 ? 2 * (4 * wordCount - end) : 4 * wordCount - (end - 4) + 1;

/** How a text of that form ends: `endOf(10)` is 3. */
export const endOf = (form: number): number =>
  (form & 1) === 1 ? 4 + 2 * ((form >>> 1) & 1) : (4 - ((form >>> 1) & 3)) & 3;

/** The form of a text of a table. */
export const formAt = ({ textStarts, textEnds }: Pick<ArticleTable, 'textStarts' | 'textEnds'>, text: number): number =>
  formOf(textStarts[text + 1]! - textStarts[text]!, textEnds[text]!);

const nodes = (sizes: TableSizes): number => sizes.nodes;
const written = (sizes: TableSizes): number => sizes.written;
const stale = (sizes: TableSizes): number => sizes.stale;
const refused = (sizes: TableSizes): number => sizes.refused;

/** The columns in their order: all that is said of one is said here. */
const LAYOUT = {
  ids: [Float64Array, nodes],
  staleIds: [Float64Array, stale],
  refusedIds: [Float64Array, refused],
  textStarts: [Int32Array, ({ texts }) => texts + 1],
  titles: [Int32Array, nodes],
  subjectNumbers: [Int32Array, nodes],
  subjects: [Int32Array, ({ subjects }) => subjects],
  folders: [Int32Array, ({ folders }) => folders],
  folderNumbers: [Int32Array, nodes],
  segments: [Int32Array, nodes],
  files: [Int32Array, nodes],
  urlIndex: [Int32Array, (sizes) => urlSlotsFor(sizes.nodes)],
  idOrder: [Int32Array, nodes],
  writtenStarts: [Int32Array, (sizes) => sizes.nodes + 1],
  writtenTargets: [Int32Array, written],
  writtenSlots: [Int32Array, written],
  stale: [Int32Array, stale],
  staleUrls: [Int32Array, stale],
  staleTitles: [Int32Array, stale],
  staleSubjects: [Int32Array, stale],
  refusedNodes: [Int32Array, refused],
  refusedTitles: [Int32Array, refused],
  refusedSubjects: [Int32Array, refused],
  words: [Int32Array, ({ words }) => words],
  writtenFlags: [Uint8Array, written],
  noIndex: [Uint8Array, nodes],
  textEnds: [Uint8Array, ({ texts }) => texts],
} as const satisfies Layout<TableSizes>;

/** The columns that only a table has; the others hold the same numbers packed or not. */
type PackedColumn = 'textStarts' | 'urlIndex' | 'words' | 'textEnds';
const isPackedColumn = (name: string): name is PackedColumn =>
  ['textStarts', 'urlIndex', 'words', 'textEnds'].includes(name);

const bytesFor = (sizes: TableSizes): number => 8 * Math.ceil((4 * HEADER + bytesOfColumns(LAYOUT, sizes)) / 8);

const over = (buffer: ArrayBuffer, sizes: TableSizes): ArticleTable => {
  const columns = columnsOver(LAYOUT, sizes, buffer, 4 * HEADER);
  const table = { buffer, sizes, ...columns, textCount: sizes.texts };
  const textAt = (text: number): string => unpackText(table.words, table.textStarts[text]!, formAt(table, text));
  return { ...table, textAt };
};

/** An empty table of the right size. */
export const allocateTable = (sizes: TableSizes): ArticleTable => {
  const { nodes, written, texts, words, subjects, folders, stale, refused } = sizes;
  const buffer = new ArrayBuffer(bytesFor(sizes));
  new Int32Array(buffer, 0, HEADER).set([
    MAGIC,
    VERSION,
    nodes,
    written,
    texts,
    words,
    subjects,
    folders,
    stale,
    refused,
  ]);
  return over(buffer, sizes);
};

/** Writes the checksum of a table that is filled. */
export const sealTable = ({ buffer }: Pick<ArticleTable, 'buffer'>): void => sealBuffer(buffer, SEAL);

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
  for (const name of Object.keys(LAYOUT) as (keyof typeof LAYOUT)[]) {
    if (!isPackedColumn(name)) table[name].set(data[name]);
  }
  table.words.set(words.subarray(0, wordCount));
  for (let i = 0; i < forms.length; i++) {
    table.textStarts[i + 1] = table.textStarts[i]! + wordCountOf(forms[i]!);
    table.textEnds[i] = endOf(forms[i]!);
  }
  table.urlIndex.fill(-1);
  for (let v = 0; v < urls.length; v++) placeUrl(table.urlIndex, urls[v]!, v);
  sealTable(table);
  return table;
};

const isNumbers = (array: Int32Array, least: number, end: number): boolean => {
  for (const number of array) if (number < least || number >= end) return false;
  return true;
};

const isStarts = (starts: Int32Array, end: number): boolean => {
  if (starts[0] !== 0 || starts.at(-1) !== end) return false;
  for (let i = 1; i < starts.length; i++) if (starts[i - 1]! > starts[i]!) return false;
  return true;
};

const areIds = (ids: Float64Array): boolean => {
  for (const id of ids) if (!Number.isSafeInteger(id)) return false;
  return true;
};

const areTextsWhole = ({ textStarts, textEnds, sizes }: ArticleTable): boolean => {
  if (!isStarts(textStarts, sizes.words)) return false;
  for (let i = 0; i < textEnds.length; i++) {
    const end = textEnds[i]!;
    if (end > 7 || end === 5 || end === 7) return false;
    if ((end & 3) > 0 && textStarts[i] === textStarts[i + 1]) return false;
  }
  return true;
};

/** A link has words of its own exactly where a flag says so, and a target exactly where it was resolved. */
const areLinksWhole = (table: ArticleTable): boolean => {
  const { writtenFlags, writtenTargets, writtenSlots, stale, staleUrls, staleTitles, staleSubjects } = table;
  let place = 0;
  for (let i = 0; i < writtenFlags.length; i++) {
    const flags = writtenFlags[i]!;
    if (flags > 0b111111 || ((flags & 3) === 3) !== (writtenTargets[i]! === -1) || writtenSlots[i]! < 1) return false;
    if (flags <= 2) continue;
    if (stale[place] !== i) return false;
    // What leads nowhere has no target to take words from.
    const least = writtenTargets[i]! < 0 ? 0 : -1;
    if (Math.min(staleUrls[place]!, staleTitles[place]!, staleSubjects[place]!) < least) return false;
    place++;
  }
  return place === stale.length;
};

const isWhole = (table: ArticleTable): boolean => {
  const { nodes, texts, subjects, folders, written } = table.sizes;
  const { staleUrls, staleTitles, staleSubjects, refusedTitles, refusedSubjects } = table;
  return (
    areTextsWhole(table) &&
    [table.ids, table.staleIds, table.refusedIds].every(areIds) &&
    [table.titles, table.subjects, table.folders, refusedTitles, refusedSubjects].every((array) =>
      isNumbers(array, 0, texts),
    ) &&
    [staleUrls, staleTitles, staleSubjects, table.segments].every((array) => isNumbers(array, -1, texts)) &&
    isNumbers(table.subjectNumbers, 0, subjects) &&
    isNumbers(table.folderNumbers, 0, folders) &&
    isNumbers(table.files, -2, texts) &&
    isNumbers(table.idOrder, 0, nodes) &&
    isNumbers(table.refusedNodes, 0, nodes) &&
    isNumbers(table.writtenTargets, -1, nodes) &&
    isNumbers(table.urlIndex, -1, nodes) &&
    isStarts(table.writtenStarts, written) &&
    areLinksWhole(table)
  );
};

/**
 * The table whose bytes these are, looked through once so that no number in it leads out of it.
 *
 * @throws RangeError for bytes that are not those of a table
 */
export const openTable = (buffer: ArrayBuffer, caller: string): ArticleTable => {
  const header = buffer.byteLength >= 4 * HEADER ? [...new Int32Array(buffer, 0, HEADER)] : [];
  const [magic, version, nodes, written, texts, words, subjects, folders, stale, refused] = header;
  if (magic !== MAGIC)
    throw new RangeError(
      `${caller}: these bytes are not the table of an article graph, or come from a machine with the other byte order`,
    );
  if (version !== VERSION)
    throw new RangeError(`${caller}: this table is version ${version}; version ${VERSION} is read`);
  const sizes: TableSizes = {
    nodes: nodes!,
    written: written!,
    texts: texts!,
    words: words!,
    subjects: subjects!,
    folders: folders!,
    stale: stale!,
    refused: refused!,
  };
  const isPossible = Object.values(sizes).every((size: number) => size >= 0) && nodes! <= MOST_NODES;
  if (!isPossible || bytesFor(sizes) > MOST_BYTES || bytesFor(sizes) !== buffer.byteLength) {
    throw new RangeError(
      `${caller}: ${buffer.byteLength} bytes cannot hold ${nodes} articles, ${written} links and ${texts} texts`,
    );
  }
  const table = over(buffer, sizes);
  if (!isSealed(buffer, SEAL)) throw new RangeError(`${caller}: the bytes of this table have changed`);
  if (!isWhole(table)) throw new RangeError(`${caller}: the table of this graph is damaged`);
  return table;
};
