import { foldedLetter } from '../../common/unicode/folded-letters.js';
import { ENCLOSED, SILENT } from '../../common/unicode/folded-letter-table.js';
import { isMark, signClass } from '../../common/unicode/letters.js';

/**
 * What a code unit is to a reader of words. Everything from `FIRST_LETTER` on is a letter or digit in its folded form; no folded
 * form is a lower number than that of “0”.
 */
export const LETTER_KIND = {
  unknown: 0,
  separator: 1,
  hyphen: 2,
  apostrophe: 3,
  /** Marks and signs that leave no trace in a word. */
  silent: 4,
  /** Letters of scripts that leave no space between words: read in pairs. */
  paired: 5,
  /** One sign that stands for several letters. */
  expanded: 6,
  surrogate: 7,
  /** Marks that belong to the letter before them. */
  mark: 8,
} as const;

export const FIRST_LETTER = 16;

/*
 * What a letter, a mark and a number is, Unicode says, in the version of src/common/unicode: a code point that it does not assign is none.
 * What is decided here stands in ranges of code points, in hexadecimal.
 */
const HYPHENS = '2D 2010-2011 FE63 FF0D';
const APOSTROPHES = '27 2BC 2018-2019 201B FF07';
const PAIRED =
  'E00-E3E E40-E4E E50-E59 E80-EFF 1000-1049 1050-109F 1100-11FF 1780-17D3 17DC-17FF 2E80-2FDF 3005-3007 3021-3029 3031-3035 3038-303C 3040-309A 309D-309F 30A1-30FA 30FC-31BF 31F0-31FF 3400-4DBF 4E00-9FFF AC00-D7FF F900-FAFF FF66-FFDC 1AFF0-1B16F 20000-3FFFF';

/** First and last code point of each range, one after another. */
const rangesOf = (written: string): Int32Array =>
  Int32Array.from(
    written.split(' ').flatMap((range) => {
      const [first, last] = range.split('-').map((digits) => Number.parseInt(digits, 16));
      return [first!, last ?? first!];
    }),
  );

const isWithin = (codePoint: number, ranges: Int32Array): boolean => {
  for (let i = 0; i < ranges.length; i += 2) {
    if (codePoint <= ranges[i + 1]!) return codePoint >= ranges[i]!;
  }
  return false;
};

let kinds: readonly (readonly [number, Int32Array])[] | undefined;
let paired: Int32Array | undefined;

/** The kind of a code point: `unknown` for one that is part of a word and still to be folded. */
export const kindOf = (codePoint: number): number => {
  kinds ??= [
    [LETTER_KIND.hyphen, rangesOf(HYPHENS)],
    [LETTER_KIND.apostrophe, rangesOf(APOSTROPHES)],
    [LETTER_KIND.silent, rangesOf(SILENT)],
    [LETTER_KIND.separator, rangesOf(ENCLOSED)],
  ];
  for (const [kind, ranges] of kinds) if (isWithin(codePoint, ranges)) return kind;
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return LETTER_KIND.surrogate;
  return formOf(codePoint) === '' ? LETTER_KIND.separator : LETTER_KIND.unknown;
};

/** Whether a sign that is folded is a letter of a script that leaves no space between words. */
export const isPaired = (codePoint: number): boolean => isWithin(codePoint, (paired ??= rangesOf(PAIRED)));

/**
 * A letter, mark or number as it is compared: taken apart by compatibility, small, without the marks above and below it, nor the apostrophe
 * that is part of ŉ. Nothing where it is none, or holds a part that is none.
 */
export const formOf = (codePoint: number): string =>
  foldedLetter(codePoint)?.replace('\u02bc', '') ?? (signClass(codePoint) > 0 ? String.fromCodePoint(codePoint) : '');

const foldUnit = (unit: number): number => {
  const kind = kindOf(unit);
  if (kind !== LETTER_KIND.unknown) return kind;
  const form = formOf(unit);
  if (form.length > 1) return LETTER_KIND.expanded;
  const folded = form.charCodeAt(0);
  const its = isMark(folded) ? LETTER_KIND.mark : isPaired(folded) ? LETTER_KIND.paired : folded;
  return its === folded || folded === unit ? its : LETTER_KIND.expanded;
};

let table: Uint16Array | undefined;

/** For each code unit its folded form or its kind; `unknown` until `foldLetter` is first asked for it. */
export const letterTable = (): Uint16Array => {
  if (table) return table;
  table = new Uint16Array(0x10000);
  for (let unit = 0; unit < 128; unit++) table[unit] = foldUnit(unit);
  return table;
};

/** The folded form of a code unit, or its kind. */
export const foldLetter = (unit: number): number => {
  const letters = letterTable();
  if (letters[unit] === LETTER_KIND.unknown) letters[unit] = foldUnit(unit);
  return letters[unit]!;
};
