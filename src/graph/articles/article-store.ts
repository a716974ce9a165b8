import { type GraphArticle, readGraphArticle } from './graph-article.js';
import { NumberList } from '../packed/number-list.js';
import { hashOfUnits } from '../packed/packed-text.js';
import { TextArena } from '../packed/text-arena.js';
import { NO_SLUG, slugHash } from './title-slug.js';
import { UrlFolders } from '../packed/url-folders.js';

/** `file` where it is not the place of a name: none was given; or it is the last part of the url and “.md”, as is usual. */
export const NO_FILE = -1;
export const FILE_OF_URL = -2;

const EXTENSION = '.md';
const FIRST_HEADS = 1 << 8;
/** Namings of one id are looked at no further than this; a naming that is then kept twice is no worse than two. */
const MOST_LOOKED_AT = 8;

/** The file name that goes with a url: its last part and “.md”. */
export const fileNameOf = (url: string): string => `${url.slice(url.lastIndexOf('/') + 1)}${EXTENSION}`;

const isFileOf = (fileName: string, url: string, start: number): boolean =>
  fileName.length === url.length - start + EXTENSION.length && fileName === `${url.slice(start)}${EXTENSION}`;

export const compareTexts = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

const hashOfId = (id: number): number => {
  const hash = Math.imul(id | 0, 0x9e3779b1);
  return hash ^ (hash >>> 16);
};

/**
 * Articles as they are added, before anything is resolved. A naming is url, id, title and subject said together, by an article of itself
 * or by a link. One naming serves all who say the same, so a link that is right is one number. Namings are found by their ids, which is
 * a look into an array and comparisons of strings; no url is hashed. The strings are the caller’s own: they are packed only when the
 * graph is frozen, and let go.
 */
export class ArticleStore {
  /** Of each naming. */
  readonly urls: string[] = [];
  readonly titles: string[] = [];
  readonly ids: number[] = [];
  readonly subjects = new NumberList();
  /** The subjects that `subjects` number, as they were first said. */
  readonly subjectNames: string[] = [];
  readonly subjectTexts: number[] = [];
  readonly arena = new TextArena();
  readonly folders = new UrlFolders(this.arena);
  /** Of each article: its naming; the texts of its title and of the last part of its url, −1 where that is the slug of the title. */
  readonly namings = new NumberList();
  readonly titleTexts = new NumberList();
  readonly segments = new NumberList();
  readonly folderNumbers = new NumberList();
  readonly urlHashes = new NumberList();
  /** The text of its file name; where its links begin; twice their number, and 1 more where it is no-index. */
  readonly files = new NumberList();
  readonly firstLinks = new NumberList();
  readonly counts = new NumberList();
  /** Of each link. */
  readonly linkNamings = new NumberList();
  readonly linkSlots = new NumberList();
  /** Namings of articles that were refused before, of which nothing else is known. */
  readonly refused: number[] = [];
  readonly #subjectNumbers = new Map<string, number>();
  /** The last naming of the ids with a hash, and for each naming the one before. */
  #lastSubject = 0;
  #lastFolder = -1;
  #heads = new Int32Array(FIRST_HEADS).fill(-1);
  readonly #before = new NumberList();

  add(article: GraphArticle, caller: string, position?: number): void {
    const { url, id, title, subject, fileName, noIndex, related } = readGraphArticle(article, caller, position);
    this.namings.push(this.#name(url, id, title, subject));
    this.#pack(url, title, fileName);
    this.firstLinks.push(this.linkNamings.length);
    this.counts.push(2 * related.length + (noIndex === true ? 1 : 0));
    for (const link of related) {
      this.linkNamings.push(this.#name(link.url, link.id, link.title, link.subject));
      this.linkSlots.push(link.slot);
    }
  }

  /** Notes an article that was refused before, of which nothing but its names is known. */
  addRefused(url: string, id: number, title: string, subject: string): void {
    this.refused.push(this.#name(url, id, title, subject));
  }

  /** Forgets how namings are found; from here on they are only read. */
  close(): void {
    this.#heads = new Int32Array(0);
    this.#before.clear();
    this.#subjectNumbers.clear();
    this.folders.close();
  }

  compareNamings(one: number, other: number): number {
    if (one === other) return 0;
    const { ids, titles, subjectNames, subjects, urls } = this;
    return (
      ids[one]! - ids[other]! ||
      compareTexts(titles[one]!, titles[other]!) ||
      compareTexts(subjectNames[subjects.at(one)]!, subjectNames[subjects.at(other)]!) ||
      compareTexts(urls[one]!, urls[other]!)
    );
  }

  /** Below 0 where the first of two articles is the one to keep if they have one url: by what they say, not by which came first. */
  compareArticles(one: number, other: number): number {
    const byNames = this.compareNamings(this.namings.at(one), this.namings.at(other));
    if (byNames !== 0) return byNames;
    const [file, otherFile] = [this.files.at(one), this.files.at(other)];
    const byFile =
      file < 0 || otherFile < 0
        ? Math.min(file, 0) - Math.min(otherFile, 0)
        : compareTexts(this.arena.textAt(file), this.arena.textAt(otherFile));
    if (byFile !== 0) return byFile;
    const [counts, otherCounts] = [this.counts.at(one), this.counts.at(other)];
    return counts === otherCounts ? this.#compareLinks(one, other, counts >>> 1) : counts - otherCounts;
  }

  #compareLinks(one: number, other: number, count: number): number {
    for (let i = 0; i < count; i++) {
      const link = this.firstLinks.at(one) + i;
      const otherLink = this.firstLinks.at(other) + i;
      const difference =
        this.linkSlots.at(link) - this.linkSlots.at(otherLink) ||
        this.compareNamings(this.linkNamings.at(link), this.linkNamings.at(otherLink));
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** Packs what is said of the article alone, while its strings are at hand: later they lie all over the memory. */
  #pack(url: string, title: string, fileName: string | undefined): void {
    const { arena, folders } = this;
    const text = arena.intern(title);
    const folder = this.#lastFolder;
    let start = folder < 0 || !url.startsWith(folders.names[folder]!) ? -1 : folders.names[folder]!.length;
    // What is the slug of a title has no slash, so that the folder ends where it does.
    let hash = start < 0 ? NO_SLUG : this.#slugHash(text, url, start, folder);
    if (hash === NO_SLUG) {
      start = url.lastIndexOf('/') + 1;
      this.#lastFolder = folders.numberOf(url, start);
      if (this.#lastFolder !== folder) hash = this.#slugHash(text, url, start, this.#lastFolder);
    }
    this.titleTexts.push(text);
    this.folderNumbers.push(this.#lastFolder);
    this.segments.push(hash === NO_SLUG ? arena.intern(url.slice(start)) : -1);
    this.urlHashes.push(
      hash === NO_SLUG ? hashOfUnits(url, start, url.length, folders.hashes[this.#lastFolder]!) : hash,
    );
    this.files.push(
      fileName === undefined ? NO_FILE : isFileOf(fileName, url, start) ? FILE_OF_URL : arena.intern(fileName),
    );
  }

  #slugHash(title: number, url: string, start: number, folder: number): number {
    const { arena, folders } = this;
    return slugHash(arena.words, arena.startAt(title), arena.formAt(title), url, start, folders.hashes[folder]!);
  }

  #name(url: string, id: number, title: string, subject: string): number {
    const { ids, subjectNames, subjects, titles, urls } = this;
    const heads = this.#heads;
    const place = hashOfId(id) & (heads.length - 1);
    let naming = heads[place]!;
    for (let left = MOST_LOOKED_AT; naming >= 0 && left > 0; left--) {
      if (
        ids[naming] === id &&
        urls[naming] === url &&
        titles[naming] === title &&
        subjectNames[subjects.at(naming)] === subject
      ) {
        return naming;
      }
      naming = this.#before.at(naming);
    }
    naming = urls.push(url) - 1;
    titles.push(title);
    // −0 is 0.
    ids.push(id + 0);
    subjects.push(this.#subjectNumber(subject));
    this.#before.push(heads[place]!);
    heads[place] = naming;
    if (naming >= heads.length) this.#growHeads();
    return naming;
  }

  #subjectNumber(subject: string): number {
    if (this.subjectNames[this.#lastSubject] === subject) return this.#lastSubject;
    let number = this.#subjectNumbers.get(subject);
    if (number === undefined) {
      number = this.subjectNames.push(subject) - 1;
      this.#subjectNumbers.set(subject, number);
      this.subjectTexts.push(this.arena.intern(subject));
    }
    this.#lastSubject = number;
    return number;
  }

  #growHeads(): void {
    const heads = new Int32Array(4 * this.#heads.length).fill(-1);
    const { ids } = this;
    for (let naming = 0; naming < ids.length; naming++) {
      const place = hashOfId(ids[naming]!) & (heads.length - 1);
      this.#before.set(naming, heads[place]!);
      heads[place] = naming;
    }
    this.#heads = heads;
  }
}
