import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import type { GraphArticle } from '../../../src/model/articles/graph-article.js';
import { siteReport, type SiteReportOptions } from '../../../src/graph/measure/site-report.js';
import { runs } from '../../support/runs.js';
import { article, linkTo, withRelated } from '../support/sound-articles.js';

const tides = article(1, 'How do tides rise?', 'Oceans');
const moons = article(2, 'Why is the moon round?', 'Space');
const reefs = article(3, 'Who lives in a reef?', 'Oceans');
const reefsInBiology = article(3, 'Who lives in a reef?', 'Biology');
const dunes = article(4, 'What moves a dune?', 'Deserts', [], { noIndex: true });
// tides → moons, reefs (twice), dunes, itself, nowhere; moons → tides; reefs → dunes; the copy in biology stands alone.
const site = [
  withRelated(
    tides,
    linkTo(moons, 1),
    linkTo(reefs, 2),
    linkTo(reefs, 3),
    linkTo(dunes, 4),
    linkTo(tides, 5),
    linkTo(moons, 6, { id: 99, url: '/gone' }),
  ),
  withRelated(moons, linkTo(tides, 1)),
  withRelated(reefs, linkTo(dunes, 1)),
  reefsInBiology,
  dunes,
];
const reportOf = (articles: readonly GraphArticle[], options?: SiteReportOptions) =>
  siteReport(buildArticleGraph(articles), options);

describe('the report of a site', () => {
  const report = reportOf(site);

  it('tells what became of the entries of all lists', () => {
    expect(report.articles).toBe(5);
    // 8 entries: 1 leads nowhere, 1 to itself, 1 again to the reefs, and 5 are links.
    expect(report.links).toEqual({ written: 8, resolved: 7, dangling: 1, kept: 5, self: 1, repeated: 1 });
  });

  it('names orphans, sinks and who is both', () => {
    expect(report.orphans).toEqual({ count: 1, urls: [reefsInBiology.url] });
    expect(report.sinks).toEqual({ count: 2, urls: [reefsInBiology.url, dunes.url] });
    expect(report.isolated).toEqual({ count: 1, urls: [reefsInBiology.url] });
  });

  it('counts returned links, parts, hubs and copies', () => {
    // tides and moons name each other: 2 of 5 links.
    expect(report.reciprocity).toEqual({ part: 2, whole: 5, share: 0.4 });
    expect(report.components).toEqual({ count: 2, largest: 4 });
    expect(report.hubs).toEqual({
      top: { url: dunes.url, inbound: 2 },
      topArticle: { part: 2, whole: 5, share: 0.4 },
      topHundredthArticles: 1,
      topHundredth: { part: 2, whole: 5, share: 0.4 },
    });
    expect(report.copies).toEqual({ ids: 1, articles: 2 });
    expect(report.noIndex).toEqual({ count: 1, urls: [dunes.url] });
    expect(report.linksToNoIndex).toBe(2);
  });

  it('tells how subjects are covered', () => {
    expect(report.subjects).toEqual([
      { subject: 'Biology', articles: 1, withLinks: 0, withInbound: 0, linksWithin: 0, linksOut: 0, linksIn: 0 },
      { subject: 'Deserts', articles: 1, withLinks: 0, withInbound: 1, linksWithin: 0, linksOut: 0, linksIn: 2 },
      { subject: 'Oceans', articles: 2, withLinks: 2, withInbound: 2, linksWithin: 1, linksOut: 3, linksIn: 1 },
      { subject: 'Space', articles: 1, withLinks: 1, withInbound: 1, linksWithin: 0, linksOut: 1, linksIn: 1 },
    ]);
    expect(report.crossSubject).toEqual({ part: 4, whole: 5, share: 0.8 });
  });

  it('tells what is reached from the entries, and how soon', () => {
    const from = (clicks: number) => reportOf(site, { entries: [moons.url, '/nothing', moons.url], clicks }).reach;
    expect(report.reach).toBe(undefined);
    expect(from(0)).toEqual({
      clicks: 0,
      unknownEntries: ['/nothing'],
      reachedAt: [1],
      unreachable: { count: 4, urls: [reefsInBiology.url, dunes.url, tides.url, reefs.url].sort() },
    });
    expect(from(1)?.reachedAt).toEqual([1, 1]);
    expect(from(2)?.reachedAt).toEqual([1, 1, 2]);
    expect(from(Number.POSITIVE_INFINITY)).toMatchObject({
      reachedAt: [1, 1, 2],
      unreachable: { count: 1, urls: [reefsInBiology.url] },
    });
    expect(reportOf(site, { entries: [] }).reach).toMatchObject({
      clicks: 3,
      reachedAt: [],
      unreachable: { count: 5 },
    });
  });

  it('counts all, and lists as many as are asked for', () => {
    expect(reportOf(site, { limit: 1 }).sinks).toEqual({ count: 2, urls: [reefsInBiology.url] });
    expect(reportOf(site, { limit: 0 }).sinks).toEqual({ count: 2, urls: [] });
  });

  it('of nothing has no shares and no hub', () => {
    const nothing = { part: 0, whole: 0, share: undefined };
    expect(reportOf([], { entries: ['/a'] })).toEqual({
      articles: 0,
      links: { written: 0, resolved: 0, dangling: 0, kept: 0, self: 0, repeated: 0 },
      orphans: { count: 0, urls: [] },
      sinks: { count: 0, urls: [] },
      isolated: { count: 0, urls: [] },
      reach: { clicks: 3, unknownEntries: ['/a'], reachedAt: [], unreachable: { count: 0, urls: [] } },
      reciprocity: nothing,
      hubs: { top: undefined, topArticle: nothing, topHundredthArticles: 0, topHundredth: nothing },
      crossSubject: nothing,
      subjects: [],
      components: { count: 0, largest: 0 },
      noIndex: { count: 0, urls: [] },
      linksToNoIndex: 0,
      copies: { ids: 0, articles: 0 },
    });
  });

  it('refuses options that mean nothing', () => {
    expect(() => reportOf(site, { clicks: -1 })).toThrow('siteReport: clicks is -1');
    expect(() => reportOf(site, { limit: Number.NaN })).toThrow('siteReport: limit is NaN');
    expect(() => reportOf(site, { entry: [] } as SiteReportOptions)).toThrow('options has no “entry”');
  });
});

describe('the report of any site', () => {
  const anySite = fc
    .array(fc.tuple(fc.nat({ max: 2 }), fc.array(fc.integer({ min: -1, max: 11 }), { maxLength: 5 })), {
      maxLength: 12,
    })
    .map((drawn) => {
      const pages = drawn.map(([subject], i) => article(i, `Page ${i}`, ['One', 'Two', '__proto__'][subject]!));
      return pages.map((page, i) =>
        withRelated(page, ...drawn[i]![1].map((to, at) => linkTo(pages[to] ?? article(-1, 'Gone', 'Two'), at + 1))),
      );
    });

  it('agrees with counting by sets', () => {
    fc.assert(
      fc.property(anySite, fc.nat({ max: 4 }), (pages, clicks) => {
        const urls = new Set(pages.map(({ url }) => url));
        const pairs = new Set(
          pages.flatMap(({ url, related }) =>
            related.filter((link) => urls.has(link.url) && link.url !== url).map((link) => `${url} ${link.url}`),
          ),
        );
        const links = [...pairs].map((pair) => pair.split(' ') as [string, string]);
        const entry = pages[0]?.url ?? '/none';
        const report = reportOf(pages, { entries: [entry], clicks });
        expect(report.links.kept).toBe(links.length);
        expect(report.orphans.urls).toEqual([...urls].filter((url) => !links.some(([, to]) => to === url)).sort());
        expect(report.sinks.urls).toEqual([...urls].filter((url) => !links.some(([from]) => from === url)).sort());
        expect(report.reciprocity.part).toBe(links.filter(([from, to]) => pairs.has(`${to} ${from}`)).length);
        let reached = new Set([entry].filter((url) => urls.has(url)));
        for (let click = 0; click < clicks; click++) {
          reached = new Set([...reached, ...links.filter(([from]) => reached.has(from)).map(([, to]) => to)]);
        }
        expect(report.reach?.unreachable.urls).toEqual([...urls].filter((url) => !reached.has(url)).sort());
        const subjectOf = new Map(pages.map(({ url, subject }) => [url, subject]));
        expect(report.crossSubject.part).toBe(
          links.filter(([from, to]) => subjectOf.get(from) !== subjectOf.get(to)).length,
        );
        const sums = report.subjects.reduce((sum, each) => sum + each.articles, 0);
        expect(sums).toBe(pages.length);
        expect(report.subjects.map(({ subject }) => subject)).toEqual([...new Set(subjectOf.values())].sort());
        expect(reportOf([...pages].reverse(), { entries: [entry], clicks })).toEqual(report);
        expect(JSON.stringify(report)).not.toContain('null');
      }),
      { numRuns: runs(150) },
    );
  });

  it('of a chain of a hundred thousand pages reaches its end', () => {
    const pages = Array.from({ length: 100_000 }, (_, i) => article(i, `Page ${i}`, 'One'));
    const chain = pages.map((page, i) => (i + 1 < pages.length ? withRelated(page, linkTo(pages[i + 1]!, 1)) : page));
    const { reach, components } = reportOf(chain, { entries: [pages[0]!.url], clicks: Number.POSITIVE_INFINITY });
    expect(reach?.unreachable.count).toBe(0);
    expect(components).toEqual({ count: 1, largest: 100_000 });
  });
});
