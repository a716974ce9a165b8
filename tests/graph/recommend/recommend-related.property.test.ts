import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { buildTextIndex } from '../../../src/graph/words/build-text-index.js';
import { recommendAll } from '../../../src/graph/recommend/recommend-all.js';
import { type RecommendOptions, recommendSettings } from '../../../src/graph/recommend/recommend-options.js';
import { rankRelated } from '../../../src/graph/recommend/rank-related.js';
import { siteWeightsOf } from '../../../src/graph/recommend/signal-weights.js';
import { rowsOf } from '../../../src/graph/links/link-rows.js';
import { type Recommendation, recommendRelated } from '../../../src/graph/recommend/recommend-related.js';
import { scratchOf } from '../../../src/graph/links/scratch.js';
import { runs, sized } from '../../support/runs.js';
import { drawnSite, type SiteArticle, siteOf, urlOf } from '../support/drawn-articles.js';
import { slowRecommend, withoutList } from '../support/slow-recommender.js';

const drawnOptions = fc.record(
  {
    limit: fc.constantFrom(0, 1, 3, 10, Number.POSITIVE_INFINITY),
    ownLinks: fc.constantFrom('exclude' as const, 'include' as const, 'hide' as const),
    copies: fc.constantFrom('one' as const, 'all' as const),
    noIndex: fc.constantFrom('exclude' as const, 'include' as const),
    perSubject: fc.constantFrom(1, 2, 5),
    mostInbound: fc.constantFrom(0, 2, 6),
    exclude: fc.constantFrom(['/0001', '__proto__'], ['/nowhere'], []),
  },
  { requiredKeys: [] },
);

const urlsOf = (list: readonly Recommendation[]): string[] => list.map(({ url }) => url);

/** The same urls and scores; where scores are equal but for the rounding of sums made in another order, in any order. */
const expectAlike = (
  found: readonly { readonly url: string; readonly score: number }[],
  wanted: readonly { readonly url: string; readonly score: number }[],
): void => {
  expect(found.map(({ url }) => url)).toEqual(wanted.map(({ url }) => url));
  found.forEach(({ score }, i) => expect(score).toBeCloseTo(wanted[i]!.score, 12));
};

const expectSameForAll = (articles: readonly SiteArticle[], options: RecommendOptions, withText: boolean): void => {
  const graph = buildArticleGraph(articles);
  const text = withText ? buildTextIndex(articles, buildArticleGraph(articles)) : undefined;
  const step = Math.ceil(articles.length / 6);
  for (let at = 0; at < articles.length; at += step) {
    const { url } = articles[at]!;
    const all = { ...options, text };
    expectAlike(
      recommendRelated(graph, url, all),
      slowRecommend(graph, url, all as Parameters<typeof slowRecommend>[2]),
    );
  }
};

describe('recommendations of drawn sites', () => {
  test('are those of the slow recommender, score by score', () => {
    fc.assert(
      fc.property(drawnSite(24), drawnOptions, fc.boolean(), (articles, options, withText) =>
        expectSameForAll(articles, options, withText),
      ),
      { numRuns: runs(30) },
    );
  });

  test('are so too where ids tell what belongs together', () => {
    const articles = siteOf({ count: sized(260, 120), seed: 5, reach: 6, withCopies: true });
    for (const ownLinks of ['exclude', 'hide'] as const) expectSameForAll(articles, { ownLinks }, true);
  });

  test('with the own list hidden are those of a site where the article has none, the signals counting as on the whole site', () => {
    fc.assert(
      fc.property(drawnSite(30), drawnOptions, fc.boolean(), (articles, options, withText) => {
        const text = withText ? buildTextIndex(articles, buildArticleGraph(articles)) : undefined;
        const graph = buildArticleGraph(articles);
        const site = siteWeightsOf(graph, text);
        for (const { url } of articles.slice(0, 8)) {
          const bare = buildArticleGraph(withoutList(articles, url));
          const settings = recommendSettings('test', bare, { ...options, text, ownLinks: 'include' });
          const wanted = rankRelated(bare, rowsOf(bare), bare.nodeOf(url)!, settings, settings.limit, site, false);
          const found = recommendRelated(graph, url, { ...options, text, ownLinks: 'hide' });
          expect(urlsOf(found)).toEqual(wanted.nodes.map(bare.urlAt));
          expect(found.map(({ score }) => score)).toEqual(wanted.scores);
        }
      }),
      { numRuns: runs(30) },
    );
  });

  test('do not depend on the order in which articles are given', () => {
    fc.assert(
      fc.property(drawnSite(25), drawnOptions, (articles, options) => {
        const turned = [...articles].reverse();
        const wanted = recommendAll(buildArticleGraph(articles), {
          ...options,
          text: buildTextIndex(articles, buildArticleGraph(articles)),
        });
        expect(
          recommendAll(buildArticleGraph(turned), {
            ...options,
            text: buildTextIndex(turned, buildArticleGraph(turned)),
          }),
        ).toEqual(wanted);
      }),
      { numRuns: runs(25) },
    );
  });

  test('are the same for one article and in the pass over all', () => {
    fc.assert(
      fc.property(drawnSite(25), drawnOptions, fc.boolean(), (articles, options, withText) => {
        const graph = buildArticleGraph(articles);
        const all = { ...options, text: withText ? buildTextIndex(articles, buildArticleGraph(articles)) : undefined };
        for (const { url, related } of recommendAll(graph, all)) {
          const one = recommendRelated(graph, url, all).map(({ id, title, subject, url: to }, i) => ({
            slot: i + 1,
            id,
            title,
            subject,
            url: to,
          }));
          expect(related).toEqual(one);
        }
      }),
      { numRuns: runs(25) },
    );
  });

  test('leave the room they work in as they found it', () => {
    fc.assert(
      fc.property(drawnSite(25), drawnOptions, (articles, options) => {
        const graph = buildArticleGraph(articles);
        recommendAll(graph, { ...options, text: buildTextIndex(articles, buildArticleGraph(articles)) });
        expect(scratchOf(graph).scores.every((score) => score === 0)).toBe(true);
      }),
      { numRuns: runs(25) },
    );
  });
});

describe('the reasons', () => {
  const isLinked = (articles: readonly SiteArticle[], from: string, to: string): boolean =>
    from !== to && articles.find(({ url }) => url === from)!.related.some(({ url }) => url === to);
  const wordsOf = (article: SiteArticle): string[] => [article.title, article.answer].join(' ').split(' ');

  test('name articles that really link, and words that both really hold', () => {
    fc.assert(
      fc.property(drawnSite(30), drawnOptions, (articles, options) => {
        const graph = buildArticleGraph(articles);
        const text = buildTextIndex(articles, buildArticleGraph(articles));
        const given = articles[0]!;
        const candidates = recommendRelated(graph, given.url, { ...options, text });
        for (const candidate of candidates) {
          for (const reason of candidate.reasons) {
            if (reason.signal === 'walk') {
              const way = [given.url, ...reason.articles, candidate.url];
              for (let i = 1; i < way.length; i++) {
                const [one, other] = [way[i - 1]!, way[i]!];
                expect(isLinked(articles, one, other) || isLinked(articles, other, one)).toBe(true);
              }
            } else for (const url of reason.articles) expect(isLinked(articles, url, candidate.url)).toBe(true);
            for (const article of [given, articles.find(({ url }) => url === candidate.url)!]) {
              for (const term of reason.terms) expect(wordsOf(article)).toContain(term);
            }
            for (const term of reason.terms)
              expect(term, 'no number and no filling word').not.toMatch(/^(?:\d+|[!-~]{1,2})$/u);
          }
        }
      }),
      { numRuns: runs(30) },
    );
  });
});

describe('ids', () => {
  const renumbered = (articles: readonly SiteArticle[], idOf: (id: number) => number): SiteArticle[] =>
    articles.map((article) => ({
      ...article,
      id: idOf(article.id),
      related: article.related.map((link) => ({ ...link, id: idOf(link.id) })),
    }));
  const recommended = (articles: readonly SiteArticle[]): string[][] => {
    const graph = buildArticleGraph(articles);
    return articles.map(({ url }) => urlsOf(recommendRelated(graph, url)));
  };

  test('that tell nothing are not looked at, however they are dealt out', () => {
    const articles = siteOf({ count: 300, seed: 9, reach: 6, withCopies: false });
    // By primes, so that each id is dealt once and far from those that were beside it.
    const one = renumbered(articles, (id) => ((id * 7919) % 10007) * 3);
    const other = renumbered(articles, (id) => ((id * 6007) % 10009) + 5);
    expect(recommended(other)).toEqual(recommended(one));
  });

  test('tell by other articles’ links alone where the own list is hidden: fifty prove something, forty-nine nothing', () => {
    const page = (at: number, targets: readonly number[]): SiteArticle => ({
      url: urlOf(at),
      id: at,
      title: `Page ${at}`,
      subject: 'Physics',
      answer: '',
      related: targets.map((id, i) => ({ slot: i + 1, id, title: `Page ${id}`, subject: 'Physics', url: urlOf(id) })),
    });
    const sites = [50, 49].map((links) =>
      Array.from({ length: 400 }, (_, at) => page(at, at === 399 ? [395, 396] : at < links ? [at + 1] : [])),
    );
    const [fifty, fewer] = sites.map((articles) =>
      recommendRelated(buildArticleGraph(articles), urlOf(399), { ownLinks: 'hide' }),
    );
    expect(fifty!.length).toBe(10);
    expect(fewer).toEqual([]);
  });

  test('that tell lead an article without links to those filed beside it', () => {
    const articles = siteOf({ count: 300, seed: 9, reach: 6, withCopies: false });
    const lonely = {
      url: '/lonely',
      id: 5000,
      title: 'Alone',
      subject: 'Physics',
      related: [],
      answer: '',
    };
    const graph = buildArticleGraph([...articles.map((one) => ({ ...one, id: 2 * one.id })), { ...lonely, id: 2301 }]);
    const found = recommendRelated(graph, '/lonely');
    expect(found.length).toBe(10);
    expect(found.filter(({ id }) => Math.abs(id - 2301) < 60).length).toBeGreaterThan(5);
  });
});
