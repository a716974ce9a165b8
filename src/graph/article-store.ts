import { checkGraphArticle, type GraphArticle, inSlotOrder } from './graph-article.js';
import { RecordList } from './record-list.js';
import { StringPool } from './string-pool.js';

/** Fields of a naming: url, id, title and subject said together, of an article or by a link. */
export const NAMING = { url: 0, title: 1, subject: 2, idLow: 3, idHigh: 4, row: 5 } as const;
/** Fields of an article’s row. `counts` is twice the number of its links, and 1 more where it is no-index; −1 if it was refused. */
export const ROW = { naming: 0, file: 1, firstLink: 2, counts: 3 } as const;
export const LINK = { naming: 0, slot: 1 } as const;
/** `file` where it is not the address of a text: none was given; or it is the last part of the url and “.md”, as is usual. */
export const NO_FILE = -1;
export const FILE_OF_URL = -2;

const TWO_32 = 2 ** 32;
const EXTENSION = '.md';

/** The file name that goes with a url: its last part and “.md”. */
export const fileNameOf = (url: string): string => `${url.slice(url.lastIndexOf('/') + 1)}${EXTENSION}`;

const isFileOf = (fileName: string, url: string): boolean => {
  if (!fileName.endsWith(EXTENSION)) return false;
  const start = url.length - (fileName.length - EXTENSION.length);
  return start === url.lastIndexOf('/') + 1 && url.endsWith(fileName.slice(0, -EXTENSION.length));
};

/**
 * Articles as they are added, before anything is resolved. A naming is kept once for all links that say the same of a url: it is the
 * article’s own if the link is right, so a right link costs two numbers.
 */
export class ArticleStore {
  readonly pool = new StringPool();
  readonly namings = new RecordList(6);
  readonly rows = new RecordList(4);
  readonly links = new RecordList(2);
  /** Namings of the articles whose url was taken. */
  readonly refused: number[] = [];

  add(article: GraphArticle, caller: string, position?: number): void {
    checkGraphArticle(article, caller, position);
    const { rows, links, pool } = this;
    const { url, fileName } = article;
    const naming = this.#name(url, article.id, article.title, article.subject);
    const row = rows.add();
    rows.set(row, ROW.naming, naming);
    rows.set(
      row,
      ROW.file,
      fileName === undefined ? NO_FILE : isFileOf(fileName, url) ? FILE_OF_URL : pool.intern(fileName),
    );
    rows.set(row, ROW.firstLink, links.length);
    rows.set(row, ROW.counts, 2 * article.related.length + (article.noIndex === true ? 1 : 0));
    for (const { url: to, id, title, subject, slot } of inSlotOrder(article.related)) {
      const link = links.add();
      links.set(link, LINK.naming, this.#name(to, id, title, subject));
      links.set(link, LINK.slot, slot);
    }
    this.#declare(row, naming);
  }

  /** Notes an article that was refused before, of which nothing but its names is known. */
  addRefused(url: string, id: number, title: string, subject: string): void {
    this.refused.push(this.#name(url, id, title, subject));
  }

  idOf(naming: number): number {
    return this.namings.get(naming, NAMING.idHigh) * TWO_32 + (this.namings.get(naming, NAMING.idLow) >>> 0);
  }

  compareNamings(one: number, other: number): number {
    if (one === other) return 0;
    const difference = this.idOf(one) - this.idOf(other);
    if (difference !== 0) return difference;
    const { namings, pool } = this;
    return (
      pool.compare(namings.get(one, NAMING.title), namings.get(other, NAMING.title), 0) ||
      pool.compare(namings.get(one, NAMING.subject), namings.get(other, NAMING.subject), 0) ||
      pool.compare(namings.get(one, NAMING.url), namings.get(other, NAMING.url), 0)
    );
  }

  /** Makes the row the one of its url, or refuses it or the one before: by what they say, not by which came first. */
  #declare(row: number, naming: number): void {
    const { namings, pool, rows } = this;
    const address = namings.get(naming, NAMING.url);
    const known = pool.numberAt(address);
    const before = namings.get(known, NAMING.row);
    if (before >= 0) {
      const isBetter = this.#compareRows(row, before) < 0;
      this.refused.push(isBetter ? known : naming);
      rows.set(isBetter ? before : row, ROW.counts, -1);
      if (!isBetter) return;
      namings.set(known, NAMING.row, -1);
    }
    namings.set(naming, NAMING.row, row);
    pool.setNumber(address, naming);
  }

  #name(url: string, id: number, title: string, subject: string): number {
    const { namings, pool } = this;
    const address = pool.intern(url);
    const known = pool.numberAt(address);
    if (
      known >= 0 &&
      this.idOf(known) === id &&
      pool.isAt(namings.get(known, NAMING.title), title) &&
      pool.isAt(namings.get(known, NAMING.subject), subject)
    ) {
      return known;
    }
    const naming = namings.add();
    namings.set(naming, NAMING.url, address);
    namings.set(naming, NAMING.title, pool.intern(title));
    namings.set(naming, NAMING.subject, pool.intern(subject));
    namings.set(naming, NAMING.idLow, id | 0);
    namings.set(naming, NAMING.idHigh, Math.floor(id / TWO_32));
    namings.set(naming, NAMING.row, -1);
    if (known < 0) pool.setNumber(address, naming);
    return naming;
  }

  #compareRows(one: number, other: number): number {
    const { rows } = this;
    const byNames = this.compareNamings(rows.get(one, ROW.naming), rows.get(other, ROW.naming));
    if (byNames !== 0) return byNames;
    const [file, otherFile] = [rows.get(one, ROW.file), rows.get(other, ROW.file)];
    const byFile =
      file < 0 || otherFile < 0 ? Math.min(file, 0) - Math.min(otherFile, 0) : this.pool.compare(file, otherFile, 0);
    if (byFile !== 0) return byFile;
    const [counts, otherCounts] = [rows.get(one, ROW.counts), rows.get(other, ROW.counts)];
    return counts === otherCounts ? this.#compareLinks(one, other, counts >> 1) : counts - otherCounts;
  }

  #compareLinks(one: number, other: number, count: number): number {
    const { links, rows } = this;
    for (let i = 0; i < count; i++) {
      const link = rows.get(one, ROW.firstLink) + i;
      const otherLink = rows.get(other, ROW.firstLink) + i;
      const difference =
        links.get(link, LINK.slot) - links.get(otherLink, LINK.slot) ||
        this.compareNamings(links.get(link, LINK.naming), links.get(otherLink, LINK.naming));
      if (difference !== 0) return difference;
    }
    return 0;
  }
}
