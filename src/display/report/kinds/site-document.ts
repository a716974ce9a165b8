import type { GraphIssue } from '../../../model/articles/graph-issue.js';
import type { ListedArticles, Share, SiteReport } from '../../../model/articles/site-report.js';
import type { Severity } from '../../../model/shared/issue.js';
import { type Block, given, line, type Line, type Mark, present } from '../document/blocks.js';
import { type Context, listOf, tableOf } from '../document/context.js';
import type { SitePageReport } from '../document/report.js';

const OF_SEVERITY: Readonly<Record<Severity, Mark>> = { error: 'short', warning: 'open', info: 'aside' };

export const siteTitle = (_: SitePageReport, { messages }: Context): Line => [messages.site.title];

export const siteBlocks = ({ site, issues }: SitePageReport, context: Context): readonly Block[] => {
  const { messages } = context;
  const of = messages.site;
  return present([
    { kind: 'section', title: [of.figures], blocks: [figureTable(site, context)] },
    issues && {
      kind: 'section',
      title: [messages.issues],
      blocks: issues.length === 0 ? [{ kind: 'paragraph', line: [of.noIssues] }] : [issueTable(issues, context)],
    },
    { kind: 'section', title: [of.reach], blocks: present(reachBlocks(site, context)) },
    { kind: 'section', title: [of.subjects], blocks: present([subjectTable(site, context)]) },
    articleSection(of.orphans, site.orphans, context),
    articleSection(of.sinks, site.sinks, context),
    articleSection(of.isolated, site.isolated, context),
    articleSection(of.noIndex, site.noIndex, context),
  ]);
};

const figureTable = (site: SiteReport, context: Context): Block => {
  const { site: of } = context.messages;
  const { links, hubs, components, copies } = site;
  const plain = (name: string, count: number) => [name, String(count), '–'] as const;
  const share = (name: string, { part, whole }: Share) =>
    [name, String(part), whole === 0 ? '–' : context.figures.percent({ numerator: part, denominator: whole })] as const;
  return tableOf(
    { ...context, limit: Number.POSITIVE_INFINITY },
    [of.figures],
    [{ title: of.figure }, { title: of.number, numbers: true }, { title: of.share, numbers: true }],
    [
      plain(of.articles, site.articles),
      plain(of.written, links.written),
      share(of.dangling, { part: links.dangling, whole: links.written, share: undefined }),
      plain(of.self, links.self),
      plain(of.repeated, links.repeated),
      plain(of.kept, links.kept),
      share(of.reciprocity, site.reciprocity),
      share(of.crossSubject, site.crossSubject),
      share(of.topArticle, hubs.topArticle),
      ...(hubs.topHundredthArticles < 2 ? [] : [share(of.topHundredth(hubs.topHundredthArticles), hubs.topHundredth)]),
      plain(of.components, components.count),
      plain(of.largest, components.largest),
      plain(of.copies, copies.articles),
      plain(of.linksToNoIndex, site.linksToNoIndex),
    ],
    ([name, number, part]) => [[name], [number], [part]],
  );
};

const reachBlocks = ({ reach }: SiteReport, context: Context): readonly (Block | undefined)[] => {
  if (reach === undefined) return [];
  const { messages } = context;
  const of = messages.site;
  return [
    tableOf(
      context,
      [of.reach],
      [
        { title: of.clicks, numbers: true },
        { title: of.reached, numbers: true },
      ],
      reach.reachedAt,
      (articles, at) => [[String(at)], [String(articles)]],
    ),
    reach.unknownEntries.length === 0
      ? undefined
      : {
          kind: 'section',
          title: [of.unknownEntries],
          blocks: [listOf(context, reach.unknownEntries, (url) => ({ line: line(url) }))],
        },
    articleSection(of.unreachable(reach.clicks), reach.unreachable, context),
  ];
};

const subjectTable = ({ subjects }: SiteReport, context: Context): Block => {
  const { site: of } = context.messages;
  const numbers = true as const;
  return tableOf(
    context,
    [of.subjects],
    [
      { title: of.subject },
      { title: of.articles, numbers },
      { title: of.withLinks, numbers },
      { title: of.withInbound, numbers },
      { title: of.linksWithin, numbers },
      { title: of.linksOut, numbers },
      { title: of.linksIn, numbers },
    ],
    subjects,
    ({ subject, articles, withLinks, withInbound, linksWithin, linksOut, linksIn }) => [
      line(subject),
      ...[articles, withLinks, withInbound, linksWithin, linksOut, linksIn].map((count) => [String(count)]),
    ],
  );
};

/** Some of the articles of which something is so, and how many there are of all. */
const articleSection = (title: string, { count, urls }: ListedArticles, context: Context): Block | undefined => {
  if (count === 0) return undefined;
  const { messages, limit } = context;
  const shown = urls.slice(0, limit);
  const foot = count > shown.length ? messages.leftOut(count - shown.length) : undefined;
  return {
    kind: 'section',
    title: [title],
    blocks: [
      { kind: 'paragraph', line: [messages.site.count(count)] },
      { kind: 'list', items: shown.map((url) => ({ line: line(url, { address: url }) })), foot },
    ],
  };
};

const issueTable = (issues: readonly GraphIssue[], context: Context): Block => {
  const { messages } = context;
  const of = messages.site;
  return tableOf(
    context,
    [messages.issues],
    [{ title: of.page }, { title: of.entry }, { title: of.severity }, { title: of.found }, { title: of.hint }],
    issues,
    ({ url, slot, severity, message, hint }) => [
      line(url, { address: url }),
      [slot === undefined ? '–' : String(slot)],
      [given(messages.severities[severity], { mark: OF_SEVERITY[severity] })],
      line(message, { lang: 'en' }),
      line(hint ?? '', { lang: 'en' }),
    ],
  );
};
