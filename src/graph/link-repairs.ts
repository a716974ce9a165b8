import { placeInOrder } from './article-graph-over.js';
import type { ArticleNames } from './article-names.js';
import type { ArticleTable } from './article-table.js';
import type { GraphRepair } from './graph-issue.js';
import { bitOf } from './link-faults.js';
import type { LinkNames } from './link-names.js';
import type { WrittenRow } from './written-row.js';
import { NearestArticle } from './nearest-article.js';

const REPEATED = bitOf('repeated-link');
const DISAGREE = bitOf('id-and-url-disagree');
const UNKNOWN_ID = bitOf('unknown-id');
const DANGLING = bitOf('dangling-link');
const AMBIGUOUS = bitOf('ambiguous-id');
const BY_TITLE = bitOf('self-link-by-title');
/** Such entries stay as they are: no other words would help. */
const NO_INDEX = bitOf('no-index-target');

/** What becomes of an entry that is not to lead to another article: it goes; or nobody can tell. */
const AWAY = -1;
const OPEN = -2;
/** The article an entry is to lead to, or one of these. */
type Destination = number;

/** So many of the articles of one id are asked for their titles. */
const MOST_ASKED = 512;

/**
 * Finds the repairs of the entries of a page, chosen together, so that after all of them the page names no article twice: what is sound
 * keeps its place, then each faulty entry in turn goes where it was meant to lead, or goes away where that article has a place.
 */
export class LinkRepairer {
  readonly #table: ArticleTable;
  readonly #classes: ArticleNames;
  readonly #names: LinkNames;
  readonly #nearest: NearestArticle;

  constructor(table: ArticleTable, classes: ArticleNames, names: LinkNames) {
    this.#table = table;
    this.#classes = classes;
    this.#names = names;
    this.#nearest = new NearestArticle(table, classes, names);
  }

  /** The repair of each entry of a page whose faults are known; undefined for one that has none. */
  repairs(page: number, row: WrittenRow): readonly (GraphRepair | undefined)[] {
    const taken = new Set<number>();
    for (let i = 0; i < row.count; i++) if ((row.faults[i]! & ~NO_INDEX) === 0) taken.add(row.ids[i]!);
    return Array.from({ length: row.count }, (_, i) => this.#repair(page, row, i, taken));
  }

  #repair(page: number, row: WrittenRow, i: number, taken: Set<number>): GraphRepair | undefined {
    if ((row.faults[i]! & ~NO_INDEX) === 0) return undefined;
    const names = this.#names;
    const destination = this.#destinationOf(page, row, i);
    if (destination === OPEN) {
      // An entry that nobody can place stays, but not twice.
      const target = names.targetOfLink(row, i);
      if ((row.faults[i]! & REPEATED) !== 0 || (target >= 0 && taken.has(names.idAt(target)))) {
        return this.#removal(page, row, i);
      }
      if (target >= 0) taken.add(names.idAt(target));
      taken.add(row.ids[i]!);
      return undefined;
    }
    if (destination === AWAY || taken.has(names.idAt(destination))) return this.#removal(page, row, i);
    taken.add(names.idAt(destination));
    if (names.isLinkTo(row, i, destination)) return undefined;
    const right = names.linkTo(destination, names.slotOfLink(row, i));
    return { kind: 'replace-link', url: names.urlAt(page), written: names.linkAt(row, i), with: right };
  }

  #removal(page: number, row: WrittenRow, i: number): GraphRepair {
    return { kind: 'remove-link', url: this.#names.urlAt(page), written: this.#names.linkAt(row, i) };
  }

  #destinationOf(page: number, row: WrittenRow, i: number): Destination {
    const faults = row.faults[i]!;
    const target = this.#names.targetOfLink(row, i);
    if ((faults & DISAGREE) !== 0) {
      // Two of the four names lead one way and one or two the other: the title decides, and where it does not, a person.
      if (this.#isTitled(row, i, target)) return this.#orAway(page, target);
      const carrier = this.#titledCarrier(row, i);
      if (carrier >= 0) return this.#orAway(page, carrier);
      return this.#isOwn(page, target) ? AWAY : OPEN;
    }
    if ((faults & UNKNOWN_ID) !== 0) {
      return this.#isOwn(page, target) ? AWAY : this.#isTitled(row, i, target) ? target : OPEN;
    }
    if ((faults & BY_TITLE) !== 0 && target < 0) return AWAY;
    if ((faults & DANGLING) !== 0) {
      const near = this.#nearest.find(page, row, i);
      return near < 0 ? OPEN : near;
    }
    if ((faults & AMBIGUOUS) !== 0) {
      const carrier = this.#titledCarrier(row, i);
      return carrier >= 0 ? this.#orAway(page, carrier) : OPEN;
    }
    return target < 0 ? OPEN : this.#orAway(page, target);
  }

  #isOwn(page: number, node: number): boolean {
    const { ids, titles } = this.#classes;
    return ids[node] === ids[page] || titles[node] === titles[page];
  }

  #orAway(page: number, node: number): Destination {
    return this.#isOwn(page, node) ? AWAY : node;
  }

  #isTitled(row: WrittenRow, i: number, node: number): boolean {
    return this.#nearest.areTitlesAlike(this.#table.titles[node]!, row.titles[i]!);
  }

  /** Of the articles with the id and the title of an entry the one in its subject, or the first by url; −1 where there is none. */
  #titledCarrier(row: WrittenRow, i: number): number {
    const { idOrder, ids } = this.#table;
    const id = row.ids[i]!;
    const from = placeInOrder(idOrder, ids, id);
    let first = -1;
    for (let at = from; at < idOrder.length && at < from + MOST_ASKED && ids[idOrder[at]!] === id; at++) {
      const node = idOrder[at]!;
      if (!this.#isTitled(row, i, node)) continue;
      if (this.#names.subjectTextAt(node) === row.subjects[i]) return node;
      if (first < 0) first = node;
    }
    return first;
  }
}
