import { describe, expect, test } from 'vitest';
import { articleGraphFromBytes } from '../../../src/graph/articles/article-graph-from-bytes.js';
import { articleGraphToBytes } from '../../../src/graph/articles/article-graph-to-bytes.js';
import { buildArticleGraph } from '../../../src/graph/articles/build-article-graph.js';
import { hashOfText } from '../../../src/graph/packed/packed-text.js';
import { buildTextIndex } from '../../../src/graph/words/build-text-index.js';
import { searchText } from '../../../src/graph/words/search-text.js';
import { hashOf } from '../../../src/graph/words/term-table.js';
import { openTextIndex } from '../../../src/graph/words/text-index.js';
import { growth } from '../../support/counted-work.js';

/** Letters of a script without marks, capitals or pairs: Canadian syllabics. */
const [FIRST_LETTER, LETTERS] = [0x1401, 0x26c];
const LETTERS_OF_A_PIECE = 4;

/** Two different pieces after which a text has one hash: as good as certain to turn up among a hundred thousand. */
const piecesOfOneHash = (before: string, hash: (text: string) => number): readonly [string, string] => {
  const pieces = new Map<number, string>();
  for (let state = 1; ; ) {
    let piece = '';
    for (let i = 0; i < LETTERS_OF_A_PIECE; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      piece += String.fromCharCode(FIRST_LETTER + ((state >>> 8) % LETTERS));
    }
    const number = hash(before + piece);
    const other = pieces.get(number);
    if (other !== undefined && other !== piece) return [piece, other];
    pieces.set(number, piece);
  }
};

/** Different words of one hash, 1,024 of them: ten times two endings to choose from. */
const wordsOfOneHash = (hash: (text: string) => number): readonly string[] => {
  let words = [''];
  while (words.length < 1024) {
    const pieces = piecesOfOneHash(words[0]!, hash);
    words = words.flatMap((word) => pieces.map((piece) => word + piece));
  }
  return words;
};

const hashOfTerm = (text: string): number =>
  hashOf(
    Uint16Array.from(text, (letter) => letter.charCodeAt(0)),
    0,
    text.length,
  );
const urls = wordsOfOneHash(hashOfText);
const terms = wordsOfOneHash(hashOfTerm);
const siteOf = (words: readonly string[]) =>
  words.map((word, i) => ({ url: `/${word}`, id: i, title: `${word}?`, subject: 'Science', related: [], answer: '' }));
const saying = (words: readonly string[]) => [{ ...siteOf(['a'])[0]!, answer: words.join(' ') }];
const indexOf = (words: readonly string[]) => buildTextIndex(saying(words), buildArticleGraph(saying(words)));

describe('names that were chosen to share a hash', () => {
  test('do share it', () => {
    expect(new Set(urls).size).toBe(1024);
    expect(new Set(urls.map((url) => hashOfText(`/${url}`))).size).toBe(1);
    expect(new Set(terms).size).toBe(1024);
    expect(new Set(terms.map(hashOfTerm)).size).toBe(1);
  });

  test('are found, and no others, in a graph, in its table and in its bytes', () => {
    const site = siteOf(urls.slice(0, 1000));
    const graph = buildArticleGraph(site);
    const packed = buildArticleGraph(site);
    expect(packed.tableBuffer.byteLength).toBeGreaterThan(0);
    const opened = articleGraphFromBytes(articleGraphToBytes(graph));
    if (!opened.ok) throw new Error('the bytes are refused');
    for (const each of [graph, packed, opened.value]) {
      for (const { url, title } of site) expect(each.titleAt(each.nodeOf(url)!)).toBe(title);
      expect(each.nodeOf(`/${urls[1000]}`)).toBeUndefined();
    }
  });

  test('are found, and no others, in an index of texts and in its bytes', () => {
    const index = indexOf(terms.slice(0, 1000));
    for (const each of [index, openTextIndex(index.buffer)]) {
      expect(each.termCount).toBe(1001);
      expect(terms.slice(0, 1000).every((term) => searchText(each, term).length === 1)).toBe(true);
      expect(searchText(each, terms[1000]!)).toEqual([]);
    }
  });

  test.each([
    [
      'a graph',
      (n: number) => {
        const site = siteOf(urls.slice(0, n));
        return () => {
          const graph = articleGraphFromBytes(articleGraphToBytes(buildArticleGraph(site)));
          if (graph.ok) for (const { url } of site) graph.value.nodeOf(url);
        };
      },
    ],
    ['an index of texts', (n: number) => () => openTextIndex(indexOf(terms.slice(0, n)).buffer)],
  ])('make the work of %s grow with their number', (_, runOf) => {
    expect(growth(128, runOf)).toBeLessThan(2.3);
  });
});
