import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextArticle } from '../../../src/graph/words/build-text-index.js';
import { keyTerms } from '../../../src/graph/words/key-terms.js';
import { moreLikeThis } from '../../../src/graph/words/more-like-this.js';
import { moreLikeText, searchText } from '../../../src/graph/words/search-text.js';
import { runs } from '../../support/runs.js';
import { lucene, type PlainDocument, plainDocument, plainScore } from '../support/slow-text-index.js';
import { indexOf } from '../support/text-index.js';
import { vectors } from '../support/vectors.js';

interface TextCase {
  readonly docs?: readonly string[];
  readonly query?: readonly string[];
  readonly published?: readonly number[];
  readonly exact?: readonly number[];
}

const textCases = (vectors as unknown as { readonly text: readonly TextCase[] } | undefined)?.text;
const url = (i: number): string => `/${String(i).padStart(5, '0')}`;
const numbered = (answers: readonly string[]): TextArticle[] =>
  answers.map((answer, i) => ({ url: url(i), title: '', answer }));

describe.skipIf(textCases === undefined)('the published examples', () => {
  const [older, newer] = textCases ?? [];

  test('come out of the formula in its older form with k₁ 1.5, as rank_bm25 has it', () => {
    const documents = numbered(older!.docs!).map((one) => plainDocument(one));
    const formula = {
      ...lucene,
      k1: 1.5,
      rarity: (N: number, n: number) => Math.log((N - n + 0.5) / (n + 0.5)),
      factor: 2.5,
    };
    documents.forEach((_, at) =>
      expect(plainScore(documents, at, older!.query!, formula)).toBeCloseTo(older!.published![at]!, 8),
    );
  });

  test('come out of the formula of Lucene, and of an index within its bound', () => {
    const articles = numbered(older!.docs!);
    const documents = articles.map((one) => plainDocument(one));
    const index = indexOf(articles, { tokenize: (text) => text.split(' ') });
    const found = new Map(
      searchText(index, older!.query!.join(' ')).map(({ url, score }) => [Number(url.slice(1)), score]),
    );
    documents.forEach((_, at) => {
      expect(plainScore(documents, at, older!.query!)).toBeCloseTo(newer!.exact![at]!, 12);
      expect(Math.abs((found.get(at) ?? 0) - index.scale * newer!.exact![at]!)).toBeLessThan(older!.query!.length);
    });
  });
});

/** Documents of few words out of many, so that some words are rare, some in every document, and some documents alike. */
const someDocuments = fc
  .record({ count: fc.integer({ min: 1, max: 60 }), words: fc.integer({ min: 1, max: 400 }), seed: fc.nat() })
  .map(({ count, words, seed }) => {
    let state = seed;
    const draw = (limit: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const text = (most: number): string =>
      Array.from({ length: draw(most + 1) }, () => `w${Math.min(draw(words), draw(words))}`).join(' ');
    return Array.from({ length: count }, (_, i) => ({
      url: url(i),
      title: text(3),
      keywords: [text(2), text(2)],
      answer: text(30),
    }));
  });

/** Every document by the formula, best first, those without any of the words left out. */
const plainRanking = (documents: readonly PlainDocument[], words: readonly string[]) =>
  documents
    .map((_, document) => ({ document, exact: plainScore(documents, document, words) }))
    .filter(({ exact }) => exact > 0)
    .sort((one, other) => other.exact - one.exact || one.document - other.document);

const expectRanking = (
  matches: readonly { readonly url: string; readonly score: number }[],
  ranking: readonly { readonly document: number; readonly exact: number }[],
  scale: number,
  bound: number,
  limit: number,
): void => {
  const found = matches.map(({ url, score }) => ({ document: Number(url.slice(1)), score }));
  const exact = new Map(ranking.map((one) => [one.document, one.exact * scale]));
  expect(found.length).toBe(Math.min(limit, ranking.length));
  found.forEach(({ document, score }, i) => {
    expect(Math.abs(score - exact.get(document)!)).toBeLessThan(bound + 1e-6);
    // In the place of the oracle’s order, up to the bound on either side.
    expect(Math.abs(score - ranking[i]!.exact * scale)).toBeLessThan(bound + 1e-6);
    const before = found[i - 1];
    if (before) {
      expect(before.score > score || (before.score === score && before.document < document)).toBe(true);
    }
  });
};

describe('more like this', () => {
  test('a query of any words is answered as BM25 in floating point answers it, within one unit for each word', () => {
    fc.assert(
      fc.property(
        someDocuments,
        fc.array(fc.nat({ max: 50 }), { maxLength: 12 }),
        fc.integer({ min: 0, max: 70 }),
        (articles, asked, limit) => {
          const index = indexOf(articles);
          const documents = articles.map((one) => plainDocument(one));
          const words = asked.map((word) => `w${word}`);
          expectRanking(
            searchText(index, words.join(' '), { limit }),
            plainRanking(documents, words),
            index.scale,
            words.length,
            limit,
          );
        },
      ),
      { numRuns: runs(200) },
    );
  });

  test('a document is compared by its own key terms, and is not among the answers, nor is any that is excluded', () => {
    fc.assert(
      fc.property(someDocuments, fc.nat(), fc.integer({ min: 1, max: 12 }), (articles, which, terms) => {
        const index = indexOf(articles);
        const document = which % articles.length;
        const excluded = [(which + 1) % articles.length];
        const documents = articles.map((one) => plainDocument(one));
        const words = keyTerms(index, articles[document]!.url, { limit: terms });
        const ranking = plainRanking(documents, words).filter((one) => ![document, ...excluded].includes(one.document));
        const found = moreLikeThis(index, articles[document]!.url, {
          limit: 5,
          terms,
          exclude: [...excluded.map(url), '/none'],
        });
        expectRanking(found, ranking, index.scale, words.length, 5);
        for (const one of found) {
          expect(one.terms).toEqual(words.filter((word) => documents[Number(one.url.slice(1))]!.counts.has(word)));
        }
      }),
      { numRuns: runs(200) },
    );
  });

  test('key terms are those said often here and rarely elsewhere', () => {
    fc.assert(
      fc.property(someDocuments, fc.nat(), (articles, which) => {
        const index = indexOf(articles);
        const documents = articles.map((one) => plainDocument(one));
        const { counts } = documents[which % articles.length]!;
        const value = (word: string): number => {
          const n = documents.filter((one) => one.counts.has(word)).length;
          return n < 2 ? 0 : counts.get(word)! * lucene.rarity(documents.length, n);
        };
        const best = [...counts.keys()].map(value).filter((one) => one > 0);
        best.sort((one, other) => other - one);
        keyTerms(index, url(which % articles.length), { limit: 5 }).forEach((word, i) =>
          expect(value(word)).toBeCloseTo(best[i]!, 2),
        );
      }),
      { numRuns: runs(100) },
    );
  });

  test('few postings among many documents are summed alike', () => {
    // 400 documents, of which the words below are in 3, 2 and 1: fewer postings than an eighth of the documents.
    const answers = Array.from({ length: 400 }, (_, i) => `common filler${i % 7}`);
    answers[7] += ' red red';
    answers[399] += ' red green';
    answers[100] += ' red green blue';
    const articles = numbered(answers);
    const index = indexOf(articles);
    const words = ['red', 'green', 'blue'];
    const documents = articles.map((one) => plainDocument(one));
    for (const limit of [1, 2, 3, 10]) {
      expectRanking(
        searchText(index, words.join(' '), { limit }),
        plainRanking(documents, words),
        index.scale,
        words.length,
        limit,
      );
    }
    // Nothing of a query is left behind for the next.
    expect(searchText(index, 'red')).toEqual(searchText(indexOf(articles), 'red'));
  });

  test('equals come in the order of their urls, however many are asked for', () => {
    const index = indexOf(numbered(Array.from({ length: 50 }, () => 'the same words')));
    for (const limit of [0, 1, 7, 49, 1000, Number.POSITIVE_INFINITY]) {
      expect(moreLikeThis(index, url(20), { limit }).map((one) => one.url)).toEqual(
        Array.from({ length: 50 }, (_, d) => d)
          .filter((d) => d !== 20)
          .slice(0, limit)
          .map(url),
      );
    }
  });

  test('a text from outside is compared by its key terms; words the index does not know are of no effect', () => {
    const index = indexOf(numbered(['wind turbines turn', 'clubs meet', 'wind blows']));
    expect(moreLikeText(index, 'Unheard-of turbines in the WIND').map((one) => one.url)).toEqual([url(0), url(2)]);
    expect(moreLikeText(index, 'wind turbines', { terms: 1 })[0]!.terms).toEqual(['turbines']);
    expect(moreLikeText(index, 'nothing known')).toEqual([]);
  });

  test('a word asked for twice counts twice; a query of a million words is answered', () => {
    const index = indexOf(numbered(['wind wave', 'wind', 'wave']));
    const [once, twice] = ['wind', 'wind wind'].map((query) => searchText(index, query)[0]!.score);
    expect(twice).toBe(2 * once!);
    expect(searchText(index, 'wind '.repeat(1e6))[0]!.score).toBe(32767 * once!);
  });
});
