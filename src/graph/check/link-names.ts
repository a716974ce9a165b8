import type { RelatedLink } from '../../model/articles/related-link.js';
import type { ArticleData } from '../articles/article-table.js';
import { nearestUrl } from '../articles/find-article.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import type { RelatedList } from './related-list.js';
import { cachedTexts, type TextAt } from './text-cache.js';
import { urlFormFinder } from './url-form.js';

/** The names of articles and of the entries of a row, as strings: asked for only where something is amiss. */
export class LinkNames {
  readonly urlAt: TextAt;
  readonly textAt: TextAt;
  readonly #table: ArticleData;
  /** The url that begins most like a given one. */
  readonly nearestUrl: (url: string) => string | undefined;
  /** The article whose url is another way to write a given one, or −1. */
  readonly nodeOfUrlForm: (url: string) => number;

  constructor(graph: FrozenArticleGraph, table: ArticleData) {
    this.#table = table;
    this.nearestUrl = (url) => nearestUrl(graph, url);
    this.nodeOfUrlForm = urlFormFinder(table, graph.urlAt, graph.nodeOf);
    this.urlAt = cachedTexts((node) => graph.urlAt(node));
    this.textAt = cachedTexts((text) => table.textAt(text));
  }

  idAt(node: number): number {
    return this.#table.ids[node]!;
  }

  titleAt(node: number): string {
    return this.textAt(this.#table.titles[node]!);
  }

  subjectAt(node: number): string {
    return this.textAt(this.subjectTextAt(node));
  }

  /** The number of the text of the subject. */
  subjectTextAt(node: number): number {
    return this.#table.subjects[this.#table.subjectNumbers[node]!]!;
  }

  urlOfLink({ urls }: RelatedList, i: number): string {
    return urls[i]! < 0 ? this.textAt(-1 - urls[i]!) : this.urlAt(urls[i]!);
  }

  /** Whether an entry is a url and nothing else, as those of a list are: then its id was computed, and means nothing to a reader. */
  isUrlAlone({ titles, subjects }: RelatedList, i: number): boolean {
    return this.textAt(titles[i]!) === '' && this.textAt(subjects[i]!) === '';
  }

  slotOfLink({ start }: RelatedList, i: number): number {
    return this.#table.writtenSlots[start + i]!;
  }

  /** The node an entry leads to, or −1. */
  targetOfLink({ start }: RelatedList, i: number): number {
    return this.#table.writtenTargets[start + i]!;
  }

  /** An entry as it was written. */
  linkAt(row: RelatedList, i: number): RelatedLink {
    return {
      slot: this.slotOfLink(row, i),
      id: row.ids[i]!,
      title: this.textAt(row.titles[i]!),
      subject: this.textAt(row.subjects[i]!),
      url: this.urlOfLink(row, i),
    };
  }

  /** An entry that says of a node what is so. */
  linkTo(node: number, slot: number): RelatedLink {
    return {
      slot,
      id: this.idAt(node),
      title: this.titleAt(node),
      subject: this.subjectAt(node),
      url: this.urlAt(node),
    };
  }

  /** Whether an entry says of a node what is so. */
  isLinkTo({ ids, titles, subjects, urls }: RelatedList, i: number, node: number): boolean {
    return (
      ids[i] === this.idAt(node) &&
      urls[i] === node &&
      titles[i] === this.#table.titles[node] &&
      subjects[i] === this.subjectTextAt(node)
    );
  }
}
