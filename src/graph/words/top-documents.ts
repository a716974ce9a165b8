import type { TextIndex } from './text-index.js';

/** Terms to look for, each once, and how many times it counts. */
export interface WeightedTerms {
  readonly terms: Int32Array;
  readonly times: Int32Array;
}

/** The documents found, best first and among equals the lower number first, and beside them their scores. */
export interface TopDocuments {
  readonly documents: Int32Array;
  readonly scores: Int32Array;
}

/** So many postings are listed for each document that is wanted, to learn a bound from their documents. */
const ENOUGH = 8;

/** A sum of so many weights of 16 bits is still an Int32. */
export const MOST_TERMS = 32767;

/** Room to sum scores in, kept with an index so that a query need not make or clear it. All sums are 0 between queries. */
interface Room {
  readonly sums: Int32Array;
  /** A list of documents: those that the rarest terms touched, then those whose sum may be among the greatest. */
  readonly listed: Int32Array;
  /** Of a term that is looked for its place in the query + 1, else 0. */
  readonly places: Uint16Array;
}

const rooms = /* @__PURE__ */ new WeakMap<object, Room>();

const roomOf = (index: TextIndex): Room => {
  const known = rooms.get(index);
  if (known) return known;
  const { documentCount, termCount } = index;
  const made = {
    sums: new Int32Array(documentCount),
    // One place more than there are documents: a document is written down before it is known to be new.
    listed: new Int32Array(documentCount + 1),
    places: new Uint16Array(termCount),
  };
  rooms.set(index, made);
  return made;
};

const sumPostings = (
  postings: Int32Array,
  start: number,
  end: number,
  bits: number,
  times: number,
  sums: Int32Array,
): void => {
  const mask = (1 << bits) - 1;
  for (let i = start; i < end; i++) {
    const posting = postings[i]!;
    const document = posting >>> bits;
    sums[document] = (sums[document]! + Math.imul(posting & mask, times)) | 0;
  }
};

/**
 * The same for a term that counts once, as key terms do. Eight postings a turn: 60,000 postings over 35,000 documents took 268 µs, one a turn
 * 418 µs. The eight loads do not wait for each other.
 */
const sumOnce = (postings: Int32Array, start: number, end: number, bits: number, sums: Int32Array): void => {
  const mask = (1 << bits) - 1;
  let i = start;
  for (; i + 7 < end; i += 8) {
    const first = postings[i]!;
    const second = postings[i + 1]!;
    const third = postings[i + 2]!;
    const fourth = postings[i + 3]!;
    const fifth = postings[i + 4]!;
    const sixth = postings[i + 5]!;
    const seventh = postings[i + 6]!;
    const eighth = postings[i + 7]!;
    sums[first >>> bits]! += first & mask;
    sums[second >>> bits]! += second & mask;
    sums[third >>> bits]! += third & mask;
    sums[fourth >>> bits]! += fourth & mask;
    sums[fifth >>> bits]! += fifth & mask;
    sums[sixth >>> bits]! += sixth & mask;
    sums[seventh >>> bits]! += seventh & mask;
    sums[eighth >>> bits]! += eighth & mask;
  }
  for (; i < end; i++) sums[postings[i]! >>> bits]! += postings[i]! & mask;
};

/**
 * The same, adding each document to the list when it first gets a sum. A branch would be mispredicted half of the time: every document is
 * written to the end of the list, and the end moves on only where the document is new.
 */
const sumAndList = (
  postings: Int32Array,
  start: number,
  end: number,
  bits: number,
  times: number,
  { sums, listed }: Room,
  listedCount: number,
): number => {
  const mask = (1 << bits) - 1;
  let count = listedCount;
  for (let i = start; i < end; i++) {
    const posting = postings[i]!;
    const document = posting >>> bits;
    const before = sums[document]!;
    sums[document] = (before + Math.imul(posting & mask, times)) | 0;
    listed[count] = document;
    count += before === 0 ? 1 : 0;
  }
  return count;
};

/** The best so far as a heap with the worst of them on top, which is the first to give way. */
interface Heap {
  readonly documents: Int32Array;
  readonly scores: Int32Array;
  count: number;
}

const isWorse = ({ documents, scores }: Heap, one: number, other: number): boolean =>
  scores[one]! < scores[other]! || (scores[one] === scores[other] && documents[one]! > documents[other]!);

const swap = ({ documents, scores }: Heap, one: number, other: number): void => {
  const document = documents[one]!;
  const score = scores[one]!;
  documents[one] = documents[other]!;
  scores[one] = scores[other]!;
  documents[other] = document;
  scores[other] = score;
};

const sink = (heap: Heap, from: number, count: number): void => {
  let at = from;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= count) return;
    if (child + 1 < count && isWorse(heap, child + 1, child)) child++;
    if (!isWorse(heap, child, at)) return;
    swap(heap, child, at);
    at = child;
  }
};

const rise = (heap: Heap, from: number): void => {
  for (let at = from; at > 0; ) {
    const parent = (at - 1) >>> 1;
    if (!isWorse(heap, at, parent)) return;
    swap(heap, at, parent);
    at = parent;
  }
};

const offer = (heap: Heap, document: number, score: number): void => {
  const { documents, scores } = heap;
  if (heap.count < documents.length) {
    documents[heap.count] = document;
    scores[heap.count] = score;
    rise(heap, heap.count++);
    return;
  }
  if (score < scores[0]! || (score === scores[0] && document > documents[0]!)) return;
  documents[0] = document;
  scores[0] = score;
  sink(heap, 0, heap.count);
};

const BUCKETS = 512;

/**
 * A score that at least `wanted` of the listed documents reach: so nothing below it is among the first `wanted`; 0 where fewer are listed.
 * The scores are counted in 512 buckets, and the bound is the lower edge of a bucket: with scores of 3, 700 and 900, buckets of width 2
 * and two wanted it is 700.
 */
const reachedBy = ({ sums, listed }: Room, listedCount: number, wanted: number): number => {
  if (listedCount < wanted) return 0;
  let greatest = 0;
  for (let i = 0; i < listedCount; i++) if (sums[listed[i]!]! > greatest) greatest = sums[listed[i]!]!;
  let shift = 0;
  while (greatest >>> shift >= BUCKETS) shift++;
  const counts = new Int32Array(BUCKETS);
  for (let i = 0; i < listedCount; i++) counts[sums[listed[i]!]! >>> shift]! += 1;
  let bucket = BUCKETS - 1;
  for (let reached = counts[bucket]!; bucket > 0 && reached < wanted; reached += counts[bucket]!) bucket--;
  return bucket << shift;
};

/**
 * Lists the documents whose sum is at least `least`, or above 0, and tells how many. Four sums a turn: below the bar, as nearly all are,
 * none of the differences is negative. On 35,000 articles that takes half the time of one sum a turn.
 */
const listFrom = ({ sums, listed }: Room, least: number): number => {
  const below = Math.max(0, least - 1);
  let count = 0;
  for (let d = 0; d < sums.length; d += 4) {
    if (
      d + 3 < sums.length &&
      ((below - sums[d]!) | (below - sums[d + 1]!) | (below - sums[d + 2]!) | (below - sums[d + 3]!)) >= 0
    ) {
      continue;
    }
    const end = Math.min(d + 4, sums.length);
    for (let document = d; document < end; document++) if (sums[document]! > below) listed[count++] = document;
  }
  return count;
};

/** Offers the listed documents that reach what as many of them reach as the heap holds. */
const offerListed = (heap: Heap, room: Room, count: number): void => {
  const { sums, listed } = room;
  const least = Math.max(1, reachedBy(room, count, heap.documents.length));
  for (let i = 0; i < count; i++) {
    const score = sums[listed[i]!]!;
    if (score >= least) offer(heap, listed[i]!, score);
  }
};

/** Takes the worst off the top again and again, filling from the end. */
const inRank = (heap: Heap): TopDocuments => {
  for (let last = heap.count - 1; last > 0; last--) {
    swap(heap, 0, last);
    sink(heap, 0, last);
  }
  return { documents: heap.documents.subarray(0, heap.count), scores: heap.scores.subarray(0, heap.count) };
};

/**
 * The documents in which the terms given weigh most, in whole units of score: the kernel beneath `moreLikeThis` and `searchText`.
 * Documents without any of the terms are not among them. Takes no memory in proportion to the index.
 *
 * @param query terms of the index, and the times each counts; all times together at most 32,767
 * @param limit how many documents at most
 * @param exclude documents that are passed over
 */
export const topDocuments = (
  index: TextIndex,
  query: WeightedTerms,
  limit: number,
  exclude: ArrayLike<number> = [],
): TopDocuments => {
  const { documentCount, termStarts, postings, weightBits } = index;
  const room = roomOf(index);
  const { sums } = room;
  const { terms, times } = query;
  const most = Math.min(limit, documentCount);
  const heap: Heap = { documents: new Int32Array(most), scores: new Int32Array(most), count: 0 };
  if (most === 0) return heap;
  const order = Array.from(terms, (_, i) => i);
  const countOf = (i: number): number => termStarts[terms[i]! + 1]! - termStarts[terms[i]!]!;
  order.sort((one, other) => countOf(one) - countOf(other));
  let postingCount = 0;
  for (const i of order) postingCount += countOf(i);
  const isSparse = postingCount <= documentCount >>> 3;
  // The rarest terms come first. The documents they touch are listed: all of them where they are few, else enough to tell from their
  // sums, once these are whole, which scores need not be looked at.
  const enough = isSparse ? postingCount : ENOUGH * (most + exclude.length);
  let listed = 0;
  let summed = 0;
  for (let read = 0; summed < order.length; summed++) {
    const i = order[summed]!;
    read += countOf(i);
    if (read > enough) break;
    const start = termStarts[terms[i]!]!;
    listed = sumAndList(postings, start, start + countOf(i), weightBits, times[i]!, room, listed);
  }
  for (; summed < order.length; summed++) {
    const i = order[summed]!;
    const start = termStarts[terms[i]!]!;
    if (times[i] === 1) sumOnce(postings, start, start + countOf(i), weightBits, sums);
    else sumPostings(postings, start, start + countOf(i), weightBits, times[i]!, sums);
  }
  const least = isSparse ? 0 : reachedBy(room, listed, most + exclude.length);
  for (let i = 0; i < exclude.length; i++) sums[exclude[i]!] = 0;
  if (isSparse) {
    offerListed(heap, room, listed);
    for (let i = 0; i < listed; i++) sums[room.listed[i]!] = 0;
  } else {
    offerListed(heap, room, listFrom(room, least));
    sums.fill(0);
  }
  return inRank(heap);
};

/** Of each of some documents, which terms of a query it holds: their places in the query, ascending. */
export const placesHeld = (index: TextIndex, terms: Int32Array, documents: Int32Array): number[][] => {
  const { places } = roomOf(index);
  const { documentStarts, documentTerms } = index;
  const isHeld = new Uint8Array(terms.length);
  const held: number[][] = [];
  for (let i = 0; i < terms.length; i++) places[terms[i]!] = i + 1;
  for (const document of documents) {
    const end = documentStarts[document + 1]!;
    for (let i = documentStarts[document]!; i < end; i++) {
      const place = places[documentTerms[i]!]!;
      if (place > 0) isHeld[place - 1] = 1;
    }
    const found: number[] = [];
    for (let place = 0; place < isHeld.length; place++) if (isHeld[place] === 1) found.push(place);
    isHeld.fill(0);
    held.push(found);
  }
  for (let i = 0; i < terms.length; i++) places[terms[i]!] = 0;
  return held;
};
