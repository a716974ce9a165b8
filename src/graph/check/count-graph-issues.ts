import type { GraphIssueCount } from '../../model/articles/graph-issue.js';
import { type GraphCode, type GraphIssue, LINK_CODES, PAGE_CODES } from './graph-issue.js';
import { isRecord, refuseNoList } from '../../common/refuse.js';
import { shownValue } from '../../common/shown-value.js';

const NO_ISSUE: Partial<GraphIssue> = {};

/**
 * Counts issues by what is amiss, what stands beside a graver fault (`also`) included: so each code is counted by its own definition,
 * whatever else is so of the same entry. Codes in the order of `LinkCode` and `PageCode`; those that do not occur are left out.
 *
 * @example
 * const graph = buildArticleGraph([
 *   { url: '/tides', id: 1, title: 'Tides', subject: 'Oceans', related: [
 *     { slot: 1, id: 8, title: 'Moons', subject: 'Space', url: '/moons' },
 *     { slot: 2, id: 8, title: 'Moons', subject: 'Space', url: '/moons' },
 *   ] },
 * ]);
 * countGraphIssues(checkArticleGraph(graph)); // => [{ code: 'dangling-link', count: 2, articles: 1 }, { code: 'repeated-link', count: 1, articles: 1 }]
 */
export const countGraphIssues = (issues: readonly GraphIssue[]): readonly GraphIssueCount[] => {
  refuseNoList('countGraphIssues', 'issues', issues, 'issues of checkArticleGraph');
  const counts = new Map<GraphCode, { count: number; urls: Set<string> }>();
  for (const issue of issues as readonly unknown[]) {
    const { code, also, url } = isRecord(issue) ? (issue as Partial<GraphIssue>) : NO_ISSUE;
    if (!Array.isArray(also) || typeof url !== 'string') {
      const right = 'an issue of checkArticleGraph, with code, also and url';
      throw new TypeError(`countGraphIssues: among the issues stands ${shownValue(issue)}; it is ${right}`);
    }
    for (const each of [code!, ...also]) {
      const known = counts.get(each) ?? { count: 0, urls: new Set<string>() };
      known.count++;
      known.urls.add(url);
      counts.set(each, known);
    }
  }
  return [...LINK_CODES, ...PAGE_CODES].flatMap((code) => {
    const found = counts.get(code);
    return found ? [{ code, count: found.count, articles: found.urls.size }] : [];
  });
};
