import type { Severity } from '../../model/shared/issue.js';
import { dataOf, tableOf } from '../articles/article-graph-over.js';
import { sharedNames, type SharedNames } from './shared-names.js';
import type { ArticleData } from '../articles/article-table.js';
import type { FrozenArticleGraph } from '../articles/frozen-article-graph.js';
import { SEVERITIES, type GraphCode, type GraphIssue, LINK_CODES, type LinkCode, PAGE_CODES } from './graph-issue.js';
import { bitOf, codesOf, firstWithId, LinkChecker, type LinkFaults } from './link-faults.js';
import { LinkNames } from './link-names.js';
import { type LinkMending, LinkRepairer } from './link-repairs.js';
import { RelatedList } from './related-list.js';
import { describeLinkIssue, hintOfQuestion, hintOfRepair, hintOfUrlAlone } from './link-messages.js';
import { pageIssues } from './page-issues.js';
import { LONG_WORK_OPTIONS, longWork, type LongWorkOptions } from '../../common/long-work.js';
import { refuseNoList, refuseNoTruth, refuseUnknown, refuseWord } from '../../common/refuse.js';
import { refuseNoArticleGraph } from '../links/refuse-graph.js';

export interface CheckArticleGraphOptions extends LongWorkOptions {
  /** The codes to report; all of them where left out. What else is so of an entry is then not told either. */
  readonly only?: readonly GraphCode[] | undefined;
  /** Codes not to report. */
  readonly without?: readonly GraphCode[] | undefined;
  /** Whether repairs are looked for (`true`, the default). Without them no titles are indexed. */
  readonly repairs?: boolean | undefined;
}

const GRAPH_CODES: readonly GraphCode[] = [...LINK_CODES, ...PAGE_CODES];

/** The codes of a list of the caller’s, read once and checked. */
const ownCodes = (name: string, codes: readonly GraphCode[]): readonly GraphCode[] => {
  refuseNoList('checkArticleGraph', name, codes, 'codes');
  const own = Array.from(codes);
  for (const code of own) refuseWord('checkArticleGraph', name, code, GRAPH_CODES);
  return own;
};

/** What is asked for: each option is read once. */
const checkSettings = (
  options: CheckArticleGraphOptions,
): { readonly wanted: ReadonlySet<GraphCode>; readonly repairs: boolean } => {
  refuseUnknown('checkArticleGraph', options, ['only', 'without', 'repairs', ...LONG_WORK_OPTIONS]);
  const { only = GRAPH_CODES, without = [], repairs = true } = options;
  const wanted = new Set(ownCodes('only', only));
  for (const code of ownCodes('without', without)) wanted.delete(code);
  refuseNoTruth('checkArticleGraph', 'repairs', repairs);
  return { wanted, repairs };
};

const RANKS: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

const gravest = (codes: readonly LinkCode[]): Severity =>
  codes.map((code) => SEVERITIES[code]).reduce((one, other) => (RANKS[other] > RANKS[one] ? other : one), 'info');

interface Verdict {
  readonly code: LinkCode;
  readonly also: readonly LinkCode[];
  readonly severity: Severity;
}

/** What faults come to, worked out once for each set of them that occurs. */
const verdicts = (): ((faults: LinkFaults) => Verdict) => {
  const known = new Map<LinkFaults, Verdict>();
  return (faults) => {
    const before = known.get(faults);
    if (before) return before;
    const [code, ...also] = codesOf(faults);
    const verdict: Verdict = { code: code!, also, severity: gravest([code!, ...also]) };
    known.set(faults, verdict);
    return verdict;
  };
};

/**
 * Checks articles and their related links: what leads nowhere, to the wrong page or back to its own, what is stale, and what is said
 * twice. Each thing that can be amiss is defined at `LinkCode` and `PageCode`.
 *
 * For one entry of a related list there is one issue, however much is amiss with it: the gravest is its `code`, the rest are in
 * `also`, and `countGraphIssues` counts both. An entry that leads nowhere has no target whose title or subject could differ. An issue of an
 * entry carries a `repair` where it can be told what was meant: `certain` where it follows from the names that agree; a guess for a link that
 * leads nowhere, where an article has its title in other forms of the same words. Titles that differ in any other word, in a number or
 * in the order of words are never taken for each other; the hint may ask for the nearest. Repairs of one page fit together: after all of them,
 * and after all that are certain, it names no article twice.
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
 * issue?.hint; // => 'Give it the title “Why is the moon a ball?”.'
 */
export const checkArticleGraph = (
  graph: FrozenArticleGraph,
  options: CheckArticleGraphOptions = {},
): readonly GraphIssue[] => {
  refuseNoArticleGraph('checkArticleGraph', graph);
  const { wanted, repairs } = checkSettings(options);
  const tell = longWork('checkArticleGraph', options, graph.nodeCount);
  const table = dataOf(graph, 'checkArticleGraph');
  const classes = sharedNames(table);
  const pages = pageIssues(graph, classes, table, wanted);
  const issues: GraphIssue[] = [];
  const addLinkIssues = linkIssues(graph, table, classes, wanted, repairs, issues);
  for (let page = 0; page < graph.nodeCount; page++) {
    for (const issue of pages.issuesOf(page)) issues.push(issue);
    addLinkIssues(page);
    tell(page + 1);
  }
  return issues;
};

const hintOf = (
  names: LinkNames,
  page: number,
  row: RelatedList,
  i: number,
  code: LinkCode,
  { repair, question }: LinkMending,
): string => {
  if (code === 'dangling-link' && repair === undefined && names.isUrlAlone(row, i))
    return hintOfUrlAlone(names, page, names.urlOfLink(row, i), question);
  return question === undefined ? hintOfRepair(code, repair) : hintOfQuestion(names, question);
};

/** Prepares the check of the entries of page after page. */
const linkIssues = (
  graph: FrozenArticleGraph,
  table: ArticleData,
  classes: SharedNames,
  wanted: ReadonlySet<GraphCode>,
  isRepairing: boolean,
  issues: GraphIssue[],
): ((page: number) => void) => {
  const wantedFaults = LINK_CODES.reduce((bits, code) => (wanted.has(code) ? bits | bitOf(code) : bits), 0);
  if (wantedFaults === 0) return () => undefined;
  const checker = new LinkChecker(table, classes);
  const names = new LinkNames(graph, table);
  const repairer = isRepairing ? new LinkRepairer(tableOf(graph, 'checkArticleGraph'), classes, names) : undefined;
  const row = new RelatedList(table);
  const verdictOf = verdicts();
  const carrierOf = (id: number): number => firstWithId(table, id);

  const add = (page: number, i: number, { repair, question }: LinkMending): void => {
    const { code, also, severity } = verdictOf(row.faults[i]! & wantedFaults);
    const issue: GraphIssue = {
      code,
      also: also.slice(),
      severity,
      url: names.urlAt(page),
      slot: names.slotOfLink(row, i),
      path: [names.urlAt(page), 'related', names.slotOfLink(row, i)],
      message: describeLinkIssue(names, page, row, i, code, carrierOf),
      hint: hintOf(names, page, row, i, code, { repair, question }),
    };
    issues.push(repair === undefined ? issue : { ...issue, repair });
  };
  return (page) => {
    if (!checker.mayBeFaulty(page)) return;
    row.read(page);
    checker.check(page, row);
    if (!row.hasFault(wantedFaults)) return;
    const mendings = repairer?.mendings(page, row);
    for (let i = 0; i < row.count; i++) {
      if ((row.faults[i]! & wantedFaults) !== 0) add(page, i, mendings?.[i] ?? {});
    }
  };
};
