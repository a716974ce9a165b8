import type { ArticleData } from '../articles/article-table.js';
import { LINK_FLAGS } from '../articles/link-flags.js';

/**
 * The entries of one page as numbers: ids, urls, and the texts of titles and subjects. A table keeps every text once, so equal texts
 * have equal numbers. One row serves page after page.
 */
export class RelatedList {
  /** The place of its first entry among all written links. */
  start = 0;
  count = 0;
  ids = new Float64Array(0);
  /** The node that has the url; where none has, −1 − the number of its text. */
  urls = new Int32Array(0);
  titles = new Int32Array(0);
  subjects = new Int32Array(0);
  /** What is amiss with each entry: bits of `LINK_CODES`. */
  faults = new Int32Array(0);
  /** The slot of the first entry that each repeats; 0 where it repeats none. */
  repeats = new Int32Array(0);
  readonly #table: ArticleData;
  #place = 0;

  constructor(table: ArticleData) {
    this.#table = table;
    this.#makeRoom(32);
  }

  /** Reads the entries of a page. Pages are read in ascending order. */
  read(page: number): void {
    const { writtenStarts, writtenTargets, writtenFlags, ids, titles, subjects, subjectNumbers } = this.#table;
    const { stale, staleIds, staleUrls, staleTitles, staleSubjects } = this.#table;
    this.start = writtenStarts[page]!;
    this.count = writtenStarts[page + 1]! - this.start;
    if (this.count > this.ids.length) this.#makeRoom(this.count);
    while (stale[this.#place]! < this.start) this.#place++;
    for (let i = 0; i < this.count; i++) {
      const target = writtenTargets[this.start + i]!;
      let [id, url, title, subject] = [0, -1, -1, -1];
      if (writtenFlags[this.start + i]! > LINK_FLAGS.byId) {
        const place = this.#place++;
        id = staleIds[place]!;
        url = staleUrls[place]!;
        title = staleTitles[place]!;
        subject = staleSubjects[place]!;
      } else id = ids[target]!;
      // What is not kept of an entry is as its target has it.
      this.ids[i] = id;
      this.urls[i] = url < 0 ? target : -1 - url;
      this.titles[i] = title < 0 ? titles[target]! : title;
      this.subjects[i] = subject < 0 ? subjects[subjectNumbers[target]!]! : subject;
    }
  }

  /** Whether an entry has one of these faults. */
  hasFault(faults: number): boolean {
    for (let i = 0; i < this.count; i++) if ((this.faults[i]! & faults) !== 0) return true;
    return false;
  }

  #makeRoom(count: number): void {
    this.ids = new Float64Array(count);
    this.urls = new Int32Array(count);
    this.titles = new Int32Array(count);
    this.subjects = new Int32Array(count);
    this.faults = new Int32Array(count);
    this.repeats = new Int32Array(count);
  }
}
