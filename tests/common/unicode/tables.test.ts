/** The tables beside the engine's own, for every code point that both know: an engine may be of an older or a newer version of Unicode. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedLetter, voicedKana } from '../../../src/common/unicode/folded-letters.js';
import { isCapital, isSmall, lowerCase } from '../../../src/common/unicode/letter-case.js';
import {
  digitValue,
  isDigit,
  isLetter,
  isMark,
  isNumber,
  UNICODE_VERSION,
} from '../../../src/common/unicode/letters.js';
import { markOrder } from '../../../src/common/unicode/mark-order.js';
import { composedText, decomposedText } from '../../../src/common/unicode/normal-forms.js';
import { unpackNumbers, unsigned } from '../../../src/common/unicode/packed-numbers.js';
import { runs } from '../../support/runs.js';

const engineVersion = Number(process.versions['unicode']);
const isNewer = engineVersion > Number(UNICODE_VERSION);

/** Code points that the engine assigns, and, in a newer engine, the tables know something of too. */
const known: number[] = [];
for (let c = 0; c < 0x110000; c++) {
  if ((c >= 0xd800 && c <= 0xdfff) || !/\p{Assigned}/u.test(String.fromCodePoint(c))) continue;
  if (isNewer && !isLetter(c) && !isMark(c) && !isNumber(c)) continue;
  known.push(c);
}

const wrong = (says: (codePoint: number) => unknown, right: (sign: string) => unknown): string[] =>
  known
    .filter((c) => says(c) !== right(String.fromCodePoint(c)))
    .slice(0, 10)
    .map((c) => c.toString(16));

describe(`letters, case and normal forms of Unicode ${UNICODE_VERSION}`, () => {
  test('are compared over more than 150,000 code points', () => {
    expect(known.length).toBeGreaterThan(145_000);
  });

  test('letters, marks, numbers and digits are those of the engine', () => {
    expect(wrong(isLetter, (sign) => /^\p{L}$/u.test(sign))).toEqual([]);
    expect(wrong(isMark, (sign) => /^\p{M}$/u.test(sign))).toEqual([]);
    expect(wrong(isNumber, (sign) => /^\p{N}$/u.test(sign))).toEqual([]);
    expect(wrong(isDigit, (sign) => /^\p{Nd}$/u.test(sign))).toEqual([]);
  });

  test('digits count from the 0 of their ten', () => {
    // ٣ is Arabic 3, ९ Devanagari 9, 𝟘 and 𝟡 double-struck 0 and 9.
    expect(['7', '٣', '९', '𝟘', '𝟡', '²', 'x'].map((sign) => digitValue(sign.codePointAt(0)!))).toEqual([
      7,
      3,
      9,
      0,
      9,
      undefined,
      undefined,
    ]);
  });

  test('a code point that is not assigned, half a pair or for private use is no letter', () => {
    // U+0378 and U+1C80 + 0x10 are gaps in Greek and Cyrillic; U+10FFFF is no character.
    for (const c of [0x378, 0x1c90 - 5, 0xd800, 0xdfff, 0xe000, 0xffff, 0x10ffff, 0x110000]) {
      expect([c, isLetter(c), isMark(c), isNumber(c), isCapital(c), isSmall(c)]).toEqual([
        c,
        false,
        false,
        false,
        false,
        false,
      ]);
    }
  });

  test('capital and small letters are those of the engine, and lower case is', () => {
    expect(wrong(isCapital, (sign) => /^\p{Lu}$/u.test(sign))).toEqual([]);
    expect(wrong(isSmall, (sign) => /^\p{Ll}$/u.test(sign))).toEqual([]);
    expect(
      wrong(
        (c) => lowerCase(String.fromCodePoint(c)),
        (sign) => sign.toLowerCase(),
      ),
    ).toEqual([]);
    expect(lowerCase('ABC xyz ÄÖ İ \ud800 𐐀')).toBe('abc xyz äö i\u0307 \ud800 𐐨');
    // The engine makes the last sigma of a word ς, which no other case changes back.
    expect(lowerCase('ΌΔΟΣ')).toBe('όδοσ');
  });

  test('each sign is taken apart and put together as the engine does it', () => {
    expect(
      wrong(
        (c) => decomposedText(String.fromCodePoint(c)),
        (sign) => sign.normalize('NFD'),
      ),
    ).toEqual([]);
    expect(
      wrong(
        (c) => composedText(String.fromCodePoint(c)),
        (sign) => sign.normalize('NFC'),
      ),
    ).toEqual([]);
    expect(
      wrong(
        (c) => composedText(decomposedText(String.fromCodePoint(c))),
        (sign) => sign.normalize('NFC'),
      ),
    ).toEqual([]);
  });

  test('marks in every order, and letters between them, come out as the engine has them', () => {
    const marks = known.filter((c) => markOrder(c) > 0);
    const bases = known.filter((c) => decomposedText(String.fromCodePoint(c)) !== String.fromCodePoint(c));
    const jamo = fc.oneof(fc.integer({ min: 0x1100, max: 0x11ff }), fc.integer({ min: 0xac00, max: 0xd7a3 }));
    const sign = fc.oneof(
      fc.constantFrom(...marks),
      fc.constantFrom(...bases),
      fc.constantFrom(0x41, 0x61, 0x20, 0x304b, 0x3099, 0x309a, 0x34f, 0xd800, 0xdc00),
      jamo,
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 8 }), (signs) => {
        const text = signs.map((c) => String.fromCodePoint(c)).join('');
        expect(decomposedText(text)).toBe(text.normalize('NFD'));
        expect(composedText(text)).toBe(text.normalize('NFC'));
      }),
      { numRuns: runs(2000) },
    );
  });

  test('a letter and a million marks are put in order', () => {
    // Not asked of the engine, whose time grows with the square of the marks. The stroke through comes before the accent; one accent joins.
    const text = `e${'\u0301\u0334'.repeat(5e5)}`;
    expect(composedText(text) === `é${'\u0334'.repeat(5e5)}${'\u0301'.repeat(5e5 - 1)}`).toBe(true);
  });

  test('what a letter folds to is its parts by compatibility, small, without accents', () => {
    const folds = (text: string): string =>
      Array.from(text, (sign) => foldedLetter(sign.codePointAt(0)!) ?? sign).join('');
    expect(folds('ÀéŌøßÆŒŁıςΣЙҐ')).toBe('aeoossaeoeliσσиґ');
    expect(folds('ﬁＷ²Ⅳ𝐸℡')).toBe('fiw2ivetel');
    expect(folds('ｶﾞプが豈⼈ﾡ')).toBe('カ\u3099プが豈人ㄱ');
    // Of ½ the stroke, of ŀ the dot is no letter.
    expect([foldedLetter(0xbd), foldedLetter(0x140)]).toEqual(['', '']);
  });

  test('kana and their voice marks are one sign as in the normal form', () => {
    for (let kana = 0x3040; kana < 0x3100; kana++) {
      for (const mark of [0x3099, 0x309a]) {
        const both = String.fromCodePoint(kana, mark).normalize('NFC');
        expect(voicedKana(kana, mark)).toBe(both.length === 1 ? both.codePointAt(0) : 0);
      }
    }
  });
});

test('numbers are packed in digits of five bits, the lowest first', () => {
  // B is 1; g is 32, which says that more follow, and 0; so gB is 0 + 32 · 1; _ is 63, 31 and more: _f is 31 + 32 · 31, which says more.
  expect(unpackNumbers('AB_BgB')).toEqual([0, 1, 63, 32]);
  expect([0, 1, 2, 3, 4].map(unsigned)).toEqual([0, -1, 1, -2, 2]);
});
