import { placeInOrder } from '../articles/article-graph-over.js';
import type { SharedNames } from './shared-names.js';
import type { ArticleData } from '../articles/article-table.js';
import { LINK_FLAGS } from '../articles/link-flags.js';
import { LINK_CODES, type LinkCode } from './graph-issue.js';
import type { RelatedList } from './related-list.js';

/** One bit for each of `LINK_CODES`: what is amiss with an entry, all of it. */
export type LinkFaults = number;

export const bitOf = (code: LinkCode): LinkFaults => 1 << LINK_CODES.indexOf(code);

/** The codes of the bits, gravest first. */
export const codesOf = (faults: LinkFaults): readonly LinkCode[] =>
  LINK_CODES.filter((_, place) => (faults & (1 << place)) !== 0);

export const SELF = /* @__PURE__ */ bitOf('self-link');
const SELF_BY_URL = /* @__PURE__ */ bitOf('self-link-by-url');
const SELF_BY_ID = /* @__PURE__ */ bitOf('self-link-by-id');
export const SELF_BY_TITLE = /* @__PURE__ */ bitOf('self-link-by-title');
export const DANGLING = /* @__PURE__ */ bitOf('dangling-link');
export const AMBIGUOUS = /* @__PURE__ */ bitOf('ambiguous-id');
export const UNKNOWN_URL = /* @__PURE__ */ bitOf('unknown-url');
export const UNKNOWN_ID = /* @__PURE__ */ bitOf('unknown-id');
export const DISAGREE = /* @__PURE__ */ bitOf('id-and-url-disagree');
export const REPEATED_LINK = /* @__PURE__ */ bitOf('repeated-link');
const REPEATED_TARGET = /* @__PURE__ */ bitOf('repeated-target');
const REPEATED_COPY = /* @__PURE__ */ bitOf('repeated-copy');
const THREE_TIMES = /* @__PURE__ */ bitOf('id-three-times');
const TITLE = /* @__PURE__ */ bitOf('title-differs');
const SUBJECT = /* @__PURE__ */ bitOf('subject-differs');
export const NO_INDEX = /* @__PURE__ */ bitOf('no-index-target');
const NO_COPY = /* @__PURE__ */ bitOf('differs-from-every-copy');

/** Entries of shorter rows are compared with each other, those of longer ones looked up. */
const LONG_ROW = 32;

/** What is asked of the target of an entry again and again. */
interface TargetMarks {
  /** 1 for an article that is no-index, or shares its title or its id with another: an entry that is right may yet be amiss. */
  readonly isOdd: Uint8Array;
  /** 1 for the first article of an id that articles of different titles have. */
  readonly isIdMixed: Uint8Array;
}

const marksOf = ({ titles, ids, noIndex }: SharedNames): TargetMarks => {
  const isOdd = noIndex.slice();
  const isIdMixed = new Uint8Array(ids.length);
  for (let v = 0; v < ids.length; v++) {
    const title = titles[v]!;
    const id = ids[v]!;
    if (title !== v) isOdd[title] = isOdd[v] = 1;
    if (id === v) continue;
    isOdd[id] = isOdd[v] = 1;
    if (titles[id] !== title) isIdMixed[id] = 1;
  }
  return { isOdd, isIdMixed };
};

/** The first by url of the articles that have an id, or −1. */
export const firstWithId = ({ idOrder, ids }: ArticleData, id: number): number => {
  const node = idOrder[placeInOrder(idOrder, ids, id)];
  return node !== undefined && ids[node] === id ? node : -1;
};

/** What entries of a page were named before: for each class of like entries the first, and whether a later one was of another kind. */
class NamedBefore {
  readonly #first = new Map<number | string, number>();
  readonly #kinds = new Map<number | string, number | string>();
  readonly #mixed = new Set<number | string>();

  /** The slot of the first entry of the class, which −1 is for none, where one of them is of another kind. */
  add(of: number | string, kind: number | string, slot: number): number {
    const first = this.#first.get(of);
    if (first === undefined) {
      this.#first.set(of, slot);
      this.#kinds.set(of, kind);
      return -1;
    }
    if (this.#kinds.get(of) !== kind) this.#mixed.add(of);
    return this.#mixed.has(of) ? first : -1;
  }

  firstOf(of: number | string): number | undefined {
    return this.#first.get(of);
  }
}

/** Finds everything amiss with the entries of a page, by the definitions at `LinkCode`. Only numbers are compared. */
export class LinkChecker {
  readonly #table: ArticleData;
  readonly #names: SharedNames;
  readonly #marks: TargetMarks;

  constructor(table: ArticleData, names: SharedNames) {
    this.#table = table;
    this.#names = names;
    this.#marks = marksOf(names);
  }

  /** Whether some entry of a page may be amiss; false only where none is. */
  mayBeFaulty(page: number): boolean {
    const { writtenStarts, writtenTargets, writtenFlags } = this.#table;
    const { isOdd } = this.#marks;
    const start = writtenStarts[page]!;
    const end = writtenStarts[page + 1]!;
    if (end - start > LONG_ROW) return true;
    for (let e = start; e < end; e++) {
      if (writtenFlags[e] !== LINK_FLAGS.byUrl) return true;
      const target = writtenTargets[e]!;
      if (target === page || isOdd[target] === 1) return true;
      for (let f = start; f < e; f++) if (writtenTargets[f] === target) return true;
    }
    return false;
  }

  /** Writes the faults of the entries of a page beside them, and which entry of the page each repeats. */
  check(page: number, row: RelatedList): void {
    for (let i = 0; i < row.count; i++) {
      row.faults[i] = this.#selfFaults(page, row, i) | this.#targetFaults(row, i);
      row.repeats[i] = 0;
    }
    if (row.count > LONG_ROW) this.#lookUpRepeats(row);
    else for (let i = 1; i < row.count; i++) this.#compareRepeats(row, i);
  }

  #selfFaults(page: number, { urls, ids, titles }: RelatedList, i: number): LinkFaults {
    const isId = ids[i] === this.#table.ids[page];
    const byTitle = !isId && titles[i] === this.#table.titles[page] ? SELF_BY_TITLE : 0;
    if (urls[i] === page) return byTitle | (isId ? SELF : SELF_BY_URL);
    return isId ? SELF_BY_ID : byTitle;
  }

  #targetFaults({ start, ids }: RelatedList, i: number): LinkFaults {
    const flags = this.#table.writtenFlags[start + i]!;
    const resolvedBy = flags & LINK_FLAGS.resolvedBy;
    if (resolvedBy === LINK_FLAGS.byNothing) return DANGLING;
    const target = this.#table.writtenTargets[start + i]!;
    let faults =
      ((flags & LINK_FLAGS.titleDiffers) === 0 ? 0 : TITLE) |
      ((flags & LINK_FLAGS.subjectDiffers) === 0 ? 0 : SUBJECT) |
      (this.#names.noIndex[target] === 1 ? NO_INDEX : 0);
    if (resolvedBy === LINK_FLAGS.byUrl) {
      if ((flags & LINK_FLAGS.idDiffers) === 0)
        return (flags & LINK_FLAGS.subjectDiffers) === 0 ? faults : faults | NO_COPY;
      return faults | (firstWithId(this.#table, ids[i]!) < 0 ? UNKNOWN_ID : DISAGREE | NO_COPY);
    }
    faults |= UNKNOWN_URL | NO_COPY;
    // By its id alone means that no article has both the id and the subject, and then the target is the first of that id.
    return resolvedBy === LINK_FLAGS.byId && this.#marks.isIdMixed[target] === 1 ? faults | AMBIGUOUS : faults;
  }

  #compareRepeats(row: RelatedList, i: number): void {
    const { start, ids, urls, titles, subjects } = row;
    const { writtenTargets, writtenSlots } = this.#table;
    const target = writtenTargets[start + i]!;
    const copyOf = target < 0 ? -1 : this.#names.ids[target]!;
    // The first entry that is like this one, in each of the ways in which it can be.
    let [sameWords, sameTarget, sameUrl, sameId, sameCopy] = [-1, -1, -1, -1, -1];
    let [otherToTarget, otherToUrl, otherWithId, otherCopy] = [false, false, false, false];
    let times = 0;
    for (let j = 0; j < i; j++) {
      const its = writtenTargets[start + j]!;
      const isUrl = urls[j] === urls[i];
      const isId = ids[j] === ids[i];
      const isPlace = isUrl && subjects[j] === subjects[i];
      const isSame = isId && isPlace && titles[j] === titles[i];
      if (isSame && sameWords < 0) sameWords = j;
      if (target >= 0 && its === target) {
        if (sameTarget < 0) sameTarget = j;
        if (!isSame) otherToTarget = true;
      }
      if (isUrl) {
        if (sameUrl < 0) sameUrl = j;
        if (!isSame) otherToUrl = true;
      }
      if (isId) {
        if (sameId < 0) sameId = j;
        if (!isPlace) otherWithId = true;
        times++;
      }
      if (copyOf >= 0 && its >= 0 && this.#names.ids[its] === copyOf) {
        if (sameCopy < 0) sameCopy = j;
        if (its !== target) otherCopy = true;
      }
    }
    let first = i;
    const again = (place: number, fault: LinkFaults): void => {
      row.faults[i]! |= fault;
      if (place < first) first = place;
    };
    if (sameWords >= 0) again(sameWords, REPEATED_LINK);
    if (otherToTarget) again(sameTarget, REPEATED_TARGET);
    if (otherToUrl) again(sameUrl, REPEATED_TARGET);
    if (otherWithId) again(sameId, REPEATED_COPY);
    if (otherCopy) again(sameCopy, REPEATED_COPY);
    if (times === 2) again(sameId, THREE_TIMES);
    if (first < i) row.repeats[i] = writtenSlots[start + first]!;
  }

  /** The same as comparing each with each, for rows where that would be slow. */
  #lookUpRepeats(row: RelatedList): void {
    const { start, count, ids, urls, titles, subjects } = row;
    const { writtenTargets, writtenSlots } = this.#table;
    const [words, targets, sameUrls, sameIds, copies] = Array.from({ length: 5 }, () => new NamedBefore());
    const times = new Map<number, number>();
    for (let i = 0; i < count; i++) {
      const target = writtenTargets[start + i]!;
      const slot = writtenSlots[start + i]!;
      const place = `${urls[i]} ${subjects[i]}`;
      const said = `${ids[i]} ${titles[i]} ${place}`;
      let first = Number.POSITIVE_INFINITY;
      const again = (repeated: number, fault: LinkFaults): void => {
        if (repeated < 0) return;
        row.faults[i]! |= fault;
        first = Math.min(first, repeated);
      };
      again(words!.firstOf(said) ?? -1, REPEATED_LINK);
      words!.add(said, 0, slot);
      if (target >= 0) {
        again(targets!.add(target, said, slot), REPEATED_TARGET);
        again(copies!.add(this.#names.ids[target]!, target, slot), REPEATED_COPY);
      }
      again(sameUrls!.add(urls[i]!, said, slot), REPEATED_TARGET);
      again(sameIds!.add(ids[i]!, place, slot), REPEATED_COPY);
      const before = times.get(ids[i]!) ?? 0;
      times.set(ids[i]!, before + 1);
      if (before === 2) again(sameIds!.firstOf(ids[i]!)!, THREE_TIMES);
      if (Number.isFinite(first)) row.repeats[i] = first;
    }
  }
}
