import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTextIndex, type TextArticle, type TextIndexOptions } from '../../../src/graph/words/build-text-index.js';
import { keyTerms } from '../../../src/graph/words/key-terms.js';
import { moreLikeThis } from '../../../src/graph/words/more-like-this.js';
import { moreLikeText, searchText } from '../../../src/graph/words/search-text.js';
import { openTextIndex, sealTextIndex } from '../../../src/graph/words/text-index.js';
import { runs } from '../../support/runs.js';
import { graphOfTexts, indexOf, urlsOf } from '../support/text-index.js';

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
          expect(bytes(indexOf(shuffled).buffer)).toEqual(bytes(indexOf(articles).buffer));
        },
      ),
      { numRuns: runs(200) },
    );
  });

  test('numbers its documents in the code-unit order of the urls, as the graph does, and carries the urls', () => {
    const urls = ['/Z', '/a', '/é', '/\ud83d\ude00', '/\uffff'];
    const index = indexOf([...urls].reverse().map((url, i) => article(url, `word${i}`)));
    expect(urlsOf(index)).toEqual(urls);
    expect(urlsOf(openTextIndex(index.buffer))).toEqual(urls);
    expect(searchText(index, 'word4').map(({ url }) => url)).toEqual(['/Z']);
    for (const url of urls) expect(moreLikeThis(index, url)).toEqual([]);
  });

  test('refuses articles whose urls are not those of the graph: one too many, one too few', () => {
    const graph = graphOfTexts(three);
    expect(() => buildTextIndex([...three, article('/ab', 'x')], graph)).toThrow(
      'buildTextIndex: article 3 has the url “/ab”, which no article of the graph has; did you mean “/a”?',
    );
    expect(() => buildTextIndex(three.slice(1), graph)).toThrow(
      'buildTextIndex: there is no article with the url “/a”, which the graph has; give the articles that the graph was built of, all of them',
    );
  });

  test('keeps of several articles under one url the one with the lowest id', () => {
    const index = indexOf([article('/a', 'later', { id: 2 }), article('/a', 'sooner', { id: 1 })]);
    expect(index.documentCount).toBe(1);
    expect([searchText(index, 'sooner').length, searchText(index, 'later').length]).toEqual([1, 0]);
  });

  test('is its buffer: handed over or read again, it answers alike', () => {
    fc.assert(
      fc.property(someArticles, (articles) => {
        const index = indexOf(articles);
        const told = urlsOf(index).map((url) => moreLikeThis(index, url));
        const sent = structuredClone(index.buffer, { transfer: [index.buffer] });
        expect(index.buffer.byteLength).toBe(0);
        const opened = openTextIndex(sent);
        expect(opened.buffer).toBe(sent);
        expect(urlsOf(opened).map((url) => moreLikeThis(opened, url))).toEqual(told);
      }),
      { numRuns: runs(50) },
    );
  });

  test('of nothing, and of articles without a word, is an index in which nothing is found', () => {
    expect(searchText(indexOf([]), 'anything')).toEqual([]);
    const silent = indexOf([article('/a', ''), article('/b', '…')]);
    expect(silent.termCount).toBe(0);
    expect([moreLikeThis(silent, '/a'), searchText(silent, 'x'), keyTerms(silent, '/b')]).toEqual([[], [], []]);
  });

  test('is not opened from bytes that are something else, cut short, of another version, or damaged', () => {
    const { buffer } = indexOf(three);
    expect(() => openTextIndex(new ArrayBuffer(0))).toThrow(/openTextIndex: these bytes are not/u);
    expect(() => openTextIndex(new ArrayBuffer(400))).toThrow(/openTextIndex: these bytes are not/u);
    expect(() => openTextIndex(buffer.slice(0, -1))).toThrow(/cannot hold/u);
    const other = buffer.slice(0);
    new DataView(other).setInt32(4, 99, true);
    expect(() => openTextIndex(other)).toThrow(/version 99/u);
  });

  test('with any one bit changed is refused', () => {
    const { buffer } = indexOf(three);
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
    const { buffer } = indexOf(three);
    let refused = 0;
    for (let at = 8; at < buffer.byteLength; at++) {
      const damaged = buffer.slice(0);
      const view = new Uint8Array(damaged);
      view[at] = view[at]! ^ 0xff;
      sealTextIndex({ buffer: damaged });
      try {
        const index = openTextIndex(damaged);
        for (const url of urlsOf(index)) moreLikeThis(index, url);
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
    const index = indexOf([article('/a', 'Big Bang|x'), article('/b', 'Big Bang|y')], { tokenize });
    expect(searchText(index, 'Big Bang|z').map(({ url }) => url)).toEqual(['/a', '/b']);
    expect(searchText(index, 'big bang')).toEqual([]);
    const opened = openTextIndex(index.buffer);
    expect(moreLikeThis(opened, '/a').map(({ terms }) => terms)).toEqual([['Big Bang']]);
    expect(() => searchText(opened, 'x')).toThrow(/openTextIndex the same one/u);
    expect(searchText(openTextIndex(index.buffer, { tokenize }), 'y').map(({ url }) => url)).toEqual(['/b']);
  });

  test('holds hostile words and titles of millions of units', () => {
    const index = indexOf([
      article('/a', '__proto__ constructor hasOwnProperty toString'),
      article('/b', 'x', { title: 'word '.repeat(4e5) }),
      article('/c', 'constructor', { title: 'y'.repeat(1e7) }),
    ]);
    expect(moreLikeThis(index, '/a').map(({ url, terms }) => [url, terms])).toEqual([['/c', ['constructor']]]);
    expect(searchText(index, 'word')[0]!.url).toBe('/b');
    expect(searchText(index, 'hasownproperty')[0]!.url).toBe('/a');
    expect(searchText(index, 'y'.repeat(70))[0]!.url).toBe('/c');
  });

  test('finds a title, a keyword and an answer by the weights of their fields', () => {
    const found = (options: TextIndexOptions) =>
      searchText(
        indexOf(
          [
            article('/answer', 'wind b c d', { title: 'e', keywords: ['f'] }),
            article('/keyword', 'a b c d', { title: 'e', keywords: ['wind'] }),
            article('/title', 'a b c d', { title: 'wind', keywords: ['f'] }),
          ],
          options,
        ),
        'wind',
      ).map(({ url }) => url);
    expect(found({})).toEqual(['/title', '/keyword', '/answer']);
    expect(found({ weights: { title: 1, keywords: 1, answer: 5 } })).toEqual(['/answer', '/keyword', '/title']);
    expect(found({ weights: { title: 0, keywords: 0 } })).toEqual(['/answer']);
  });

  test('names the mistake of a caller', () => {
    const index = indexOf(three);
    const graph = graphOfTexts(three);
    const wrong = (value: unknown) => () => buildTextIndex([value as TextArticle], graph);
    expect(wrong(null)).toThrow(/buildTextIndex: article 0 is null/u);
    expect(wrong({ url: '/a', title: 'x' })).toThrow(/the answer of article 0/u);
    expect(wrong({ ...three[0], keywords: [3] })).toThrow(/a keyword of article 0 is 3/u);
    expect(() => buildTextIndex([], graph, { k1: Number.NaN })).toThrow(/k1 is NaN/u);
    expect(() => buildTextIndex([], graph, { b: 2 })).toThrow(/b is 2/u);
    expect(() => buildTextIndex([], graph, { weights: { title: 1.5 } })).toThrow(/weight of title is 1.5/u);
    expect(() => buildTextIndex([], graph, { stem: true } as TextIndexOptions)).toThrow(/options has no “stem”/u);
    expect(() => moreLikeThis(index, '/aa')).toThrow('moreLikeThis: no article has the url “/aa”; did you mean “/a”?');
    expect(() => moreLikeThis(index, '/a', { limit: -1 })).toThrow(/limit is -1/u);
    expect(() => moreLikeText(index, '', { terms: 1e6 })).toThrow(/terms is 1000000/u);
  });
});
