import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiLowerCase } from '../../../src/common/ascii-case.js';
import { capitalised } from '../../../src/common/unicode/letter-case.js';
import { wordsIn } from '../../../src/common/unicode/words.js';
import { runs } from '../../support/runs.js';

const wordsOf = (...given: Parameters<typeof wordsIn>) => wordsIn(...given).map(({ text, index }) => [text, index]);

test('words are letters and numbers of any script, and the signs that are asked for', () => {
  expect(wordsOf('It’s 4 °C', { others: '’' })).toEqual([
    ['It’s', 0],
    ['4', 5],
    ['C', 8],
  ]);
  // The pair of surrogates of 𐐀 counts as two code units, so that what follows begins at 3.
  expect(wordsOf('𐐀 ½日', {})).toEqual([
    ['𐐀', 0],
    ['½日', 3],
  ]);
  expect(wordsOf('', {})).toEqual([]);
});

test('a mark ends a word unless marks are asked for', () => {
  // “café” with the accent as a sign of its own.
  expect(wordsOf('cafe\u0301s', {}).map(([text]) => text)).toEqual(['cafe', 's']);
  expect(wordsOf('cafe\u0301s', { marks: true }).map(([text]) => text)).toEqual(['cafe\u0301s']);
});

test('words are what the engine finds, where it knows the signs', () => {
  const sign = fc.constantFrom(...Array.from("aZ0 '’-é\u0301日𐐀½Ⅳ٣_.\ud800İ한"));
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 20 }), (text) => {
      const plain = [...text.matchAll(/[\p{L}\p{N}'’]+/gu)].map((match) => [match[0], match.index]);
      expect(wordsOf(text, { others: "'’" })).toEqual(plain);
      const marked = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => [match[0], match.index]);
      expect(wordsOf(text, { marks: true })).toEqual(marked);
    }),
    { numRuns: runs(500) },
  );
});

test('a sentence begins with the capital of its first letter, in any script', () => {
  const written = ['a visit', 'état', 'œuvre', 'ścieżka', 'что', 'kelvin', 'straße', 'ßa', '4 of 5', 'État', '', '𐐨x'];
  const begun = ['A visit', 'État', 'Œuvre', 'Ścieżka', 'Что', 'Kelvin', 'Straße', 'ßa', '4 of 5', 'État', '', '𐐀x'];
  expect(written.map(capitalised)).toEqual(begun);
});

test('lower case of ASCII leaves every other letter as it stands', () => {
  // The sign of kelvins, U+212A, is k for an engine that makes it small.
  expect(asciiLowerCase('Élan VITAL İ \u212a Z')).toBe('Élan vital İ \u212a z');
});
