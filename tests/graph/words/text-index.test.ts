import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTextIndex, type TextArticle, type TextIndexOptions } from '../../../src/graph/words/build-text-index.js';
import { keyTerms } from '../../../src/graph/words/key-terms.js';
import { moreLikeThis } from '../../../src/graph/words/more-like-this.js';
import { moreLikeText, searchText } from '../../../src/graph/words/search-text.js';
import { openTextIndex, sealTextIndex } from '../../../src/graph/words/text-index.js';
import { urlDigest } from '../../../src/graph/words/url-digest.js';
import { runs } from '../../support/runs.js';

const article = (url: string, answer: string, over: Partial<TextArticle> = {}): TextArticle => ({
  url,
  title: '',
  answer,
  ...over,
});
const bytes = (buffer: ArrayBuffer): number[] => Array.from(new Uint8Array(buffer));
const three = [
  article('/a', 'How they turn.', { title: 'Wind turbines', keywords: ['energy'] }),
  article('/b', 'What clubs do.', { title: 'Clubs' }),
  article('/c', 'Where they stand.', { title: 'Water turbines', seo: { keywords: ['energy'] } }),
];

const someArticles = fc.array(
  fc.record({
    url: fc.constantFrom('/a', '/b', '/c', '/d', '/é', '/\ud83d\ude00', '__proto__', ''),
    id: fc.nat({ max: 2 }),
    title: fc.constantFrom('one two', 'Two', '__proto__ constructor', '東京都', '', '\ud800'),
    subject: fc.constantFrom('Art', 'Physics'),
    keywords: fc.array(fc.constantFrom('one', 'four-wheeled', 'toString')),
    answer: fc.stringMatching(/^[a-e \-é’]{0,40}$/u),
  }),
  { maxLength: 12 },
);

describe('a text index', () => {
  test('has the same bytes in whatever order the articles come, those under one url included', () => {
    fc.assert(
      fc.property(
        someArticles.chain((articles) =>
          fc.tuple(
            fc.constant(articles),
            fc.shuffledSubarray(articles, { minLength: articles.length, maxLength: articles.length }),
          ),
        ),
        ([articles, shuffled]) => {
          expect(bytes(buildTextIndex(shuffled).buffer)).toEqual(bytes(buildTextIndex(articles).buffer));
        },
      ),
      { numRuns: runs(200) },
    );
  });

  test('numbers its documents in the code-unit order of the urls, and says which urls those were', () => {
    const urls = ['/Z', '/a', '/é', '/\ud83d\ude00', '/\uffff'];
    const index = buildTextIndex([...urls].reverse().map((url, i) => article(url, `word${i}`)));
    expect(urls.map((_, d) => keyTerms(buildTextIndex(urls.map((url) => article(url, url))), d))).toHaveLength(5);
    expect(searchText(index, 'word4').map(({ document }) => document)).toEqual([0]);
    expect(index.urlDigest).toBe(urlDigest(urls));
    expect(urlDigest(['ab', 'c'])).not.toBe(urlDigest(['a', 'bc']));
    expect(urlDigest([])).toMatch(/^[0-9a-f]{16}$/u);
  });

  test('keeps of several articles under one url the one with the lowest id', () => {
    const index = buildTextIndex([article('/a', 'later', { id: 2 }), article('/a', 'sooner', { id: 1 })]);
    expect(index.documentCount).toBe(1);
    expect([searchText(index, 'sooner').length, searchText(index, 'later').length]).toEqual([1, 0]);
  });

  test('is its buffer: handed over or read again, it answers alike', () => {
    fc.assert(
      fc.property(someArticles, (articles) => {
        const index = buildTextIndex(articles);
        const told = Array.from({ length: index.documentCount }, (_, d) => moreLikeThis(index, d));
        const sent = structuredClone(index.buffer, { transfer: [index.buffer] });
        expect(index.buffer.byteLength).toBe(0);
        const opened = openTextIndex(sent);
        expect(opened.buffer).toBe(sent);
        expect(Array.from({ length: opened.documentCount }, (_, d) => moreLikeThis(opened, d))).toEqual(told);
      }),
      { numRuns: runs(50) },
    );
  });

  test('of nothing, and of articles without a word, is an index in which nothing is found', () => {
    expect(searchText(buildTextIndex([]), 'anything')).toEqual([]);
    const silent = buildTextIndex([article('/a', ''), article('/b', '…')]);
    expect(silent.termCount).toBe(0);
    expect([moreLikeThis(silent, 0), searchText(silent, 'x'), keyTerms(silent, 1)]).toEqual([[], [], []]);
  });

  test('is not opened from bytes that are something else, cut short, of another version, or damaged', () => {
    const { buffer } = buildTextIndex(three);
    expect(() => openTextIndex(new ArrayBuffer(0))).toThrow(/openTextIndex: these bytes are not/u);
    expect(() => openTextIndex(new ArrayBuffer(400))).toThrow(/openTextIndex: these bytes are not/u);
    expect(() => openTextIndex(buffer.slice(0, -1))).toThrow(/cannot hold/u);
    const other = buffer.slice(0);
    new DataView(other).setInt32(4, 99, true);
    expect(() => openTextIndex(other)).toThrow(/version 99/u);
  });

  test('with any one bit changed is refused', () => {
    const { buffer } = buildTextIndex(three);
    for (let at = 0; at < buffer.byteLength; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const damaged = buffer.slice(0);
        const view = new Uint8Array(damaged);
        view[at] = view[at]! ^ (1 << bit);
        expect(() => openTextIndex(damaged)).toThrow(RangeError);
      }
    }
  });

  test('with a right checksum whose rows, terms or slots disagree is refused, or answers without end or fault', () => {
    const { buffer } = buildTextIndex(three);
    let refused = 0;
    for (let at = 8; at < buffer.byteLength; at++) {
      const damaged = buffer.slice(0);
      const view = new Uint8Array(damaged);
      view[at] = view[at]! ^ 0xff;
      sealTextIndex({ buffer: damaged });
      try {
        const index = openTextIndex(damaged);
        for (let d = 0; d < index.documentCount; d++) moreLikeThis(index, d);
        searchText(index, 'wind turbines and clubs');
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(buffer.byteLength / 2);
    const [opened, changed] = [openTextIndex(buffer), buffer.slice(0)];
    const { byteOffset } = opened.documentTerms;
    new Int32Array(changed, byteOffset, 2).reverse();
    expect(openTextIndex(sealTextIndex({ buffer: changed }).buffer).documentTerms[0]).toBe(1);
    // One document says a term that another’s postings have.
    new Int32Array(changed, byteOffset, 1)[0] = opened.documentTerms.at(-1)!;
    sealTextIndex({ buffer: changed });
    expect(() => openTextIndex(changed)).toThrow('damaged');
  });

  test('takes a tokenizer, which is needed again for texts but not for more like this', () => {
    const tokenize = (text: string) => text.split('|');
    const index = buildTextIndex([article('/a', 'Big Bang|x'), article('/b', 'Big Bang|y')], { tokenize });
    expect(searchText(index, 'Big Bang|z').map(({ document }) => document)).toEqual([0, 1]);
    expect(searchText(index, 'big bang')).toEqual([]);
    const opened = openTextIndex(index.buffer);
    expect(moreLikeThis(opened, 0).map(({ terms }) => terms)).toEqual([['Big Bang']]);
    expect(() => searchText(opened, 'x')).toThrow(/openTextIndex the same one/u);
    expect(searchText(openTextIndex(index.buffer, { tokenize }), 'y').map(({ document }) => document)).toEqual([1]);
  });

  test('holds hostile words and titles of millions of units', () => {
    const index = buildTextIndex([
      article('/a', '__proto__ constructor hasOwnProperty toString'),
      article('/b', 'x', { title: 'word '.repeat(4e5) }),
      article('/c', 'constructor', { title: 'y'.repeat(1e7) }),
    ]);
    expect(moreLikeThis(index, 0).map(({ document, terms }) => [document, terms])).toEqual([[2, ['constructor']]]);
    expect(searchText(index, 'word')[0]!.document).toBe(1);
    expect(searchText(index, 'hasownproperty')[0]!.document).toBe(0);
    expect(searchText(index, 'y'.repeat(70))[0]!.document).toBe(2);
  });

  test('finds a title, a keyword and an answer by the weights of their fields', () => {
    const found = (options: TextIndexOptions) =>
      searchText(
        buildTextIndex(
          [
            article('/answer', 'wind b c d', { title: 'e', keywords: ['f'] }),
            article('/keyword', 'a b c d', { title: 'e', keywords: ['wind'] }),
            article('/title', 'a b c d', { title: 'wind', keywords: ['f'] }),
          ],
          options,
        ),
        'wind',
      ).map(({ document }) => document);
    expect(found({})).toEqual([2, 1, 0]);
    expect(found({ weights: { title: 1, keywords: 1, answer: 5 } })).toEqual([0, 1, 2]);
    expect(found({ weights: { title: 0, keywords: 0 } })).toEqual([0]);
  });

  test('names the mistake of a caller', () => {
    const index = buildTextIndex(three);
    const wrong = (value: unknown) => () => buildTextIndex([value as TextArticle]);
    expect(wrong(null)).toThrow(/buildTextIndex: article 0 is null/u);
    expect(wrong({ url: '/a', title: 'x' })).toThrow(/the answer of article 0/u);
    expect(wrong({ ...three[0], keywords: [3] })).toThrow(/a keyword of article 0 is 3/u);
    expect(() => buildTextIndex([], { k1: Number.NaN })).toThrow(/k1 is NaN/u);
    expect(() => buildTextIndex([], { b: 2 })).toThrow(/b is 2/u);
    expect(() => buildTextIndex([], { weights: { title: 1.5 } })).toThrow(/weight of title is 1.5/u);
    expect(() => buildTextIndex([], { stem: true } as TextIndexOptions)).toThrow(/options has no “stem”/u);
    expect(() => moreLikeThis(index, 3)).toThrow(/there is no document 3/u);
    expect(() => moreLikeThis(index, 0, { k: -1 })).toThrow(/k is -1/u);
    expect(() => moreLikeText(index, '', { terms: 1e6 })).toThrow(/terms is 1000000/u);
  });
});
