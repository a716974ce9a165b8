import { refuseNoBuffer, refuseNoFunction, refuseUnknown } from '../../common/refuse.js';
import { isSealed, sealBuffer } from '../packed/seal-buffer.js';
import { areUrlsSound } from './document-urls.js';
import { bytesOfColumns, columnsOver, type Layout } from '../packed/columns.js';
import { areTermsInPlace, findCrowded, slotCountFor, type TermTable } from './term-table.js';

/** Words of a text, in their order. They are compared as they come: folding case and the like is the tokenizer’s. */
export type Tokenize = (text: string) => Iterable<string>;

/**
 * Which words stand in which articles and how much they weigh there, frozen: all in one buffer that can be handed to a worker.
 * Documents are numbered as the graph that the index was built for numbers its nodes, in the code-unit order of the urls, which the index
 * carries too: so it answers alone, without the graph.
 *
 * Weights are whole numbers, so that a score, a sum of them, is the same in whatever order it is summed and in every engine: the
 * BM25 weight of a word in a document times `scale`, rounded, but at least 1.
 */
export interface TextIndex {
  /** Holds everything below. Its bytes are a snapshot: `openTextIndex` reads them again. */
  readonly buffer: ArrayBuffer;
  readonly documentCount: number;
  readonly termCount: number;
  /** How many pairs of a term and a document that holds it there are. */
  readonly postingCount: number;
  /** Units of score to a unit of BM25. A score of `m` words differs from `scale` times its BM25 by less than `m`. */
  readonly scale: number;
  /** The urls of the documents, packed: url `d` is in `urlWords` from `urlStarts[d]` on, and `urlForms[d]` tells how. */
  readonly urlStarts: Int32Array;
  readonly urlForms: Int32Array;
  readonly urlWords: Int32Array;
  /** The lowest bits of a posting, which hold its weight; those above hold the document. */
  readonly weightBits: number;
  /** Row `t` of the postings, ascending by document, is `postings[termStarts[t]]` up to `postings[termStarts[t + 1]]`. */
  readonly termStarts: Int32Array;
  /** To be read with `>>> weightBits` and `& (2 ** weightBits - 1)`: the sign bit belongs to the document. */
  readonly postings: Int32Array;
  /** Row `d` of the terms of a document, in the order of first mention. */
  readonly documentStarts: Int32Array;
  readonly documentTerms: Int32Array;
  /** How often the document says each of them, each time counted with the weight of its field. Above 255 kept as 255. */
  readonly documentCounts: Uint8Array;
  /** A bit beside each of `documentTerms`, lowest first: 1 where the document writes the term otherwise, as “person-years” for *personyears*. */
  readonly documentAltered: Uint8Array;
  /** How rare each term is: its inverse document frequency in units of 1/65536. */
  readonly rarities: Int32Array;
  /** The spelling of the terms and the way to find one. */
  readonly table: TermTable;
  /** The tokenizer it was built with, where that was not the usual one. An opened index has the one it was opened with. */
  readonly tokenize: Tokenize | undefined;
  /** Whether it was built with a tokenizer of the caller’s, without which texts cannot be compared with it. */
  readonly hasOwnTokenizer: boolean;
}

/** The numbers that say how long everything is. */
export interface TextIndexSizes {
  readonly documentCount: number;
  readonly termCount: number;
  readonly postingCount: number;
  readonly unitCount: number;
  readonly urlWordCount: number;
}

/** “STTX”, as an Int32 in the byte order of the machine: bytes written by a machine of the other order are told apart by it. */
const MAGIC = 0x53545458;
const VERSION = 3;
/** Int32 numbers: magic, version, five counts, scale, whether the tokenizer was the caller’s, one that is always 0, the checksum. */
const HEADER = 12;
/** Where the checksum stands in the head. */
const SEAL = 10;
export const MOST_DOCUMENTS = 2 ** 24;
const MOST_WEIGHT_BITS = 16;

/** A posting has 32 bits: what the documents do not need is the weight’s, up to 16. */
export const weightBitsFor = (documentCount: number): number => {
  let documentBits = 1;
  while (2 ** documentBits < documentCount) documentBits++;
  return Math.min(MOST_WEIGHT_BITS, 32 - documentBits);
};

const documents = ({ documentCount }: TextIndexSizes): number => documentCount;
const terms = ({ termCount }: TextIndexSizes): number => termCount;
const postings = ({ postingCount }: TextIndexSizes): number => postingCount;
const oneMoreThan =
  (lengthOf: (sizes: TextIndexSizes) => number) =>
  (sizes: TextIndexSizes): number =>
    lengthOf(sizes) + 1;

/** The columns in their order: all that is said of one is said here. */
const LAYOUT = {
  termStarts: [Int32Array, oneMoreThan(terms)],
  postings: [Int32Array, postings],
  documentStarts: [Int32Array, oneMoreThan(documents)],
  documentTerms: [Int32Array, postings],
  rarities: [Int32Array, terms],
  starts: [Int32Array, oneMoreThan(terms)],
  slots: [Int32Array, ({ termCount }) => slotCountFor(termCount)],
  urlStarts: [Int32Array, oneMoreThan(documents)],
  urlForms: [Int32Array, documents],
  urlWords: [Int32Array, ({ urlWordCount }) => urlWordCount],
  units: [Uint16Array, ({ unitCount }) => unitCount],
  documentCounts: [Uint8Array, postings],
  documentAltered: [Uint8Array, ({ postingCount }) => Math.ceil(postingCount / 8)],
} as const satisfies Layout<TextIndexSizes>;

const bytesFor = (sizes: TextIndexSizes): number => 4 * HEADER + bytesOfColumns(LAYOUT, sizes);

interface OverBuffer {
  readonly sizes: TextIndexSizes;
  readonly scale: number;
  readonly hasOwnTokenizer: boolean;
  readonly tokenize: Tokenize | undefined;
}

/** The arrays over a buffer that has the right size. */
const over = (buffer: ArrayBuffer, { sizes, scale, hasOwnTokenizer, tokenize }: OverBuffer): TextIndex => {
  const { documentCount, termCount, postingCount } = sizes;
  const { slots, starts, units, ...columns } = columnsOver(LAYOUT, sizes, buffer, 4 * HEADER);
  return {
    buffer,
    documentCount,
    termCount,
    postingCount,
    scale,
    weightBits: weightBitsFor(documentCount),
    ...columns,
    table: {
      count: termCount,
      slots,
      crowded: new Map(),
      starts,
      units,
      altered: new Uint8Array(),
      isGrowing: false,
    },
    tokenize,
    hasOwnTokenizer,
  };
};

/** An index with room for everything and nothing in it yet but what its head says. */
export const allocateTextIndex = (head: OverBuffer): TextIndex => {
  const { sizes, scale, hasOwnTokenizer } = head;
  const buffer = new ArrayBuffer(bytesFor(sizes));
  new Int32Array(buffer, 0, HEADER).set([
    MAGIC,
    VERSION,
    sizes.documentCount,
    sizes.termCount,
    sizes.postingCount,
    sizes.unitCount,
    sizes.urlWordCount,
    scale,
    hasOwnTokenizer ? 1 : 0,
  ]);
  return over(buffer, head);
};

/** Writes the checksum of an index that is filled. */
export const sealTextIndex = <I extends Pick<TextIndex, 'buffer'>>(index: I): I => {
  sealBuffer(index.buffer, SEAL);
  return index;
};

const areRows = (starts: Int32Array, length: number): boolean => {
  const count = starts.length - 1;
  if (starts[0] !== 0 || starts[count] !== length) return false;
  for (let i = 0; i < count; i++) if (starts[i]! > starts[i + 1]!) return false;
  return true;
};

const areBelow = (numbers: Int32Array, limit: number): boolean => {
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! < 0 || numbers[i]! >= limit) return false;
  return true;
};

/**
 * Whether the postings of the terms say what the rows of the documents say: the documents in turn fill each term’s row from the front.
 * Every posting has a weight, and every count is at least 1.
 */
const arePostings = (index: TextIndex): boolean => {
  const { documentCount, termCount, termStarts, postings, documentStarts, documentTerms, documentCounts, weightBits } =
    index;
  const next = termStarts.slice(0, termCount);
  const weights = 2 ** weightBits - 1;
  for (let d = 0; d < documentCount; d++) {
    for (let i = documentStarts[d]!; i < documentStarts[d + 1]!; i++) {
      const term = documentTerms[i]!;
      const place = next[term]!;
      if (place >= termStarts[term + 1]! || documentCounts[i] === 0) return false;
      if (postings[place]! >>> weightBits !== d || (postings[place]! & weights) === 0) return false;
      // A document that says a term twice would stand in its row twice.
      if (place > termStarts[term]! && postings[place - 1]! >>> weightBits === d) return false;
      next[term] = place + 1;
    }
  }
  return true;
};

const isSound = (index: TextIndex): boolean =>
  areRows(index.termStarts, index.postingCount) &&
  areRows(index.documentStarts, index.postingCount) &&
  areRows(index.table.starts, index.table.units.length) &&
  areBelow(index.documentTerms, index.termCount) &&
  arePostings(index) &&
  index.scale > 0 &&
  index.rarities.every((rarity) => rarity >= 0) &&
  areTermsInPlace(index.table) &&
  areUrlsSound(index);

/**
 * The index whose bytes these are: what a worker does with the buffer it was handed, or a host with a snapshot it kept. Nothing is
 * copied. All is looked through once: bytes that are cut short, of something else or changed in any bit are refused, and so are rows of
 * terms and of documents that do not say the same.
 *
 * @param options.tokenize the tokenizer it was built with, where that was not the usual one. More-like-this does without it.
 * @throws TypeError for what is no ArrayBuffer, or an option that does not exist
 * @throws RangeError for bytes that are not those of a text index, of another version, or of a machine with the other byte order
 * @example
 * const articles = [{ url: '/a', id: 1, title: 'Wind turbines', subject: 'Energy', answer: 'How they turn.', related: [] }];
 * const { buffer } = buildTextIndex(articles, buildArticleGraph(articles));
 * openTextIndex(buffer).termCount; // => 5
 */
export const openTextIndex = (
  buffer: ArrayBuffer,
  options: { readonly tokenize?: Tokenize | undefined } = {},
): TextIndex => {
  refuseNoBuffer('openTextIndex', 'buffer', buffer);
  refuseUnknown('openTextIndex', options, ['tokenize']);
  const { tokenize } = options;
  refuseNoFunction('openTextIndex', 'tokenize', tokenize);
  const head = buffer.byteLength >= 4 * HEADER ? Array.from(new Int32Array(buffer, 0, HEADER)) : [];
  if (head[0] !== MAGIC)
    throw new RangeError(
      'openTextIndex: these bytes are not a text index, or come from a machine with the other byte order',
    );
  if (head[1] !== VERSION)
    throw new RangeError(`openTextIndex: this is version ${head[1]}; version ${VERSION} is read`);
  const [, , documentCount = 0, termCount = 0, postingCount = 0, unitCount = 0, urlWordCount = 0, scale = 0] = head;
  const sizes = { documentCount, termCount, postingCount, unitCount, urlWordCount };
  if (
    Math.min(...head.slice(2, 7)) < 0 ||
    sizes.documentCount > MOST_DOCUMENTS ||
    buffer.byteLength !== bytesFor(sizes)
  ) {
    throw new RangeError(
      `openTextIndex: ${buffer.byteLength} bytes cannot hold ${sizes.documentCount} documents, ${sizes.termCount} terms and ${sizes.postingCount} postings`,
    );
  }
  const index = over(buffer, {
    sizes,
    scale,
    hasOwnTokenizer: head[8] === 1,
    tokenize,
  });
  if (!isSealed(buffer, SEAL)) throw new RangeError('openTextIndex: the bytes of this index have changed');
  if (!isSound(index)) throw new RangeError('openTextIndex: the rows of this index are damaged');
  findCrowded(index.table);
  return index;
};
