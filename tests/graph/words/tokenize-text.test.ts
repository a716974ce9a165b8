import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLetter, isMark, isNumber } from '../../../src/common/unicode/letters.js';
import { composedText, decomposedText } from '../../../src/common/unicode/normal-forms.js';
import { indexOf } from '../support/text-index.js';
import { searchText } from '../../../src/graph/words/search-text.js';
import { tokenizeText } from '../../../src/graph/words/tokenize-text.js';
import { runs, sized } from '../../support/runs.js';

const letters = (text: string): string => tokenizeText(text.split('').join(' ')).join('');

describe('the words of a text', () => {
  test('a hyphen or apostrophe inside a word vanishes, whichever sign it is', () => {
    expect(tokenizeText('Co-ordinator')).toEqual(tokenizeText('coordinator'));
    expect(tokenizeText('co\u2010ordinator co\u2011ordinator co\u00adordinator')).toEqual(Array(3).fill('coordinator'));
    expect(tokenizeText("don’t don't donʼt")).toEqual(['dont', 'dont', 'dont']);
  });

  test('parts of a hyphened word stand beside it where all have three letters or more', () => {
    expect(tokenizeText('note-taking')).toEqual(['notetaking', 'note', 'taking']);
    expect(tokenizeText('state-of-the-art')).toEqual(['stateoftheart']);
    expect(tokenizeText('problem-based-learning')).toEqual(['problembasedlearning', 'problem', 'based', 'learning']);
  });

  test('two hyphens, or one at an end, part words', () => {
    expect(tokenizeText('one--two -three four- five’ ‘six')).toEqual(['one', 'two', 'three', 'four', 'five', 'six']);
  });

  test('Latin, Greek and Cyrillic letters fold to small ones without marks, in either normal form', () => {
    expect(letters('ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ')).toBe('aaaaaaceeeeiiiinoooooouuuuy');
    expect(letters('àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ')).toBe('aaaaaaceeeeiiiinoooooouuuuyy');
    expect(letters('ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ')).toBe('αβγδεζηθικλμνξοπρστυφχψω');
    expect(letters('АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ')).toBe('абвгдежзиклмнопрстуфхцчшщъыьэюя');
    expect(tokenizeText('ΌΔΟΣ όδος')).toEqual(['οδοσ', 'οδοσ']);
    expect(tokenizeText('Élan E\u0301lan ELAN')).toEqual(['elan', 'elan', 'elan']);
    expect(tokenizeText('Straße STRASSE ﬁne Œuvre æon')).toEqual(['strasse', 'strasse', 'fine', 'oeuvre', 'aeon']);
    expect(tokenizeText('İstanbul ıssız ISTANBUL')).toEqual(['istanbul', 'issiz', 'istanbul']);
  });

  test('digits and letters make words of their own and together; wide and raised forms are the plain ones', () => {
    expect(tokenizeText('H2O, 3.5 x² Ｗｉｄｅ')).toEqual(['h2o', '3', '5', 'x2', 'wide']);
  });

  test('scripts without spaces are read in pairs, a letter alone by itself', () => {
    expect(tokenizeText('東京都 水 한국어')).toEqual(['東京', '京都', '水', '한국', '국어']);
    expect(tokenizeText('Die 東京-Reise')).toEqual(['die', '東京', 'reise']);
    expect(tokenizeText('𠮷野家')).toEqual(['𠮷野', '野家']);
  });

  test('marks that belong to the letters of other scripts stay in the word', () => {
    expect(tokenizeText('नमस्ते दुनिया')).toEqual(['नमस्ते', 'दुनिया']);
    expect(tokenizeText('שָׁלוֹם')).toEqual(['שלום']);
  });

  test('letters beyond the first plane are words; pictures and halves of pairs are not', () => {
    expect(tokenizeText('𝐸=𝑚𝑐² 𐐀 😀 a😀b \ud800x\udc00y')).toEqual(['e', 'mc2', '𐐨', 'a', 'b', 'x', 'y']);
  });

  test('of a long word the first 64 units count', () => {
    expect(tokenizeText(`${'a'.repeat(1000)} b`)).toEqual(['a'.repeat(64), 'b']);
    expect(tokenizeText(`${'a'.repeat(63)}æ`)).toEqual(['a'.repeat(63)]);
    for (const letter of ['ӝ', 'ӟ', 'æ', '𐐀']) expect(tokenizeText('a'.repeat(64) + letter)).toEqual(['a'.repeat(64)]);
    expect(tokenizeText(`${'a'.repeat(63)}-æ-x`)).toEqual([`${'a'.repeat(63)}x`]);
  });

  test('millions of units of anything are read', () => {
    expect(tokenizeText('-'.repeat(3e6))).toEqual([]);
    expect(tokenizeText('a-'.repeat(1e6)).length).toBeGreaterThan(0);
    expect(tokenizeText('e'.padEnd(3e6, '\u0301'))).toEqual(['e']);
  });

  test('plain words are what lower case and a split at everything else give', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 .,;:!?()\n]{0,60}$/u), (text) => {
        const plain = text.toLowerCase().split(/[^a-z0-9]/u);
        expect(tokenizeText(text)).toEqual(plain.filter((word) => word !== ''));
      }),
      { numRuns: runs(300) },
    );
  });

  test('an apostrophe inside a letter leaves no trace either', () => {
    expect(tokenizeText('a\u0149 \u0149 a\u02bcn')).toEqual(['an', 'n', 'an']);
  });

  test('whatever the text, words are not empty, not too long, and read again they are themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const word of tokenizeText(text)) {
          expect(word.length).toBeGreaterThan(0);
          expect(word.length).toBeLessThanOrEqual(64);
          expect(tokenizeText(word)).toEqual([word]);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test.each([
    '한국',
    '한국어 교육',
    'がく',
    'ガイド',
    'パン',
    'café',
    'क़लम',
    'Việt',
    'น้ำ',
    '豈',
    'ở đâu',
    'ά',
    'Й',
    'שׁלום',
    'ঘোড়া',
  ])('%s is found in whichever normal form it is written and asked', (text) => {
    for (const written of [composedText(text), decomposedText(text)]) {
      const index = indexOf([{ url: '/a', title: written, answer: 'x' }]);
      for (const asked of [text, composedText(text), decomposedText(text)]) {
        expect(searchText(index, asked).map(({ url }) => url)).toEqual(['/a']);
      }
    }
  });

  test('half-wide kana and Hangul letters are the wide ones', () => {
    expect(tokenizeText('ｶﾞｲﾄﾞ')).toEqual(tokenizeText('ガイド'));
    expect(tokenizeText('ガイド')).toEqual(['ガイ', 'イド']);
    expect(tokenizeText('ﾌﾟﾛｸﾞﾗﾑ')).toEqual(tokenizeText('プログラム'));
    expect(tokenizeText('ﾡﾤ')).toEqual(tokenizeText('ㄱㄴ'));
  });

  test('the words of a letter are the same in either normal form, for every letter and mark there is, or every fifth', () => {
    const wrong: string[] = [];
    for (let c = 0x80; c < 0x30000; c += sized(1, 5)) {
      if (c >= 0xd800 && c <= 0xdfff) continue;
      const sign = String.fromCodePoint(c);
      const [apart, together] = [decomposedText(sign), composedText(sign)];
      if (apart === sign && together === sign) continue;
      for (const [before, after] of [
        ['', ''],
        ['か', '国'],
        ['क', 'b'],
        ['x', '\u093c'],
      ]) {
        const words = tokenizeText(`${before}${sign}${after}`).join(' ');
        for (const form of [apart, together]) {
          if (tokenizeText(`${before}${form}${after}`).join(' ') !== words) wrong.push(c.toString(16));
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    '\u304b\u1ce0\u3099',
    '\u304b\u{1e8d0}\u3099',
    '\u304b\u3099\u3099',
    '\u304b\u0323\u3099',
    '\u304b\u034f\u3099',
  ])('a voice mark behind other marks: %j', (text) => {
    const words = tokenizeText(composedText(text));
    expect([tokenizeText(text), tokenizeText(decomposedText(text))]).toEqual([words, words]);
  });

  test('any text has the same words in either normal form, and no word begins with a mark', () => {
    const signs = Array.from({ length: 0x20000 }, (_, c) => c).filter(
      (c) => isMark(c) || (isLetter(c) && decomposedText(String.fromCodePoint(c)) !== String.fromCodePoint(c)),
    );
    const sign = fc.oneof(
      fc.constantFrom(...signs).map((c) => String.fromCodePoint(c)),
      fc.integer({ min: 0x1100, max: 0x11ff }).map((c) => String.fromCodePoint(c)),
      fc.integer({ min: 0xac00, max: 0xd7a3 }).map((c) => String.fromCodePoint(c)),
      fc.constantFrom('か', 'ハ', '゙', '゚', '가', 'ᆨ', '国', 'ก', 'ำ', 'a', 'b', ' ', '-', 'æ', '़', '\u034f', 'ﾞ', 'ｶ'),
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const words = tokenizeText(text);
        expect(tokenizeText(decomposedText(text))).toEqual(words);
        expect(tokenizeText(composedText(text))).toEqual(words);
        expect(words.filter((word) => isMark(word.codePointAt(0)!))).toEqual([]);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('what is no letter, mark or number of this version of Unicode is in no word', () => {
    // Each is taken apart by compatibility, and all parts are letters, marks or numbers.
    for (let c = 0x80; c < 0x32000; c += sized(1, 5)) {
      const sign = String.fromCodePoint(c);
      for (const word of tokenizeText(sign)) {
        for (const part of word) {
          const its = part.codePointAt(0)!;
          if (!isLetter(its) && !isMark(its) && !isNumber(its)) expect([c.toString(16), word]).toEqual([]);
        }
      }
    }
    // U+0378 is a gap, U+1FAE9 a picture, U+3134F and U+2FA20 lie beyond the last ideographs.
    expect(tokenizeText('a\u0378b c\u{1fae9}d \u{3347a}\u{2fa20}')).toEqual(['a', 'b', 'c', 'd']);
  });
});
