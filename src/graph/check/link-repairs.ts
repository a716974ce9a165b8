import { at } from '../../common/at.js';
import { placeInOrder } from '../articles/article-graph-over.js';
import type { SharedNames } from './shared-names.js';
import type { ArticleTable } from '../articles/article-table.js';
import type { GraphRepair } from './graph-issue.js';
import {
  AMBIGUOUS,
  DANGLING,
  DISAGREE,
  NO_INDEX,
  REPEATED_LINK,
  SELF,
  SELF_BY_TITLE,
  UNKNOWN_ID,
  UNKNOWN_URL,
} from './link-faults.js';
import type { LinkNames } from './link-names.js';
import type { RelatedList } from './related-list.js';
import { NearestArticle } from './nearest-article.js';

/** What becomes of an entry that is not to lead to another article: it goes; or nobody can tell. */
const AWAY = -1;
const OPEN = -2;

/** The article an entry is to lead to, or one of these; and whether that follows from what the pages say. */
interface Destination {
  readonly node: number;
  readonly certain: boolean;
}

const UNDECIDED: Destination = { node: OPEN, certain: false };

/** What may be done about an entry. */
export interface LinkMending {
  readonly repair?: GraphRepair | undefined;
  /** Where there is no repair, the article to ask for. */
  readonly question?: number | undefined;
}

const NOTHING: LinkMending = {};

/** So many of the articles of one id are asked for their titles. */
const MOST_ASKED = 512;

/**
 * Finds the repairs of the entries of a page, chosen together, so that after all of them, or all that are certain, the page names no
 * article twice: what is sound keeps its place, then each entry of which it is certain where it was meant to lead goes there, or goes away
 * where that article has a place. What nobody can place stays where it is; guesses take what is left.
 */
export class LinkRepairer {
  readonly #table: ArticleTable;
  readonly #classes: SharedNames;
  readonly #names: LinkNames;
  readonly #nearest: NearestArticle;
  #questions = new Map<number, number>();

  constructor(table: ArticleTable, classes: SharedNames, names: LinkNames) {
    this.#table = table;
    this.#classes = classes;
    this.#names = names;
    this.#nearest = new NearestArticle(table, classes, names);
  }

  /** What may be done about each entry of a page whose faults are known. */
  mendings(page: number, row: RelatedList): readonly LinkMending[] {
    const taken = new Set<number>();
    const destinations: (Destination | undefined)[] = [];
    this.#questions = new Map();
    for (let i = 0; i < row.count; i++) {
      // An entry that leads to a no-index page stays as it is: no other words would help.
      const isSound = (row.faults[i]! & ~NO_INDEX) === 0;
      if (isSound) taken.add(row.ids[i]!);
      destinations.push(isSound ? undefined : this.#destinationOf(page, row, i));
    }
    const mendings: LinkMending[] = destinations.map(() => NOTHING);
    const eachFaulty = (repairOf: (i: number, to: Destination) => GraphRepair | undefined): void => {
      for (const [i, to] of destinations.entries()) {
        const repair = to && repairOf(i, to);
        if (repair) mendings[i] = { repair };
      }
    };
    eachFaulty((i, to) => this.#turnOfCertain(page, row, i, to, taken));
    eachFaulty((i, to) => this.#turnOfOpen(page, row, i, to, taken));
    eachFaulty((i, to) => this.#turnOfGuess(page, row, i, to, taken));
    for (const [i, question] of this.#questions) if (!at(mendings, i).repair) mendings[i] = { question };
    return mendings;
  }

  #turnOfCertain(page: number, row: RelatedList, i: number, to: Destination, taken: Set<number>) {
    // Word for word the same again has no more to say, whatever the first becomes.
    if ((row.faults[i]! & REPEATED_LINK) !== 0) return this.#removal(page, row, i, true);
    return to.certain ? this.#move(page, row, i, to, taken) : undefined;
  }

  /** An entry that nobody can place stays, but where its target has a place already, it may be one too many. */
  #turnOfOpen(page: number, row: RelatedList, i: number, to: Destination, taken: Set<number>) {
    if (to.node !== OPEN || (row.faults[i]! & REPEATED_LINK) !== 0) return undefined;
    const target = this.#names.targetOfLink(row, i);
    if (target >= 0 && taken.has(this.#names.idAt(target))) return this.#removal(page, row, i, false);
    if (target >= 0) taken.add(this.#names.idAt(target));
    taken.add(row.ids[i]!);
    return undefined;
  }

  #turnOfGuess(page: number, row: RelatedList, i: number, to: Destination, taken: Set<number>) {
    const isGuess = to.node !== OPEN && !to.certain && (row.faults[i]! & REPEATED_LINK) === 0;
    return isGuess ? this.#move(page, row, i, to, taken) : undefined;
  }

  #move(page: number, row: RelatedList, i: number, to: Destination, taken: Set<number>): GraphRepair | undefined {
    const { node, certain } = to;
    const names = this.#names;
    if (node === AWAY || taken.has(names.idAt(node))) return this.#removal(page, row, i, certain);
    taken.add(names.idAt(node));
    if (names.isLinkTo(row, i, node)) return undefined;
    const right = names.linkTo(node, names.slotOfLink(row, i));
    return { kind: 'replace-link', certain, url: names.urlAt(page), written: names.linkAt(row, i), with: right };
  }

  #removal(page: number, row: RelatedList, i: number, certain: boolean): GraphRepair {
    return { kind: 'remove-link', certain, url: this.#names.urlAt(page), written: this.#names.linkAt(row, i) };
  }

  #destinationOf(page: number, row: RelatedList, i: number): Destination {
    const faults = row.faults[i]!;
    const target = this.#names.targetOfLink(row, i);
    if ((faults & SELF) !== 0) return { node: AWAY, certain: true };
    if ((faults & DISAGREE) !== 0) return this.#ofTwo(page, row, i, target);
    if ((faults & UNKNOWN_ID) !== 0) {
      if (this.#isOwn(page, target)) return this.#away(page, row, i);
      return this.#isTitled(row, i, target) ? { node: target, certain: true } : UNDECIDED;
    }
    if ((faults & SELF_BY_TITLE) !== 0 && target < 0) return this.#away(page, row, i);
    if ((faults & DANGLING) !== 0) {
      const near = this.#nearest.find(page, row, i);
      if (near?.as === 'question') this.#questions.set(i, near.node);
      return near === undefined || near.as === 'question'
        ? UNDECIDED
        : { node: near.node, certain: near.as === 'certain' };
    }
    if ((faults & AMBIGUOUS) !== 0) {
      const carrier = this.#titledCarrier(row, i);
      return carrier >= 0 ? this.#orAway(page, row, i, carrier, true) : UNDECIDED;
    }
    if (target < 0) return UNDECIDED;
    // The id leads to another subject than the one named: it is the article meant only if the title says so too.
    const isByIdAlone = (faults & UNKNOWN_URL) !== 0 && this.#names.subjectTextAt(target) !== row.subjects[i];
    return this.#orAway(page, row, i, target, !isByIdAlone || this.#isTitled(row, i, target));
  }

  /** Of an entry that names two articles: one or two of its names lead one way, and the title decides; where it does not, a person. */
  #ofTwo(page: number, row: RelatedList, i: number, target: number): Destination {
    const carrier = this.#titledCarrier(row, i);
    const isToTarget = this.#isTitled(row, i, target);
    const isExact = this.#table.titles[target] === row.titles[i];
    if (isToTarget && (isExact || carrier < 0)) return this.#orAway(page, row, i, target, true);
    if (carrier >= 0 && (!isToTarget || this.#table.titles[carrier] === row.titles[i])) {
      return this.#orAway(page, row, i, carrier, true);
    }
    return this.#isOwn(page, target) ? this.#away(page, row, i) : UNDECIDED;
  }

  #isOwn(page: number, node: number): boolean {
    const { ids, titles } = this.#classes;
    return ids[node] === ids[page] || titles[node] === titles[page];
  }

  #orAway(page: number, row: RelatedList, i: number, node: number, certain: boolean): Destination {
    return this.#isOwn(page, node) ? this.#away(page, row, i) : { node, certain };
  }

  /** An entry that leads back to its page goes; for certain where its title, and what it names, are those of the page. */
  #away(page: number, row: RelatedList, i: number): Destination {
    const target = this.#names.targetOfLink(row, i);
    const isOfPage =
      target < 0
        ? this.#names.subjectTextAt(page) === row.subjects[i]
        : this.#classes.ids[target] === this.#classes.ids[page];
    return { node: AWAY, certain: isOfPage && this.#isTitled(row, i, page) };
  }

  #isTitled(row: RelatedList, i: number, node: number): boolean {
    return this.#nearest.areTitlesAlike(this.#table.titles[node]!, row.titles[i]!);
  }

  /** Of the articles with the id and the title of an entry, letter for letter before others, the one in its subject, or the first by url; or −1. */
  #titledCarrier(row: RelatedList, i: number): number {
    const { idOrder, ids, titles } = this.#table;
    const id = row.ids[i]!;
    const from = placeInOrder(idOrder, ids, id);
    let best = -1;
    let most = 0;
    for (let at = from; at < idOrder.length && at < from + MOST_ASKED && ids[idOrder[at]!] === id; at++) {
      const node = idOrder[at]!;
      if (!this.#isTitled(row, i, node)) continue;
      const isNamed = this.#names.subjectTextAt(node) === row.subjects[i];
      const merit = (titles[node] === row.titles[i] ? 2 : 0) + (isNamed ? 1 : 0) + 1;
      if (merit > most) [best, most] = [node, merit];
    }
    return best;
  }
}
