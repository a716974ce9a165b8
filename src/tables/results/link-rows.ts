import { expectShape, listOf, maybe, name, recordOf, text, type Shape } from '../../common/expect-shape.js';
import type { GraphIssue } from '../../model/articles/graph-issue.js';
import type { Recommendation, RecommendedList } from '../../model/articles/recommendation.js';
import type { WrittenLink } from '../../model/articles/written-link.js';

/**
 * Issues of an article graph as a tidy table with headings: a row for each, with the entry it is at and the repair that a program may make.
 *
 * @throws TypeError or RangeError for what is no list of such issues.
 *
 * @example
 * const graph = buildArticleGraph([{ url: '/tides', id: 1, title: 'Tides', subject: 'Oceans', related: [
 *   { slot: 1, id: 1, title: 'Tides', subject: 'Oceans', url: '/tides' },
 * ] }]);
 * graphIssueRows(checkArticleGraph(graph)).map((row) => row.slice(0, 5).join(', '))[1] // => 'error, self-link, , /tides, 1'
 */
export const graphIssueRows = (issues: readonly GraphIssue[]): string[][] => {
  expectShape('graphIssueRows', 'issues', issues, ISSUES);
  return [
    [
      'severity',
      'code',
      'also',
      'url',
      'slot',
      'message',
      'hint',
      'repair',
      'certain',
      'written url',
      'written title',
      'new url',
      'new title',
    ],
    ...issues.map(({ severity, code, also, url, slot, message, hint = '', repair }) => {
      const written = repair !== undefined && repair.kind !== 'renumber' ? repair.written : undefined;
      const now = repair?.kind === 'replace-link' ? repair.with : undefined;
      return [
        severity,
        code,
        also.join(' '),
        url,
        slot === undefined ? '' : String(slot),
        message,
        hint,
        repair?.kind ?? '',
        repair === undefined ? '' : repair.certain ? 'yes' : 'no',
        written?.url ?? '',
        written?.title ?? '',
        now?.url ?? '',
        now?.title ?? '',
      ];
    }),
  ];
};

/** What was recommended for one article: by `recommendRelated`, or a list of `recommendAll`. */
export type RecommendedFor =
  | RecommendedList
  | { readonly url: string; readonly recommendations: readonly Recommendation[] };

/**
 * Recommendations as a tidy table with headings: a row for each, with its place in the list of its article. A list of `recommendAll` has neither scores nor reasons, and
 * these cells are blank.
 *
 * @throws TypeError or RangeError for what is no list of such lists.
 *
 * @example
 * recommendationRows([{ url: '/tides', related: [{ slot: 1, id: 2, title: 'Moons', subject: 'Space', url: '/moons' }] }])[1]
 * // => ['/tides', '1', '/moons', '2', 'Moons', 'Space', '', '']
 */
export const recommendationRows = (lists: readonly RecommendedFor[]): string[][] => {
  expectShape('recommendationRows', 'lists', lists, LISTS);
  return [
    ['url', 'place', 'recommended url', 'id', 'title', 'subject', 'score', 'reasons'],
    ...lists.flatMap((list) =>
      'recommendations' in list
        ? list.recommendations.map(({ url, id, title, subject, score, reasons }, at) => [
            list.url,
            String(at + 1),
            url,
            String(id),
            title,
            subject,
            String(score),
            reasons.map(({ message }) => message).join(' '),
          ])
        : relatedOf(list).map(({ slot, url, id, title, subject }) => [
            list.url,
            String(slot),
            url,
            String(id),
            title,
            subject,
            '',
            '',
          ]),
    ),
  ];
};

/**
 * Related lists as they were written, as a tidy table with headings: a row for each entry, where it leads and how that was found.
 *
 * @throws TypeError or RangeError for what is no list of such lists.
 *
 * @example
 * writtenLinkRows([{ url: '/tides', links: [{ slot: 1, id: 2, title: 'Moons', subject: 'Space', url: '/moon', resolvedBy: 'nothing' }] }])[1]
 * // => ['/tides', '1', '2', 'Moons', 'Space', '/moon', '', 'nothing']
 */
export const writtenLinkRows = (
  lists: readonly { readonly url: string; readonly links: readonly WrittenLink[] }[],
): string[][] => {
  expectShape('writtenLinkRows', 'lists', lists, WRITTEN);
  return [
    ['url', 'slot', 'id', 'title', 'subject', 'written url', 'leads to', 'found by'],
    ...lists.flatMap(({ url, links }) =>
      links.map((link) => [
        url,
        String(link.slot),
        String(link.id),
        link.title,
        link.subject,
        link.url,
        link.leadsTo ?? '',
        link.resolvedBy,
      ]),
    ),
  ];
};

const relatedOf = (list: RecommendedList): RecommendedList['related'] => {
  if (Array.isArray(list.related)) return list.related;
  throw new TypeError('recommendationRows: a list of lists has neither “recommendations” nor “related”');
};

const anything: Shape = () => undefined;
const LINK = { id: anything, title: text, subject: text, url: text };
const ISSUES = /* @__PURE__ */ (() =>
  listOf(
    'issues',
    recordOf(
      'an issue of a graph',
      { severity: name, code: name, also: listOf('codes', text), url: text, message: text },
      false,
    ),
  ))();
const WRITTEN = /* @__PURE__ */ (() =>
  listOf(
    'lists',
    recordOf('a list { url, links }', {
      url: text,
      links: listOf('links', recordOf('a link', { ...LINK, resolvedBy: text }, false)),
    }),
  ))();
const LISTS = /* @__PURE__ */ (() =>
  listOf(
    'lists',
    recordOf(
      'a list { url, recommendations } or { url, related }',
      {
        url: text,
        recommendations: maybe(
          listOf(
            'recommendations',
            recordOf(
              'a recommendation',
              { ...LINK, reasons: listOf('reasons', recordOf('a reason', { message: text }, false)) },
              false,
            ),
          ),
        ),
        related: maybe(listOf('links', recordOf('a link', LINK, false))),
      },
      false,
    ),
  ))();
