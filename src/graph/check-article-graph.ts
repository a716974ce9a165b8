import type { Severity } from '../model/issue.js';
import { articleNames } from './article-names.js';
import { openTable } from './article-table.js';
import type { FrozenArticleGraph, WrittenLink } from './frozen-article-graph.js';
import {
  GRAPH_SEVERITIES,
  type GraphCode,
  type GraphIssue,
  type GraphRepair,
  LINK_CODES,
  type LinkCode,
  PAGE_CODES,
} from './graph-issue.js';
import { bitOf, codesOf, type FaultyLink, linkFaults, mayBeFaulty } from './link-faults.js';
import { linkRepairs } from './link-repairs.js';
import { describeLinkIssue, hintOfRepair } from './link-words.js';
import { type FindNearest, nearestArticle } from './nearest-article.js';
import { pageIssues } from './page-issues.js';
import { refuseUnknown, refuseWord } from './refuse.js';

export interface CheckArticleGraphOptions {
  /** The codes to report; all of them where left out. What else is so of an entry is then not told either. */
  readonly only?: readonly GraphCode[] | undefined;
  /** Codes not to report. */
  readonly without?: readonly GraphCode[] | undefined;
  /** Whether repairs are looked for (`true`, the default). Without them no titles are indexed. */
  readonly repairs?: boolean | undefined;
}

const GRAPH_CODES: readonly GraphCode[] = [...LINK_CODES, ...PAGE_CODES];

const wantedCodes = (options: CheckArticleGraphOptions): ReadonlySet<GraphCode> => {
  refuseUnknown('checkArticleGraph', options, ['only', 'without', 'repairs']);
  for (const name of ['only', 'without'] as const) {
    for (const code of options[name] ?? []) refuseWord('checkArticleGraph', name, code, GRAPH_CODES);
  }
  const wanted = new Set(options.only ?? GRAPH_CODES);
  for (const code of options.without ?? []) wanted.delete(code);
  return wanted;
};

const RANKS: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

const gravest = (codes: readonly LinkCode[]): Severity =>
  codes.map((code) => GRAPH_SEVERITIES[code]).reduce((one, other) => (RANKS[other] > RANKS[one] ? other : one), 'info');

const linkIssue = (
  graph: FrozenArticleGraph,
  page: number,
  faulty: FaultyLink,
  codes: readonly LinkCode[],
  repair: GraphRepair | undefined,
): GraphIssue => ({
  code: codes[0]!,
  also: codes.slice(1),
  severity: gravest(codes),
  path: [graph.urlAt(page), 'related', faulty.link.slot],
  message: describeLinkIssue(graph, page, faulty, codes[0]!),
  hint: hintOfRepair(codes[0]!, repair),
  ...(repair && { repair }),
});

/**
 * Checks articles and their related links: what leads nowhere, to the wrong page or back to its own, what is stale, and what is said
 * twice. Each thing that can be amiss is defined at `LINK_CODES` and `PAGE_CODES`.
 *
 * For one entry of a related list there is one issue, however much is amiss with it: the gravest is its `code`, the rest are in
 * `also`, and `countGraphIssues` counts both. An entry that leads nowhere has no target whose title or subject could differ. An issue of an
 * entry carries a `repair` where it is plain what was meant: by the names that agree, and for a link that leads nowhere by the
 * article of the nearest title, if one is near. Repairs of one page fit together: after all of them it names no article twice.
 *
 * Issues come in the order of the urls; those of an article itself first, by code, then those of its entries, by slot. The order in
 * which articles were given makes no difference. Where nothing is amiss no string is made for an entry. Titles are looked at in
 * full for equality, and no further than their first 256 code units for nearness.
 *
 * @throws TypeError for an unknown option, RangeError for an unknown code
 * @example
 * const graph = buildArticleGraph([
 *   { url: '/tides', id: 1, title: 'How do tides work?', subject: 'Oceans', related: [
 *     { slot: 1, id: 2, title: 'Why is the moon round?', subject: 'Space', url: '/moon' },
 *   ] },
 *   { url: '/moon', id: 2, title: 'Why is the moon a ball?', subject: 'Space', related: [] },
 * ]);
 * const [issue] = checkArticleGraph(graph);
 * issue?.code; // => 'title-differs'
 * issue?.path; // => ['/tides', 'related', 1]
 * issue?.hint; // => 'give it the title “Why is the moon a ball?”'
 */
export const checkArticleGraph = (
  graph: FrozenArticleGraph,
  options: CheckArticleGraphOptions = {},
): readonly GraphIssue[] => {
  const wanted = wantedCodes(options);
  const table = openTable(graph.tableBuffer, 'checkArticleGraph');
  const names = articleNames(table);
  const pages = pageIssues(graph, names, table, wanted);
  const wantedFaults = LINK_CODES.reduce((bits, code) => (wanted.has(code) ? bits | bitOf(code) : bits), 0);
  const ground = options.repairs === false ? undefined : { graph, names, nearest: onceNeeded(graph) };
  const issues: GraphIssue[] = [];
  for (let page = 0; page < graph.nodeCount; page++) {
    for (const issue of pages.issuesOf(page)) issues.push(issue);
    if (wantedFaults === 0 || !mayBeFaulty(graph, names, page)) continue;
    const links = linkFaults(graph, names, page, linksOf(graph, page));
    if (!links.some(({ faults }) => (faults & wantedFaults) !== 0)) continue;
    const repairs = ground && linkRepairs(ground, page, links);
    links.forEach((faulty, i) => {
      const codes = codesOf(faulty.faults & wantedFaults);
      if (codes.length > 0) issues.push(linkIssue(graph, page, faulty, codes, repairs?.[i]));
    });
  }
  return issues;
};

const linksOf = (graph: FrozenArticleGraph, page: number): readonly WrittenLink[] => {
  const start = graph.writtenStarts[page]!;
  return Array.from({ length: graph.writtenStarts[page + 1]! - start }, (_, i) => graph.writtenAt(start + i));
};

/** The search for near titles, prepared when the first link that leads nowhere asks for it. */
const onceNeeded = (graph: FrozenArticleGraph): FindNearest => {
  let prepared: FindNearest | undefined;
  return (link, isBarred) => {
    prepared ??= nearestArticle(graph);
    return prepared(link, isBarred);
  };
};
