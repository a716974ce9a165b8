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
  /** The sums are counted here to find a bound. */
  readonly counts: Int32Array;
  /** Documents found and their scores, each pair as one number. */
  keys: Float64Array;
  /** Of a term that is looked for its place in the query + 1, else 0. */
  readonly places: Uint16Array;
}

const BUCKETS = 512;
const FIRST_KEYS = 512;

const rooms = /* @__PURE__ */ new WeakMap<object, Room>();

const roomOf = (index: TextIndex): Room => {
  const known = rooms.get(index);
  if (known) return known;
  const { documentCount, termCount } = index;
  const made = {
    sums: new Int32Array(documentCount),
    // One place more than there are documents: a document is written down before it is known to be new.
    listed: new Int32Array(documentCount + 1),
    counts: new Int32Array(BUCKETS),
    keys: new Float64Array(FIRST_KEYS),
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

/**
 * A score that at least `wanted` of the listed documents reach: so nothing below it is among the first `wanted`; 0 where fewer are listed.
 * The scores are counted in 512 buckets, and the bound is the lower edge of a bucket: with scores of 3, 700 and 900, buckets of width 2
 * and two wanted it is 700.
 */
const reachedBy = ({ sums, listed, counts }: Room, listedCount: number, wanted: number): number => {
  if (listedCount < wanted) return 0;
  let greatest = 0;
  for (let i = 0; i < listedCount; i++) if (sums[listed[i]!]! > greatest) greatest = sums[listed[i]!]!;
  let shift = 0;
  while (greatest >>> shift >= BUCKETS) shift++;
  counts.fill(0);
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

/**
 * The `most` best of the listed documents. A document and its score are one number, score · 2ᵇ + (2ᵇ − 1 − document) with 2ᵇ ≥ the number of
 * documents: of two the better has the greater one, so the engine can sort them by itself. A posting has 32 bits for document and weight, and no more than 2¹⁵ weights are summed: the number stays below 2⁴⁷.
 */
const bestListed = (room: Room, count: number, most: number): TopDocuments => {
  const { sums, listed } = room;
  const least = Math.max(1, reachedBy(room, count, most));
  if (room.keys.length < count) room.keys = new Float64Array(2 * count);
  const { keys } = room;
  const base = 2 ** (32 - Math.clz32(sums.length));
  let found = 0;
  for (let i = 0; i < count; i++) {
    const document = listed[i]!;
    const score = sums[document]!;
    if (score >= least) keys[found++] = score * base + (base - 1 - document);
  }
  keys.subarray(0, found).sort();
  const kept = Math.min(most, found);
  const documents = new Int32Array(kept);
  const scores = new Int32Array(kept);
  for (let i = 0; i < kept; i++) {
    const key = keys[found - 1 - i]!;
    const score = Math.floor(key / base);
    scores[i] = score;
    documents[i] = base - 1 - (key - score * base);
  }
  return { documents, scores };
};

/**
 * The documents in which the terms given weigh most, in whole units of score: the kernel beneath `moreLikeThis` and `searchText`.
 * Documents without any of the terms are not among them. The first query makes the room it takes, some bytes a document and a term; it is kept with the index, and later queries use it again.
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
  if (most === 0) return { documents: new Int32Array(), scores: new Int32Array() };
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
  const best = bestListed(room, isSparse ? listed : listFrom(room, least), most);
  if (isSparse) for (let i = 0; i < listed; i++) sums[room.listed[i]!] = 0;
  else sums.fill(0);
  return best;
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
