import type { RelatedLink } from '../model/related-link.js';
import type { ArticleNames } from './article-names.js';
import type { FrozenArticleGraph } from './frozen-article-graph.js';
import type { GraphRepair } from './graph-issue.js';
import { bitOf, type FaultyLink } from './link-faults.js';
import { areTitlesAlike, type FindNearest } from './nearest-article.js';

const REPEATED = bitOf('repeated-link');
const DISAGREE = bitOf('id-and-url-disagree');
const UNKNOWN_ID = bitOf('unknown-id');
const DANGLING = bitOf('dangling-link');
const AMBIGUOUS = bitOf('ambiguous-id');
const BY_TITLE = bitOf('self-link-by-title');
/** Such entries stay as they are: no other words would help. */
const NO_INDEX = bitOf('no-index-target');

/** The article an entry is to lead to; or that it is to go; or that neither is plain. */
type Destination = number | 'away' | 'open';

/** What is needed to tell where links were meant to lead. */
export interface RepairGround {
  readonly graph: FrozenArticleGraph;
  readonly names: ArticleNames;
  /** Called only for links that lead nowhere. */
  readonly nearest: FindNearest;
}

const inSubject = (graph: FrozenArticleGraph, nodes: readonly number[], subject: string): number =>
  nodes.find((node) => graph.subjectAt(node) === subject) ?? nodes[0] ?? -1;

const destinationOf = (
  { graph, names, nearest }: RepairGround,
  page: number,
  { link, faults }: FaultyLink,
): Destination => {
  const { titles, ids } = names;
  const isOwn = (node: number): boolean => ids[node] === ids[page] || titles[node] === titles[page];
  const orAway = (node: number): Destination => (isOwn(node) ? 'away' : node);
  const isTitled = (node: number): boolean => areTitlesAlike(graph.titleAt(node), link.title);
  if ((faults & DISAGREE) !== 0) {
    // Two of the four names lead one way and one or two the other: the title decides, and where it does not, a person.
    if (isTitled(link.target)) return orAway(link.target);
    const carriers = graph.nodesWithId(link.id).filter(isTitled);
    if (carriers.length > 0) return orAway(inSubject(graph, carriers, link.subject));
    return isOwn(link.target) ? 'away' : 'open';
  }
  if ((faults & UNKNOWN_ID) !== 0) return isTitled(link.target) || isOwn(link.target) ? orAway(link.target) : 'open';
  if ((faults & BY_TITLE) !== 0 && link.target < 0) return 'away';
  if ((faults & DANGLING) !== 0) {
    const near = nearest(link, isOwn);
    return near < 0 ? 'open' : near;
  }
  if ((faults & AMBIGUOUS) !== 0) {
    const carriers = graph.nodesWithId(link.id).filter(isTitled);
    return carriers.length > 0 ? orAway(inSubject(graph, carriers, link.subject)) : 'open';
  }
  return link.target < 0 ? 'open' : orAway(link.target);
};

const plain = ({ slot, id, title, subject, url }: RelatedLink): RelatedLink => ({ slot, id, title, subject, url });

const linkTo = (graph: FrozenArticleGraph, node: number, slot: number): RelatedLink => ({
  slot,
  id: graph.idAt(node),
  title: graph.titleAt(node),
  subject: graph.subjectAt(node),
  url: graph.urlAt(node),
});

const areSame = (one: RelatedLink, other: RelatedLink): boolean =>
  one.id === other.id && one.title === other.title && one.subject === other.subject && one.url === other.url;

/**
 * The repair of each entry of a page, chosen together, so that after all of them the page names no article twice: what is sound keeps
 * its place, then each faulty entry in turn goes where it was meant to lead, or goes away where that article has a place.
 */
export const linkRepairs = (
  ground: RepairGround,
  page: number,
  links: readonly FaultyLink[],
): readonly (GraphRepair | undefined)[] => {
  const { graph } = ground;
  const url = graph.urlAt(page);
  const taken = new Set<number>();
  for (const { link, faults } of links) if ((faults & ~NO_INDEX) === 0) taken.add(link.id);
  return links.map((faulty) => {
    const { link, faults } = faulty;
    if ((faults & ~NO_INDEX) === 0) return undefined;
    const destination = destinationOf(ground, page, faulty);
    const written = plain(link);
    const away: GraphRepair = { kind: 'remove-link', url, written };
    if (destination === 'away') return away;
    if (destination === 'open') {
      // An entry that nobody can place stays, but not twice.
      const reached = link.target < 0 ? undefined : graph.idAt(link.target);
      if ((faults & REPEATED) !== 0 || (reached !== undefined && taken.has(reached))) return away;
      if (reached !== undefined) taken.add(reached);
      taken.add(link.id);
      return undefined;
    }
    const id = graph.idAt(destination);
    if (taken.has(id)) return away;
    taken.add(id);
    const right = linkTo(graph, destination, link.slot);
    return areSame(written, right) ? undefined : { kind: 'replace-link', url, written, with: right };
  });
};
