import type { GraphArticle } from '../../model/articles/graph-article.js';
import { areNames, isWrittenSlot, refuseArticle, refuseLink } from './graph-article.js';
import { isPlainSlug } from './title-slug.js';
import { NumberList } from '../packed/number-list.js';
import { NumberedTexts } from '../packed/numbered-texts.js';
import { hashOfText } from '../packed/packed-text.js';

/** `file` where it is no name: none was given; or it is the last part of the url and “.md”, as is usual. */
export const NO_FILE = -1;
export const FILE_OF_URL = -2;

const EXTENSION = '.md';
const FIRST_HEADS = 1 << 8;
/** Namings of one id are looked at no further than this; a naming that is then kept twice is no worse than two. */
const MOST_LOOKED_AT = 8;

/** The file name that goes with a url: its last part and “.md”. */
export const fileNameOf = (url: string): string => `${url.slice(url.lastIndexOf('/') + 1)}${EXTENSION}`;

/** Whether a file name is `fileNameOf(url)`, without making that string; the last part of the url begins at `start`. */
const isFileOf = (fileName: string, url: string, start: number): boolean => {
  const length = fileName.length - EXTENSION.length;
  return length === url.length - start && fileName.endsWith(EXTENSION) && url.endsWith(fileName.slice(0, length));
};

export const compareTexts = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

/** Ids that follow one another lie side by side, sixteen to a line of the cache: an article is often linked to those filed beside it. */
const hashOfId = (id: number): number => {
  const hash = Math.imul(id >> 4, 0x9e3779b1);
  return ((hash ^ (hash >>> 16)) << 4) ^ ((hash >>> 28) ^ (id & 15));
};

/**
 * Articles as they are added, before anything is resolved. A naming is url, id, title and subject said together, by an article of itself
 * or by a link. One naming serves all who say the same, so a link that is right is one number. Namings are found by their ids, which is
 * a look into an array and comparisons of strings; no url is hashed. The strings are the caller’s own.
 */
export class ArticleStore {
  /** Of each naming; subjects are names. Hashes are taken while a title is in the cache. */
  readonly urls: string[] = [];
  readonly titles: string[] = [];
  readonly titleHashes = new NumberList();
  readonly ids: number[] = [];
  readonly subjects = new NumberList();
  /** Subjects, folders and file names, and what of a url is not made of its title, by their numbers. */
  readonly names = new NumberedTexts();
  /** Of each article: its naming; its file name, a name; where its links begin; 1 where it is no-index. */
  readonly namings = new NumberList();
  readonly files = new NumberList();
  readonly firstLinks = new NumberList();
  readonly noIndex = new NumberList();
  /** Of each article: its url up to the last slash, and that too, a name; the name of what follows, −1 where that is the slug of its title. */
  readonly folders = new NumberList();
  readonly segments = new NumberList();
  /** Of each link. */
  readonly linkNamings = new NumberList();
  readonly linkSlots = new NumberList();
  /** Namings of articles that were refused before, of which nothing else is known. */
  readonly refused: number[] = [];
  /** That of the last article, a name. */
  #lastFolder = -1;
  /** The last naming of the ids with a hash, and for each naming the one before. */
  #heads = new Int32Array(FIRST_HEADS).fill(-1);
  readonly #before = new NumberList();

  /**
   * Takes an article. Each of its properties is read once, checked and put down, without an object in between: at a hundred thousand
   * articles the objects cost a third of the time of adding. An article that is refused leaves no links.
   */
  add(article: GraphArticle, caller: string, position?: number): void {
    if (article === null || typeof article !== 'object') return refuseArticle(article, caller, position);
    const { url, id, title, subject, fileName, noIndex, related } = article;
    if (
      !areNames(url, id, title, subject) ||
      !(fileName === undefined || typeof fileName === 'string') ||
      !(noIndex === undefined || typeof noIndex === 'boolean') ||
      !Array.isArray(related)
    ) {
      return refuseArticle({ url, id, title, subject, fileName, noIndex, related }, caller, position);
    }
    const first = this.linkNamings.length;
    this.#addLinks(related, url, caller, position);
    this.namings.push(this.#name(url, id, title, subject));
    this.firstLinks.push(first);
    // While the strings are in the cache: when all articles are there, each look at one is a wait for memory.
    const isLikeLast = this.#isSlugInLastFolder(title, url);
    if (!isLikeLast) this.#lastFolder = this.names.numberOf(url.slice(0, url.lastIndexOf('/') + 1));
    const start = this.names.all[this.#lastFolder]!.length;
    const isSlug = isLikeLast || isPlainSlug(title, url, start);
    this.folders.push(this.#lastFolder);
    this.segments.push(isSlug ? -1 : this.names.numberOf(url.slice(start)));
    this.noIndex.push(noIndex === true ? 1 : 0);
    if (fileName === undefined) this.files.push(NO_FILE);
    else this.files.push(isFileOf(fileName, url, start) ? FILE_OF_URL : this.names.numberOf(fileName));
  }

  /** How many links an article has. */
  linkCountOf(article: number): number {
    const next = article + 1 < this.firstLinks.length ? this.firstLinks.at(article + 1) : this.linkNamings.length;
    return next - this.firstLinks.at(article);
  }

  /** Notes an article that was refused before, of which nothing but its names is known. */
  addRefused(url: string, id: number, title: string, subject: string): void {
    this.refused.push(this.#name(url, id, title, subject));
  }

  /** Forgets how namings are found; from here on they are only read. */
  close(): void {
    this.#heads = new Int32Array(0);
    this.#before.clear();
  }

  compareNamings(one: number, other: number): number {
    if (one === other) return 0;
    const { ids, names, subjects, titles, urls } = this;
    return (
      ids[one]! - ids[other]! ||
      compareTexts(titles[one]!, titles[other]!) ||
      compareTexts(names.all[subjects.at(one)]!, names.all[subjects.at(other)]!) ||
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
        : compareTexts(this.names.all[file]!, this.names.all[otherFile]!);
    if (byFile !== 0) return byFile;
    const count = this.linkCountOf(one);
    return (
      count - this.linkCountOf(other) ||
      this.noIndex.at(one) - this.noIndex.at(other) ||
      this.#compareLinks(one, other, count)
    );
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

  /** The links of an article, in the order of their slots; those of one slot stay as they were. */
  #addLinks(related: GraphArticle['related'], of: string, caller: string, position: number | undefined): void {
    const { linkNamings, linkSlots } = this;
    const first = linkNamings.length;
    let last = 0;
    let isInOrder = true;
    for (let i = 0, { length } = related; i < length; i++) {
      const link = related[i];
      if (link === null || typeof link !== 'object') {
        this.#dropLinks(first);
        return refuseLink(link, i, of, caller, position);
      }
      const { slot, id, title, subject, url } = link;
      if (!isWrittenSlot(slot) || !areNames(url, id, title, subject)) {
        this.#dropLinks(first);
        return refuseLink({ slot, id, title, subject, url }, i, of, caller, position);
      }
      linkNamings.push(this.#name(url, id, title, subject));
      linkSlots.push(slot);
      if (slot < last) isInOrder = false;
      last = slot;
    }
    if (!isInOrder) this.#sortLinks(first);
  }

  #dropLinks(first: number): void {
    this.linkNamings.length = first;
    this.linkSlots.length = first;
  }

  #sortLinks(first: number): void {
    const { linkNamings, linkSlots } = this;
    const links = Array.from({ length: linkSlots.length - first }, (_, i) => ({
      naming: linkNamings.at(first + i),
      slot: linkSlots.at(first + i),
    }));
    links.sort((one, other) => one.slot - other.slot);
    for (const [i, { naming, slot }] of links.entries()) {
      linkNamings.set(first + i, naming);
      linkSlots.set(first + i, slot);
    }
  }

  #name(url: string, id: number, title: string, subject: string): number {
    const { ids, subjects, titles, urls } = this;
    const { all } = this.names;
    const heads = this.#heads;
    const place = hashOfId(id) & (heads.length - 1);
    let naming = heads[place]!;
    for (let left = MOST_LOOKED_AT; naming >= 0 && left > 0; left--) {
      if (
        ids[naming] === id &&
        urls[naming] === url &&
        titles[naming] === title &&
        all[subjects.at(naming)] === subject
      ) {
        return naming;
      }
      naming = this.#before.at(naming);
    }
    naming = urls.push(url) - 1;
    // −0 is 0.
    ids.push(id + 0);
    titles.push(title);
    this.titleHashes.push(hashOfText(title));
    subjects.push(this.names.numberOf(subject));
    this.#before.push(heads[place]!);
    heads[place] = naming;
    if (naming >= heads.length) this.#growHeads();
    return naming;
  }

  /** So are most articles that come one after another. No slug has a slash, so the folder is the whole of it. */
  #isSlugInLastFolder(title: string, url: string): boolean {
    const folder = this.names.all[this.#lastFolder];
    return folder !== undefined && url.startsWith(folder) && isPlainSlug(title, url, folder.length);
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
