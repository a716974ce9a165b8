import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenizeText } from '../../src/graph/tokenize-text.js';
import { runs } from '../support/runs.js';

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
});
