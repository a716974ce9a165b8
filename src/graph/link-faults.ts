import type { ArticleNames } from './article-names.js';
import { type FrozenArticleGraph, WRITTEN, type WrittenLink } from './frozen-article-graph.js';
import { LINK_CODES, type LinkCode } from './graph-issue.js';

/** One bit for each of `LINK_CODES`: what is amiss with an entry, all of it. */
export type LinkFaults = number;

export const bitOf = (code: LinkCode): LinkFaults => 1 << LINK_CODES.indexOf(code);

const BITS = Object.fromEntries(LINK_CODES.map((code) => [code, bitOf(code)])) as Readonly<
  Record<LinkCode, LinkFaults>
>;

/** The codes of the bits, gravest first. */
export const codesOf = (faults: LinkFaults): readonly LinkCode[] =>
  LINK_CODES.filter((_, place) => (faults & (1 << place)) !== 0);

const LONG_ROW = 32;

/** Whether some entry of a page may be amiss; false only where none is. Reads numbers alone. */
export const mayBeFaulty = (graph: FrozenArticleGraph, names: ArticleNames, page: number): boolean => {
  const { writtenStarts, writtenTargets, writtenFlags } = graph;
  const start = writtenStarts[page]!;
  const end = writtenStarts[page + 1]!;
  if (end - start > LONG_ROW) return true;
  const { titles, ids, noIndex } = names;
  for (let e = start; e < end; e++) {
    if (writtenFlags[e] !== WRITTEN.byUrl) return true;
    const target = writtenTargets[e]!;
    // An entry that is right in everything has the title and the id of its target.
    if (titles[target] === titles[page] || ids[target] === ids[page] || noIndex[target] === 1) return true;
    for (let f = start; f < e; f++) if (ids[writtenTargets[f]!] === ids[target]) return true;
  }
  return false;
};

/** What was named before on a page, in as many ways as an entry can repeat it. */
class NamedBefore {
  readonly #words = new Map<string, number>();
  /** The words of the first entry with a target or a url, and whether a later one had others. */
  readonly #targets = new Map<number | string, { slot: number; words: string; mixed: boolean }>();
  readonly #ids = new Map<number, { slot: number; places: string; mixed: boolean; times: number }>();
  readonly #copies = new Map<number, { slot: number; node: number; mixed: boolean }>();

  /** The faults of repeating that an entry has after all that came before it, and the first entry it repeats. */
  add(link: WrittenLink, copyOf: number): { faults: LinkFaults; repeats: number | undefined } {
    const { slot } = link;
    let repeats = Number.POSITIVE_INFINITY;
    // Lengths part the strings, so that no two different entries run together to the same words.
    const places = `${link.url.length} ${link.url}${link.subject}`;
    const words = `${link.id} ${link.title.length} ${link.title}${places}`;
    let faults = 0;
    const again = (first: number, code: LinkCode): void => {
      faults |= BITS[code];
      repeats = Math.min(repeats, first);
    };
    const said = this.#words.get(words);
    if (said === undefined) this.#words.set(words, slot);
    else again(said, 'repeated-link');
    for (const target of link.target >= 0 ? [link.target, link.url] : [link.url]) {
      const named = this.#targets.get(target);
      if (named === undefined) this.#targets.set(target, { slot, words, mixed: false });
      else if (named.mixed || named.words !== words) {
        named.mixed = true;
        again(named.slot, 'repeated-target');
      }
    }
    const same = this.#ids.get(link.id);
    if (same === undefined) this.#ids.set(link.id, { slot, places, mixed: false, times: 1 });
    else {
      if (same.mixed || same.places !== places) {
        same.mixed = true;
        again(same.slot, 'repeated-copy');
      }
      same.times++;
      if (same.times === 3) again(same.slot, 'id-three-times');
    }
    const copy = copyOf < 0 ? undefined : this.#copies.get(copyOf);
    if (copyOf >= 0 && copy === undefined) this.#copies.set(copyOf, { slot, node: link.target, mixed: false });
    else if (copy !== undefined && (copy.mixed || copy.node !== link.target)) {
      copy.mixed = true;
      again(copy.slot, 'repeated-copy');
    }
    return { faults, repeats: Number.isFinite(repeats) ? repeats : undefined };
  }
}

const isAmbiguous = (
  graph: FrozenArticleGraph,
  { titles }: ArticleNames,
  withId: readonly number[],
  subject: string,
): boolean =>
  withId.some((node) => titles[node] !== titles[withId[0]!]) &&
  !withId.some((node) => graph.subjectAt(node) === subject);

/** What is amiss with an entry, and the slot of the first entry of its page that it repeats, if it does. */
export interface FaultyLink {
  readonly link: WrittenLink;
  readonly faults: LinkFaults;
  readonly repeats: number | undefined;
}

/** Everything amiss with each entry of a page, by the definitions at `LINK_CODES`. Time grows with the entries. */
export const linkFaults = (
  graph: FrozenArticleGraph,
  names: ArticleNames,
  page: number,
  links: readonly WrittenLink[],
): readonly FaultyLink[] => {
  const own = { url: graph.urlAt(page), id: graph.idAt(page), title: graph.titleAt(page) };
  const before = new NamedBefore();
  const nodesWithId = new Map<number, readonly number[]>();
  const carriers = (id: number): readonly number[] => {
    const known = nodesWithId.get(id) ?? graph.nodesWithId(id);
    nodesWithId.set(id, known);
    return known;
  };
  return links.map((link) => {
    const withUrl = link.resolvedBy === 'url' ? link.target : -1;
    const withId = carriers(link.id);
    let { faults, repeats } = before.add(link, link.target < 0 ? -1 : names.ids[link.target]!);
    if (link.url === own.url) faults |= link.id === own.id ? BITS['self-link'] : BITS['self-link-by-url'];
    else if (link.id === own.id) faults |= BITS['self-link-by-id'];
    if (link.title === own.title && link.id !== own.id) faults |= BITS['self-link-by-title'];
    if (withUrl < 0) {
      faults |= withId.length === 0 ? BITS['dangling-link'] : BITS['unknown-url'];
      if (isAmbiguous(graph, names, withId, link.subject)) faults |= BITS['ambiguous-id'];
    } else if (withId.length === 0) faults |= BITS['unknown-id'];
    else if (graph.idAt(withUrl) !== link.id) faults |= BITS['id-and-url-disagree'];
    if (link.target >= 0) {
      if (graph.titleAt(link.target) !== link.title) faults |= BITS['title-differs'];
      if (graph.subjectAt(link.target) !== link.subject) faults |= BITS['subject-differs'];
      if (names.noIndex[link.target] === 1) faults |= BITS['no-index-target'];
    }
    const isCopy = (node: number): boolean => node === withUrl && graph.subjectAt(node) === link.subject;
    if (withId.length > 0 && !withId.some(isCopy)) faults |= BITS['differs-from-every-copy'];
    return { link, faults, repeats };
  });
};
